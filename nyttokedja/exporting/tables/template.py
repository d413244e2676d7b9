"""The empty table that people fill in: its content by the kind of file."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from nyttokedja.exporting.tables.book import Book
from nyttokedja.exporting.tables.delimited import delimited

TEMPLATES: Mapping[str, Callable[[str], bytes]] = {
    "xlsx": lambda language: Book(language).content(""),
    "csv": lambda language: delimited((), language),
}
"""Ending of the file → what makes the template in a language: sv, nb or en."""
