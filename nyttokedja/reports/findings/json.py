"""Findings → nyttokedja's own JSON, as schemas/findings.schema.json describes it.

Columns are characters from 1.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from nyttokedja.checking.outcome import Outcome
from nyttokedja.model.findings import Finding, Fix
from nyttokedja.model.severity import Severity
from nyttokedja.reports.findings.diagnostics import Diagnostic, diagnostics, fingerprinted
from nyttokedja.reports.findings.text import failure_sentence
from nyttokedja.reports.markup import json_text
from nyttokedja.reports.model import CANNOT_OPEN, CRASHED, ReportContext
from nyttokedja.reports.rule_links import page_address

SCHEMA = "findings.schema.json"
_WRONG = "wrong-settings"
"""The status of a settings file with faults: the chains that it is about were not checked."""


def report(outcomes: Sequence[Outcome], context: ReportContext) -> str:
    """Every file that was looked at, and every finding, also those that are accepted."""
    found = [
        diagnostic for diagnostic in diagnostics(outcomes, accepted=True) if diagnostic.finding is not None
    ]
    return json_text(
        {
            "version": 1,
            "tool": {"name": "nyttokedja", "version": context.version},
            "files": [_file(outcome) for outcome in outcomes],
            "findings": (_finding(one, mark, context) for one, mark in fingerprinted(found, context)),
            "summary": _summary(outcomes, found),
        }
    )


def _file(outcome: Outcome) -> dict[str, Any]:
    return {
        "file": outcome.name,
        "status": _status(outcome),
        "language": outcome.language,
        "complete": outcome.is_chain and not outcome.trouble and outcome.complete,
        "message": failure_sentence(outcome) if outcome.trouble else None,
    }


def _status(outcome: Outcome) -> str:
    if outcome.trouble:
        return CRASHED if outcome.crashed else CANNOT_OPEN
    if outcome.settings:
        return _WRONG
    return "checked" if outcome.is_chain else "skipped"


def finding_fields(diagnostic: Diagnostic, finding: Finding, context: ReportContext) -> dict[str, Any]:
    """The fields of a finding that every JSON report has."""
    return {
        "code": diagnostic.code,
        "name": diagnostic.name,
        "url": page_address(diagnostic.code, context) or None,
        "severity": diagnostic.severity.word,
        "file": diagnostic.file,
        "place": diagnostic.place._asdict(),
        "message": diagnostic.message,
        "remedy": diagnostic.remedy,
        "node": finding.node or None,
    }


def _finding(diagnostic: Diagnostic, mark: str, context: ReportContext) -> dict[str, Any]:
    finding = diagnostic.finding
    assert finding is not None
    return finding_fields(diagnostic, finding, context) | {
        "language": finding.language,
        "accepted": finding.accepted,
        "why": finding.why or None,
        "fix": _fix(finding.fix) if finding.fix else None,
        "fingerprint": mark,
    }


def _fix(fix: Fix) -> dict[str, Any]:
    return {"replacements": [{"place": r.place._asdict(), "text": r.text} for r in fix.replacements]}


def _summary(outcomes: Sequence[Outcome], found: Sequence[Diagnostic]) -> Mapping[str, int]:
    states = Counter(_status(outcome) for outcome in outcomes)
    counts = Counter(diagnostic.severity for diagnostic in found if not diagnostic.accepted)
    return {
        "checked": states["checked"],
        "skipped": states["skipped"],
        "failed": states[CANNOT_OPEN] + states[CRASHED] + states[_WRONG],
        "errors": counts[Severity.ERROR],
        "warnings": counts[Severity.WARNING],
        "infos": counts[Severity.INFO],
        "accepted": sum(diagnostic.accepted for diagnostic in found),
    }
