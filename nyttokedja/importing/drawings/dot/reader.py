"""A Graphviz drawing → a board.

    bytes → plain DOT → DrawnGraph → Board

Our own drawings say the kind of a box by its class, and its id; up to 0.2.0 its name was the id.
"""

from __future__ import annotations

from collections.abc import Mapping

from nyttokedja.importing.clean_text import cleaned
from nyttokedja.importing.drawings.board import Board, Connector, Group, Mark, Page, Shape
from nyttokedja.importing.drawings.dot.graph import (
    Attributes,
    AttributeValue,
    DrawnArrow,
    DrawnBox,
    DrawnGraph,
    DrawnGroup,
    read_dot_graph,
)
from nyttokedja.importing.drawings.dot.labels import label_lines
from nyttokedja.importing.drawings.dot.styles import is_of_other_chain, kind_by_style
from nyttokedja.importing.drawings.dot.tokens import plain_dot
from nyttokedja.importing.drawings.stages.kinds import OUR_KIND, OUR_LOOK
from nyttokedja.importing.drawings.stages.readings import OUR_ID
from nyttokedja.importing.kind_words import kinds_by_label
from nyttokedja.importing.model import ImportOptions

_NOTHING = AttributeValue("")
_NAMELESS = " "
_AUTOMATIC = AttributeValue("\\N")
_LOOKS = {"fill": "fillcolor", "line": "color", "font": "fontcolor"}


def read_dot(data: bytes, options: ImportOptions) -> Board:
    """What a drawing in DOT holds.

    Raises:
        CannotRead: the file is no drawing that can be read.
    """
    text, others, remembering = plain_dot(data)
    drawing = read_dot_graph(text, remembering)
    groups = {group: f"{n} {group.name}" for n, group in enumerate(_groups(drawing), start=1)}
    beyond = {box.name for box in drawing.boxes if is_of_other_chain(box.attributes)}
    shapes = tuple(_shape(box, drawing.name, groups) for box in drawing.boxes if box.name not in beyond)
    arrows = tuple(
        _connector(n, arrow, drawing.directed)
        for n, arrow in enumerate(drawing.arrows)
        if not beyond & {arrow.tail, arrow.head}
    )
    frames = tuple(
        Group(id, label_lines(group.label, {"G": group.name}), name=group.name)
        for group, id in groups.items()
    )
    return Board(_title(drawing), (Page("", shapes, arrows, frames),), {"graphs": others})


def _groups(drawing: DrawnGraph) -> dict[DrawnGroup, None]:
    return dict.fromkeys(group for box in drawing.boxes for group in box.groups)


def _shape(box: DrawnBox, graph: str, groups: Mapping[DrawnGroup, str]) -> Shape:
    own = kind_by_style(box.attributes)
    whole, large = _lines(box, graph, small=True), _lines(box, graph, small=False)
    data = {"id": box.said_id} if box.said_id is not None else {}
    lines = whole
    if "class" in box.attributes and own is not None:
        said = kinds_by_label(whole)
        data = {
            OUR_KIND: "·".join(said[0] if said else (own,)),
            OUR_ID: box.name if box.said_id is None else box.said_id,
        }
        lines = large if large and large != whole else said[1] if said else whole
    looks = {name: value.text for name, value in box.attributes.items()}
    looks |= {name: looks[attribute] for name, attribute in _LOOKS.items() if attribute in looks}
    if own is not None:
        looks[OUR_LOOK] = own
    title = lines or whole or (cleaned(box.name) or "…",)
    return Shape(
        box.name or _NAMELESS, title, None, looks, tuple(groups[group] for group in box.groups), data=data
    )


def _lines(box: DrawnBox, graph: str, small: bool) -> tuple[str, ...]:
    label = box.attributes.get("label", _AUTOMATIC)
    record = "shape" in box.attributes and "record" in box.attributes["shape"].text.lower()
    lines = label_lines(label, {"N": box.name, "G": graph}, record, small)
    outside = box.attributes.get("xlabel")
    return lines or (label_lines(outside, {"N": box.name, "G": graph}) if outside else ())


def _connector(n: int, arrow: DrawnArrow, directed: bool) -> Connector:
    names = {"T": arrow.tail, "H": arrow.head, "E": f"{arrow.tail}->{arrow.head}"}
    label = arrow.attributes.get("label") or arrow.attributes.get("xlabel") or _NOTHING
    looks = {name: value.text for name, value in arrow.attributes.items()}
    if {"dashed", "dotted"} & set(looks.get("style", "").lower().replace(",", " ").split()):
        looks["dashed"] = "1"
    return Connector(
        f"edge {n}",
        arrow.tail or _NAMELESS,
        arrow.head or _NAMELESS,
        marks=_marks(arrow.attributes, directed),
        lines=label_lines(label, names),
        looks=looks,
    )


def _marks(attributes: Attributes, directed: bool) -> tuple[Mark, Mark]:
    """What is drawn at the tail and the head of an arrow."""
    direction, head, tail = (
        attributes.get(name, _NOTHING).text.lower() for name in ("dir", "arrowhead", "arrowtail")
    )
    if direction not in ("forward", "back", "both", "none"):
        direction = "forward" if directed else "none"
    at_tail = _mark(tail) if direction in ("back", "both") else Mark.NONE
    return at_tail, _mark(head) if direction in ("forward", "both") else Mark.NONE


def _mark(form: str) -> Mark:
    if form == "none":
        return Mark.NONE
    return Mark.BAR if form == "tee" else Mark.ARROW


def _title(drawing: DrawnGraph) -> str:
    label = " ".join(label_lines(drawing.label, {"G": drawing.name}))
    name = " ".join(label_lines(AttributeValue(drawing.name.replace("_", " ")), {}))
    speaking = name if len(name) > 2 and name.lower() not in ("graph", "digraph", "graphname") else ""
    return label or speaking
