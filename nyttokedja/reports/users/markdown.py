"""Sums of users' registrations → Markdown. No text of the table becomes markup."""

from __future__ import annotations

from nyttokedja.reports.calculation.markdown import document_parts
from nyttokedja.reports.model import ReportContext
from nyttokedja.reports.users.document import UserReport, document_of


def report(made: UserReport, context: ReportContext) -> str:
    """How many are in the sums, and the sums by group."""
    return "\n\n".join(document_parts(document_of(made, context.language))) + "\n"
