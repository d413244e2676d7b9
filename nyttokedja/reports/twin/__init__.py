"""A chain told in words, `Telling` → text and data: the twin of its picture, one module a format.

graph → passages (which sentences) → read (their words) ─┐
chain → benefits, hindrances                             ├→ document (blocks) → text, markdown
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from nyttokedja.reports.model import Report, ReportFormat, reporter_of

if TYPE_CHECKING:
    from nyttokedja.reports.twin.model import Telling

FORMATS: Mapping[str, ReportFormat] = {
    "text": ReportFormat("to be read aloud"),
    "markdown": ReportFormat("the same with headings and a table, for a document"),
    "json": ReportFormat("for programs, see schemas/twin.schema.json"),
}
"""Every format; its module is imported when it is asked for."""

reporter: Callable[[str], Report[Telling]] = reporter_of(__name__)
"""The name of a format → what makes its report."""
