"""Lines as SVG paths of level parts, bends and right angles, and what ends them. Lengths in px.

A `Route` keeps its straight parts besides the path, so that tests can see that none passes a box.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from nyttokedja.drawing.svg.elements import Element, circle, number, path

Point = tuple[float, float]

TIP, HEAD_LONG, HEAD_HALF = 1.2, 9.0, 4.6
"""An arrow head: how far its tip is from the box, its length, and half its height."""

BEFORE_TIP = 8.0
"""How far before the tip the line of an arrow ends, below its head."""

INSIDE = 0.5
"""How far inside the outline of a box a right-angled line begins."""

RADIUS = 9.0
"""The radius of the corners of right-angled lines."""

_RING, _RING_BACK = 3.5, 3.3
"""The ring that ends a line beside the chain: its radius, and how far its middle is from the tip."""

_NOTHING = 0.05
"""Shorter lengths are 0 with one decimal."""

_BEND = 5
"""The handles of a bend are at least one part in so many of its width from its ends."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """How a line is drawn: its width, its dashes, and what ends it."""

    width: float
    dashes: str = ""
    end: str = "head"  # "head" or "ring"


STROKES: Mapping[str, Stroke] = {
    "plain": Stroke(1.6),
    "direct": Stroke(2.6),
    "indirect": Stroke(1.6, "9 4"),
    "limited": Stroke(1.3, "3 3"),
    "beside": Stroke(1.2, "", "ring"),
}
"""Style of an arrow → its stroke."""


@dataclass(frozen=True, slots=True)
class Route:
    """The line of an arrow, or the part of it that is drawn for it alone.

    ``tip`` is that of its head; None where it joins the line of another arrow.
    """

    ends: tuple[str, str]  # node ids
    style: str
    d: str
    runs: tuple[tuple[Point, Point], ...]  # the straight parts
    tip: Point | None = None
    chevrons: tuple[Point, ...] = ()
    towards: str = "left"  # where its chevrons point
    join: Point | None = None  # where a backward arrow comes to its channel


class Pen:
    """Collects a path and its straight parts."""

    def __init__(self, x: float, y: float) -> None:
        self.d, self.x, self.y = f"M{number(x)} {number(y)}", x, y
        self.runs: list[tuple[Point, Point]] = []

    def level(self, x: float) -> None:
        """Draw a level line to ``x``."""
        if abs(x - self.x) > _NOTHING:
            self.runs.append(((self.x, self.y), (x, self.y)))
            self.d, self.x = f"{self.d}H{number(x)}", x

    def begin_at(self, x: float, y: float) -> None:
        """Begin at (x, y) instead, with nothing drawn."""
        self.d, self.x, self.y = f"M{number(x)} {number(y)}", x, y
        self.runs.clear()

    def corners(self, *points: Point) -> None:
        """Draw straight lines through the points, with rounded corners."""
        d, runs = right_angled([(self.x, self.y), *points])
        self.d += d[d.index("L") :]
        self.runs += runs
        self.x, self.y = points[-1]

    def bend(self, x: float, y: float, centre: float) -> None:
        """Draw a bend to (x, y), level at both ends; its handles are at ``centre``, or as near
        to it as is well inside.
        """
        if abs(y - self.y) < _NOTHING:
            self.level(x)
            return
        part = (x - self.x) / _BEND
        half = number(min(max(centre, self.x + part), x - part))
        self.d = f"{self.d}C{half} {number(self.y)} {half} {number(y)} {number(x)} {number(y)}"
        self.x, self.y = x, y


def right_angled(
    points: Sequence[Point], radius: float = RADIUS
) -> tuple[str, tuple[tuple[Point, Point], ...]]:
    """(path, straight parts) through the points, with rounded corners."""
    corners = [point for n, point in enumerate(points) if n == 0 or point != points[n - 1]]
    d = f"M{number(corners[0][0])} {number(corners[0][1])}"
    for before, corner, after in zip(corners, corners[1:], corners[2:], strict=False):
        r = min(radius, _length(before, corner) / 2, _length(corner, after) / 2)
        (ax, ay), (bx, by) = _towards(corner, before, r), _towards(corner, after, r)
        d += f"L{number(ax)} {number(ay)}Q{number(corner[0])} {number(corner[1])} {number(bx)} {number(by)}"
    d += f"L{number(corners[-1][0])} {number(corners[-1][1])}"
    return d, tuple(pairwise(corners))


def _length(a: Point, b: Point) -> float:
    return abs(a[0] - b[0]) + abs(a[1] - b[1])


def _towards(start: Point, end: Point, step: float) -> Point:
    far = _length(start, end) or 1.0
    return start[0] + (end[0] - start[0]) * step / far, start[1] + (end[1] - start[1]) * step / far


def draw_arrow_end(tip: Point, end: str, colour: str, page: str) -> Element:
    """An arrow head, or the open ``ring`` of a line beside the chain."""
    x, y = tip
    if end == "ring":
        return circle(x - _RING_BACK, y, _RING, fill=page, stroke=colour, width=1.3)
    base, half = HEAD_LONG, HEAD_HALF
    corners = ((x, y), (x - base, y - half), (x - base, y + half))
    d = "M" + "L".join(f"{number(a)} {number(b)}" for a, b in corners) + "Z"
    return path(d, fill=colour, stroke=colour, width=0.5, stroke_linejoin="round")


def chevron(x: float, y: float, colour: str, towards: str = "left") -> Element:
    """The sign on a line that leads back: an angle that points to where it leads."""
    n, way = number, -1 if towards == "left" else 1
    d = f"M{n(x - 3 * way)} {n(y - 4.5)}L{n(x + 2.5 * way)} {n(y)}L{n(x - 3 * way)} {n(y + 4.5)}"
    return path(d, stroke=colour, width=1.6, stroke_linecap="round", stroke_linejoin="round")
