"""Findings → logging commands of Azure Pipelines: ``##vso[task.logissue type=…;…]message``, a line each.

Columns are characters from 1. Azure knows errors and warnings only: an info is a warning that begins
with its own word.
"""

from __future__ import annotations

from collections.abc import Sequence

from nyttokedja.checking.outcome import Outcome
from nyttokedja.language.safe_text import clean
from nyttokedja.model.severity import Severity
from nyttokedja.reports.findings.messages import Note, notes
from nyttokedja.reports.locations import path
from nyttokedja.reports.model import ReportContext

_ESCAPES = {"%": "%AZP25", ";": "%3B", "\r": "%0D", "\n": "%0A", "]": "%5D"}


def report(outcomes: Sequence[Outcome], setting: ReportContext) -> str:
    """The issues of all findings that nobody has accepted."""
    return "".join(f"{_command(note, setting)}\n" for note in notes(outcomes))


def _command(note: Note, setting: ReportContext) -> str:
    properties = {
        "type": "error" if note.severity is Severity.ERROR else "warning",
        "sourcepath": path(note.file, setting),
        "linenumber": str(note.place.line),
        "columnnumber": str(note.place.column),
        "code": note.code,
    }
    listed = ";".join(f"{key}={_escaped(value)}" for key, value in properties.items())
    said = note.said(" ")
    if note.severity is Severity.INFO:
        said = f"{note.word}: {said}"
    return f"##vso[task.logissue {listed}]{_escaped(said)}"


def _escaped(text: str) -> str:
    return "".join(_ESCAPES.get(character, character) for character in clean(text))
