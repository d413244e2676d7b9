"""A chain and its calculation → the sheets of a workbook."""

from __future__ import annotations

from nyttokedja.exporting.calculation_book import factors
from nyttokedja.exporting.calculation_book.by_year import tables
from nyttokedja.exporting.calculation_book.content import Content
from nyttokedja.exporting.calculation_book.follow_up import follow_up_sheet
from nyttokedja.exporting.calculation_book.items import block
from nyttokedja.exporting.calculation_book.plan import Cell, Row, Sheet
from nyttokedja.exporting.calculation_book.results import result_sheet
from nyttokedja.exporting.calculation_book.start import start_sheet
from nyttokedja.exporting.calculation_book.unvalued import unvalued_sheet


def sheets_of(content: Content) -> tuple[Sheet, ...]:
    """The sheets, in the order in which they stand."""
    return (
        start_sheet(content),
        factors.factors_sheet(content),
        _values_sheet(content, "benefits"),
        _values_sheet(content, "costs"),
        unvalued_sheet(content),
        result_sheet(content),
        follow_up_sheet(content),
    )


def _values_sheet(content: Content, side: str) -> Sheet:
    """A sheet with what boxes are worth: a block a box, then all of them by year."""
    name = content.say("sheets", side)
    rows = [
        Row("title", (Cell(factors.NAME, name, "title"),)),
        Row("help", (Cell(factors.NAME, content.say("items", "help"), "note", to=factors.COMMENT),)),
    ]
    items = content.items(side)
    for item in items:
        rows += block(content, item)
    rows += tables(content, side)
    if not items:
        rows.append(
            Row("none", (Cell(factors.NAME, content.say("items", f"no-{side}"), "note", to=factors.COMMENT),))
        )
    return Sheet(side, name, tuple(rows), factors.WIDTHS, (2, 2))
