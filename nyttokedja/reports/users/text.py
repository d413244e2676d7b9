"""Sums of users' registrations → text for a terminal."""

from __future__ import annotations

from nyttokedja.reports.calculation.text import document_lines
from nyttokedja.reports.model import ReportContext
from nyttokedja.reports.text_style import TextStyle
from nyttokedja.reports.users.document import UserReport, document_of


def report(made: UserReport, context: ReportContext) -> str:
    """How many are in the sums, and the sums by group; without colours."""
    lines = document_lines(document_of(made, context.language), TextStyle(width=80))
    return "".join(f"{line}\n" for line in lines)
