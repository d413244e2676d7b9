"""Findings and a chain's `accepted` → the findings, with those marked that have been decided about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from nyttokedja.model.chain import CANNOT_BE_ACCEPTED, Acceptance
from nyttokedja.model.findings import Finding


def marked(
    findings: Iterable[Finding], accepted: Iterable[Acceptance], today: date | None = None
) -> Iterator[Finding]:
    """The findings in their order; what is wrong with the file itself cannot be accepted.

    A decision whose last day is before ``today`` no longer holds.
    """
    decided = _decisions(acceptance for acceptance in accepted if acceptance.holds(today))
    for finding in findings:
        reasons = decided.get(finding.code, {})
        if finding.node in reasons and not finding.code.startswith(CANNOT_BE_ACCEPTED):
            yield replace(finding, accepted=True, why=reasons[finding.node])
        else:
            yield finding


def _decisions(accepted: Iterable[Acceptance]) -> Mapping[str, Mapping[str, str]]:
    """Rule → the ids of the nodes at which it is accepted, and why."""
    decided: dict[str, dict[str, str]] = {}
    for acceptance in accepted:
        for node in acceptance.nodes:
            decided.setdefault(acceptance.rule, {})[node] = acceptance.why
    return decided
