"""Backward and band arrows → a lane in a gutter for every end of them.

Gutter g lies right of rank g; gutter -1 left of the first. Lanes are counted from the box outwards,
so that those of low boxes stand nearest to it and cross the others least.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from nyttokedja.drawing.layout.ranks import Ranks
from nyttokedja.model.graph import Arrow

APART = 9.0
TAIL_FIRST, HEAD_FIRST = 18.0, 36.0

Key = tuple[str, str]
"""("back" or "band", node id): arrows of one sort into one box share a lane, and so those out of it."""


@dataclass(frozen=True, slots=True)
class Lanes:
    """Lane number by key, for tails and for heads; ``counts`` is (tail lanes, head lanes) by gutter."""

    tails: Mapping[Key, int]
    heads: Mapping[Key, int]
    counts: Mapping[int, tuple[int, int]]

    def width(self, gutter: int) -> float:
        """How much wider its lanes make the gutter, in px."""
        tails, heads = self.counts.get(gutter, (0, 0))
        return APART * (tails + heads) + (APART if heads else 0.0)


def lanes_of(
    backward: Sequence[Arrow], band: Sequence[Arrow], ranks: Ranks, y: Callable[[str], float]
) -> Lanes:
    """The lanes; ``y`` is the middle of a box."""
    tails: dict[int, set[Key]] = {}
    heads: dict[int, set[Key]] = {}
    for sort, arrows in (("back", backward), ("band", band)):
        for arrow in arrows:
            tail, head = arrow.ends
            if tail in ranks.of:
                tails.setdefault(ranks.of[tail], set()).add((sort, tail))
            if head in ranks.of:
                heads.setdefault(ranks.of[head] - 1, set()).add((sort, head))
    counts = {g: (len(tails.get(g, ())), len(heads.get(g, ()))) for g in {*tails, *heads}}
    return Lanes(_numbered(tails.values(), y), _numbered(heads.values(), y), counts)


def _numbered(gutters: Iterable[set[Key]], y: Callable[[str], float]) -> dict[Key, int]:
    numbers: dict[Key, int] = {}
    for keys in gutters:
        ordered = sorted(keys, key=lambda key: (-y(key[1]), key))
        numbers.update((key, number) for number, key in enumerate(ordered))
    return numbers
