"""What a workbook held, what it holds, and what the chain says now → what to change in the chain.

What only the sheet changed is brought into the chain. What the chain has changed too is not: it is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from nyttokedja.editing.edits import Edit, Set, Unset
from nyttokedja.importing.calculation.measured import SHEET, Typed, typed_in
from nyttokedja.importing.calculation.memory import FORMULA, Held, Path, said_number
from nyttokedja.importing.calculation.reading import Added, ReadBook, ReadRow, agrees
from nyttokedja.importing.calculation.values import Unfit, shortened, value_of
from nyttokedja.model.chain import SECTIONS

_REQUIRED = frozenset({"likely"})
_GONE = object()


class Change(NamedTuple):
    """A field that the sheet has changed: what it was, what it is there now, and what the chain says."""

    path: Path
    before: object
    after: object  # plain data, None where it is to be taken away
    chain: object


class Spot(NamedTuple):
    """A cell: its sheet, what the program calls it, what its row is called, and what it holds now."""

    sheet: str
    address: str
    row: str
    text: str


@dataclass
class Compared:
    """What came of it: each list is told, and only ``changes`` are made."""

    changes: list[Change] = field(default_factory=list)
    clashes: list[Change] = field(default_factory=list)
    gone: list[Change] = field(default_factory=list)  # what it is about is no longer in the chain
    unfit: list[Spot] = field(default_factory=list)
    overwritten: list[Spot] = field(default_factory=list)  # formulas
    fixed: list[Spot] = field(default_factory=list)  # what is changed in the chain alone
    removed: list[Spot] = field(default_factory=list)  # rows
    added: list[Added] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)  # sheets
    measured: list[Typed] = field(default_factory=list)  # brought in as `measure` does

    @property
    def edits(self) -> tuple[Edit, ...]:
        """The changes as edits of the chain."""
        return tuple(
            Unset(path[0], path[1:]) if after is None else Set(path[0], path[1:], after)
            for path, _, after, _ in self.changes
        )

    @property
    def found(self) -> int:
        """How much was changed in the workbook, whatever came of it."""
        return sum(map(len, vars(self).values()))


class _Cell(NamedTuple):
    held: Held
    row: ReadRow
    column: int
    spot: Spot


def compare(book: ReadBook, data: Mapping[str, Any]) -> Compared:
    """Compare a workbook with its memory, and with a chain in its normal form."""
    typed = list(typed_in(book))
    theirs = {(book.names[SHEET], address) for one in typed for address in one.addresses}
    added = [one for one in book.added if (one.sheet, one.address) not in theirs]
    result = Compared(added=added, lost=list(book.lost), measured=typed)
    fields: dict[Path, list[_Cell]] = {}
    for cell in _cells(book, result):
        if cell.held.path:
            fields.setdefault(cell.held.path, []).append(cell)
        elif cell.held.kind == FORMULA:
            now = cell.row.cells.get(cell.column)
            if now is None or not now.computed:
                result.overwritten.append(cell.spot)
        elif (cell.spot.sheet, cell.spot.address) in theirs:
            pass  # what was measured is told by itself
        elif not agrees(cell.held, cell.row.cells.get(cell.column)):
            result.fixed.append(cell.spot)
    for path, cells in fields.items():
        if any(map(_is_changed, cells)):
            _judge(path, cells, data, book.memory.language, result)
    return result


def is_of(book: ReadBook, data: Mapping[str, Any]) -> bool:
    """Whether a workbook can be of a chain: one of its title, or with half of what it is about.

    Two chains may well have a factor of the same name.
    """
    paths = {held.path for held in book.memory.cells() if held.path}
    about = {path[:-1] for path in paths if path[0] or "factors" in path}
    there = sum(_holder(data, (*held, "")) is not _GONE for held in about)
    return data.get("title") == book.memory.title or 2 * there >= max(len(about), 1)


def said_in(data: Mapping[str, Any], path: Path) -> str | tuple[str, ...] | None:
    """What a chain says of a field, as a memory has it."""
    held: Any = data if not path[0] else _box(data, path[0])
    for key in path[1:]:
        held = held.get(key) if isinstance(held, Mapping) else None
    return _said(held)


def _said(held: Any) -> str | tuple[str, ...] | None:
    if isinstance(held, Mapping):
        return tuple(f"{year}:{said_number(share)}" for year, share in held.items())
    if isinstance(held, list):
        return tuple(said_number(one) for one in held)
    if held is None or isinstance(held, str):
        return held
    return said_number(held)


def _box(data: Mapping[str, Any], id: str) -> Any:
    for section in SECTIONS:
        held = data.get(section)
        if isinstance(held, Mapping) and id in held:
            return held[id] or {}
    return _GONE


def _holder(data: Mapping[str, Any], path: Path) -> Any:
    """What has a field: the value of a box, a factor, the calculation; `_GONE` where it is not there."""
    held: Any = data if not path[0] else _box(data, path[0])
    for key in path[1:-1]:
        held = held.get(key, _GONE) if isinstance(held, Mapping) else _GONE
    return held


def _cells(book: ReadBook, result: Compared) -> Iterator[_Cell]:
    """The cells that were written, with where they are now; rows that are no longer there are noted."""
    for sheet, rows in book.memory.rows.items():
        if sheet not in book.rows:
            continue
        for key, memory in rows.items():
            row = book.rows[sheet].get(key)
            named = next((held.written for _, held in sorted(memory.items()) if held.written), "")
            if row is None:
                if memory:
                    result.removed.append(Spot(book.names[sheet], "", named, ""))
                continue
            for column, held in memory.items():
                now = row.cells.get(column)
                spot = Spot(book.names[sheet], row.address(column), named, now.text if now else "")
                yield _Cell(held, row, column, spot)


def _is_changed(cell: _Cell) -> bool:
    now = cell.row.cells.get(cell.column)
    if cell.held.computed:  # the value of another cell, until a number is put there
        return now is not None and not now.computed
    return not agrees(cell.held, now)


def _judge(path: Path, cells: list[_Cell], data: Mapping[str, Any], language: str, result: Compared) -> None:
    """Put a field that the sheet has changed where it belongs."""
    first = cells[0]
    values = []
    for cell in cells:
        try:
            values.append(value_of(cell.held.kind, cell.row.cells.get(cell.column), language))
        except Unfit:
            result.unfit.append(cell.spot)
            return
    if _is_missing(path, values):
        result.unfit.append(first.spot)
        return
    after = _together(path, values)
    before, chain = first.held.said, said_in(data, path)
    change = Change(path, before, after, chain)
    if _holder(data, path) is _GONE:
        result.gone.append(change)
    elif _said(after) == chain:
        pass  # both say the same now
    elif chain != before:
        result.clashes.append(change)
    else:
        result.changes.append(change)


def _is_missing(path: Path, values: list[Any]) -> bool:
    """Whether a cell is empty that must not be: a likely value, or some years of several."""
    if path[-1] == "profile":
        return None in values and any(value is not None for value in values)
    return path[-1] in _REQUIRED and values == [None]


def _together(path: Path, values: list[Any]) -> Any:
    """The value of a field in the values of its cells: one, or those of all years."""
    if path[-1] == "profile":
        return None if values[0] is None else shortened(values)
    return values[0]
