"""Findings → logging commands of Azure Pipelines: ``##vso[task.logissue type=…;…]message``, a line each.

Columns are characters from 1. Azure knows errors and warnings only: an info is a warning that begins
with its own word.
"""

from __future__ import annotations

from collections.abc import Sequence

from nyttokedja.checking.outcome import Outcome
from nyttokedja.language.safe_text import clean
from nyttokedja.model.severity import Severity
from nyttokedja.reports.findings.diagnostics import Diagnostic, diagnostics
from nyttokedja.reports.locations import report_path
from nyttokedja.reports.model import ReportContext

_ESCAPES = {"%": "%AZP25", ";": "%3B", "\r": "%0D", "\n": "%0A", "]": "%5D"}


def report(outcomes: Sequence[Outcome], context: ReportContext) -> str:
    """The issues of all findings that nobody has accepted."""
    return "".join(f"{_command(diagnostic, context)}\n" for diagnostic in diagnostics(outcomes))


def _command(diagnostic: Diagnostic, context: ReportContext) -> str:
    properties = {
        "type": "error" if diagnostic.severity is Severity.ERROR else "warning",
        "sourcepath": report_path(diagnostic.file, context),
        "linenumber": str(diagnostic.place.line),
        "columnnumber": str(diagnostic.place.column),
        "code": diagnostic.code,
    }
    listed = ";".join(f"{key}={_escaped(value)}" for key, value in properties.items())
    message = diagnostic.full_text(" ")
    if diagnostic.severity is Severity.INFO:
        message = f"{diagnostic.word}: {message}"
    return f"##vso[task.logissue {listed}]{_escaped(message)}"


def _escaped(text: str) -> str:
    return "".join(_ESCAPES.get(character, character) for character in clean(text))
