"""What chains are worth, `Reckoning` → text and data: one module a format."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from nyttokedja.reports.model import Report, ReportFormat, reporter_of

if TYPE_CHECKING:
    from nyttokedja.checking.calculated import Reckoning

FORMATS: Mapping[str, ReportFormat] = {
    "text": ReportFormat("for people"),
    "markdown": ReportFormat("the same with headings and tables, for a document or a comment"),
    "json": ReportFormat("for programs, with all digits, see schemas/calculation.schema.json"),
}
"""Every format; its module is imported when it is asked for."""

reporter: Callable[[str], Report[Reckoning]] = reporter_of(__name__)
"""The name of a format → what makes its report."""
