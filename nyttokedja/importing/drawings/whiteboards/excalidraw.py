"""A drawing of Excalidraw (``.excalidraw``) → a board."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from nyttokedja.importing.drawings.board import Board, Connector, Group, Mark, Page, Point, Shape
from nyttokedja.importing.drawings.markup import plain_lines
from nyttokedja.importing.drawings.whiteboards.values import (
    loaded,
    mapping,
    mappings,
    number,
    points,
    rect,
    text,
)
from nyttokedja.importing.model import ImportOptions

_LINES = ("arrow", "line")
_FRAMES = ("frame", "magicframe")
_BARS = ("bar", "crowfoot_one")


def read_excalidraw(data: bytes, options: ImportOptions) -> Board:
    """What a drawing of Excalidraw holds.

    Raises:
        CannotRead: it is damaged.
    """
    elements = [one for one in mappings(mapping(loaded(data)).get("elements")) if not one.get("isDeleted")]
    labels = _labels(elements)
    shapes, connectors, groups, pictures = [], [], [], 0
    for one in elements:
        kind, id = text(one.get("type")), text(one.get("id"))
        if kind in _FRAMES:
            groups.append(Group(id, plain_lines(text(one.get("name"))), rect(one), sort="frame"))
        elif kind in _LINES:
            if kind == "arrow" or _is_fastened(one):
                connectors.append(_connector(one, labels))
        elif kind in ("image", "freedraw"):
            pictures += kind == "image"
        elif kind != "text" or not text(one.get("containerId")):
            shapes.append(_shape(one, labels))
    page = Page("", tuple(shapes), tuple(connectors), tuple(groups))
    return Board("", (page,), {"pictures": pictures})


def _labels(elements: Iterable[Mapping[str, Any]]) -> Mapping[str, tuple[str, ...]]:
    """Id of a shape or an arrow → the words that are fastened to it."""
    held: dict[str, tuple[str, ...]] = {}
    for one in elements:
        if text(one.get("type")) == "text" and (holder := text(one.get("containerId"))):
            held[holder] = (*held.get(holder, ()), *_lines(one))
    return held


def _lines(one: Mapping[str, Any]) -> tuple[str, ...]:
    """The words of a text as they were typed, without the breaks that its width made."""
    return plain_lines(text(one.get("originalText")) or text(one.get("text")))


def _looks(one: Mapping[str, Any]) -> dict[str, str]:
    looks = {
        "fill": text(one.get("backgroundColor")).lower(),
        "line": text(one.get("strokeColor")).lower(),
        "shape": text(one.get("type")),
        "dashed": "1" if text(one.get("strokeStyle")) in ("dashed", "dotted") else "",
    }
    return {key: value for key, value in looks.items() if value and value != "transparent"}


def _shape(one: Mapping[str, Any], labels: Mapping[str, tuple[str, ...]]) -> Shape:
    id, frame = text(one.get("id")), text(one.get("frameId"))
    lines = _lines(one) if text(one.get("type")) == "text" else labels.get(id, ())
    return Shape(id, lines, rect(one), _looks(one), (frame,) if frame else ())


def _is_fastened(one: Mapping[str, Any]) -> bool:
    """Whether a line without heads ends at shapes, so that it joins them and is not only drawn."""
    return bool(_bound(one.get("startBinding")) and _bound(one.get("endBinding")))


def _bound(held: Any) -> str | None:
    return text(mapping(held).get("elementId")) or None


def _connector(one: Mapping[str, Any], labels: Mapping[str, tuple[str, ...]]) -> Connector:
    id = text(one.get("id"))
    ends = points(one.get("points"), Point(number(one.get("x")), number(one.get("y"))))
    return Connector(
        id,
        _bound(one.get("startBinding")),
        _bound(one.get("endBinding")),
        ends[0] if ends else None,
        ends[-1] if ends else None,
        (_mark(one.get("startArrowhead")), _mark(one.get("endArrowhead"))),
        labels.get(id, ()),
        _looks(one),
    )


def _mark(head: Any) -> Mark:
    name = text(head)
    if not name or name == "none":
        return Mark.NONE
    return Mark.BAR if name in _BARS else Mark.ARROW
