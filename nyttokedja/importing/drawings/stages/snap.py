"""Second stage: the loose end of an arrow is fastened to the shape that it ends at or beside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import hypot

from nyttokedja.importing.drawings.board import Connector, Page, Point
from nyttokedja.importing.drawings.stages.join import joined
from nyttokedja.importing.drawings.stages.lost import arrow_remark, without, words_of
from nyttokedja.importing.drawings.stages.places import PlaceIndex, centre
from nyttokedja.importing.model import Remark

_REACH = 20.0
_DOUBT = _REACH / 4
"""How much farther away the next shape must be than the nearest."""


def snap(page: Page) -> tuple[Page, tuple[Remark, ...]]:
    """The page with every arrow fastened at both ends; remarks on ends that were guessed, and arrows lost.

    A line that is drawn in pieces is one line.
    """
    index = PlaceIndex((shape.id, shape.place) for shape in page.shapes if shape.lines)
    middles = {one.id: centre(one.place) for one in page.things if one.place is not None}
    whole = [line for line in page.connectors if line.tail is not None and line.head is not None]
    pieces = [line for line in page.connectors if line.tail is None or line.head is None]
    ended = joined(_fastened(line, index, middles) for line in pieces)
    snapped = [line for line in ended if line.tail is not None and line.head is not None]
    loose = [line for line in ended if line.tail is None or line.head is None]
    words = words_of(page)
    guessed = tuple(arrow_remark(one, "arrow-snapped", words, page) for one in snapped)
    page, lost = without(replace(page, connectors=(*whole, *snapped)), loose, "arrow-loose")
    return page, (*guessed, *lost)


def _fastened(line: Connector, index: PlaceIndex, middles: Mapping[str, Point]) -> Connector:
    tail_at = line.tail_at or middles.get(line.tail or "")
    head_at = line.head_at or middles.get(line.head or "")
    if line.tail is None and (tail := _nearest(tail_at, head_at, index, line.head)):
        line = replace(line, tail=tail)
    if line.head is None and (head := _nearest(head_at, tail_at, index, line.tail)):
        line = replace(line, head=head)
    return line


def _nearest(point: Point | None, back: Point | None, index: PlaceIndex, other: str | None) -> str | None:
    """The smallest shape around a point, else the nearest one.

    Where another is about as near, it is the one that the line comes to if it goes on; ``back`` is its other
    end.
    """
    if point is None:
        return None
    near = [found for found in index.near(point, _REACH + _DOUBT) if found[2] != other]
    if near and near[0][0] and _is_doubtful(near) and back is not None:
        on = {name: far for far, _, name in index.near(_farther(point, back), _REACH + _DOUBT)}
        near = [found for found in near if on.get(found[2], found[0]) < found[0]]
    if not near or near[0][0] > _REACH or (near[0][0] and _is_doubtful(near)):
        return None
    return near[0][2]


def _is_doubtful(near: Sequence[tuple[float, float, str]]) -> bool:
    return len(near) > 1 and near[1][0] - near[0][0] <= _DOUBT


def _farther(point: Point, back: Point) -> Point:
    """A pixel farther along a line."""
    x, y = point.x - back.x, point.y - back.y
    length = hypot(x, y) or 1.0
    return Point(point.x + x / length, point.y + y / length)
