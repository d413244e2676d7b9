"""Which arrows have a word, where on its line each stands best, and the room that gutters need for them.

An arrow that passes a rank has its word there, where lines are level and none crosses; those of one strength
from one box share that line and its word. An arrow between neighbouring ranks has its word before its head
where that is its alone, else behind its tail where that is: there all lines of the gutter are level for the
length of the word. Gutter g is the space between ranks g and g + 1. Lengths in px.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from nyttokedja.drawing.layout.layers import LayeredGraph
from nyttokedja.drawing.layout.placement import VerticalPlacement
from nyttokedja.model.graph import Arrow

Ends = tuple[str, str]


_NEAR = 11.0
"""Lines nearer than this to a word are covered by it."""


class Spot(StrEnum):
    """The part of an arrow where its word stands best."""

    RANK = "rank"
    HEAD = "head"
    TAIL = "tail"
    BEND = "bend"


@dataclass(frozen=True, slots=True)
class WordRoom:
    """The spots of words by the ends of their arrows, and by gutter the length behind tails and before heads
    in which all lines are level.
    """

    spots: Mapping[Ends, Spot]
    tails: Mapping[int, float]
    heads: Mapping[int, float]
    disc: float = 0.0  # what of each is for the disc of a status beside the word

    def in_gutter(self, gutter: int, *, both: bool) -> float:
        """The length that words take of a gutter: ``both`` those at its left and right, or the longer."""
        lengths = self.tails.get(gutter, 0.0), self.heads.get(gutter, 0.0)
        return sum(lengths) if both else max(lengths)


NO_WORDS = WordRoom({}, {}, {})


def word_room(
    layered: LayeredGraph,
    placed: VerticalPlacement,
    forward: Sequence[Arrow],
    lengths: Mapping[str, float],
    disc: float = 0.0,
) -> WordRoom:
    """The room for the words of the arrows; ``lengths`` are those of the words by strength, and ``disc`` that
    of the disc of a status beside each.
    """
    out = Counter(tail for tail, _ in layered.edges)
    ways = _ways_in(forward, placed)
    spots: dict[Ends, Spot] = {}
    tails: dict[int, float] = {}
    heads: dict[int, float] = {}
    for arrow in _first_of_each_line(layered, forward):
        length = lengths.get(arrow.link.strength)
        if length is None:
            continue
        tail = layered.names[arrow.source.id]
        gutter = layered.cells[tail].rank
        spots[arrow.ends] = spot = _spot(arrow, layered, out[tail], _beside(arrow, ways, placed))
        room = {Spot.TAIL: tails, Spot.HEAD: heads}.get(spot)
        if room is not None:
            room[gutter] = max(room.get(gutter, 0.0), length + disc)
    return WordRoom(spots, tails, heads, disc)


def _spot(arrow: Arrow, layered: LayeredGraph, out: int, into: int) -> Spot:
    if len(layered.paths[arrow.ends]) > 2:
        return Spot.RANK
    if into == 1:
        return Spot.HEAD
    return Spot.TAIL if out == 1 else Spot.BEND


def _ways_in(forward: Sequence[Arrow], placed: VerticalPlacement) -> Mapping[str, Sequence[float]]:
    """The heights at which arrows come to each box."""
    ways: dict[str, list[float]] = {}
    for arrow in forward:
        ways.setdefault(arrow.target.id, []).append(placed.enters[arrow.ends])
    return ways


def _beside(arrow: Arrow, ways: Mapping[str, Sequence[float]], placed: VerticalPlacement) -> int:
    """How many arrows come to the head of an arrow so near to it that its word would cover them."""
    y = placed.enters[arrow.ends]
    return sum(abs(y - other) < _NEAR for other in ways[arrow.target.id])


def _first_of_each_line(layered: LayeredGraph, forward: Sequence[Arrow]) -> Iterator[Arrow]:
    """The arrows without those that begin on the line of an earlier one."""
    drawn: set[tuple[str, str]] = set()
    for arrow in forward:
        path = layered.paths[arrow.ends]
        if (path[0], path[1]) not in drawn:
            yield arrow
        drawn.add((path[0], path[1]))
