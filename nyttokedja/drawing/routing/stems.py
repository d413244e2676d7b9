"""Canvas → the stems of docks: lines to what they point at, with a bar (hinders) or a ring (a risk at).

The stem of a dock at a node runs up to its box, past the docks above it; that of a dock at an arrow is in the
gutter. Lengths in px.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nyttokedja.drawing.boxes.docks import BAY, SIDE_IN, Dock, Unit
from nyttokedja.drawing.layout.canvas import Canvas
from nyttokedja.drawing.layout.spacing import DOCK_GUTTER, HEAD_STEM, TAIL_STEM
from nyttokedja.drawing.routing.pen import Point, right_angled
from nyttokedja.drawing.svg.elements import Element, circle, number, path, rect
from nyttokedja.drawing.svg.geometry import Rect
from nyttokedja.drawing.svg.theme import Theme

STEM_IN, SIDE_DOWN = 28.0, 14.0
"""How far right of its left edge the stem of a first dock is; how far below its top stems leave the others.
"""

BAR, BAR_THICK, RING = 30.0, 4.0, 4.0
"""The length of a bar, its thickness, and the radius of a ring."""

BAR_UNDER, _BAR_UNDER_LINE = 4.2, 6.0
"""How far below the edge of a box the middle of a bar is, and how far below the line of an arrow."""

_SIDE_BAR, _SIDE_GAP = 12.0, 3.0
"""The length of a bar where several stand side by side, and the least gap between them."""

STEM, STEM_RADIUS, RISK_DASHES = 1.6, 7.0, "4 3"
"""The width of the line of a stem, the radius of its corners, and its dashes at a risk."""

_BACK_BAR = 16.0
"""The length of a bar on an arrow that leads back, which is level there for a short way only."""

_RING_LINE = 1.8
"""The width of the line of a ring."""

_BAY_RADIUS = 4.0


@dataclass(frozen=True, slots=True)
class Stem:
    """The line from a dock to ``at``, where its mark is, which is ``width`` px wide."""

    kind: str  # of the dock's node: obstacle or risk
    mark: str  # bar or ring
    points: tuple[Point, ...]
    at: Point
    width: float


def stems_of(unit: Unit, host: Rect, rects: list[Rect], canvas: Canvas | None) -> Iterator[Stem]:
    """The stems of a unit whose box is at ``host`` and whose docks are at ``rects``.

    Those of docks at arrows need the ``canvas``; a unit outside the columns has none.
    """
    stem_insets = iter(unit.stem_insets)
    numbers = {"head": 0, "tail": 0}
    for index, (dock, place) in enumerate(zip(unit.docks, rects, strict=True)):
        if dock.end == "node" and not dock.joined:
            yield (
                _under(dock, place, host, next(stem_insets), _apart(unit))
                if index
                else _over(dock, place, host)
            )
        elif not dock.joined and canvas is not None and dock.arrow is not None:
            back = None if dock.arrow in canvas.placed.enters else canvas.entry(unit.box.id, 0)[1]
            yield _beside(dock, place, host, numbers[dock.end], canvas, back)
            numbers[dock.end] += 1


def _over(dock: Dock, place: Rect, host: Rect) -> Stem:
    """The stem of the first dock of a box: straight up."""
    at = (place.x + STEM_IN, _foot(dock, host))
    return Stem(dock.box.kind, dock.mark, ((at[0], place.y), at), at, _width(dock))


def _under(dock: Dock, place: Rect, host: Rect, inset: float, apart: float) -> Stem:
    """The stem of a later dock: to the left, and up past the docks above."""
    y, at = place.y + SIDE_DOWN, (host.x + inset, _foot(dock, host))
    width = min(_SIDE_BAR if dock.mark == "bar" else 2 * RING, apart - _SIDE_GAP)
    return Stem(dock.box.kind, dock.mark, ((place.x, y), (at[0], y), at), at, width)


def _apart(unit: Unit) -> float:
    return unit.stem_insets[0] - unit.stem_insets[1] if len(unit.stem_insets) > 1 else BAR


def _foot(dock: Dock, host: Rect) -> float:
    return host.foot + (BAR_UNDER if dock.mark == "bar" else 0.0)


def _width(dock: Dock) -> float:
    return BAR if dock.mark == "bar" else 2 * RING


def _beside(dock: Dock, place: Rect, host: Rect, index: int, canvas: Canvas, back: float | None) -> Stem:
    """The stem of a dock at an arrow; where that leads back, it enters its head at the height ``back``."""
    assert dock.arrow is not None
    y = place.y + SIDE_DOWN
    if dock.end == "head":
        x, start = host.x - HEAD_STEM - DOCK_GUTTER * index, place.x
        line = canvas.placed.enters[dock.arrow] if back is None else back
    else:
        edge = canvas.rank_edges.edge(canvas.ranks.of[dock.arrow[0]])
        x, start = edge + TAIL_STEM + DOCK_GUTTER * index, place.right
        line = canvas.placed.leaves[dock.arrow]
    on = line + _BAR_UNDER_LINE if dock.mark == "bar" else line
    return Stem(
        dock.box.kind,
        dock.mark,
        ((start, y), (x, y), (x, on)),
        (x, on),
        _width(dock) if back is None else min(_width(dock), _BACK_BAR),
    )


def draw_stem(stem: Stem, theme: Theme) -> list[Element]:
    """The line of a stem and its mark."""
    colour = theme.kinds[stem.kind].line
    dashes = RISK_DASHES if stem.kind == "risk" else None
    points = list(stem.points)
    if stem.mark == "ring":
        points[-1] = (points[-1][0], points[-1][1] + stem.width / 2)
    d, _ = right_angled(points, STEM_RADIUS)
    line = path(d, stroke=colour, width=STEM, stroke_dasharray=dashes)
    return [line, draw_mark(stem.mark, *stem.at, stem.width, colour, theme.page)]


def draw_mark(mark: str, x: float, y: float, width: float, colour: str, page: str) -> Element:
    """The bar or the open ring with its middle at (x, y)."""
    if mark == "ring":
        return circle(x, y, width / 2, fill=page, stroke=colour, width=_RING_LINE)
    d = f"M{number(x - width / 2)} {number(y)}H{number(x + width / 2)}"
    return path(d, stroke=colour, width=BAR_THICK)


def draw_bay(unit: Unit, host: Rect, docks: list[Rect], page: str) -> Element:
    """The background of the docks of a unit and of their stems, in the colour of the page."""
    foot = docks[-1].foot + BAY
    left = host.x + SIDE_IN - BAY if unit.stem_insets else docks[0].x - BAY
    right = max(dock.right for dock in docks) + BAY
    return rect(left, host.foot, right - left, foot - host.foot, page, _BAY_RADIUS)
