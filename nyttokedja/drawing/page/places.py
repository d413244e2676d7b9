"""Picture → where its boxes and arrows are, for others than the SVG writer. Lengths in px, y downwards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from nyttokedja.drawing.boxes.box import TypesetBox
from nyttokedja.drawing.boxes.docks import Unit
from nyttokedja.drawing.content.overlay import Ends
from nyttokedja.drawing.page.compose import LaidOutPicture, dock_rects
from nyttokedja.drawing.routing.collisions import corners_of
from nyttokedja.drawing.routing.pen import Point
from nyttokedja.drawing.svg.geometry import Rect
from nyttokedja.drawing.typesetting.metrics import width


def box_places(picture: LaidOutPicture) -> Mapping[str, Rect]:
    """Node id → the rectangle of its box.

    A node that is drawn under several others has the place where its box is drawn in full.
    """
    nodes = picture.subject.graph.nodes
    return {box.id: rect for box, rect in _boxes(picture) if box.id in nodes}


def arrow_points(picture: LaidOutPicture) -> Mapping[Ends, tuple[Point, ...]]:
    """(source id, target id) → points from the tail of the arrow to the tip of its head.

    Between two points the line is straight, or a part of a curve no longer than 3 px. An arrow that shares
    its line with an earlier one has the points of what is drawn for itself: from where it leaves that line,
    or to where it joins it.
    """
    turned = picture.orientation.point
    return {
        route.ends: tuple(
            turned(*point) for point in (*corners_of(route.d), *((route.tip,) if route.tip else ()))
        )
        for route in picture.routes
    }


def text_places(picture: LaidOutPicture) -> Iterator[Rect]:
    """The rectangles of the lines of text above and below the columns: heading and legend."""
    waiting = [*picture.heading, *picture.legend]
    while waiting:
        drawn = waiting.pop()
        waiting += drawn.children
        if drawn.name == "text":
            x, y, size = (float(drawn.attributes[name]) for name in ("x", "y", "font-size"))
            bold, spacing = (
                "font-weight" in drawn.attributes,
                float(drawn.attributes.get("letter-spacing", 0)),
            )
            yield Rect(x, y - size, width(drawn.text, size, bold, spacing), 1.25 * size)


def _boxes(picture: LaidOutPicture) -> Iterator[tuple[TypesetBox, Rect]]:
    turned = picture.orientation.rect
    for id, unit in picture.draft.units.items():
        for box, rect in _of_unit(unit, picture.canvas.rect(id)):
            yield box, turned(rect)
    if picture.opportunities:
        for id, unit in picture.draft.opportunities.items():
            yield from _of_unit(unit, picture.opportunities.rects[id])
    for band in picture.bands:
        yield from band.cards


def _of_unit(unit: Unit, host: Rect) -> Iterator[tuple[TypesetBox, Rect]]:
    yield unit.box, host
    for dock, rect in zip(unit.docks, dock_rects(unit, host), strict=True):
        if not dock.repeated:
            yield dock.box, rect
