"""bytes of a table with measurements → its rows: an indicator, a date and a value in each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from nyttokedja.errors import CannotRead
from nyttokedja.importing.clean_text import cleaned
from nyttokedja.importing.model import ImportOptions
from nyttokedja.importing.tables.sheets import Cell, Row, Sheet
from nyttokedja.importing.tables.table import read_workbook
from nyttokedja.importing.tables.values import amount, day
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.texts import texts
from nyttokedja.model.spelling import fold

_NEEDED = frozenset({"indicator", "date", "value"})
_NOTHING = Cell()


class Measured(NamedTuple):
    """A row of a table: what was measured, in the words of the table; a number and a date as a chain has."""

    row: int
    sheet: str
    indicator: str
    value: str
    date: str
    comment: str = ""
    action: str = ""


def read_measured(data: bytes, name: str) -> tuple[Measured, ...]:
    """The rows of the sheets that have columns for indicator, date and value; those that are hidden are not.

    Raises:
        CannotRead: it is no table, or no sheet has such columns.
    """
    sheets = [sheet for sheet in read_workbook(data, ImportOptions(name)).sheets if not sheet.hidden]
    found = [rows for sheet in sheets if (rows := _rows(sheet)) is not None]
    if not found:
        raise CannotRead(
            "The table has no row of headings with indicator, date and value. Give the columns those names."
        )
    return tuple(row for rows in found for row in rows)


def _rows(sheet: Sheet) -> tuple[Measured, ...] | None:
    for row in sheet.rows:
        columns = {meant: at for at, cell in row.cells.items() if (meant := _meanings().get(fold(cell.text)))}
        if columns.keys() >= _NEEDED:
            return tuple(_read(sheet, row, columns))
    return None


def _read(sheet: Sheet, heading: Row, columns: Mapping[str, int]) -> Iterator[Measured]:
    for row in sheet.rows:
        if row.number <= heading.number or row.hidden:
            continue
        cells = {name: row.cells.get(at, _NOTHING) for name, at in columns.items()}
        said = {name: cleaned(cell.text) for name, cell in cells.items()}
        if not any(said.values()):
            continue
        box, indicator = said.get("box", ""), said["indicator"]
        yield Measured(
            row.number,
            sheet.name,
            f"{box}.{indicator}" if box and indicator else indicator,
            _number(cells["value"]),
            str(day(cells["date"].text) or said["date"]),
            said.get("comment", ""),
            said.get("action", ""),
        )


def _number(cell: Cell) -> str:
    """A number as a person writes it; what is none is left as it stands, for who reads it to refuse."""
    found = amount(cell)
    return f"{found[0]}" if found is not None else cleaned(cell.text)


@cache
def _meanings() -> Mapping[str, str]:
    """What a heading is called in any language → the column that it means."""
    every = (texts(language).group("follow_up/columns") for language in LANGUAGES)
    return {fold(word): column for columns in every for column, words in columns.items() for word in words}
