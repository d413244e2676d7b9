"""The history of a chain, ``History`` → text and data: one module a format."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from nyttokedja.reports.model import Report, ReportFormat, reporter_of
from nyttokedja.versions.log_model import FileLog

FORMATS: Mapping[str, ReportFormat] = {
    "text": ReportFormat("for people"),
    "json": ReportFormat("for programs, see schemas/log.schema.json"),
}
"""Every format; its module is imported when it is asked for."""

reporter: Callable[[str], Report[FileLog]] = reporter_of(__name__)
"""The name of a format → what makes its report."""
