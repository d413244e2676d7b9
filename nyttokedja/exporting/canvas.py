"""A chain → a board of JSON Canvas (Obsidian): a card for each box, in the places of our picture."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from nyttokedja.drawing.svg.geometry import Rect
from nyttokedja.drawing.svg.theme import LIGHT
from nyttokedja.exporting.boxes import Box, own_data
from nyttokedja.exporting.diagram import DrawnColumn, DrawnLink, diagram_of
from nyttokedja.exporting.model import Exportable, Written

_BEFORE_TEXT = "\n\n"
_SIGNS = re.compile(r"[\\`*_\[\]<>#|~=$&!%^]|^[-+]|(?<=^\d)[.)]|(?<=^\d\d)[.)]")
"""Characters that Markdown may take for more than themselves."""


def write_canvas(exportable: Exportable) -> Written:
    """The chain as a file of JSON Canvas 1.0."""
    diagram = diagram_of(exportable)
    about = {"nyttokedja_title": diagram.title, "nyttokedja_language": diagram.language}
    nodes = [
        *(_group(column, number) for number, column in enumerate(diagram.columns, start=1)),
        *(_card(box, diagram.places[box.key]) for box in diagram.boxes),
    ]
    edges = [_edge(link, diagram.places) for link in diagram.links]
    whole = {"nodes": nodes, "edges": edges, **about}
    return Written(json.dumps(whole, ensure_ascii=False, indent="\t") + "\n")


def _group(column: DrawnColumn, number: int) -> dict[str, Any]:
    colour = LIGHT.kinds[column.kind].line
    own = {"label": column.words, "color": colour, "nyttokedja_heading": column.words}
    return {"id": f"column-{number}", "type": "group", **_place(column.place), **own}


def _card(box: Box, place: Rect) -> dict[str, Any]:
    text = f"**{_escaped(box.words)}**\n{_escaped(box.title)}"
    if said := box.said.get("text"):
        text += _BEFORE_TEXT + _escaped(said)
    own = {f"nyttokedja_{key}": said for key, said in own_data(box).items()}
    look = {"color": LIGHT.kinds[box.kind].line}
    return {"id": box.key, "type": "text", "text": text, **_place(place), **look, **own}


def _edge(drawn: DrawnLink, places: Mapping[str, Rect]) -> dict[str, Any]:
    sides = _sides(places[drawn.tail], places[drawn.head])
    edge: dict[str, Any] = {"id": drawn.link.key, "fromNode": drawn.tail, "fromSide": sides[0]}
    edge |= {"toNode": drawn.head, "toSide": sides[1], "nyttokedja_arrow": drawn.link.kind}
    return {**edge, "label": _escaped(drawn.link.because)} if drawn.link.because else edge


def _sides(tail: Rect, head: Rect) -> tuple[str, str]:
    """The sides of two boxes that face each other."""
    if tail.right <= head.x:
        return "right", "left"
    if tail.y >= head.foot:
        return "top", "bottom"
    return ("bottom", "top") if tail.foot <= head.y else ("left", "right")


def _place(place: Rect) -> dict[str, int]:
    left, top = round(place.x), round(place.y)
    return {"x": left, "y": top, "width": round(place.right) - left, "height": round(place.foot) - top}


def _escaped(text: str) -> str:
    return _SIGNS.sub(lambda match: f"\\{match[0]}", text)
