"""Rows → CSV that no sheet takes for formulas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from nyttokedja.portfolio.cells import Cell

_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a sheet takes for the beginning of a formula, or of white space before one."""


def guarded(text: str) -> str:
    """A text as a cell of CSV: one that a sheet would calculate gets an apostrophe before it."""
    return f"'{text}" if text.startswith(_SIGNS) else text


def lines(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    """The lines of a file with a heading; numbers as programs write them."""
    held = io.StringIO()
    write = csv.writer(held, lineterminator="\n")
    for row in chain([columns], rows):
        write.writerow([guarded(cell) if isinstance(cell, str) else _plain(cell) for cell in row])
        yield held.getvalue()
        held.seek(0)
        held.truncate()


def _plain(cell: Cell) -> str:
    if cell is None:
        return ""
    return str(cell).lower() if isinstance(cell, bool) else str(cell)
