"""Arrows that no chain gets: what they say stays, as a note, and each is told of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from nyttokedja.importing.drawings.board import Connector, Page, Shape
from nyttokedja.importing.model import Place, Remark

_NOWHERE = "…"


def without(page: Page, lost: Iterable[Connector], key: str) -> tuple[Page, tuple[Remark, ...]]:
    """The page with the words of lost arrows as texts of their own; a remark on each, ``key`` is why."""
    gone = tuple(lost)
    words = words_of(page)
    remarks = tuple(arrow_remark(one, key, words, page) for one in gone)
    taken = {shape.id for shape in page.shapes}
    texts = [
        Shape(name, one.lines, lasting=False)
        for one in gone
        if one.lines and (name := f"{one.id} …") not in taken
    ]
    return replace(page, shapes=(*page.shapes, *texts)), remarks


def words_of(page: Page) -> Mapping[str, str]:
    """Shape or group → its words."""
    return {one.id: " ".join(one.lines) for one in page.things}


def arrow_remark(arrow: Connector, key: str, words: Mapping[str, str], page: Page) -> Remark:
    """A remark on an arrow, by the words at its ends."""
    ends = [words.get(end, "") if end else "" for end in (arrow.tail, arrow.head)]
    item = " → ".join(end or _NOWHERE for end in ends) if any(ends) else " ".join(arrow.lines)
    return Remark(key, item, Place("page", name=page.name) if page.name else None)
