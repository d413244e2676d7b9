"""Findings → reviewdog's diagnostics (rdjson). Its columns are bytes of UTF-8 from 1: ours are converted.

A fix is a suggestion where it is one replacement: reviewdog offers each by itself, and half a fix is none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from nyttokedja.checking.outcome import Outcome
from nyttokedja.model.findings import Finding, Place
from nyttokedja.reports.documents import json_text
from nyttokedja.reports.findings.messages import Note, notes
from nyttokedja.reports.locations import path, utf8
from nyttokedja.reports.model import ReportContext
from nyttokedja.reports.rule_links import web_page

Lines = Mapping[int, str] | None


def report(outcomes: Sequence[Outcome], setting: ReportContext) -> str:
    """The diagnostics of all findings that nobody has accepted."""
    listed = [_diagnostic(note, outcome.lines, setting) for outcome in outcomes for note in notes([outcome])]
    return json_text({"source": {"name": "nyttokedja"}, "diagnostics": listed})


def _diagnostic(note: Note, lines: Lines, setting: ReportContext) -> dict[str, Any]:
    location: dict[str, Any] = {"path": path(note.file, setting)}
    if note.finding is not None:
        location["range"] = _range(note.place, lines)
    address = web_page(note.code, setting)
    said = {
        "message": note.said("\n"),
        "location": location,
        "severity": note.severity.name,
        "code": {"value": note.code, **({"url": address} if address else {})},
    }
    suggested = list(_suggestions(note.finding, lines))
    return {**said, "suggestions": suggested} if suggested else said


def _suggestions(finding: Finding | None, lines: Lines) -> list[dict[str, Any]]:
    if finding is None or finding.fix is None or len(finding.fix.replacements) != 1:
        return []
    replacement = finding.fix.replacements[0]
    if None in utf8(replacement.place, lines):
        return []
    return [{"range": _range(replacement.place, lines), "text": replacement.text}]


def _range(place: Place, lines: Lines) -> dict[str, Any]:
    begins, ends = utf8(place, lines)
    start = {"line": place.line, **({"column": begins} if begins else {})}
    return {"start": start, "end": {"line": place.end_line, "column": ends}} if ends else {"start": start}
