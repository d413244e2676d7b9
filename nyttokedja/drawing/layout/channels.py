"""Placed cells → the x of every rank, by the widths of the gutters between them. Lengths in px."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from nyttokedja.drawing.boxes.docks import Unit
from nyttokedja.drawing.content.arrow_kinds import ArrowGroups
from nyttokedja.drawing.layout.layers import LayeredGraph
from nyttokedja.drawing.layout.placement import VerticalPlacement
from nyttokedja.drawing.layout.ranks import Ranks
from nyttokedja.drawing.layout.spacing import COLUMN_PADDING, DOCK_GUTTER, MARGIN, Spacing
from nyttokedja.drawing.layout.tracks import APART, HEAD_FIRST, TAIL_FIRST, Tracks
from nyttokedja.drawing.layout.turns import along_edge
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
    widths: tuple[float, ...]  # by rank
    tail_docks: tuple[int, ...]  # by rank: the greatest number of docks at the tails of a box's arrows
    head_docks: tuple[int, ...]  # by rank: the greatest number of docks at the heads of arrows into a box
    right: float  # of the last column and the tracks behind it
    before: float = 0.0  # the left edge of the tracks before the rows

    def left(self, rank: int) -> float:
        """The left edge of the rank's boxes."""
        return self.lefts[rank]

    def edge(self, rank: int) -> float:
        """The right edge of the rank's boxes."""
        return self.lefts[rank] + self.widths[rank]

    def tail_track(self, rank: int, track: int) -> float:
        """The x of a track right of the rank."""
        return self.edge(rank) + TAIL_FIRST + DOCK_GUTTER * self.tail_docks[rank] + APART * track

    def head_track(self, rank: int, track: int) -> float:
        """The x of a track left of the rank."""
        docks = max(0, self.head_docks[rank] - 1)
        return self.left(rank) - HEAD_FIRST - DOCK_GUTTER * docks - APART * track

    def past_rows(self, number: int) -> float:
        """The x of a line along the left edge, past rows."""
        return self.before - APART * (number + 1)


def rank_edges(
    units: Mapping[str, Unit],
    arrow_groups: ArrowGroups,
    ranks: Ranks,
    tracks: Tracks,
    spacing: Spacing,
    widths: Sequence[float],
    jumps: Sequence[float],
    room: WordRoom,
) -> RankEdges:
    """The edges of the ranks: gutters are wider for tracks, docks, link words and steep arrows.

    All rows begin at the same x. ``jumps`` is how far the steepest arrow rises or falls in each gutter.
    """
    tails, heads = _dock_counts(units, ranks, "tail"), _dock_counts(units, ranks, "head")
    rows = ranks.all_rows
    before = [_before_first(first, tracks, heads) for first, _ in rows]
    past = MARGIN + APART * len(along_edge(ranks, arrow_groups.backward))
    opening = {column.first for column in ranks.columns}
    in_step = {rank for start, end in ranks.steps for rank in range(start + 1, end + 1)}
    lefts, right = [], 0.0
    for first, last in rows:
        x = past + max([COLUMN_PADDING, *before])
        for rank in range(first, last + 1):
            if rank > first:
                gutter = rank - 1
                wide = spacing.in_step if rank in in_step else spacing.inside
                wide = spacing.between if rank in opening else wide
                wide += min(spacing.most, spacing.share * jumps[gutter])
                words = room.in_gutter(gutter, both=spacing.both_words)
                x += max(
                    wide, words + (min(wide, spacing.bends) if jumps[gutter] > _LEVEL else _AROUND_WORDS)
                )
                x += tracks.width(gutter) + DOCK_GUTTER * (tails[gutter] + heads[rank])
            lefts.append(round(x, 1))
            x += widths[rank]
        right = max(right, x + max(COLUMN_PADDING, _after_last(last, tracks, tails)))
    return RankEdges(tuple(lefts), tuple(widths), tails, heads, round(right, 1), past)


def _before_first(rank: int, tracks: Tracks, head_docks: Sequence[int]) -> float:
    """The width of the tracks left of the first rank of a row."""
    _, heads = tracks.counts.get(rank - 1, (0, 0))
    heads += tracks.turning.get(rank - 1, 0)
    return HEAD_FIRST + DOCK_GUTTER * max(0, head_docks[rank] - 1) + APART * heads if heads else 0.0


def _after_last(rank: int, tracks: Tracks, tail_docks: Sequence[int]) -> float:
    """The width of the tracks right of the last rank of a row."""
    tails, _ = tracks.counts.get(rank, (0, 0))
    tails += tracks.turning.get(rank, 0)
    return TAIL_FIRST + DOCK_GUTTER * tail_docks[rank] + APART * tails if tails else 0.0


def _dock_counts(units: Mapping[str, Unit], ranks: Ranks, end: str) -> tuple[int, ...]:
    """By rank: the greatest number of docks of a unit at this end of arrows."""
    counts = [0] * ranks.count
    for id, unit in units.items():
        if unit.docks:
            counts[ranks.of[id]] = max(counts[ranks.of[id]], len(unit.on_arrow(end)))
    return tuple(counts)


def jumps_of(layered: LayeredGraph, placed: VerticalPlacement, forward: Sequence[Arrow]) -> list[float]:
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
