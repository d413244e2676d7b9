"""Canvas → what ties docks to what they hamper: stems with a bar (hinders) or a ring (a risk at).

A dock at a node hangs on a stem under its box; one at an arrow has its stem in the gutter. Each
joint comes with its straight runs, so that a test can hold them to pass no box. Lengths in px.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nyttokedja.drawing.canvas import Canvas, Rect
from nyttokedja.drawing.docks import BAY, Dock, Unit
from nyttokedja.drawing.elements import Element, circle, number, path, rect
from nyttokedja.drawing.gutters import DOCK_GUTTER, HEAD_STEM, TAIL_STEM
from nyttokedja.drawing.lines import Point, right_angled
from nyttokedja.drawing.theme import Theme

STEM_IN, SIDE_IN, SIDE_DOWN = 28.0, 10.0, 14.0
BAR, BAR_THICK, RING = 30.0, 4.0, 4.0


@dataclass(frozen=True, slots=True)
class Joint:
    """A stem from a dock to ``at``, where its bar or ring is; ``at`` is None on a stem between docks."""

    kind: str  # the dock's: obstacle or risk
    mark: str  # bar or ring
    way: tuple[Point, ...]
    at: Point | None


def joints_of(unit: Unit, host: Rect, rects: list[Rect], canvas: Canvas | None) -> Iterator[Joint]:
    """The joints of a unit whose box stands at ``host`` and its docks at ``rects``."""
    above: str | None = None
    numbers = {"head": 0, "tail": 0}
    for number_, (dock, place) in enumerate(zip(unit.docks, rects, strict=True)):
        if dock.end == "node":
            yield _under(dock, place, host, unit.docks[0], rects[number_ - 1] if above else None)
            above = dock.joint
        elif canvas is not None and dock.arrow is not None:
            yield _beside(dock, place, host, numbers[dock.end], canvas)
            numbers[dock.end] += 1


def _under(dock: Dock, place: Rect, host: Rect, first: Dock, over: Rect | None) -> Joint:
    x, kind = place.x + STEM_IN, dock.box.kind
    if over is None:
        y = host.foot + (4.2 if dock.joint == "bar" else 0.0)
        return Joint(kind, dock.joint, ((x, place.y), (x, y)), (x, y))
    if dock.joint == first.joint:
        return Joint(kind, dock.joint, ((x, place.y), (x, over.foot)), None)
    side, y = host.x + SIDE_IN, place.y + SIDE_DOWN
    return Joint(kind, dock.joint, ((place.x, y), (side, y), (side, host.foot)), (side, host.foot))


def _beside(dock: Dock, place: Rect, host: Rect, number_: int, canvas: Canvas) -> Joint:
    assert dock.arrow is not None
    y = place.y + SIDE_DOWN
    if dock.end == "head":
        x, start = host.x - HEAD_STEM - DOCK_GUTTER * number_, place.x
        line = canvas.placed.enters[dock.arrow]
    else:
        x, start = host.right + TAIL_STEM + DOCK_GUTTER * number_, place.right
        line = canvas.placed.leaves[dock.arrow]
    on = line + 6.0 if dock.joint == "bar" else line
    return Joint(dock.box.kind, dock.joint, ((start, y), (x, y), (x, on)), (x, on))


def draw_joint(joint: Joint, theme: Theme) -> list[Element]:
    """The elements of a joint."""
    colour = theme.kinds[joint.kind].line
    dashes = "4 3" if joint.kind == "risk" else None
    way = list(joint.way)
    if joint.mark == "ring" and joint.at:
        way[-1] = (way[-1][0], way[-1][1] + RING)
    d, _ = right_angled(way, 7.0)
    drawn = [path(d, stroke=colour, width=1.6, stroke_dasharray=dashes)]
    if joint.at:
        drawn.append(sign_of(joint.mark, *joint.at, colour, theme.page))
    return drawn


def sign_of(mark: str, x: float, y: float, colour: str, page: str) -> Element:
    """The bar or the open ring, with its middle at (x, y)."""
    if mark == "ring":
        return circle(x, y, RING, fill=page, stroke=colour, width=1.8)
    return path(f"M{number(x - BAR / 2)} {number(y)}H{number(x + BAR / 2)}", stroke=colour, width=BAR_THICK)


def bay_of(host: Rect, docks: list[Rect], page: str) -> Element:
    """The ground of page colour that the docks of one unit stand on."""
    foot = docks[-1].foot + BAY
    return rect(docks[0].x - BAY, host.foot, docks[0].width + 2 * BAY, foot - host.foot, page, 4)
