"""Backward arrows → a track in a gutter for each of their ends.

A track is a vertical line that the arrow runs along. Gutter g is right of rank g; gutter -1 is left of the
first. Tracks are numbered from the boxes outwards, those of low boxes first, so that they cross least.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from nyttokedja.drawing.layout.ranks import Ranks
from nyttokedja.model.graph import Arrow

APART = 9.0
"""From track to track in px."""

TAIL_FIRST, HEAD_FIRST = 18.0, 36.0
"""From the boxes to the first track in px, behind tails and before heads."""

Key = tuple[str, str]
"""("back", node id): the backward arrows out of a box share a track, and so those into it."""


@dataclass(frozen=True, slots=True)
class Tracks:
    """Number of the track by key, for tails and for heads; (tail tracks, head tracks) by gutter.

    ``turning`` has the number of lines that go on in the next row, by gutter; their tracks follow the others.
    """

    tails: Mapping[Key, int]
    heads: Mapping[Key, int]
    counts: Mapping[int, tuple[int, int]]
    turning: Mapping[int, int] = field(default_factory=dict)

    def width(self, gutter: int) -> float:
        """By how much its tracks widen the gutter, in px."""
        tails, heads = self.counts.get(gutter, (0, 0))
        return APART * (tails + heads) + (APART if heads else 0.0)


def tracks_of(
    backward: Sequence[Arrow],
    ranks: Ranks,
    y: Callable[[str], float],
    turning: Mapping[int, int] = MappingProxyType({}),
) -> Tracks:
    """The tracks of the arrows; ``y`` gives the middle of a box by the id of its node."""
    tails: dict[int, set[Key]] = {}
    heads: dict[int, set[Key]] = {}
    for arrow in backward:
        tail, head = arrow.ends
        tails.setdefault(ranks.of[tail], set()).add(("back", tail))
        heads.setdefault(ranks.of[head] - 1, set()).add(("back", head))
    counts = {g: (len(tails.get(g, ())), len(heads.get(g, ()))) for g in {*tails, *heads}}
    return Tracks(_numbered(tails.values(), y), _numbered(heads.values(), y), counts, turning)


def _numbered(gutters: Iterable[set[Key]], y: Callable[[str], float]) -> dict[Key, int]:
    numbers: dict[Key, int] = {}
    for keys in gutters:
        ordered = sorted(keys, key=lambda key: (-y(key[1]), key))
        numbers.update((key, number) for number, key in enumerate(ordered))
    return numbers
