"""An arrow with a word enters its head at a height of its own, where neither end is its alone. Lengths in px.

Arrows between the same two ranks that share both their tail and their head with others would else have no
piece of line without another beside it. Those from above enter above the others, those from below beneath
them, as many as the box has room for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace

from nyttokedja.drawing.boxes.docks import Unit
from nyttokedja.drawing.layout.layers import LayeredGraph
from nyttokedja.drawing.layout.placement import VerticalPlacement
from nyttokedja.model.graph import Arrow

FROM_LINE, FROM_WORD = 12.0, 18.0
"""The distance of an entry from one of arrows without words, and from one of an arrow with a word."""

_CORNER = 10.0
"""How far from a corner of its head an arrow enters at least."""


def with_own_entries(
    placed: VerticalPlacement,
    layered: LayeredGraph,
    units: Mapping[str, Unit],
    forward: Sequence[Arrow],
    low: Container[str],
) -> VerticalPlacement:
    """The placement with more entries; into the boxes ``low`` other lines come in the lower half."""
    out = Counter(tail for tail, _ in layered.edges)
    into: dict[str, list[Arrow]] = {}
    for arrow in forward:
        into.setdefault(arrow.target.id, []).append(arrow)
    enters = dict(placed.enters)
    for id, arrows in into.items():
        if len(arrows) == 1 or any(dock.end == "head" for dock in units[id].docks):
            continue
        own = [
            arrow
            for arrow in arrows
            if arrow.link.strength
            and len(layered.paths[arrow.ends]) == 2
            and out[layered.names[arrow.source.id]] > 1
        ]
        room = units[id].box.middle - _CORNER
        enters |= _entries(own, len(own) < len(arrows), placed, room, below=id not in low)
    return replace(placed, enters=enters)


def _entries(
    own: Sequence[Arrow], others: bool, placed: VerticalPlacement, room: float, *, below: bool
) -> dict[tuple[str, str], float]:
    """The new entries by the ends of the arrows, at most ``room`` px above or below where they entered."""
    apart = FROM_LINE
    if len(own) == 2 and not others and below:
        upper, lower = sorted(own, key=lambda one: -_fall(one, placed))
        return {
            upper.ends: placed.enters[upper.ends] - FROM_WORD / 2,
            lower.ends: placed.enters[lower.ends] + FROM_WORD / 2,
        }
    if not others:
        own, apart = _without_most_level(own, placed), FROM_WORD
    steps = {-1: 0, 1: 0}
    entries: dict[tuple[str, str], float] = {}
    for arrow in sorted(own, key=lambda one: abs(_fall(one, placed))):
        side = 1 if _fall(arrow, placed) < 0 and below else -1
        for way in (side, -side):
            by = apart + FROM_WORD * steps[way]
            if by <= room and (way < 0 or below):
                entries[arrow.ends] = placed.enters[arrow.ends] + way * by
                steps[way] += 1
                break
    return entries


def _without_most_level(own: Sequence[Arrow], placed: VerticalPlacement) -> Sequence[Arrow]:
    """The arrows without the one that falls or rises least, which stays in the middle."""
    return sorted(own, key=lambda one: abs(_fall(one, placed)))[1:]


def _fall(arrow: Arrow, placed: VerticalPlacement) -> float:
    return placed.enters[arrow.ends] - placed.leaves[arrow.ends]
