"""What people have typed into the sheet for following up → what was measured, and when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from nyttokedja.importing.calculation.memory import DATE
from nyttokedja.importing.calculation.reading import ReadBook, agrees
from nyttokedja.importing.calculation.values import Unfit, value_of

SHEET = "follow_up"
MEASURED, MEASURED_ON = 7, 8
"""The columns of the latest value of an indicator and of its date."""
_ROW = "indicator|"


class Typed(NamedTuple):
    """A value that somebody has typed at an indicator; ``date`` is as it stands where it is none."""

    node: str
    indicator: str
    value: str
    date: str
    addresses: frozenset[str]  # of its cells

    @property
    def name(self) -> str:
        """The indicator as orders call it."""
        return f"{self.node}.{self.indicator}"


def row_of(node: str, indicator: str) -> str:
    """The key of the row of an indicator."""
    return f"{_ROW}{node}|{indicator}"


def typed_in(book: ReadBook) -> Iterator[Typed]:
    """The values of indicators that are others than those which were written, or of another day."""
    for key, row in book.rows.get(SHEET, {}).items():
        if not key.startswith(_ROW):
            continue
        memory = book.memory.rows[SHEET][key]
        cells = {column: row.cells.get(column) for column in (MEASURED, MEASURED_ON)}
        said = {column: cell.text.strip() if cell else "" for column, cell in cells.items()}
        if not said[MEASURED] or all(
            column in memory and agrees(memory[column], cell) for column, cell in cells.items()
        ):
            continue
        try:
            date = str(value_of(DATE, cells[MEASURED_ON], book.memory.language) or "")
        except Unfit:
            date = said[MEASURED_ON]
        _, node, indicator = key.split("|", 2)
        places = frozenset(row.address(column) for column in cells)
        yield Typed(node, indicator, said[MEASURED], date, places)
