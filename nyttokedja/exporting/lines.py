"""A picture → the few points through which each of its arrows and stems goes, for formats that draw lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from nyttokedja.drawing.page.compose import LaidOutPicture, dock_rects
from nyttokedja.drawing.routing.collisions import corners_of
from nyttokedja.drawing.routing.pen import Point, Route
from nyttokedja.drawing.routing.stems import stems_of
from nyttokedja.drawing.svg.geometry import Rect
from nyttokedja.model.chain import LEADS_TO

NEAR = 6.0
"""How far from a box its line may begin or end."""

_FLAT = 1.0
"""Twice the area of a triangle that counts as a line, in square px."""

Line = tuple[str, str, str]
"""The kind of an arrow, and the ids that it comes from and goes to."""


def lines_of(picture: LaidOutPicture) -> Mapping[Line, tuple[Point, ...]]:
    """The points of each arrow from tail to head; a curve is a straight line here."""
    found: dict[Line, tuple[Point, ...]] = {}
    for route in picture.routes:
        found.setdefault((LEADS_TO, *route.ends), tuple(_of_route(route)))
    return {**found, **dict(_of_docks(picture))}


def meets(point: Point, box: Rect) -> bool:
    """Whether a line that ends there ends at the box."""
    x, y = point
    return box.x - NEAR <= x <= box.right + NEAR and box.y - NEAR <= y <= box.foot + NEAR


def _of_route(route: Route) -> list[Point]:
    corners = corners_of(route.d)
    ends = [point for run in route.runs for point in run]
    points: list[Point] = []
    for point in (corners[0], *ends, route.tip or corners[-1]):
        while len(points) > 1 and _is_straight(points[-2], points[-1], point):
            points.pop()
        if not points or point != points[-1]:
            points.append(point)
    return points


def _is_straight(a: Point, b: Point, c: Point) -> bool:
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])) < _FLAT


def _of_docks(picture: LaidOutPicture) -> Iterator[tuple[Line, tuple[Point, ...]]]:
    """The stems of docks at boxes, where the dock is drawn in full."""
    hosts = [(unit, picture.canvas.rect(id)) for id, unit in picture.draft.units.items()]
    if picture.opportunities:
        hosts += [(unit, picture.opportunities.rects[id]) for id, unit in picture.draft.opportunities.items()]
    for unit, host in hosts:
        docks = [dock for dock in unit.docks if dock.end == "node" and not dock.joined]
        rects = dock_rects(unit, host)
        stems = stems_of(unit, host, rects, None)
        for dock, stem in zip(docks, stems, strict=True):
            if not dock.repeated:
                kind = "hinders" if dock.mark == "bar" else "at"
                yield (kind, dock.box.id, unit.box.id), stem.points
