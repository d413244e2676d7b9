"""Placed cells → the x of every rank, by the widths of the gutters between them. Lengths in px."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from nyttokedja.drawing.boxes.docks import Unit
from nyttokedja.drawing.layout.layers import LayeredGraph
from nyttokedja.drawing.layout.placement import VerticalPlacement
from nyttokedja.drawing.layout.ranks import Ranks
from nyttokedja.drawing.layout.spacing import COLUMN_PADDING, DOCK_GUTTER, MARGIN, Spacing
from nyttokedja.drawing.layout.tracks import APART, HEAD_FIRST, TAIL_FIRST, Tracks
from nyttokedja.drawing.layout.word_room import WordRoom
from nyttokedja.model.graph import Arrow

_LEVEL, _AROUND_WORDS = 2.0, 24.0
"""A line that falls or rises less than this is level; what a gutter without other lines has left and right of
its words.
"""


@dataclass(frozen=True, slots=True)
class RankEdges:
    """The left edge of every rank, the width of boxes, and the docks at arrows in each gutter."""

    lefts: tuple[float, ...]
    width: float
    tail_docks: tuple[int, ...]  # by rank: the greatest number of docks at the tails of a box's arrows
    head_docks: tuple[int, ...]  # by rank: the greatest number of docks at the heads of arrows into a box
    right: float  # of the last column and the tracks behind it

    def left(self, rank: int) -> float:
        """The left edge of the rank's boxes."""
        return self.lefts[rank]

    def edge(self, rank: int) -> float:
        """The right edge of the rank's boxes."""
        return self.lefts[rank] + self.width

    def tail_track(self, rank: int, track: int) -> float:
        """The x of a track right of the rank."""
        return self.edge(rank) + TAIL_FIRST + DOCK_GUTTER * self.tail_docks[rank] + APART * track

    def head_track(self, rank: int, track: int) -> float:
        """The x of a track left of the rank."""
        docks = max(0, self.head_docks[rank] - 1)
        return self.left(rank) - HEAD_FIRST - DOCK_GUTTER * docks - APART * track


def rank_edges(
    layered: LayeredGraph,
    units: Mapping[str, Unit],
    placed: VerticalPlacement,
    forward: Sequence[Arrow],
    ranks: Ranks,
    tracks: Tracks,
    spacing: Spacing,
    width: float,
    room: WordRoom,
) -> RankEdges:
    """The edges of the ranks: gutters are wider for tracks, docks, link words and steep arrows."""
    tails, heads = _dock_counts(units, ranks, "tail"), _dock_counts(units, ranks, "head")
    jumps = _jumps(layered, placed, forward)
    x, lefts = MARGIN + max(COLUMN_PADDING, _before_first(tracks)), []
    for rank in range(ranks.count):
        if rank:
            gutter = rank - 1
            wide = spacing.between if ranks.opens_column(rank) else spacing.inside
            wide += min(spacing.most, spacing.share * jumps[gutter])
            words = room.tails.get(gutter, 0.0) + room.heads.get(gutter, 0.0)
            x += wide + words if jumps[gutter] > _LEVEL else max(wide, words + _AROUND_WORDS)
            x += tracks.width(gutter)
            x += DOCK_GUTTER * (tails[gutter] + heads[rank])
        lefts.append(round(x, 1))
        x += width
    beyond = max(COLUMN_PADDING, _after_last(tracks, tails))
    return RankEdges(tuple(lefts), width, tails, heads, round(x + beyond, 1))


def _before_first(tracks: Tracks) -> float:
    """The width of the tracks left of the first rank."""
    _, heads = tracks.counts.get(-1, (0, 0))
    return HEAD_FIRST + APART * heads if heads else 0.0


def _after_last(tracks: Tracks, tail_docks: Sequence[int]) -> float:
    """The width of the tracks right of the last rank."""
    tails, _ = tracks.counts.get(len(tail_docks) - 1, (0, 0))
    return TAIL_FIRST + DOCK_GUTTER * tail_docks[-1] + APART * tails if tails else 0.0


def _dock_counts(units: Mapping[str, Unit], ranks: Ranks, end: str) -> tuple[int, ...]:
    """By rank: the greatest number of docks of a unit at this end of arrows."""
    counts = [0] * ranks.count
    for id, unit in units.items():
        counts[ranks.of[id]] = max(counts[ranks.of[id]], len(unit.on_arrow(end)))
    return tuple(counts)


def _jumps(layered: LayeredGraph, placed: VerticalPlacement, forward: Sequence[Arrow]) -> list[float]:
    """By gutter: how far the steepest arrow rises or falls in it."""
    jumps = [0.0] * layered.ranks
    for arrow in forward:
        path = layered.paths[arrow.ends]
        ys = [
            placed.leaves[arrow.ends],
            *(placed.lines[name] for name in path[1:-1]),
            placed.enters[arrow.ends],
        ]
        for name, (start, end) in zip(path, pairwise(ys), strict=False):
            gutter = layered.cells[name].rank
            jumps[gutter] = max(jumps[gutter], abs(end - start))
    return jumps
