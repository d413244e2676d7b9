"""After the third stage: a text of its own that stands at an arrow is what the arrow says.

Slides have no other way to put words on an arrow.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from math import hypot

from nyttokedja.importing.drawings.board import Connector, Page, Point, Rect, Shape
from nyttokedja.importing.kind_words import kind_of_word, kinds_by_label
from nyttokedja.importing.model import Remark

_NEAR = 10.0
"""How far from an arrow its words stand at most, in px."""
_LONGEST = 60
_STEPS = range(3, 18)
"""The twentieths of an arrow at which its words may stand: not at the boxes that it ends at."""
_MOST = 2_000


def caption(page: Page) -> tuple[Page, tuple[Remark, ...]]:
    """The page with texts at arrows as the words of the arrows, where one arrow alone can be meant."""
    met = {end for one in page.connectors for end in (one.tail, one.head)}
    texts = [one for one in page.shapes if one.id not in met and _may_caption(one)]
    silent = [one for one in page.connectors if not one.lines and one.tail_at and one.head_at]
    if len(texts) * len(silent) > _MOST**2 // 4:
        return page, ()
    said: dict[str, list[tuple[float, Shape]]] = defaultdict(list)
    for text in texts:
        near = [(far, one.id) for one in silent if (far := _far(one, text.place)) <= _NEAR]
        if len(near) == 1:
            said[near[0][1]].append((near[0][0], text))
    words = {id: min(found, key=lambda one: one[0])[1] for id, found in said.items()}
    used = {text.id for text in words.values()}
    connectors = tuple(
        replace(one, lines=words[one.id].lines) if one.id in words else one for one in page.connectors
    )
    shapes = tuple(one for one in page.shapes if one.id not in used)
    remarks = tuple(Remark("words-at-arrow", " ".join(text.lines)) for text in words.values())
    return replace(page, shapes=shapes, connectors=connectors), remarks


def _may_caption(shape: Shape) -> bool:
    words = " ".join(shape.lines)
    is_plain = shape.looks.get("shape") == "text" and not {"fill", "line"} & set(shape.looks)
    says_kind = kind_of_word(words) is not None or bool(kinds_by_label(shape.lines))
    return is_plain and 0 < len(words) <= _LONGEST and not (says_kind or shape.note or shape.data)


def _far(arrow: Connector, place: Rect | None) -> float:
    """How far it is from the middle parts of an arrow to a place."""
    begin, end = arrow.tail_at, arrow.head_at
    if place is None or begin is None or end is None:
        return float("inf")
    steps = (step / 20 for step in _STEPS)
    return min(
        _from(Point(begin.x + (end.x - begin.x) * at, begin.y + (end.y - begin.y) * at), place)
        for at in steps
    )


def _from(point: Point, place: Rect) -> float:
    right, foot = place.x + place.width, place.y + place.height
    return hypot(max(place.x - point.x, 0.0, point.x - right), max(place.y - point.y, 0.0, point.y - foot))
