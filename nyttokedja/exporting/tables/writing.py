"""A chain → the template, filled in: as a workbook, or as text with cells."""

from __future__ import annotations

from nyttokedja.exporting.model import Exportable, Written
from nyttokedja.exporting.tables.book import Book
from nyttokedja.exporting.tables.delimited import delimited
from nyttokedja.exporting.tables.rows import ChainRows


def write_xlsx(exportable: Exportable) -> Written:
    """The chain as a workbook, in its own language."""
    rows = ChainRows(exportable.data)
    title = str(exportable.data.get("title", ""))
    made = Book(rows.language).content(
        title, tuple(rows.boxes()), tuple(rows.indicators()), tuple(rows.actions())
    )
    return Written(made)


def write_csv(exportable: Exportable) -> Written:
    """The chain as text with cells, in its own language."""
    rows = ChainRows(exportable.data)
    return Written(delimited(rows.boxes(), rows.language))
