"""The seven questions → what people and programs read: one file a format, each with the same ``report``.

``report(asked, setting) -> str`` is the whole of a report, with a line break at its end; "" says nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from nyttokedja.reports import model
from nyttokedja.reports.model import ReportContext, ReportFormat

if TYPE_CHECKING:
    from nyttokedja.checking.questions.outcome import Asked

Report = Callable[[Sequence["Asked"], ReportContext], str]

FORMATS: Mapping[str, ReportFormat] = {
    "text": ReportFormat("for people"),
    "markdown": ReportFormat("tables for a step summary or a comment"),
    "json": ReportFormat("for programs, see schemas/questions.schema.json"),
}
"""Every format; each is the file of its name here, imported when it is asked for."""


def reporter(name: str) -> Report:
    """What makes the report of a format."""
    report: Report = model.reporter(__name__, name)
    return report
