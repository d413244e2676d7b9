"""Findings → GitHub's workflow commands: ``::error file=…,line=…,title=…::message``, a line each.

Columns are characters from 1; GitHub does not say which unit it means. It shows ten annotations of a
kind a step.
"""

from __future__ import annotations

from collections.abc import Sequence

from nyttokedja.checking.outcome import Outcome
from nyttokedja.language.safe_text import clean
from nyttokedja.model.severity import Severity
from nyttokedja.reports.findings.messages import Note, notes
from nyttokedja.reports.locations import path
from nyttokedja.reports.model import ReportContext

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def report(outcomes: Sequence[Outcome], setting: ReportContext) -> str:
    """The annotations of all findings that nobody has accepted."""
    return "".join(f"{_command(note, setting)}\n" for note in notes(outcomes))


def _command(note: Note, setting: ReportContext) -> str:
    place = note.place
    properties: dict[str, str | int] = {"file": path(note.file, setting)}
    if note.finding is not None:
        properties |= {"line": place.line, "endLine": place.end_line}
        if place.line == place.end_line:  # over several lines, GitHub takes no columns
            properties |= {"col": place.column, "endColumn": place.end_column}
    properties["title"] = note.title if note.finding is None else f"{note.code} {note.title}"
    listed = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    said = "%0A".join(_data(clean(text)) for text in (note.message, note.remedy) if text)
    return f"::{_COMMANDS[note.severity]} {listed}::{said}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(clean(text)).replace(":", "%3A").replace(",", "%2C")
