"""Everything in the columns, placed: what arrows, stems and bands are drawn against. Lengths in px."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from nyttokedja.drawing.boxes.docks import Unit
from nyttokedja.drawing.boxes.shapes import right_edge
from nyttokedja.drawing.content.arrow_kinds import ArrowGroups
from nyttokedja.drawing.layout.channels import RankEdges
from nyttokedja.drawing.layout.layers import LayeredGraph
from nyttokedja.drawing.layout.placement import VerticalPlacement
from nyttokedja.drawing.layout.ranks import Ranks
from nyttokedja.drawing.layout.spacing import (
    COLUMN_HEADING,
    DOCK_GUTTER,
    HEAD_STEM,
    TAIL_STEM,
)
from nyttokedja.drawing.layout.tracks import Tracks
from nyttokedja.drawing.layout.turns import NO_TURNS, Turn, Turning, along_edge, over
from nyttokedja.drawing.layout.word_room import NO_WORDS, WordRoom
from nyttokedja.drawing.svg.geometry import Rect
from nyttokedja.model.graph import Arrow

_END_DOWN, _ENDS_APART, _END_INSIDE = 16.0, 8.0, 5.0
"""How far below the middle of a box its first right-angled line ends at most, how much lower the next one,
and how far from the foot of the box the last.
"""


HEAD_ROOM = 12.0
"""What the head of an arrow takes before a box."""

_LEAST_BENDS = 20.0
"""The least width of the part of a gutter in which lines bend."""


@dataclass(frozen=True, slots=True)
class Canvas:
    """The units of the columns and where they are."""

    units: Mapping[str, Unit]
    ranks: Ranks
    layered: LayeredGraph
    arrow_groups: ArrowGroups
    placed: VerticalPlacement
    tracks: Tracks
    rank_edges: RankEdges
    word_room: WordRoom = NO_WORDS
    turning: Turning = NO_TURNS
    _bends: dict[tuple[int, float, float], tuple[float, float]] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )  # those that have been asked for, as most are many times

    @property
    def downwards(self) -> bool:
        """Whether it is laid out to be read downwards."""
        return any(unit.turned for unit in self.units.values())

    def rect(self, id: str) -> Rect:
        """The rectangle of the box of a node."""
        box = self.units[id].box
        return Rect(self.rank_edges.left(self.ranks.of[id]), self.placed.tops[id], box.width, box.height)

    def exit(self, id: str, number: int) -> tuple[float, float]:
        """The point where a right-angled line leaves the lower half of a box; lines are numbered from 0."""
        host = self.rect(id)
        dy = self._below_middle(host, number)
        return right_edge(self.units[id].box.kind, host, dy), host.middle + dy

    def entry(self, id: str, number: int) -> tuple[float, float]:
        """The point where a right-angled line enters the lower half of a box, or the upper if that is full.

        Where other arrows enter, one with a dock at its head has the first place in the lower half.
        """
        host = self.rect(id)
        number += any(dock.end == "head" and dock.shared for dock in self.units[id].docks)
        dy = self._below_middle(host, number)
        if number > 1 and dy < self._below_middle(host, 0) + _ENDS_APART * number:
            dy = -self._below_middle(host, 0)
        return host.x, host.middle + dy

    def free(self, gutter: int) -> tuple[float, float]:
        """(left, right) of the part of a gutter that is free of tracks and of the stems of docks."""
        rank_edges, (tails, heads) = self.rank_edges, self.tracks.counts.get(gutter, (0, 0))
        if self.ranks.turns_after(gutter):
            return rank_edges.edge(gutter), rank_edges.tail_track(gutter, tails)
        left, right = rank_edges.edge(gutter), rank_edges.left(gutter + 1)
        if tails:
            left = rank_edges.tail_track(gutter, tails - 1)
        elif rank_edges.tail_docks[gutter]:
            left += TAIL_STEM + DOCK_GUTTER * (rank_edges.tail_docks[gutter] - 1)
        if heads:
            right = rank_edges.head_track(gutter + 1, heads - 1)
        elif rank_edges.head_docks[gutter + 1]:
            right -= HEAD_STEM + DOCK_GUTTER * (rank_edges.head_docks[gutter + 1] - 1)
        return left, right

    def bends(self, gutter: int, out: float, into: float) -> tuple[float, float]:
        """(left, right) of the part of a gutter in which lines bend: that between the rooms of words, or else
        from ``out`` px behind the boxes to ``into`` px before the next ones.
        """
        asked = gutter, out, into
        if asked not in self._bends:
            self._bends[asked] = self._bends_of(gutter, out, into)
        return self._bends[asked]

    def _bends_of(self, gutter: int, out: float, into: float) -> tuple[float, float]:
        left, right = self.rank_edges.edge(gutter) + out, self.rank_edges.left(gutter + 1) - into
        if self.ranks.turns_after(gutter):
            return left, right
        free_left, free_right = self.free(gutter)
        tails, heads = (room.get(gutter, 0.0) for room in (self.word_room.tails, self.word_room.heads))
        after = max(left, free_left + tails) if tails else left
        before = min(free_right, self.rank_edges.left(gutter + 1) - HEAD_ROOM) - heads
        before = min(right, before) if heads else right
        if before - after >= _LEAST_BENDS:
            return after, before
        # there is room for the longer words alone
        return (after, right) if tails >= heads else (left, before)

    def turn_places(self, turn: Turn) -> tuple[float, float, float]:
        """(x of the track behind a row, y of the channel, x of the track before the next row) of a line."""
        tails, heads = self.tracks.counts.get(turn.gutter, (0, 0))
        return (
            self.rank_edges.tail_track(turn.gutter, tails + turn.out),
            self.channel(turn.gutter, turn.channel),
            self.rank_edges.head_track(turn.gutter + 1, heads + turn.into),
        )

    def channel(self, gutter: int, number: int) -> float:
        """The y of a channel in the corridor between two rows."""
        below = self.ranks.row_of(gutter) + 1
        return self.placed.rows[below][0] - self.turning.channel_up(gutter, number)

    def over_channel(self, gutter: int, arrow: Arrow) -> float:
        """The y of the channel of an arrow that leads into a row above."""
        number = over(gutter, self.ranks, self.arrow_groups.backward).index(arrow)
        return self.channel(gutter, self.turning.lines[gutter] + number)

    def edge_track(self, arrow: Arrow) -> float:
        """The x of an arrow that passes rows along the left edge of the picture."""
        return self.rank_edges.past_rows(along_edge(self.ranks, self.arrow_groups.backward).index(arrow))

    def row_spans(self, top: float, foot: float) -> list[tuple[float, float]]:
        """(top, foot) of the columns of each row; those of the picture reach from ``top`` to ``foot``."""
        if not self.ranks.count:
            return []
        tops = [top, *(first - COLUMN_HEADING for first, _ in self.placed.rows[1:])]
        gutters = [last for _, last in self.ranks.rows[:-1]]
        feet = [at - self.turning.corridor(gutter) for at, gutter in zip(tops[1:], gutters, strict=True)]
        return list(zip(tops, [*feet, foot], strict=True))

    @staticmethod
    def _below_middle(host: Rect, number: int) -> float:
        first = min(host.height / 4, _END_DOWN)
        return min(first + _ENDS_APART * number, host.height / 2 - _END_INSIDE)
