"""Findings → GitLab's Code Quality report: a JSON list of issues. It has lines and no columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from nyttokedja.checking.outcome import Outcome
from nyttokedja.model.severity import Severity
from nyttokedja.reports.findings.diagnostics import Diagnostic, diagnostics, fingerprinted
from nyttokedja.reports.locations import report_path
from nyttokedja.reports.markup import json_text
from nyttokedja.reports.model import ReportContext

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def report(outcomes: Sequence[Outcome], context: ReportContext) -> str:
    """The issues of all findings that nobody has accepted; a file that could not be checked is a blocker."""
    listed = fingerprinted(diagnostics(outcomes), context)
    return json_text(_issue(one, mark, context) for one, mark in listed)


def _issue(diagnostic: Diagnostic, mark: str, context: ReportContext) -> dict[str, Any]:
    return {
        "description": diagnostic.full_text(" "),
        "check_name": diagnostic.code,
        "fingerprint": mark,
        "severity": "blocker" if diagnostic.finding is None else _SEVERITIES[diagnostic.severity],
        "location": {
            "path": report_path(diagnostic.file, context),
            "lines": {"begin": diagnostic.place.line},
        },
    }
