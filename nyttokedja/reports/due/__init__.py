"""What there is to do, `Agenda` → text and data: one module a format."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from nyttokedja.reports.model import Report, ReportFormat, reporter_of

if TYPE_CHECKING:
    from nyttokedja.checking.due import Agenda

FORMATS: Mapping[str, ReportFormat] = {
    "text": ReportFormat("for people"),
    "markdown": ReportFormat("a table, for a document or a comment"),
    "json": ReportFormat("for programs, see schemas/due.schema.json"),
    "ics": ReportFormat("for calendars, a day each"),
}
"""Every format; its module is imported when it is asked for."""

reporter: Callable[[str], Report[Agenda]] = reporter_of(__name__)
"""The name of a format → what makes its report."""
