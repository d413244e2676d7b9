"""A board of Obsidian or another program that keeps JSON Canvas (``.canvas``) → a board."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nyttokedja.importing.clean_text import cleaned
from nyttokedja.importing.drawings.board import OUR_HEADING, Board, Connector, Group, Mark, Page, Shape
from nyttokedja.importing.drawings.markup import markdown_lines
from nyttokedja.importing.drawings.whiteboards.values import loaded, mapping, mappings, rect, strays, text
from nyttokedja.importing.kind_words import kinds_by_label
from nyttokedja.importing.model import ImportOptions

_OURS = "nyttokedja_"
_ENDS = {"none": Mark.NONE, "arrow": Mark.ARROW}


def read_canvas(data: bytes, options: ImportOptions) -> Board:
    """What a file of JSON Canvas holds, version 1.0.

    The first line of a text is the words of its box, with the next if it only says the kind, and the rest
    its note. What shows a file or a page is called after that.

    Raises:
        CannotRead: it is damaged.
    """
    held = mapping(loaded(data))
    shapes, groups = [], []
    for node in mappings(held.get("nodes")):
        if _is_own_heading(node):
            continue
        if text(node.get("type")) == "group":
            groups.append(_group(node))
        else:
            shapes.append(_shape(node))
    connectors = tuple(_connector(edge) for edge in mappings(held.get("edges")))
    page = Page("", tuple(shapes), connectors, tuple(groups))
    title, language = (cleaned(text(held.get(_OURS + key))) for key in ("title", "language"))
    return Board(title, (page,), {"damaged": strays(held, "nodes", "edges")}, language)


def _is_own_heading(node: Mapping[str, Any]) -> bool:
    """Whether a group is a column of our own boards, where nobody has written in its heading."""
    heading = node.get(OUR_HEADING)
    return heading is not None and node.get("label") == heading


def _looks(node: Mapping[str, Any]) -> dict[str, str]:
    colour = text(node.get("color")).lower()
    return {"fill": colour} if colour else {}


def _group(node: Mapping[str, Any]) -> Group:
    lines = markdown_lines(text(node.get("label")))
    return Group(text(node.get("id")), lines, rect(node), _looks(node), sort="frame")


def _shape(node: Mapping[str, Any]) -> Shape:
    words = text(node.get("text")) or text(node.get("file")).rpartition("/")[2] or text(node.get("url"))
    lines = markdown_lines(words)
    said = kinds_by_label(lines[:1])
    first = 2 if said and not said[1] else 1
    ours = {key: text(value) for key, value in node.items() if key.startswith(_OURS)}
    return Shape(
        text(node.get("id")),
        lines[:first],
        rect(node),
        _looks(node),
        data=ours,
        note="\n".join(lines[first:]),
    )


def _connector(edge: Mapping[str, Any]) -> Connector:
    marks = (_ENDS.get(text(edge.get("fromEnd")), Mark.NONE), _ENDS.get(text(edge.get("toEnd")), Mark.ARROW))
    if text(edge.get(f"{_OURS}arrow")) == "hinders" and marks[1] is Mark.ARROW:
        marks = (marks[0], Mark.BAR)
    return Connector(
        text(edge.get("id")),
        text(edge.get("fromNode")) or None,
        text(edge.get("toNode")) or None,
        marks=marks,
        lines=markdown_lines(text(edge.get("label"))),
        looks=_looks(edge),
    )
