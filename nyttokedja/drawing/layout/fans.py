"""What passes ranks and gutters, counted before there is a layered graph: of most trials none is made.

Arrows of the same style and status from the same box are a fan: one line that branches late. Gutter g is the
space between ranks g and g + 1.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate

from nyttokedja.drawing.content.arrow_kinds import style_of
from nyttokedja.drawing.content.overlay import Overlay, Status
from nyttokedja.drawing.layout.ranks import Ranks
from nyttokedja.model.graph import Arrow

FanKey = tuple[str, str, Status | None]
"""The id of a tail, and the style and status of its arrows."""


def fan_key(arrow: Arrow, overlay: Overlay | None) -> FanKey:
    """What the arrows of a fan have in common."""
    return arrow.source.id, style_of(arrow), overlay.status(arrow.ends) if overlay else None


class Fans:
    """The forward arrows of a picture by their fans."""

    def __init__(self, forward: Sequence[Arrow], overlay: Overlay | None) -> None:
        self._heads: dict[FanKey, list[str]] = {}
        into: dict[str, int] = {}
        for arrow in forward:
            self._heads.setdefault(fan_key(arrow, overlay), []).append(arrow.target.id)
            into[arrow.target.id] = into.get(arrow.target.id, 0) + 1
        self._worded = [
            (*arrow.ends, arrow.link.strength, into[arrow.target.id])
            for arrow in forward
            if arrow.link.strength
        ]

    def passing(self, ranks: Ranks) -> tuple[Sequence[int], Sequence[int]]:
        """How many lines pass each rank, and how many each gutter."""
        of, first, far = ranks.of, [0] * (ranks.count + 1), [0] * (ranks.count + 1)
        beyond = [0] * (ranks.count + 2)
        for (tail, *_), heads in self._heads.items():
            start, end = of[tail], max([of[head] for head in heads])
            first[start] += 1
            beyond[start + 1] += 1
            far[end] += 1
        gutters = list(accumulate(a - b for a, b in zip(first, far, strict=True)))
        lines = list(accumulate(a - b for a, b in zip(beyond, far, strict=False)))
        return lines[: ranks.count], gutters[: ranks.count]

    def word_room(
        self, ranks: Ranks, lengths: Mapping[str, float]
    ) -> tuple[Mapping[int, float], Mapping[int, float]]:
        """About the room that words need in gutters behind tails and before heads; their ``lengths`` are
        known by strength. See `layout.word_room`.
        """
        of = ranks.of
        out: dict[str, int] | None = None
        tails: dict[int, float] = {}
        heads: dict[int, float] = {}
        for tail, head, strength, into in self._worded:
            gutter = of[tail]
            if strength not in lengths or of[head] != gutter + 1:
                continue
            if into > 1:
                out = out or self._ways_out(ranks)
                if out[tail] > 1:
                    continue
            room = tails if into > 1 else heads
            room[gutter] = max(room.get(gutter, 0.0), lengths[strength])
        return tails, heads

    def _ways_out(self, ranks: Ranks) -> dict[str, int]:
        """Node id → how many lines leave its box: one to each head in the next rank, one a fan to others."""
        of, out = ranks.of, dict[str, int]()
        for (tail, *_), heads in self._heads.items():
            near = sum([of[head] == of[tail] + 1 for head in heads])
            out[tail] = out.get(tail, 0) + near + (near < len(heads))
        return out
