"""Findings → GitHub's workflow commands: ``::error file=…,line=…,title=…::message``, a line each.

Columns are characters from 1; GitHub does not say which unit it means. It shows ten annotations of a
kind a step.
"""

from __future__ import annotations

from collections.abc import Sequence

from nyttokedja.checking.outcome import Outcome
from nyttokedja.language.safe_text import clean
from nyttokedja.model.severity import Severity
from nyttokedja.reports.findings.diagnostics import Diagnostic, diagnostics
from nyttokedja.reports.locations import report_path
from nyttokedja.reports.model import ReportContext

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def report(outcomes: Sequence[Outcome], context: ReportContext) -> str:
    """The annotations of all findings that nobody has accepted."""
    return "".join(f"{_command(diagnostic, context)}\n" for diagnostic in diagnostics(outcomes))


def _command(diagnostic: Diagnostic, context: ReportContext) -> str:
    place = diagnostic.place
    properties: dict[str, str | int] = {"file": report_path(diagnostic.file, context)}
    if diagnostic.finding is not None:
        properties |= {"line": place.line, "endLine": place.end_line}
        if place.line == place.end_line:  # over several lines, GitHub takes no columns
            properties |= {"col": place.column, "endColumn": place.end_column}
    title = diagnostic.title
    properties["title"] = title if diagnostic.finding is None else f"{diagnostic.code} {title}"
    listed = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    message = "%0A".join(_data(clean(text)) for text in (diagnostic.message, diagnostic.remedy) if text)
    return f"::{_COMMANDS[diagnostic.severity]} {listed}::{message}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(clean(text)).replace(":", "%3A").replace(",", "%2C")
