"""Findings → ``file:line:column: severity CODE message``, a line each, as compilers and editors write it.

Columns are characters from 1. The severity is error, warning or info in every language, since programs
style for these words.
"""

from __future__ import annotations

from collections.abc import Sequence

from nyttokedja.checking.outcome import Outcome
from nyttokedja.language.safe_text import clean
from nyttokedja.reports.findings.diagnostics import Diagnostic, diagnostics
from nyttokedja.reports.findings.text import safe_file_name
from nyttokedja.reports.model import ReportContext


def report(outcomes: Sequence[Outcome], context: ReportContext) -> str:
    """The lines of all findings that nobody has accepted."""
    return "".join(f"{_line(diagnostic)}\n" for diagnostic in diagnostics(outcomes))


def _line(diagnostic: Diagnostic) -> str:
    place = f"{safe_file_name(diagnostic.file)}:{diagnostic.place.line}:{diagnostic.place.column}"
    return f"{place}: {diagnostic.severity.word} {diagnostic.code} {clean(diagnostic.message)}"
