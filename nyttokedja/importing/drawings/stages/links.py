"""The connectors of a page → arrows between boxes and notes; one that meets a group goes to all in it."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

from nyttokedja.errors import CannotRead
from nyttokedja.importing.arrows import strength
from nyttokedja.importing.clean_text import cleaned
from nyttokedja.importing.drawings.board import Connector, Mark, Page
from nyttokedja.importing.drawings.stages.lost import arrow_remark, words_of
from nyttokedja.importing.model import CollectedArrow, Place, Remark

_MOST_ARROWS = 20_000


def links_of(
    page: Page, keys: Mapping[str, str], several: bool, dashed: str = ""
) -> tuple[tuple[CollectedArrow, ...], tuple[Remark, ...]]:
    """The arrows of a page, and remarks on those that meet a group.

    Args:
        page: one that has been through the stages.
        keys: shape → the key of its box or note.
        several: whether the board has several pages, so that each arrow says its own.
        dashed: the strength of a dashed arrow; "" where nobody has said that it has one.

    Raises:
        CannotRead: they are too many.
    """
    inside: dict[str, list[str]] = {}
    for shape in page.shapes:
        for name in shape.groups if shape.id in keys else ():
            inside.setdefault(name, []).append(shape.id)
    words = words_of(page)
    place = Place("page", name=page.name) if several else None
    arrows: list[CollectedArrow] = []
    remarks: list[Remark] = []
    for connector in page.connectors:
        ends = [_shapes(end, keys, inside) for end in (connector.tail, connector.head)]
        if not all(end in keys for end in (connector.tail, connector.head)):
            remarks.append(
                arrow_remark(connector, "arrow-group" if all(ends) else "arrow-loose", words, page)
            )
        if len(ends[0]) * len(ends[1]) + len(arrows) > _MOST_ARROWS:
            raise CannotRead("The drawing has more than {n} arrows.", n=_MOST_ARROWS)
        pairs = [
            (tail, head) for tail, head in product(*ends) if tail != head or len(ends[0]) == 1 == len(ends[1])
        ]
        arrows += [_arrow(connector, keys[tail], keys[head], place, dashed) for tail, head in pairs]
    return tuple(arrows), tuple(remarks)


def _shapes(end: str | None, keys: Mapping[str, str], inside: Mapping[str, list[str]]) -> list[str]:
    return [end] if end in keys and end is not None else inside.get(end or "", [])


def _arrow(connector: Connector, tail: str, head: str, place: Place | None, dashed: str) -> CollectedArrow:
    because = cleaned(" ".join(connector.lines))
    hampers = Mark.BAR in connector.marks
    if link := strength(because):
        return CollectedArrow(tail, head, hampers, link=link, place=place)
    link = dashed if connector.looks.get("dashed") else ""
    return CollectedArrow(tail, head, hampers, because, link, place=place)
