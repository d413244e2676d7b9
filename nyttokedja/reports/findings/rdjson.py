"""Findings → reviewdog's diagnostics (rdjson). Its columns are bytes of UTF-8 from 1: ours are converted.

A fix is a suggestion where it is one replacement: reviewdog offers each by itself, and half a fix is none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from nyttokedja.checking.outcome import Outcome
from nyttokedja.model.findings import Finding, Place
from nyttokedja.reports.findings.diagnostics import Diagnostic, diagnostics
from nyttokedja.reports.locations import report_path, utf8_columns
from nyttokedja.reports.markup import json_text
from nyttokedja.reports.model import ReportContext
from nyttokedja.reports.rule_links import web_address

_Lines = Mapping[int, str] | None


def report(outcomes: Sequence[Outcome], context: ReportContext) -> str:
    """The diagnostics of all findings that nobody has accepted."""
    listed = (
        _diagnostic(diagnostic, outcome.lines, context)
        for outcome in outcomes
        for diagnostic in diagnostics([outcome])
    )
    return json_text({"source": {"name": "nyttokedja"}, "diagnostics": listed})


def _diagnostic(diagnostic: Diagnostic, lines: _Lines, context: ReportContext) -> dict[str, Any]:
    location: dict[str, Any] = {"path": report_path(diagnostic.file, context)}
    if diagnostic.finding is not None:
        location["range"] = _range(diagnostic.place, lines)
    address = web_address(diagnostic.code, context)
    written = {
        "message": diagnostic.full_text("\n"),
        "location": location,
        "severity": diagnostic.severity.name,
        "code": {"value": diagnostic.code, **({"url": address} if address else {})},
    }
    suggested = list(_suggestions(diagnostic.finding, lines))
    return {**written, "suggestions": suggested} if suggested else written


def _suggestions(finding: Finding | None, lines: _Lines) -> list[dict[str, Any]]:
    if finding is None or finding.fix is None or len(finding.fix.replacements) != 1:
        return []
    replacement = finding.fix.replacements[0]
    if None in utf8_columns(replacement.place, lines):
        return []
    return [{"range": _range(replacement.place, lines), "text": replacement.text}]


def _range(place: Place, lines: _Lines) -> dict[str, Any]:
    begins, ends = utf8_columns(place, lines)
    start = {"line": place.line, **({"column": begins} if begins else {})}
    return {"start": start, "end": {"line": place.end_line, "column": ends}} if ends else {"start": start}
