"""Canvas → what ties docks to what they hamper: stems with a bar (hinders) or a ring (a risk at).

A dock at a node has a stem of its own to its box, up past the docks above it; one at an arrow has its
stem in the gutter. Each joint comes with its straight runs, so that a test can hold them to pass no
box. Lengths in px.
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
"""How far from its left edge the stem of a box's first dock stands; how far down stems leave the others."""

BAR, BAR_THICK, RING = 30.0, 4.0, 4.0
"""The length of a bar, its thickness, and the radius of a ring."""

BAR_UNDER, _BAR_UNDER_LINE = 4.2, 6.0
"""How far below the edge of a box the middle of a bar is, and how far below the line of an arrow."""

_SIDE_BAR, _SIDE_GAP = 12.0, 3.0
"""The length of a bar where several stand side by side, and the least gap between them."""

STEM, STEM_RADIUS, RISK_DASHES = 1.6, 7.0, "4 3"
"""The width of a stem, the radius of its corners, and the dashes of a risk's."""

_RING_LINE = 1.8


@dataclass(frozen=True, slots=True)
class Joint:
    """A stem from a dock to ``at``, where its bar or ring is, ``wide`` px across."""

    kind: str  # the dock's: obstacle or risk
    mark: str  # bar or ring
    way: tuple[Point, ...]
    at: Point
    wide: float


def joints_of(unit: Unit, host: Rect, rects: list[Rect], canvas: Canvas | None) -> Iterator[Joint]:
    """The joints of a unit whose box stands at ``host`` and its docks at ``rects``."""
    lanes = iter(unit.lanes)
    numbers = {"head": 0, "tail": 0}
    for number_, (dock, place) in enumerate(zip(unit.docks, rects, strict=True)):
        if dock.end == "node":
            yield (
                _under(dock, place, host, next(lanes), _apart(unit)) if number_ else _over(dock, place, host)
            )
        elif canvas is not None and dock.arrow is not None:
            yield _beside(dock, place, host, numbers[dock.end], canvas)
            numbers[dock.end] += 1


def _over(dock: Dock, place: Rect, host: Rect) -> Joint:
    """The stem of a box's first dock: straight up from it."""
    at = (place.x + STEM_IN, _foot(dock, host))
    return Joint(dock.box.kind, dock.joint, ((at[0], place.y), at), at, _wide(dock))


def _under(dock: Dock, place: Rect, host: Rect, lane: float, apart: float) -> Joint:
    """The stem of a later one: out to the left and up past those above."""
    y, at = place.y + SIDE_DOWN, (host.x + lane, _foot(dock, host))
    wide = min(_SIDE_BAR if dock.joint == "bar" else 2 * RING, apart - _SIDE_GAP)
    return Joint(dock.box.kind, dock.joint, ((place.x, y), (at[0], y), at), at, wide)


def _apart(unit: Unit) -> float:
    return unit.lanes[0] - unit.lanes[1] if len(unit.lanes) > 1 else BAR


def _foot(dock: Dock, host: Rect) -> float:
    return host.foot + (BAR_UNDER if dock.joint == "bar" else 0.0)


def _wide(dock: Dock) -> float:
    return BAR if dock.joint == "bar" else 2 * RING


def _beside(dock: Dock, place: Rect, host: Rect, number_: int, canvas: Canvas) -> Joint:
    assert dock.arrow is not None
    y = place.y + SIDE_DOWN
    if dock.end == "head":
        x, start = host.x - HEAD_STEM - DOCK_GUTTER * number_, place.x
        line = canvas.placed.enters[dock.arrow]
    else:
        x, start = host.right + TAIL_STEM + DOCK_GUTTER * number_, place.right
        line = canvas.placed.leaves[dock.arrow]
    on = line + _BAR_UNDER_LINE if dock.joint == "bar" else line
    return Joint(dock.box.kind, dock.joint, ((start, y), (x, y), (x, on)), (x, on), _wide(dock))


def draw_joint(joint: Joint, theme: Theme) -> list[Element]:
    """The elements of a joint."""
    colour = theme.kinds[joint.kind].line
    dashes = RISK_DASHES if joint.kind == "risk" else None
    way = list(joint.way)
    if joint.mark == "ring":
        way[-1] = (way[-1][0], way[-1][1] + joint.wide / 2)
    d, _ = right_angled(way, STEM_RADIUS)
    stem = path(d, stroke=colour, width=STEM, stroke_dasharray=dashes)
    return [stem, sign_of(joint.mark, *joint.at, joint.wide, colour, theme.page)]


def sign_of(mark: str, x: float, y: float, wide: float, colour: str, page: str) -> Element:
    """The bar or the open ring, ``wide`` px across, with its middle at (x, y)."""
    if mark == "ring":
        return circle(x, y, wide / 2, fill=page, stroke=colour, width=_RING_LINE)
    return path(f"M{number(x - wide / 2)} {number(y)}H{number(x + wide / 2)}", stroke=colour, width=BAR_THICK)


def bay_of(unit: Unit, host: Rect, docks: list[Rect], page: str) -> Element:
    """The ground of page colour that the docks of one unit and their stems stand on."""
    foot = docks[-1].foot + BAY
    left = host.x + SIDE_IN - BAY if unit.lanes else docks[0].x - BAY
    return rect(left, host.foot, docks[0].right + BAY - left, foot - host.foot, page, 4)
