"""A sheet → its tables: where each begins, what its columns are called, and the rows that stand outside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from nyttokedja.importing.tables.headings import KINDS, LONGEST, kind_of_label, meanings
from nyttokedja.importing.tables.sheets import Cell, Row, Sheet
from nyttokedja.model.spelling import fold

_BELOW = 3
_SURELY = 3
"""So many known headings make a row of them, however many others there are."""
_LONGEST_TITLE = 120
_NOTHING = Cell()
_UNSURE = frozenset({"text", "title", "note", "because", "done", "action_who", "box"})
"""What words of everyday texts mean too, so that one alone makes no heading."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table on a sheet.

    ``headings`` are its columns that are called something; ``section`` is what stands alone above it.
    ``spread`` says of a cell that is part of a larger one where that begins; ``at`` has every cell by row
    and column.
    """

    sheet: str
    headings: Mapping[int, str] = field(default_factory=dict)
    rows: tuple[Row, ...] = ()
    section: str = ""
    number: int = 0  # of the row with the headings
    spread: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    at: Mapping[tuple[int, int], Cell] = field(default_factory=dict)

    def cell(self, row: Row, column: int) -> Cell:
        """A cell; where it is part of a larger one, what stands in that."""
        found = row.cells.get(column)
        if found is not None and found.text:
            return found
        begin = self.spread.get((row.number, column))
        return self.at.get(begin, _NOTHING) if begin else found or _NOTHING

    def is_continued(self, row: Row, column: int) -> bool:
        """Whether a cell is the further part of one that begins in a row above."""
        begin = self.spread.get((row.number, column))
        return begin is not None and begin[0] < row.number and bool(self.at.get(begin, _NOTHING).text)

    def told(self, row: Row, column: int) -> str:
        """A cell's text; where nobody knows what its column is, with the heading before it."""
        heading, text = self.headings.get(column, ""), row.cells[column].text
        return f"{heading}: {text}" if heading and not meanings(heading) else text

    @property
    def columns(self) -> tuple[int, ...]:
        """Every column with something in it, in order."""
        filled = {at for row in self.rows for at, cell in row.cells.items() if cell.text}
        return tuple(sorted(filled | set(self.headings)))


@dataclass(frozen=True, slots=True)
class ParsedSheet:
    """The tables of a sheet, and the rows outside them, with the first of those that may be its title."""

    tables: tuple[Table, ...]
    outside: tuple[Row, ...]
    title: str = ""


def tables_of(sheet: Sheet, rows: Sequence[Row], *, once: bool = False) -> ParsedSheet:
    """The tables of a sheet.

    Args:
        sheet: the sheet.
        rows: those that are to be read.
        once: whether there is one table, which the first row with several headings begins.
    """
    spread = sheet.spread()
    at = {(row.number, column): cell for row in rows for column, cell in row.cells.items()}
    filled = [row for row in rows if any(cell.text for cell in row.cells.values())]
    starts = list(_first_headings(filled) if once else _starts(filled))
    if not starts:
        return ParsedSheet((Table(sheet.name, rows=tuple(filled), spread=spread, at=at),), ())
    title, outside, before = _above(filled, starts[0])
    tables = []
    for n, start in enumerate(starts):
        heading = filled[start]
        body = filled[start + 1 : starts[n + 1] if n + 1 < len(starts) else len(filled)]
        if n + 1 < len(starts) and body and _names_next(body, filled[starts[n + 1]]):
            outside.append(body.pop())
        if n + 1 < len(starts) and not body and not before and _says_other(heading, filled[starts[n + 1]]):
            outside.append(heading)  # what stands over the headings of several columns
            continue
        section = _alone(filled[start - 1]) if start and filled[start - 1] in outside else ""
        headings = {column: cell.text for column, cell in heading.cells.items() if cell.text}
        tables.append(Table(sheet.name, headings, (*before, *body), section, heading.number, spread, at))
        before = []
    return ParsedSheet(tuple(tables), tuple(outside), title)


def _says_other(heading: Row, following: Row) -> bool:
    """Whether a row of headings says something that the next one does not."""
    said, again = (
        {fold(cell.text) for cell in row.cells.values() if cell.text} for row in (heading, following)
    )
    return not said <= again


def _above(filled: Sequence[Row], start: int) -> tuple[str, list[Row], list[Row]]:
    """The title above the first table, the rows there that stand outside it, and those that belong to it."""
    above = list(filled[:start])
    left = min((column for column, cell in filled[start].cells.items() if cell.text), default=0)
    kinds = (
        n
        for n, row in enumerate(above)
        if len(row.cells) > 1
        and any(column < left and kind_of_label(cell.text) for column, cell in row.cells.items())
    )
    begun = next(kinds, len(above))
    title = _alone(above[0]) if above[:begun] and _may_be_title(_alone(above[0])) else ""
    return title, above[1 if title else 0 : begun], above[begun:]


def _first_headings(rows: Sequence[Row]) -> Iterator[int]:
    """Where the headings of the only table are, whatever stands below them."""
    known = (sum(bool(meanings(cell.text)) for cell in row.cells.values()) for row in rows)
    first = next((n for n, headings in enumerate(known) if headings > 1), None)
    return iter(() if first is None else (first,))


def _starts(rows: Sequence[Row]) -> Iterator[int]:
    """Where rows of headings are; after the first, what says the same again or is nothing but headings."""
    first: Mapping[int, str] | None = None
    kinds_down = False
    for n, row in enumerate(rows):
        filled = {column: cell for column, cell in row.cells.items() if cell.text}
        known = {column: found for column, cell in filled.items() if (found := meanings(cell.text))}
        if not known or any(len(one.text) > LONGEST or one.number is not None for one in filled.values()):
            continue
        said = {column: fold(filled[column].text) for column in known}
        if first is None:
            if _is_first(rows, n, known, list(filled.values())):
                first, kinds_down = said, any("kind" in found for found in known.values())
                yield n
        elif (len(known) >= 2 and set(said.values()) & set(first.values())) or (
            not kinds_down and len(known) == len(filled) and _is_further(known, first)
        ):
            yield n


def _is_further(known: Mapping[int, tuple[str, ...]], first: Mapping[int, str]) -> bool:
    """Whether a row that is nothing but headings is one of them: several, or one that is no title."""
    if len(known) > 1:
        return True
    ((column, found),) = known.items()
    return column != min(first) and not set(found) & (KINDS | _UNSURE)


def _is_first(
    rows: Sequence[Row], n: int, known: Mapping[int, tuple[str, ...]], filled: Sequence[Cell]
) -> bool:
    below = rows[n + 1 : n + 1 + _BELOW]
    if any(
        set(found) & KINDS and "kind" not in found and _are_kinds(below, at) for at, found in known.items()
    ):
        return False  # a row of the table: kinds stand down the side
    if len(known) >= 2:
        return len(known) * 2 >= len(filled) or len(known) >= _SURELY
    ((column, found),) = known.items()
    if set(found) <= _UNSURE and len(filled) > 1:
        return False
    alone = len(filled) == 1
    return bool(below) and all(
        row.cells.get(column, _NOTHING).text and (not alone or _alone(row)) for row in below
    )


def _are_kinds(rows: Sequence[Row], column: int) -> bool:
    cells = [cell.text for row in rows if (cell := row.cells.get(column)) is not None and cell.text]
    return bool(cells) and all(kind_of_label(text) for text in cells)


def _alone(row: Row) -> str:
    """The text of the only filled cell of a row; "" where there are more."""
    filled = [cell.text for cell in row.cells.values() if cell.text]
    return filled[0] if len(filled) == 1 else ""


def _may_be_title(text: str) -> bool:
    return len(text) <= _LONGEST_TITLE and not meanings(text) and not text.endswith(":")


def _names_next(body: Sequence[Row], heading: Row) -> bool:
    """Whether the last row names the next table: alone, right above it, and apart from the others."""
    last = body[-1]
    if min(last.cells) > min(heading.cells):
        return False
    return (
        bool(_alone(last))
        and heading.number - last.number == 1
        and (len(body) == 1 or last.number - body[-2].number > 1)
    )
