"""Comparisons → what people and programs read of a change: one file a format.

``report(compared, setting) -> str`` is the whole of a report, with a line break at its end.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from nyttokedja.comparing.model import Compared
from nyttokedja.reports import model
from nyttokedja.reports.model import ReportContext, ReportFormat

Report = Callable[[Sequence[Compared], ReportContext], str]

FORMATS: Mapping[str, ReportFormat] = {
    "text": ReportFormat("for people"),
    "markdown": ReportFormat("one comment for a pull request, made to be updated in place"),
    "json": ReportFormat("for programs, see schemas/comparison.schema.json"),
}
"""Every format; each is the file of its name here, imported when it is asked for."""


def reporter(name: str) -> Report:
    """What makes the report of a format."""
    report: Report = model.reporter(__name__, name)
    return report
