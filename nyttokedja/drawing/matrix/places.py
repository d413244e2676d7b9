"""Dots → where each is drawn, and which have room for a label: no two of all that is drawn overlap."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from nyttokedja.drawing.svg.geometry import Rect
from nyttokedja.drawing.typesetting.wrap import TextStyle

LABEL = TextStyle(12.0, 15.0)
MOST_LEVEL = 3.0
_OUTSIDE = 0.35
"""How much of a level the plot goes beyond the first and the last."""
_LEAST_R, _MOST_R = 10.0, 26.0
_FILLED = 0.18
"""The part of the plot that dots may cover, were all as large as the largest."""
_APART, _TURN, _STEP = 2.5, 0.45, 1.1
"""The px between two dots, and how the spiral turns and widens on which a place is looked for."""
_TRIED = 4000
_NEXT = 4.0
_WIDEST_LABEL = 170.0


class Dot(NamedTuple):
    """What is drawn of a chain: its number and title, its two levels, and its size as a share of the largest.

    None for a size that is not known, or may not be compared.
    """

    number: int
    title: str
    across: float
    up: float
    size: float | None


@dataclass(frozen=True, slots=True)
class Placed:
    """A dot in its place; ``at`` is where its levels are, ``label`` the place of its title, if it has one."""

    dot: Dot
    x: float
    y: float
    r: float
    at: tuple[float, float]
    label: Rect | None = None
    text: str = ""


def placed(dots: Sequence[Dot], area: Rect) -> tuple[Placed, ...]:
    """The dots in their places, in the order that they were given; larger ones are placed first."""
    most = min(_MOST_R, math.sqrt(_FILLED * area.width * area.height / (math.pi * max(len(dots), 1))))
    done: list[Placed] = []
    for dot in sorted(dots, key=lambda one: (-(one.size or 0), one.number)):
        r = _LEAST_R if dot.size is None else max(_LEAST_R, most * math.sqrt(dot.size))
        at = x_of(dot.across, area), y_of(dot.up, area)
        x, y = next((spot for spot in _spots(at) if _is_free(*spot, r, done, area)), at)
        done.append(Placed(dot, x, y, r, at))
    by_number = {one.dot.number: one for one in done}
    return tuple(_labelled([by_number[dot.number] for dot in dots], area))


def x_of(level: float, area: Rect) -> float:
    """The x of a level."""
    return area.x + (level + _OUTSIDE) / (MOST_LEVEL + 2 * _OUTSIDE) * area.width


def y_of(level: float, area: Rect) -> float:
    """The y of a level."""
    return area.foot - (level + _OUTSIDE) / (MOST_LEVEL + 2 * _OUTSIDE) * area.height


def _spots(at: tuple[float, float]) -> Iterator[tuple[float, float]]:
    """Places ever farther from one, on a spiral."""
    for n in range(_TRIED):
        angle, far = n * _TURN, _STEP * n * _TURN
        yield at[0] + far * math.cos(angle), at[1] + far * math.sin(angle)


def _is_free(x: float, y: float, r: float, others: Sequence[Placed], area: Rect) -> bool:
    inside = area.x + r <= x <= area.right - r and area.y + r <= y <= area.foot - r
    return inside and all(math.hypot(x - one.x, y - one.y) >= r + one.r + _APART for one in others)


def _labelled(dots: Sequence[Placed], area: Rect) -> Iterator[Placed]:
    """The dots, with labels where there is room beside them."""
    taken: list[Rect] = []
    for one in dots:
        text = shortened(one.dot.title, _WIDEST_LABEL)
        width = LABEL.width(text)
        for spot in _beside(one, width, area):
            if _has_room(spot, dots, taken, area):
                taken.append(spot)
                yield Placed(one.dot, one.x, one.y, one.r, one.at, spot, text)
                break
        else:
            yield one


def _beside(one: Placed, width: float, area: Rect) -> Iterator[Rect]:
    """Where a label may stand: to the right or the left of its dot, below or above it."""
    high = LABEL.lead
    left = min(max(one.x - width / 2, area.x + 2), area.right - width)
    yield Rect(one.x + one.r + _NEXT, one.y - high / 2, width, high)
    yield Rect(one.x - one.r - _NEXT - width, one.y - high / 2, width, high)
    yield Rect(left, one.y + one.r + 2, width, high)
    yield Rect(left, one.y - one.r - 2 - high, width, high)


def _has_room(spot: Rect, dots: Sequence[Placed], taken: Sequence[Rect], area: Rect) -> bool:
    if spot.x < area.x or spot.right > area.right or spot.y < area.y or spot.foot > area.foot:
        return False
    if any(_meets(spot, dot) for dot in dots):
        return False
    return not any(
        spot.x < other.right and other.x < spot.right and spot.y < other.foot and other.y < spot.foot
        for other in taken
    )


def _meets(spot: Rect, dot: Placed) -> bool:
    """Whether a dot, or the mark where its levels are, reaches into a rectangle."""
    near = min(max(dot.x, spot.x), spot.right), min(max(dot.y, spot.y), spot.foot)
    mark = spot.x - 3 < dot.at[0] < spot.right + 3 and spot.y - 3 < dot.at[1] < spot.foot + 3
    return mark or math.hypot(dot.x - near[0], dot.y - near[1]) < dot.r + 1


def shortened(text: str, room: float) -> str:
    """A text that is no wider than the room, with an ellipsis where it is cut."""
    if LABEL.width(text) <= room:
        return text
    end = len(text)
    while end > 1 and LABEL.width(f"{text[:end].rstrip()}…") > room:
        end -= 1
    return f"{text[:end].rstrip()}…"
