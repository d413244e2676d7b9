"""Draft → how large its smallest type will be in print, before it is laid out, and the rows that print best.

Heights are those of the tallest ranks, since a layout is pushed together into them. Lengths in px.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache, cached_property
from itertools import combinations, pairwise
from math import fsum, inf
from typing import TYPE_CHECKING

from nyttokedja.drawing.layout.channels import rank_edges
from nyttokedja.drawing.layout.ranks import Span
from nyttokedja.drawing.layout.spacing import COLUMN_FOOT, COLUMN_HEADING, COLUMN_PADDING, MARGIN
from nyttokedja.drawing.layout.tracks import APART, HEAD_FIRST, TAIL_FIRST, tracks_of
from nyttokedja.drawing.layout.word_room import WordRoom

if TYPE_CHECKING:
    from nyttokedja.drawing.layout.trials import Draft

A3 = (1134.0, 785.0)
"""The width and height of an A3 landscape inside its margins, in pt."""

SMALLEST = 12.0
"""The smallest type of a picture in px."""

_SMALL = 4.5
"""The size in pt below which it is said how small a picture prints."""

MOST_ROWS = 4
"""More rows nobody follows."""

_COLUMN_ENDS = 1.02
"""By how much rows are better that end where a column does."""

_TURN_HIGH, _TURNS_APART = 26.0, 10.0
"""What a turn takes between rows, and what each more line takes."""

_TRIED = 600
"""Ways to end rows that are looked at for one number of rows."""

_STEEPEST = 300.0
"""How far the steepest arrow in a gutter rises or falls, more often than not."""

Around = Callable[[float], float]
"""The width of a picture → the height in px of what is above and below its columns."""


def print_size(width: float, height: float) -> float:
    """The size in pt of the smallest type, when a picture of this size in px fills one A3 landscape."""
    return SMALLEST * min(A3[0] / width, A3[1] / height)


def small_print(width: float, height: float) -> float | None:
    """The size in pt of the smallest type of a picture of this size, where it is too small to go unsaid."""
    size = print_size(width, height)
    return size if size < _SMALL else None


class Estimate:
    """The sizes of a draft, whatever its rows."""

    def __init__(self, draft: Draft, around: Around, lengths: Mapping[str, float]) -> None:
        self._draft, self._around, self._lengths = draft, around, lengths
        self._talls: dict[Span, float] = {}

    def size(self, rows: Sequence[Span] = ()) -> float:
        """The size of the smallest type in pt, with the ranks in these rows."""
        rows = rows or ((0, self._draft.ranks.count - 1),)
        width = self.width(rows)
        return print_size(width, self.height(rows) + self._around(width))

    def at_most(self, rows: int = 1) -> float:
        """About the size in pt that it can have in so many rows, if they are alike in length and height."""
        return print_size(*self._even(rows))

    def is_wide(self, rows: int = 1) -> bool:
        """Whether it is the width that keeps so many such rows from printing larger."""
        width, height = self._even(rows)
        return A3[0] / width < A3[1] / height

    def _even(self, rows: int) -> tuple[float, float]:
        """The width and height of the picture, if its rows are alike."""
        lefts, heights = self._lefts, self._draft.rank_heights
        width = (lefts[-1] + self._draft.width - lefts[0]) / rows + 2 * MARGIN
        beyond = (rows - 1) * fsum(heights) / len(heights)
        high = max(heights) + beyond + rows * (COLUMN_HEADING + COLUMN_FOOT)
        return width, high + self._around(width)

    def width(self, rows: Sequence[Span]) -> float:
        """The width of the picture."""
        lefts, width, (_, turns) = self._lefts, self._draft.width, self._draft.passing
        longest = max(lefts[last] - lefts[first] for first, last in rows) + width
        before = lefts[0] - MARGIN
        most = max((turns[last] for _, last in rows[:-1]), default=0)
        if not most:
            return longest + 2 * (before + MARGIN)
        into, out = max(before, HEAD_FIRST + APART * most), max(COLUMN_PADDING, TAIL_FIRST + APART * most)
        return longest + into + out + 2 * MARGIN

    def height(self, rows: Sequence[Span]) -> float:
        """The height of the columns."""
        _, turns = self._draft.passing
        between = (_TURN_HIGH + _TURNS_APART * turns[last] for _, last in rows[:-1])
        headed = len(rows) * (COLUMN_HEADING + COLUMN_FOOT)
        return fsum([self._tall(row) for row in rows]) + headed + fsum(between)

    def best_rows(self, many: int, over: float = 0.0) -> tuple[Span, ...]:
        """The rows that print largest, of so many, if larger than ``over`` pt; better those that end where
        columns do.
        """
        draft, lefts = self._draft, self._lefts
        ends = {column.last for column in draft.ranks.columns}
        widest, highest = self._limits(over, many)
        best: tuple[Span, ...] = ()
        most = 0.0
        for rows in wrappings(draft.ranks.count, many):
            if max([lefts[last] - lefts[first] for first, last in rows]) > widest:
                continue
            if fsum([self._tall(row) for row in rows]) > highest:
                continue
            size = self.size(rows)
            worth = size * _COLUMN_ENDS if all(last in ends for _, last in rows) else size
            if size > over and worth > most:
                best, most = rows, worth
                widest, highest = self._limits(max(over, most / _COLUMN_ENDS), many)
        return best

    def _limits(self, size: float, rows: int) -> tuple[float, float]:
        """The length of the longest row, and the height of all rows, beyond which no picture in so many rows
        prints as large as ``size``.
        """
        if not size:
            return inf, inf
        wide, high = (side * SMALLEST / size for side in A3)
        return wide - self._draft.width, high - self._around(wide) - rows * (COLUMN_HEADING + COLUMN_FOOT)

    def _tall(self, row: Span) -> float:
        """The height of the tallest rank of a row."""
        if row not in self._talls:
            self._talls[row] = max(self._draft.rank_heights[row[0] : row[1] + 1])
        return self._talls[row]

    @cached_property
    def _lefts(self) -> Sequence[float]:
        draft = self._draft
        groups, ranks = draft.arrow_groups, draft.ranks
        tracks = tracks_of(groups.backward, ranks, lambda _: 0.0)
        steepest = [_STEEPEST] * ranks.count
        room = WordRoom({}, *draft.fans.word_room(ranks, self._lengths))
        edges = rank_edges(
            draft.units, groups, ranks, tracks, draft.spacing, [draft.width] * ranks.count, steepest, room
        )
        return edges.lefts


@cache
def wrappings(ranks: int, rows: int) -> tuple[tuple[Span, ...], ...]:
    """The ways to wrap ranks into so many rows, none of which is far longer or shorter than the others."""
    even, found = ranks / rows, list[tuple[Span, ...]]()
    for ends in combinations(range(1, ranks), rows - 1):
        spans = tuple((start, end - 1) for start, end in pairwise((0, *ends, ranks)))
        lengths = [last - first + 1 for first, last in spans]
        if max(lengths) <= even * 1.5 and min(lengths) >= even / 2:
            found.append(spans)
            if len(found) == _TRIED:
                break
    return tuple(found)
