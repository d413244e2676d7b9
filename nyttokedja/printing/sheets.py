"""A picture too large for one sheet → its parts, each of which fits one. Lengths in px of the picture.

The parts overlap, so that every item, a box or a line of text, is whole on one of them at least.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from nyttokedja.drawing.layout.estimate import SMALLEST
from nyttokedja.drawing.layout.trials import READABLE
from nyttokedja.drawing.svg.geometry import Rect

NATURAL = 0.75
"""The greatest scale, in pt a px: that at which a picture is as large as on a screen."""

LEAST, A_HAIR = READABLE / SMALLEST, 0.999
"""The scale at which the smallest print can be read, and how near to it a picture made for a sheet may be."""

_AROUND = 10.0
"""So much of the picture is to be seen around an item at least, on the part that it is whole on."""

_STEPS, _STEP = 24, 1.02
"""By how much parts are enlarged, at most, as long as they do not become more."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A part: what is seen of the picture, and its row and column among all."""

    view: Rect
    row: int
    column: int

    def has(self, item: Rect) -> bool:
        """Whether all of an item is to be seen."""
        view = self.view
        return view.x <= item.x and item.right <= view.right and view.y <= item.y and item.foot <= view.foot


@dataclass(frozen=True, slots=True)
class Sheets:
    """The parts in the order in which they are read, row by row, drawn ``scale`` pt for a px."""

    parts: tuple[Sheet, ...]
    scale: float

    def beside(self, part: Sheet, rows: int, columns: int) -> int | None:
        """The place in the order of the part so many rows below and columns to the right."""
        sought = part.row + rows, part.column + columns
        return next((n for n, one in enumerate(self.parts) if (one.row, one.column) == sought), None)

    def neighbours(self, part: Sheet) -> Mapping[str, int | None]:
        """The places in the order of the parts around a part."""
        ways = {"left": (0, -1), "right": (0, 1), "up": (-1, 0), "down": (1, 0)}
        return {name: self.beside(part, *way) for name, way in ways.items()}


def sheets_of(
    whole: Rect, items: Sequence[Rect], paper: tuple[float, float], least: float, most: float
) -> Sheets:
    """The parts of a picture.

    Args:
        whole: all of it.
        items: what must not be cut on every part.
        paper: the room on a sheet, in pt.
        least: the scale in pt a px at which the print can be read; smaller only where an item needs that.
        most: the scale above which nothing is enlarged.
    """
    fitting = (
        room / (max((high for _, high in _lengths(items, axis)), default=0.0) + 2 * _AROUND)
        for axis, room in enumerate(paper)
    )
    scale = min(least, *fitting)
    sheets = _cut(whole, items, paper, scale)
    for _ in range(_STEPS):
        larger = _cut(whole, items, paper, min(scale * _STEP, most))
        if scale >= most or len(larger) > len(sheets) or not _whole(items, larger):
            break
        scale, sheets = min(scale * _STEP, most), larger
    return Sheets(tuple(sheets), scale)


def _lengths(items: Iterable[Rect], axis: int) -> Iterator[tuple[float, float]]:
    """Where each item begins, and how long it is, along an axis."""
    for item in items:
        yield (item.x, item.width) if axis == 0 else (item.y, item.height)


def _whole(items: Iterable[Rect], sheets: Sequence[Sheet]) -> bool:
    return all(any(sheet.has(item) for sheet in sheets) for item in items)


def _cut(whole: Rect, items: Sequence[Rect], paper: tuple[float, float], scale: float) -> list[Sheet]:
    width, height = (room / scale for room in paper)
    columns = _starts(list(_lengths(items, 0)), whole.width, width)
    rows = _starts(list(_lengths(items, 1)), whole.height, height)
    grid = [
        Sheet(Rect(x, y, min(width, whole.width), min(height, whole.height)), row, column)
        for row, y in enumerate(rows)
        for column, x in enumerate(columns)
    ]
    return list(_needed(grid, items)) or grid[:1]


def _needed(grid: Iterable[Sheet], items: Sequence[Rect]) -> Iterator[Sheet]:
    """Those that have an item whole which no part before them has."""
    left = list(items)
    for sheet in grid:
        rest = [item for item in left if not sheet.has(item)]
        if len(rest) < len(left):
            yield sheet
        left = rest


def _starts(spans: Sequence[tuple[float, float]], total: float, room: float) -> list[float]:
    """Where parts of the length ``room`` begin along an axis, so that each span is whole in one of them."""
    if total <= room:
        return [0.0]
    starts = [0.0]
    while starts[-1] + room < total:
        end = starts[-1] + room
        cut = [begin for begin, length in spans if begin + length > end]
        start = min([begin - _AROUND for begin in cut] + [end - _AROUND])
        starts.append(min(max(start, starts[-1] + 1.0), total - room))
    return starts
