"""Findings and a chain's `accepted` → the findings, with those marked that have been decided about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from nyttokedja.chain import Acceptance
from nyttokedja.findings import Finding

_CANNOT_BE_ACCEPTED = re.compile("NK0|NK1")


def marked(findings: Iterable[Finding], accepted: Iterable[Acceptance]) -> Iterator[Finding]:
    """The findings in their order; what is wrong with the file itself cannot be accepted."""
    decided = _decisions(accepted)
    for finding in findings:
        reasons = decided.get(finding.code, {})
        if finding.node in reasons and not _CANNOT_BE_ACCEPTED.match(finding.code):
            yield replace(finding, accepted=True, why=reasons[finding.node])
        else:
            yield finding


def _decisions(accepted: Iterable[Acceptance]) -> Mapping[str, Mapping[str, str]]:
    """Rule → the ids of the nodes at which it is accepted, and why; an arrow is accepted at its tail."""
    decided: dict[str, dict[str, str]] = {}
    for acceptance in accepted:
        for reference in acceptance.at:
            decided.setdefault(acceptance.rule, {})[reference.source or reference.target] = acceptance.why
    return decided
