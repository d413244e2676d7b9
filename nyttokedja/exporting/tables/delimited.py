"""Rows → text with cells (.csv), as the spreadsheet of an office opens it, with no cell that it could run."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from io import StringIO

from nyttokedja.exporting.tables.rows import COLUMNS, Row
from nyttokedja.language.texts import texts

_RUN = re.compile("'*[=+\\-@\t\r]")
"""How a cell begins that a spreadsheet would work out; one that is kept from it already has a ' before it."""


def delimited(rows: Iterable[Row], language: str) -> bytes:
    """The first sheet of the template as text: with semicolons, but with commas in English."""
    said = texts(language).group("headings/template")
    cells = ([str(row.get(key, "")) for key in COLUMNS] for row in rows)
    return with_cells([[said[key] for key in COLUMNS], *cells], language)


def with_cells(rows: Iterable[Sequence[str]], language: str) -> bytes:
    """Rows of cells as such text, the first one headings."""
    buffer = StringIO()
    writer = csv.writer(buffer, delimiter="," if language == "en" else ";", lineterminator="\r\n")
    writer.writerows([_kept(cell) for cell in row] for row in rows)
    return buffer.getvalue().encode("utf-8-sig")


def _kept(text: str) -> str:
    return f"'{text}" if _RUN.match(text) else text
