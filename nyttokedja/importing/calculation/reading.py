"""A workbook of ours → what its sheets hold now, row by row as it was written, and what is new in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from nyttokedja.importing.calculation.memory import (
    FIXED,
    NUMBER,
    Held,
    Memory,
    read_memory,
    row_of_columns,
)
from nyttokedja.importing.calculation.sheets import RawCell, RawRow, RawSheet, raw_sheets
from nyttokedja.importing.packages.archive import Package
from nyttokedja.importing.packages.ours import CALCULATION_SHEET

_COLUMNS = re.compile(r"([a-z_]{1,20})\|([0-9]{1,5})")
_MOST_CELLS = 12
"""So many cells of a row that somebody has added are told: as many as a factor has."""
_FIRST_ROWS = 30
"""Among so many rows the one is looked for that says which column is which."""


class ReadRow(NamedTuple):
    """A row of a sheet: its number, and its cells by the columns that they were written in."""

    number: int
    cells: RawRow
    columns: Mapping[int, int]  # column as written → column where it stands now

    def address(self, column: int) -> str:
        """What the program calls a cell."""
        return f"{letters(self.columns.get(column, column))}{self.number}"


class Added(NamedTuple):
    """A row or cells that were not there when the workbook was written."""

    sheet: str
    address: str
    text: str


class ReadBook(NamedTuple):
    """A workbook: sheet → key of a row → the row, what people added, and sheets that are no longer there."""

    memory: Memory
    names: Mapping[str, str]
    rows: Mapping[str, Mapping[str, ReadRow]]
    added: Sequence[Added]
    lost: Sequence[str]


def read_book(package: Package) -> ReadBook:
    """What a workbook of ours holds.

    Raises:
        CannotRead: it is damaged, too large, or of another version.
    """
    sheets = raw_sheets(package)
    memory = read_memory(_memory_text(sheets))
    names: dict[str, str] = {}
    rows: dict[str, Mapping[str, ReadRow]] = {}
    added: list[Added] = []
    for sheet in sheets:
        if sheet.name == CALCULATION_SHEET:
            continue
        key, columns, first = _columns(sheet)
        if key not in memory.rows or key in rows:
            if texts := [cell.text for row in sheet.rows.values() for cell in row.values() if cell.text]:
                added.append(Added(sheet.name, "", ", ".join(texts[:3])))
            continue
        names[key] = sheet.name
        found = [_read_row(number, row, columns) for number, row in sheet.rows.items() if number != first]
        rows[key] = _known(found, memory.rows[key])
        added += _added(sheet.name, found, rows[key], memory.rows[key])
    lost = [memory.names[key] for key in memory.rows if key not in rows]
    return ReadBook(memory, {**memory.names, **names}, rows, added, lost)


def letters(column: int) -> str:
    """The name of a column, from 0: ``A``, ``B``, … ``AA``."""
    name = ""
    column += 1
    while column:
        column, left = divmod(column - 1, 26)
        name = chr(65 + left) + name
    return name


def agrees(held: Held, cell: RawCell | None) -> bool:
    """Whether a cell that has no formula holds what was written in it."""
    now = cell.text if cell else ""
    if held.kind != NUMBER or not held.written or not now:
        return _flat(now) == _flat(held.written)
    try:
        return float(now) == float(held.written)
    except ValueError:
        return False


def _flat(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _memory_text(sheets: Sequence[RawSheet]) -> str:
    held = next((sheet for sheet in sheets if sheet.name == CALCULATION_SHEET), None)
    rows = held.rows if held else {}
    return "".join(rows[number][0].text for number in sorted(rows) if 0 in rows[number])


def _columns(sheet: RawSheet) -> tuple[str, Mapping[int, int], int]:
    """Which sheet it is, where its columns as written stand now, and the row that says so."""
    for number, row in sorted(sheet.rows.items())[:_FIRST_ROWS]:
        marked = {at: match for at, cell in row.items() if (match := _COLUMNS.fullmatch(cell.text.strip()))}
        if marked:
            key = next(iter(marked.values()))[1]
            columns: dict[int, int] = {}
            for at, match in marked.items():
                if match[0] == row_of_columns(key, int(match[2])):
                    columns.setdefault(int(match[2]), at)
            return key, columns, number
    return "", {}, 0


def _read_row(number: int, row: RawRow, columns: Mapping[int, int]) -> ReadRow:
    written = {now: column for column, now in columns.items()}
    beyond = max(columns, default=0) + 1
    cells = {written.get(at, beyond + at): cell for at, cell in row.items()}
    places = {written.get(at, beyond + at): at for at in row}
    return ReadRow(number, cells, {**columns, **places})


def _known(found: Sequence[ReadRow], memory: Mapping[str, Mapping[int, Held]]) -> Mapping[str, ReadRow]:
    """The rows that were written; of copies of one, that which is most like it."""
    rows: dict[str, ReadRow] = {}
    for row in found:
        key = _key(row)
        if key in memory and (key not in rows or _unlike(row, memory[key]) < _unlike(rows[key], memory[key])):
            rows[key] = row
    return rows


def _key(row: ReadRow) -> str:
    cell = row.cells.get(0)
    return cell.text.strip() if cell else ""


def _unlike(row: ReadRow, memory: Mapping[int, Held]) -> int:
    return sum(
        held.kind == FIXED and not agrees(held, row.cells.get(column)) for column, held in memory.items()
    )


def _added(
    sheet: str,
    found: Sequence[ReadRow],
    rows: Mapping[str, ReadRow],
    memory: Mapping[str, Mapping[int, Held]],
) -> Iterator[Added]:
    """The rows that were not written, and what stands beside those that were."""
    for row in found:
        key = _key(row)
        ours = rows.get(key) is row
        beside = {
            column: cell
            for column, cell in row.cells.items()
            if column and cell.text and not (ours and column in memory[key])
        }
        if beside and ours:
            for column, cell in beside.items():
                yield Added(sheet, row.address(column), cell.text)
        elif beside:
            yield Added(
                sheet, str(row.number), ", ".join(cell.text for cell in list(beside.values())[:_MOST_CELLS])
            )
