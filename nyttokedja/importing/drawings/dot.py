"""A Graphviz drawing → what it says.

    bytes → plain DOT → DrawnGraph → boxes of known kinds → arrows

The kind of a box is that of the user's mapping; else that its label begins with; else that of the
subgraph it is in; else that of its style, if `nyttokedja.drawing.dot` writes it so; else it is a note.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from nyttokedja.importing.arrows import strength
from nyttokedja.importing.clean_text import cleaned
from nyttokedja.importing.drawings import node_types
from nyttokedja.importing.drawings.dot_graph import (
    AttributeValue,
    DrawnArrow,
    DrawnBox,
    DrawnGraph,
    read_dot_graph,
)
from nyttokedja.importing.drawings.dot_tokens import plain_dot
from nyttokedja.importing.drawings.labels import label_lines
from nyttokedja.importing.kind_words import kinds_by_label
from nyttokedja.importing.model import (
    Collected,
    CollectedArrow,
    CollectedBox,
    CollectedNote,
    ImportOptions,
    Remark,
)

_NOTHING = AttributeValue("")
_MARKS = ("behaviour", "effect_goal")
_MARKED: Mapping[str, tuple[str, ...]] = {"effect": _MARKS, "benefit": ("effect_goal",)}
_AUTOMATIC = AttributeValue("\\N")


def read_dot(data: bytes, options: ImportOptions) -> Collected:
    """What a drawing in DOT says.

    Raises:
        CannotRead: the file is no drawing that can be read, or the mapping names what is no type.
    """
    text, others = plain_dot(data)
    drawing = read_dot_graph(text)
    importer = _BoxImporter(drawing, node_types.parsed_pairs(options.mapping))
    found = [importer.box(box) for box in drawing.boxes]
    boxes = tuple(one for one in found if isinstance(one, CollectedBox))
    notes = tuple(one for one in found if isinstance(one, CollectedNote))
    titles = {one.key: one.title if isinstance(one, CollectedBox) else one.text for one in found}
    said: list[Remark] = []
    arrows = tuple(_arrow(arrow, drawing.directed, titles, said) for arrow in drawing.arrows)
    before = [Remark("other-graphs", particulars={"n": others})] if others else []
    remarks = (*before, *importer.guessed, *said, *importer.unused_entries())
    return Collected(_title(drawing), boxes, notes, arrows, remarks)


def _arrow(
    arrow: DrawnArrow, directed: bool, titles: Mapping[str, str], said: list[Remark]
) -> CollectedArrow:
    """An arrow as it is to be read; ``said`` takes what a reader should know of it."""
    direction = _direction(arrow, directed)
    tail, head = (arrow.head, arrow.tail) if direction == "back" else (arrow.tail, arrow.head)
    if direction in ("none", "both"):
        why = "no-direction" if direction == "none" else "both-ways"
        said.append(Remark(why, f"{titles[tail]} → {titles[head]}"))
    hampers = "tee" in (arrow.attributes.get(name, _NOTHING).text for name in ("arrowhead", "arrowtail"))
    names = {"T": arrow.tail, "H": arrow.head, "E": f"{arrow.tail}->{arrow.head}"}
    label = arrow.attributes.get("label") or arrow.attributes.get("xlabel") or _NOTHING
    because = " ".join(label_lines(label, names))
    if link := strength(because):
        return CollectedArrow(tail, head, hampers, link=link)
    return CollectedArrow(tail, head, hampers, because)


def _direction(arrow: DrawnArrow, directed: bool) -> str:
    """The direction that an arrow is drawn in: forward, back, both or none."""
    direction, head, tail = (
        arrow.attributes.get(name, _NOTHING).text.lower() for name in ("dir", "arrowhead", "arrowtail")
    )
    if direction not in ("forward", "back", "both", "none"):
        direction = "forward" if directed else "none"
    at_head = direction in ("forward", "both") and head != "none"
    at_tail = direction in ("back", "both") and tail != "none"
    if at_head and at_tail:
        return "both"
    return "forward" if at_head else "back" if at_tail else "none"


class _BoxImporter:
    """A box of the drawing → a box of the chain, or a note; `guessed` are remarks on boxes without a kind."""

    def __init__(self, drawing: DrawnGraph, pairs: Mapping[tuple[str, str], str]) -> None:
        self._graph = drawing.name
        self._pairs = pairs
        self._unused = dict.fromkeys(pairs)
        self.guessed: list[Remark] = []

    def unused_entries(self) -> Iterator[Remark]:
        """A remark on each entry of the mapping that no box has."""
        for attribute, value in self._unused:
            yield Remark("mapping-unused", particulars={"entry": f"{attribute}={value}"})

    def box(self, box: DrawnBox) -> CollectedBox | CollectedNote:
        """The box with its kind, title and id."""
        own = node_types.kind_by_style(box.attributes)
        ours = "class" in box.attributes and own is not None
        whole, large = self._lines(box, small=True), self._lines(box, small=False)
        labelled, rest = kinds_by_label(whole) or ((), whole)
        if ours and large and large != whole:  # all but the title is in a font of its own
            rest = large
        kinds = self._kinds(box, labelled, own)
        title = " ".join(rest) or " ".join(whole) or cleaned(box.name) or "…"
        if not kinds or kinds[0] == "note":
            if not kinds:
                self.guessed.append(Remark("unknown-kind", title))
            return CollectedNote(box.name, title, ref=box.name)
        type = next((kind for kind in kinds if kind not in _MARKS), "effect")
        marks = dict.fromkeys((kind for kind in kinds if kind in _MARKED.get(type, ())), True)
        id = (box.name if box.said_id is None else box.said_id) if ours else ""  # names were ids up to 0.2.0
        return CollectedBox(box.name, type, title, marks, box.name, id)

    def _kinds(self, box: DrawnBox, labelled: tuple[str, ...], own: str | None) -> tuple[str, ...]:
        if found := node_types.kind_by_mapping(box, self._pairs):
            self._unused.pop(found[0], None)
            return (found[1],)
        if labelled:
            return labelled
        group = node_types.kind_by_group(box.groups)
        kind = group or own
        return (kind,) if kind else ()

    def _lines(self, box: DrawnBox, small: bool) -> tuple[str, ...]:
        label = box.attributes.get("label", _AUTOMATIC)
        record = "shape" in box.attributes and "record" in box.attributes["shape"].text.lower()
        lines = label_lines(label, {"N": box.name, "G": self._graph}, record, small)
        outside = box.attributes.get("xlabel")
        return lines or (label_lines(outside, {"N": box.name, "G": self._graph}) if outside else ())


def _title(drawing: DrawnGraph) -> str:
    label = " ".join(label_lines(drawing.label, {"G": drawing.name}))
    name = " ".join(label_lines(AttributeValue(drawing.name.replace("_", " ")), {}))
    speaking = name if len(name) > 2 and name.lower() not in ("graph", "digraph", "graphname") else ""
    return label or speaking
