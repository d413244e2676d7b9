"""The widgets of a mural, as the API of Mural gives them (JSON) → a board."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nyttokedja.importing.drawings.board import Board, Connector, Group, Mark, Page, Point, Rect, Shape
from nyttokedja.importing.drawings.markup import html_lines, plain_lines
from nyttokedja.importing.drawings.whiteboards.values import (
    loaded,
    mapping,
    mappings,
    number,
    points,
    rect,
    text,
    texts_of,
)
from nyttokedja.importing.model import ImportOptions

_DEEPEST = 50
_MARKS = {
    "single": (Mark.NONE, Mark.ARROW),
    "double": (Mark.ARROW, Mark.ARROW),
    "no tip": (Mark.NONE, Mark.NONE),
}
_AREAS = ("area",)
_PICTURES = ("image", "icon", "file")


def read_mural(data: bytes, options: ImportOptions) -> Board:
    """What the widgets of a mural are: a list of them, or a page of the API with one in ``value``.

    Who has written what is never read.

    Raises:
        CannotRead: it is damaged.
    """
    held = loaded(data)
    widgets = list(mappings(held if isinstance(held, list) else mapping(held).get("value")))
    return _Reader(widgets, options.hidden).board()


class _Reader:
    def __init__(self, widgets: list[Mapping[str, Any]], with_hidden: bool) -> None:
        self._of = {text(one.get("id")): one for one in widgets}
        self._with_hidden = with_hidden

    def board(self) -> Board:
        shapes, connectors, groups = [], [], []
        pictures = hidden = 0
        for id, one in self._of.items():
            kind = text(one.get("type"))
            if one.get("hidden") is True and not self._with_hidden:
                hidden += 1
            elif kind == "arrow":
                connectors.append(self._connector(id, one))
            elif kind in _AREAS:
                lines = plain_lines(text(one.get("title")))
                groups.append(Group(id, lines, self._place(one), _looks(one), sort="frame"))
            elif kind in _PICTURES and not _words(one):
                pictures += 1
            else:
                shapes.append(self._shape(id, one))
        page = Page("", tuple(shapes), tuple(connectors), tuple(groups))
        return Board("", (page,), {"pictures": pictures, "hidden": hidden})

    def _origin(self, one: Mapping[str, Any]) -> Point:
        """Where the places of a widget count from: the corner of what it lies in, and so on."""
        x = y = 0.0
        for _ in range(_DEEPEST):
            holder = self._of.get(text(one.get("parentId")))
            if holder is None:
                break
            one = holder
            x, y = x + number(one.get("x")), y + number(one.get("y"))
        return Point(x, y)

    def _place(self, one: Mapping[str, Any]) -> Rect | None:
        place, origin = rect(one), self._origin(one)
        return place._replace(x=place.x + origin.x, y=place.y + origin.y) if place else None

    def _shape(self, id: str, one: Mapping[str, Any]) -> Shape:
        tags = texts_of(one.get("tags"))
        return Shape(id, _words(one), self._place(one), _looks(one), self._groups(one), tags)

    def _groups(self, one: Mapping[str, Any]) -> tuple[str, ...]:
        holder = text(one.get("parentId"))
        return (holder,) if holder in self._of else ()

    def _connector(self, id: str, one: Mapping[str, Any]) -> Connector:
        place = self._place(one)
        ends = points(one.get("points"), Point(place.x, place.y)) if place else []
        labels = [text(label.get("text")) for label in mappings(mapping(one.get("label")).get("labels"))]
        dashed = text(mapping(one.get("style")).get("strokeStyle")) in ("dashed", "dotted", "dotted-spaced")
        return Connector(
            id,
            text(one.get("startRefId")) or None,
            text(one.get("endRefId")) or None,
            ends[0] if ends else None,
            ends[-1] if ends else None,
            _MARKS.get(text(one.get("tip")), _MARKS["single"]),
            plain_lines("\n".join([text(one.get("title")), *labels])),
            {"dashed": "1"} if dashed else {},
        )


def _words(one: Mapping[str, Any]) -> tuple[str, ...]:
    plain = plain_lines(text(one.get("text"))) or html_lines(text(one.get("htmlText")))
    return plain or plain_lines(text(one.get("title")))


def _looks(one: Mapping[str, Any]) -> dict[str, str]:
    fill = text(mapping(one.get("style")).get("backgroundColor")).lower()
    looks = {"fill": fill[:7] if fill.startswith("#") else fill, "shape": text(one.get("shape"))}
    return {key: value for key, value in looks.items() if value}
