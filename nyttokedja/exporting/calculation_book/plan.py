"""A workbook before it is written: sheets of rows of cells, whose formulas name other cells by what they are.

Rows are known by keys, which stay with them where people put rows between, sort or copy; so are sheets and
columns. `addresses` says where each came to stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

LONGEST = 32_000
"""So many characters of a text stand in a cell, which holds 32,767."""
KEY = 0
"""The hidden column with the keys of rows. The first row, hidden too, has those of columns."""


class Ref(NamedTuple):
    """A cell, or the cells of a row from it to another column."""

    sheet: str
    row: str
    column: int
    to: int = -1


class Area(NamedTuple):
    """The cells of a column, from one row to another."""

    sheet: str
    first: str
    last: str
    column: int


Formula = tuple[str | Ref | Area, ...]
"""A formula of Excel without its equals sign, in pieces."""


class Field(NamedTuple):
    """What of the chain a cell holds, so that a change of it can be brought back.

    ``path`` is the id of the box ("" for the chain) and the keys from there; ``kind`` how the cell is read
    (`nyttokedja.importing.calculation.memory`); ``said`` what the chain says there, None for nothing.
    """

    path: tuple[str, ...]
    kind: str
    said: str | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: what it shows, how it looks, its formula, and what of the chain it holds.

    ``value`` of a formula is what we have computed; ``to`` the last column where it is merged.
    """

    column: int
    value: str | Decimal | None
    look: str = "text"
    formula: Formula = ()
    field: Field | None = None
    choices: tuple[str, ...] = ()
    to: int = -1

    @property
    def text(self) -> str:
        """What stands in it, where that is a text."""
        return self.value[:LONGEST] if isinstance(self.value, str) else ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row, with a key of its own in its sheet."""

    key: str
    cells: tuple[Cell, ...] = ()


class Chart(NamedTuple):
    """A chart of the program's own: what it is called and shows in words, its years and its rows.

    The name of a row in the legend is what stands in its column ``named``.
    """

    title: str
    description: str
    years: Ref
    rows: tuple[Ref, ...]
    named: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet; ``frozen`` rows and columns stay in sight, and those rows are printed on each page.

    ``charts`` stand below its rows.
    """

    key: str
    name: str
    rows: tuple[Row, ...]
    widths: Sequence[int]
    frozen: tuple[int, int] = (0, 0)
    charts: tuple[Chart, ...] = ()

    @property
    def columns(self) -> int:
        """How many columns it has."""
        last = max((max(cell.column, cell.to) for row in self.rows for cell in row.cells), default=0)
        return max(last + 1, len(self.widths))

    def numbered(self) -> Iterator[tuple[int, Row]]:
        """Its rows with their numbers, from 0; the first row of the sheet has the keys of columns."""
        return enumerate(self.rows, 1)


def gap(key: str) -> Row:
    """An empty row."""
    return Row(key)
