"""An arrow between two shapes of a slide: the sites that it is glued to, and the way that it takes.

Lengths in px of the picture, y downwards.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from nyttokedja.drawing.svg.geometry import Rect
from nyttokedja.exporting.diagram import DrawnLink

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_TOP, _LEFT, _BOTTOM, _RIGHT = range(4)
"""The sites at which a connector is glued to a rectangle."""
_NEAR = 40.0
"""How far below a box what is docked straight under it may stand."""
_LEVEL, _BESIDE, _ABOVE, _CORNERS = 4.0, 20.0, 12.0, 2
"""How uneven a level arrow may be, how far left of boxes and how far above them an arrow passes, and the
points of a straight line.
"""
_WHOLE = 100_000
_UPWARDS = "16200000"


@dataclass(frozen=True, slots=True)
class Route:
    """How an arrow goes.

    Attributes:
        sites: those that it leaves and enters.
        form: the preset shape of the connector.
        bend: where it bends, as a part of its length along the way on which it leaves; None for half way.
        upwards: whether it leaves upwards, and not to a side.
    """

    sites: tuple[int, int]
    form: str
    bend: float | None = None
    upwards: bool = False


def route_of(drawn: DrawnLink, tail: Rect, head: Rect) -> Route:
    """The way of an arrow, as near to that in the picture as a glued one can be."""
    sites = _sites(tail, head)
    if sites == (_RIGHT, _LEFT):
        if abs(tail.middle - head.middle) < _LEVEL:
            return Route(sites, "line")
        if len(drawn.points) <= _CORNERS:
            return Route(sites, "bentConnector3")
        at = (drawn.points[1][0] + drawn.points[2][0]) / 2
        return Route(sites, "bentConnector3", _share(at, tail.right, head.x))
    if sites == (_LEFT, _LEFT):
        at = min(tail.x, head.x) - _BESIDE
        return Route(sites, "bentConnector3", _share(at, tail.x, head.x))
    if sites == (_TOP, _BOTTOM) and tail.y - head.foot >= _NEAR:
        return Route(sites, "bentConnector3", _ABOVE / (tail.y - head.foot), upwards=True)
    return Route(sites, "bentConnector3" if sites == (_LEFT, _RIGHT) else "line")


def _sites(tail: Rect, head: Rect) -> tuple[int, int]:
    """The sites that an arrow leaves and enters: right to left, or up from what is docked below a box."""
    if tail.right <= head.x:
        return _RIGHT, _LEFT
    if head.right <= tail.x:
        return (_TOP, _BOTTOM) if tail.y > head.foot else (_LEFT, _RIGHT)
    if tail.y >= head.foot:
        return (_TOP, _BOTTOM) if tail.y - head.foot < _NEAR else (_LEFT, _LEFT)
    return _BOTTOM, _TOP


def _share(at: float, start: float, end: float) -> float:
    return (at - start) / ((end - start) or 1.0)


def form_line(line: Any, route: Route) -> None:
    """Give a connector of python-pptx, glued at both ends, the form of its way."""
    properties = line.element.spPr
    form = properties.prstGeom
    form.set("prst", route.form)
    guides = form.get_or_add_avLst()
    if route.bend is not None:
        said = {"name": "adj1", "fmla": f"val {round(_WHOLE * route.bend)}"}
        guides.append(guides.makeelement(f"{A}gd", said))
    if route.upwards:
        _turn(properties.get_or_add_xfrm(), to_left=line.end_x < line.begin_x)


def _turn(frame: Any, *, to_left: bool) -> None:
    """Turn what goes right, down and right so that it goes up, to a side and up."""
    x, y, wide, high = frame.off.x, frame.off.y, frame.ext.cx, frame.ext.cy
    frame.off.x, frame.off.y = round(x + (wide - high) / 2), round(y + (high - wide) / 2)
    frame.ext.cx, frame.ext.cy = high, wide
    frame.set("rot", _UPWARDS)
    for flip in ("flipH", "flipV"):
        frame.attrib.pop(flip, None)
    if to_left:
        frame.set("flipV", "1")
