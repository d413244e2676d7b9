"""A chain → the boxes, links and columns of its picture, for formats that are drawn.

All that people see or hear of it is in the chain's own language. Lengths in px, y downwards.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from nyttokedja.drawing import compose
from nyttokedja.drawing.boxes.box import CARD
from nyttokedja.drawing.layout.spacing import MARGIN
from nyttokedja.drawing.page.columns import column_parts
from nyttokedja.drawing.page.compose import LaidOutPicture
from nyttokedja.drawing.page.places import box_places
from nyttokedja.drawing.routing.pen import Point
from nyttokedja.drawing.svg.geometry import Rect
from nyttokedja.exporting.boxes import Box, boxes_of
from nyttokedja.exporting.lines import Line, lines_of, meets
from nyttokedja.exporting.links import Link, links_of
from nyttokedja.exporting.model import Exportable
from nyttokedja.importing.clean_text import cleaned
from nyttokedja.language.texts import texts

_GAP, _NOTE = 16.0, 76.0
"""The gap between notes without a place of their own, and the height of one."""


@dataclass(frozen=True, slots=True)
class DrawnColumn:
    """The background of a column, with its heading and the kind whose colour it has."""

    words: str
    kind: str
    place: Rect


@dataclass(frozen=True, slots=True)
class DrawnLink:
    """A link, what is heard of it, and the points from box to box that it is drawn through.

    It has none where it is not drawn in the picture, or shares its line with another. ``tail`` and ``head``
    are the keys of the boxes that it is drawn from and to.
    """

    link: Link
    tail: str
    head: str
    points: tuple[Point, ...]
    alt: str


@dataclass(frozen=True, slots=True)
class Diagram:
    """Everything in the order in which it is read: columns, from the left, and boxes from above in each.

    ``places`` are those of the boxes, by their keys.
    """

    title: str
    language: str
    width: float
    height: float
    columns: tuple[DrawnColumn, ...]
    boxes: tuple[Box, ...]
    places: Mapping[str, Rect]
    links: tuple[DrawnLink, ...]


def diagram_of(exportable: Exportable) -> Diagram:
    """The chain as it is drawn.

    Raises:
        CannotDraw: the layout failed.
    """
    picture = compose(exportable.chain, exportable.graph, layout=exportable.layout())
    boxes = boxes_of(exportable)
    places = {**_places(boxes, picture), **_note_places(boxes, picture)}
    ranks = picture.canvas.ranks.of
    last = len(ranks)
    ordered = sorted(boxes, key=lambda box: (ranks.get(box.id, last), places[box.key].y, places[box.key].x))
    return Diagram(
        cleaned(exportable.data["title"]),
        exportable.chain.language,
        picture.width,
        max([picture.height, *(place.foot + MARGIN for place in places.values())]),
        tuple(_columns(picture)),
        tuple(ordered),
        places,
        tuple(_links(exportable, boxes, places, lines_of(picture))),
    )


def _places(boxes: tuple[Box, ...], picture: LaidOutPicture) -> Mapping[str, Rect]:
    drawn = box_places(picture)
    return {box.key: drawn[box.id] for box in boxes if box.id}


def _note_places(boxes: tuple[Box, ...], picture: LaidOutPicture) -> Mapping[str, Rect]:
    """Those of the unsorted notes: in the picture's places, or below it where it has none for them."""
    notes = [box for box in boxes if not box.id]
    drawn = [place for band in picture.bands if band.key == "notes" for _, place in band.cards]
    return {
        box.key: drawn[number] if number < len(drawn) else _below(picture, number)
        for number, box in enumerate(notes)
    }


def _below(picture: LaidOutPicture, number: int) -> Rect:
    most = max(1, int((picture.width - 2 * MARGIN + _GAP) // (CARD + _GAP)))
    row, column = divmod(number, most)
    return Rect(MARGIN + column * (CARD + _GAP), picture.height + MARGIN + row * (_NOTE + _GAP), CARD, _NOTE)


def _columns(picture: LaidOutPicture) -> Iterator[DrawnColumn]:
    for part in column_parts(picture.canvas, picture.top, picture.foot):
        yield DrawnColumn(picture.subject.words.word("columns", part.kind), part.kind, part.place)


def _links(
    exportable: Exportable,
    boxes: tuple[Box, ...],
    places: Mapping[str, Rect],
    lines: Mapping[Line, tuple[Point, ...]],
) -> Iterator[DrawnLink]:
    titles = {box.id: box.title for box in boxes if box.id}
    keys = {box.id: box.key for box in boxes if box.id}
    said = texts(exportable.chain.language)
    for link in links_of(exportable.data):
        tail, head = keys[link.tail], keys[link.head]
        line = lines.get((link.kind, link.tail, link.head), ())
        is_whole = len(line) > 1 and meets(line[0], places[tail]) and meets(line[-1], places[head])
        alt = said.say("exchange/drawn", link.kind, tail=titles[link.tail], head=titles[link.head])
        points = (line[::-1] if link.turned else line) if is_whole else ()
        ends = (head, tail) if link.turned else (tail, head)
        yield DrawnLink(link, *ends, points, f"{alt} {link.because}".strip())
