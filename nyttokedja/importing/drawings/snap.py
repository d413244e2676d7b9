"""Second stage: the loose end of an arrow is fastened to the shape that it ends at or beside."""

from __future__ import annotations

from dataclasses import replace

from nyttokedja.importing.drawings.board import Connector, Page, Point
from nyttokedja.importing.drawings.lost import arrow_remark, without, words_of
from nyttokedja.importing.drawings.places import PlaceIndex
from nyttokedja.importing.model import Remark

_REACH = 20.0
_DOUBT = _REACH / 4
"""How much farther away the next shape must be than the nearest."""


def snap(page: Page) -> tuple[Page, tuple[Remark, ...]]:
    """The page with every arrow fastened at both ends; remarks on ends that were guessed, and arrows lost."""
    index = PlaceIndex((shape.id, shape.place) for shape in page.shapes if shape.lines)
    kept, snapped, loose = [], [], []
    for connector in page.connectors:
        one = _fastened(connector, index)
        if one.tail is None or one.head is None:
            loose.append(one)
            continue
        kept.append(one)
        if one is not connector:
            snapped.append(one)
    words = words_of(page)
    guessed = tuple(arrow_remark(one, "arrow-snapped", words, page) for one in snapped)
    page, lost = without(replace(page, connectors=tuple(kept)), loose, "arrow-loose")
    return page, (*guessed, *lost)


def _fastened(connector: Connector, index: PlaceIndex) -> Connector:
    if connector.tail is None and (tail := _nearest(connector.tail_at, index, connector.head)):
        connector = replace(connector, tail=tail)
    if connector.head is None and (head := _nearest(connector.head_at, index, connector.tail)):
        connector = replace(connector, head=head)
    return connector


def _nearest(point: Point | None, index: PlaceIndex, other: str | None) -> str | None:
    """The smallest shape around a point, else the nearest one if no other is about as near."""
    if point is None:
        return None
    near = [found for found in index.near(point, _REACH + _DOUBT) if found[2] != other]
    if not near or near[0][0] > _REACH:
        return None
    far = near[0][0]
    if far and len(near) > 1 and near[1][0] - far <= _DOUBT:
        return None
    return near[0][2]
