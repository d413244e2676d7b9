"""A board of Obsidian or another program that keeps JSON Canvas (``.canvas``) → a board."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nyttokedja.importing.drawings.board import Board, Connector, Group, Mark, Page, Shape
from nyttokedja.importing.drawings.json_values import loaded, mapping, mappings, rect, text
from nyttokedja.importing.drawings.markup import markdown_lines
from nyttokedja.importing.model import ImportOptions

_OURS = "nyttokedja_"
_ENDS = {"none": Mark.NONE, "arrow": Mark.ARROW}


def read_canvas(data: bytes, options: ImportOptions) -> Board:
    """What a file of JSON Canvas holds, version 1.0.

    The first line of a text is the words of its box, and the rest its note. What shows a file or a page is
    called after that.

    Raises:
        CannotRead: it is damaged.
    """
    held = mapping(loaded(data))
    shapes, groups = [], []
    for node in mappings(held.get("nodes")):
        if text(node.get("type")) == "group":
            groups.append(_group(node))
        else:
            shapes.append(_shape(node))
    connectors = tuple(_connector(edge) for edge in mappings(held.get("edges")))
    return Board("", (Page("", tuple(shapes), connectors, tuple(groups)),))


def _looks(node: Mapping[str, Any]) -> dict[str, str]:
    colour = text(node.get("color")).lower()
    return {"fill": colour} if colour else {}


def _group(node: Mapping[str, Any]) -> Group:
    lines = markdown_lines(text(node.get("label")))
    return Group(text(node.get("id")), lines, rect(node), _looks(node), sort="frame")


def _shape(node: Mapping[str, Any]) -> Shape:
    words = text(node.get("text")) or text(node.get("file")).rpartition("/")[2] or text(node.get("url"))
    lines = markdown_lines(words)
    ours = {key: text(value) for key, value in node.items() if key.startswith(_OURS)}
    return Shape(
        text(node.get("id")), lines[:1], rect(node), _looks(node), data=ours, note="\n".join(lines[1:])
    )


def _connector(edge: Mapping[str, Any]) -> Connector:
    marks = (_ENDS.get(text(edge.get("fromEnd")), Mark.NONE), _ENDS.get(text(edge.get("toEnd")), Mark.ARROW))
    return Connector(
        text(edge.get("id")),
        text(edge.get("fromNode")) or None,
        text(edge.get("toNode")) or None,
        marks=marks,
        lines=markdown_lines(text(edge.get("label"))),
        looks=_looks(edge),
    )
