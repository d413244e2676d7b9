"""Findings → ``file:line:column: severity CODE message``, a line each, as compilers and editors write it.

Columns are characters from 1. The severity is error, warning or info in every language, since programs
look for these words.
"""

from __future__ import annotations

from collections.abc import Sequence

from nyttokedja.checking.outcome import Outcome
from nyttokedja.language.safe_text import clean
from nyttokedja.reports.findings.messages import Note, notes
from nyttokedja.reports.findings.text import shown
from nyttokedja.reports.model import ReportContext


def report(outcomes: Sequence[Outcome], setting: ReportContext) -> str:
    """The lines of all findings that nobody has accepted."""
    return "".join(f"{_line(note)}\n" for note in notes(outcomes))


def _line(note: Note) -> str:
    place = f"{shown(note.file)}:{note.place.line}:{note.place.column}"
    return f"{place}: {note.severity.word} {note.code} {clean(note.message)}"
