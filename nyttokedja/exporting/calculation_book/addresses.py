"""Formulas that name cells by what they are → formulas of Excel."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from nyttokedja.exporting.calculation_book.plan import Area, Formula, Ref, Sheet


class Addresses:
    """Where the rows of a workbook's sheets stand."""

    def __init__(self, sheets: Iterable[Sheet]) -> None:
        held = tuple(sheets)
        self._names = {sheet.key: sheet.name for sheet in held}
        self._rows: Mapping[tuple[str, str], int] = {
            (sheet.key, row.key): number for sheet in held for number, row in sheet.numbered()
        }

    def written(self, formula: Formula, home: str) -> str:
        """A formula as it stands in a cell of the sheet ``home``."""
        return "=" + "".join(
            piece if isinstance(piece, str) else self._address(piece, home) for piece in formula
        )

    def row(self, sheet: str, key: str) -> int:
        """The number of a row, from 0."""
        return self._rows[sheet, key]

    def _address(self, place: Ref | Area, home: str) -> str:
        if isinstance(place, Area):
            first, last = (self._cell(place.sheet, row, place.column) for row in (place.first, place.last))
        else:
            first = self._cell(place.sheet, place.row, place.column)
            last = self._cell(place.sheet, place.row, place.to) if place.to >= 0 else ""
        cells = f"{first}:{last}" if last else first
        quoted = self._names[place.sheet].replace("'", "''")
        return cells if place.sheet == home else f"'{quoted}'!{cells}"

    def _cell(self, sheet: str, row: str, column: int) -> str:
        return f"${letters(column)}${self._rows[sheet, row] + 1}"


def letters(column: int) -> str:
    """The name of a column, from 0: ``A``, ``B``, … ``AA``."""
    name = ""
    column += 1
    while column:
        column, left = divmod(column - 1, 26)
        name = chr(65 + left) + name
    return name
