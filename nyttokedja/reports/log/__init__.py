"""The history of a chain → what people and programs read: one file a format, each with a ``report``."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from nyttokedja.reports import model
from nyttokedja.reports.model import ReportContext, ReportFormat
from nyttokedja.versions.log_model import FileLog

Report = Callable[[FileLog, ReportContext], str]

FORMATS: Mapping[str, ReportFormat] = {
    "text": ReportFormat("for people"),
    "json": ReportFormat("for programs, see schemas/log.schema.json"),
}
"""Every format; each is the file of its name here, imported when it is asked for."""


def reporter(name: str) -> Report:
    """What makes the report of a format."""
    report: Report = model.reporter(__name__, name)
    return report
