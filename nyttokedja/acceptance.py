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
        if finding.node in decided.get(finding.code, ()) and not _CANNOT_BE_ACCEPTED.match(finding.code):
            yield replace(finding, accepted=True)
        else:
            yield finding


def _decisions(accepted: Iterable[Acceptance]) -> Mapping[str, set[str]]:
    """Rule → the ids of the nodes at which it is accepted; an arrow is accepted at its tail."""
    decided: dict[str, set[str]] = {}
    for acceptance in accepted:
        for reference in acceptance.at:
            decided.setdefault(acceptance.rule, set()).add(reference.source or reference.target)
    return decided
