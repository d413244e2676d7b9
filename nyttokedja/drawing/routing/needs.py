"""Routes → the bars across the arrows into the boxes that need all of them. Lengths in px."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from nyttokedja.drawing.routing.pen import HEAD_LONG, Point, Route
from nyttokedja.drawing.svg.elements import Element, rect

_THICK, _OUT, _BEHIND = 3.2, 11.0, 2.0
"""How thick a bar is, and how far it reaches beyond its outermost arrows, how far behind a head it is."""


def draw_needs(routes: Sequence[Route], needing: Collection[str], colour: str) -> Iterator[Element]:
    """A bar for each box that needs all, right behind the heads of its arrows."""
    tips: dict[str, list[Point]] = {}
    for route in routes:
        if route.tip is not None and route.ends[1] in needing:
            tips.setdefault(route.ends[1], []).append(route.tip)
    for places in tips.values():
        left = min(x for x, _ in places)
        yield needs_bar(left, [y for x, y in places if x == left], colour)


def needs_bar(tip: float, ys: Sequence[float], colour: str) -> Element:
    """The bar behind heads whose tips are at an x, at some heights."""
    x, top, foot = tip - HEAD_LONG - _BEHIND - _THICK, min(ys) - _OUT, max(ys) + _OUT
    return rect(x, top, _THICK, foot - top, fill=colour)
