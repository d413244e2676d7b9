"""Placed cells → the x of every rank: the one place where x is made. Lengths in px."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from nyttokedja.drawing.boxes.docks import Unit
from nyttokedja.drawing.layout.layers import Net
from nyttokedja.drawing.layout.placement import Placed
from nyttokedja.drawing.layout.ranks import Ranks
from nyttokedja.drawing.layout.spacing import COLUMN_PADDING, DOCK_GUTTER, MARGIN, Spacing
from nyttokedja.drawing.layout.tracks import APART, HEAD_FIRST, TAIL_FIRST, Lanes
from nyttokedja.model.graph import Arrow


@dataclass(frozen=True, slots=True)
class Across:
    """The left edge of every rank, the box width, and the room docks take in each gutter."""

    lefts: tuple[float, ...]
    width: float
    tail_docks: tuple[int, ...]  # by rank: the most docks at one arrow's tail
    head_docks: tuple[int, ...]  # by rank: the most docks at arrows' heads into one box
    right: float  # of the last rank's lanes, or of the last column

    def left(self, rank: int) -> float:
        """The left edge of the rank's boxes."""
        return self.lefts[rank]

    def edge(self, rank: int) -> float:
        """The right edge of the rank's boxes."""
        return self.lefts[rank] + self.width

    def tail_lane(self, rank: int, lane: int) -> float:
        """The x of a lane right of the rank."""
        return self.edge(rank) + TAIL_FIRST + DOCK_GUTTER * self.tail_docks[rank] + APART * lane

    def head_lane(self, rank: int, lane: int) -> float:
        """The x of a lane left of the rank."""
        docks = max(0, self.head_docks[rank] - 1)
        return self.left(rank) - HEAD_FIRST - DOCK_GUTTER * docks - APART * lane


def across(
    net: Net,
    units: Mapping[str, Unit],
    placed: Placed,
    forward: Sequence[Arrow],
    ranks: Ranks,
    lanes: Lanes,
    spacing: Spacing,
    width: float,
) -> Across:
    """The x of everything, from the widths of the gutters."""
    tails, heads = _dock_counts(units, ranks, "tail"), _dock_counts(units, ranks, "head")
    jumps = _jumps(net, placed, forward)
    spoken = {ranks.of[arrow.source.id] for arrow in forward if arrow.link.strength}
    x, lefts = MARGIN + max(COLUMN_PADDING, _before_first(lanes)), []
    for rank in range(ranks.count):
        if rank:
            gutter = rank - 1
            x += spacing.between if ranks.opens_column(rank) else spacing.inside
            x += min(spacing.most, spacing.share * jumps[gutter]) + lanes.width(gutter)
            x += spacing.word * (gutter in spoken) + DOCK_GUTTER * (tails[gutter] + heads[rank])
        lefts.append(round(x, 1))
        x += width
    beyond = max(COLUMN_PADDING, _after_last(lanes, tails))
    return Across(tuple(lefts), width, tails, heads, round(x + beyond, 1))


def _before_first(lanes: Lanes) -> float:
    """The room for lanes left of the first rank."""
    _, heads = lanes.counts.get(-1, (0, 0))
    return HEAD_FIRST + APART * heads if heads else 0.0


def _after_last(lanes: Lanes, tail_docks: Sequence[int]) -> float:
    """The room for lanes right of the last rank."""
    tails, _ = lanes.counts.get(len(tail_docks) - 1, (0, 0))
    return TAIL_FIRST + DOCK_GUTTER * tail_docks[-1] + APART * tails if tails else 0.0


def _dock_counts(units: Mapping[str, Unit], ranks: Ranks, end: str) -> tuple[int, ...]:
    counts = [0] * ranks.count
    for id, unit in units.items():
        counts[ranks.of[id]] = max(counts[ranks.of[id]], len(unit.on_arrow(end)))
    return tuple(counts)


def _jumps(net: Net, placed: Placed, forward: Sequence[Arrow]) -> list[float]:
    """By gutter: how far the steepest arrow climbs or falls in it."""
    jumps = [0.0] * net.ranks
    for arrow in forward:
        way = net.stops[arrow.ends]
        ys = [
            placed.leaves[arrow.ends],
            *(placed.lines[name] for name in way[1:-1]),
            placed.enters[arrow.ends],
        ]
        for name, (start, end) in zip(way, pairwise(ys), strict=False):
            gutter = net.cells[name].rank
            jumps[gutter] = max(jumps[gutter], abs(end - start))
    return jumps
