"""Sums of what is registered of users, `UserReport` → text and data: one module a format."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from nyttokedja.reports.model import Report, ReportFormat, reporter_of

if TYPE_CHECKING:
    from nyttokedja.reports.users.document import UserReport

FORMATS: Mapping[str, ReportFormat] = {
    "text": ReportFormat("for people"),
    "markdown": ReportFormat("a table, for a document"),
    "json": ReportFormat("for programs, see schemas/users.schema.json"),
}
"""Every format; its module is imported when it is asked for."""

reporter: Callable[[str], Report[UserReport]] = reporter_of(__name__)
"""The name of a format → what makes its report."""
