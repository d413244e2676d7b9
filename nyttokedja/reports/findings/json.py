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
from nyttokedja.reports.documents import json_text
from nyttokedja.reports.findings.messages import CANNOT_OPEN, CRASHED, Note, fingerprints, notes
from nyttokedja.reports.findings.text import trouble
from nyttokedja.reports.model import ReportContext
from nyttokedja.reports.rule_links import page

SCHEMA = "findings.schema.json"
_WRONG = "wrong-settings"
"""The status of a settings file with faults: the chains that it is about were not checked."""


def report(outcomes: Sequence[Outcome], setting: ReportContext) -> str:
    """Every file that was looked at, and every finding, also those that are accepted."""
    found = [note for note in notes(outcomes, accepted=True) if note.finding is not None]
    marks = fingerprints(found, setting)
    return json_text(
        {
            "version": 1,
            "tool": {"name": "nyttokedja", "version": setting.version},
            "files": [_file(outcome) for outcome in outcomes],
            "findings": [_finding(note, mark, setting) for note, mark in zip(found, marks, strict=True)],
            "summary": _summary(outcomes, found),
        }
    )


def _file(outcome: Outcome) -> dict[str, Any]:
    return {
        "file": outcome.name,
        "status": _status(outcome),
        "language": outcome.language,
        "complete": outcome.is_chain and not outcome.trouble and outcome.complete,
        "message": trouble(outcome) if outcome.trouble else None,
    }


def _status(outcome: Outcome) -> str:
    if outcome.trouble:
        return CRASHED if outcome.crashed else CANNOT_OPEN
    if outcome.settings:
        return _WRONG
    return "checked" if outcome.is_chain else "skipped"


def said_of(note: Note, finding: Finding, setting: ReportContext) -> dict[str, Any]:
    """What every JSON says of a finding."""
    return {
        "code": note.code,
        "name": note.name,
        "url": page(note.code, setting) or None,
        "severity": note.severity.word,
        "file": note.file,
        "place": note.place._asdict(),
        "message": note.message,
        "remedy": note.remedy,
        "node": finding.node or None,
    }


def _finding(note: Note, mark: str, setting: ReportContext) -> dict[str, Any]:
    finding = note.finding
    assert finding is not None
    return said_of(note, finding, setting) | {
        "language": finding.language,
        "accepted": finding.accepted,
        "why": finding.why or None,
        "fix": _fix(finding.fix) if finding.fix else None,
        "fingerprint": mark,
    }


def _fix(fix: Fix) -> dict[str, Any]:
    return {"replacements": [{"place": r.place._asdict(), "text": r.text} for r in fix.replacements]}


def _summary(outcomes: Sequence[Outcome], found: Sequence[Note]) -> Mapping[str, int]:
    states = Counter(_status(outcome) for outcome in outcomes)
    counts = Counter(note.severity for note in found if not note.accepted)
    return {
        "checked": states["checked"],
        "skipped": states["skipped"],
        "failed": states[CANNOT_OPEN] + states[CRASHED] + states[_WRONG],
        "errors": counts[Severity.ERROR],
        "warnings": counts[Severity.WARNING],
        "infos": counts[Severity.INFO],
        "accepted": sum(note.accepted for note in found),
    }
