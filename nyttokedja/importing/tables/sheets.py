"""Workbook: what a file of tables holds, cell by cell, before anybody says what it means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from nyttokedja.errors import CannotRead

MOST_CELLS = 400_000
"""So many filled cells a file may have."""
_LARGEST_AREA = 10_000


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as a person sees it: its text, and what else it says.

    ``number`` is its value where it is one (22 for a cell that shows 22 %, with ``percent``), ``fill`` its
    colour as ``#rrggbb`` or a name, ``comment`` what somebody has written beside it.
    """

    text: str = ""
    number: float | None = None
    percent: bool = False
    fill: str = ""
    comment: str = ""


class Area(NamedTuple):
    """Cells that are one, from its first row and column to its last, both included; columns from 0."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Row:
    """A row by its number on the sheet, from 1; ``cells`` are those with something in them, by column."""

    number: int
    cells: Mapping[int, Cell] = field(default_factory=dict)
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: rows in order, which of its columns nobody sees, which cells are one.

    ``texts`` are those in boxes that lie on it. ``faults`` are a key of ``exchange.toml``'s remarks, what
    is concerned, and the row. ``pictures`` counts what is no text.
    """

    name: str
    rows: tuple[Row, ...] = ()
    hidden: bool = False
    hidden_columns: frozenset[int] = frozenset()
    merged: tuple[Area, ...] = ()
    texts: tuple[str, ...] = ()
    faults: tuple[tuple[str, str, int], ...] = ()
    pictures: int = 0

    def spread(self) -> Mapping[tuple[int, int], tuple[int, int]]:
        """Row and column of each cell of an area but its first → those of its first."""
        found: dict[tuple[int, int], tuple[int, int]] = {}
        for area in self.merged:
            if (area.bottom - area.top + 1) * (area.right - area.left + 1) > _LARGEST_AREA:
                continue
            for at in _cells(area):
                if at != (area.top, area.left) and len(found) < MOST_CELLS:
                    found[at] = (area.top, area.left)
        return found


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets of a file; ``comments`` is what its properties say of it."""

    sheets: tuple[Sheet, ...] = ()
    comments: str = ""
    title: str = ""


def too_many_cells() -> CannotRead:
    """What is said where a file has more than `MOST_CELLS` filled cells."""
    return CannotRead(
        "The tables have more than 400,000 filled cells. Copy the rows that are to be imported to a file of "
        "their own."
    )


def _cells(area: Area) -> Iterator[tuple[int, int]]:
    for row in range(area.top, area.bottom + 1):
        for column in range(area.left, area.right + 1):
            yield row, column
