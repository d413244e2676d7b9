"""The seven questions answered, ``Sequence[QuestionOutcome]`` → text and data: one module a format."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from nyttokedja.reports.model import Report, ReportFormat, reporter_of

if TYPE_CHECKING:
    from nyttokedja.checking.questions.outcome import QuestionOutcome

FORMATS: Mapping[str, ReportFormat] = {
    "text": ReportFormat("for people"),
    "matrix": ReportFormat("a line for each benefit, a sign for each question"),
    "markdown": ReportFormat("tables for a step summary or a comment"),
    "json": ReportFormat("for programs, see schemas/questions.schema.json"),
}
"""Every format; its module is imported when it is asked for."""

reporter: Callable[[str], Report[Sequence[QuestionOutcome]]] = reporter_of(__name__)
"""The name of a format → what makes its report."""
