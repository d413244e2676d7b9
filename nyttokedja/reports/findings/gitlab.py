"""Findings → GitLab's Code Quality report: a JSON list of issues. It has lines and no columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from nyttokedja.checking.outcome import Outcome
from nyttokedja.model.severity import Severity
from nyttokedja.reports.documents import json_text
from nyttokedja.reports.findings.messages import Note, fingerprints, notes
from nyttokedja.reports.locations import path
from nyttokedja.reports.model import ReportContext

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def report(outcomes: Sequence[Outcome], setting: ReportContext) -> str:
    """The issues of all findings that nobody has accepted; a file that could not be checked is a blocker."""
    listed = list(notes(outcomes))
    marks = fingerprints(listed, setting)
    return json_text([_issue(note, mark, setting) for note, mark in zip(listed, marks, strict=True)])


def _issue(note: Note, mark: str, setting: ReportContext) -> dict[str, Any]:
    return {
        "description": note.said(" "),
        "check_name": note.code,
        "fingerprint": mark,
        "severity": "blocker" if note.finding is None else _SEVERITIES[note.severity],
        "location": {"path": path(note.file, setting), "lines": {"begin": note.place.line}},
    }
