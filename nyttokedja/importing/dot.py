"""A Graphviz drawing → the chain it shows, as plain data ready for `nyttokedja.writing.chain_file`.

    bytes → plain DOT → DrawnGraph → boxes of known kinds → arrows → data

The kind of a box is that of the user's mapping; else that its label begins with; else that of the
subgraph it is in; else that of its style, if `nyttokedja.drawing.dot` writes it so; else it is a note.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from nyttokedja.importing import node_types
from nyttokedja.importing.arrows import ArrowEnd, ImportedArrows, import_arrows
from nyttokedja.importing.dot_graph import AttributeValue, DrawnBox, DrawnGraph, read_dot_graph
from nyttokedja.importing.dot_tokens import plain_dot
from nyttokedja.importing.labels import cleaned, label_lines
from nyttokedja.importing.model import Imported, Remark
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.texts import texts
from nyttokedja.model.chain import SECTIONS
from nyttokedja.model.ids import UniqueIds

_MARKS = ("behaviour", "effect_goal")
_MARKED: Mapping[str, tuple[str, ...]] = {"effect": _MARKS, "benefit": ("effect_goal",)}
_AUTOMATIC = AttributeValue("\\N")


def import_dot(
    data: bytes, *, mapping: Mapping[str, str] | None = None, title: str | None = None, language: str = "sv"
) -> Imported:
    """The chain that a drawing in DOT shows.

    Args:
        data: the file's content.
        mapping: what boxes are, as ``ATTRIBUTE=VALUE`` (``shape=box3d``, ``cluster=Nyttor``) or a node's
            name → type; `node_types.parse_mapping` makes one of ``--map`` options.
        title: that of the chain; else the drawing's label or name.
        language: that of the texts: sv, nb or en.

    Raises:
        CannotRead: the file is no drawing that can be read, or the mapping names what is no type.
    """
    pairs = node_types.parsed_pairs(mapping or {})
    text, others = plain_dot(data)
    drawing = read_dot_graph(text)
    importer = _BoxImporter(drawing, pairs)
    boxes = [importer.box(box) for box in drawing.boxes]
    names = (box.name for box in drawing.boxes)
    ends = {name: ArrowEnd(made.id, made.type, made.title) for name, made in zip(names, boxes, strict=True)}
    arrows = import_arrows(drawing.arrows, ends, drawing.directed)
    language = language if language in LANGUAGES else "sv"
    whole = {
        "nyttokedja": 1,
        "title": _title(title, drawing, language),
        "language": language,
        "stage": "draft",
        **_sections(boxes, arrows),
    }
    return Imported(whole, tuple(_remarks(importer, boxes, arrows, others)))


@dataclass(frozen=True, slots=True)
class _ImportedBox:
    """A box as the chain will have it; a note has no id."""

    id: str
    type: str
    title: str
    marks: tuple[str, ...] = ()
    guessed: bool = False


class _BoxImporter:
    """A box of the drawing → a box of the chain; `unused` are entries of the mapping not used yet."""

    def __init__(self, drawing: DrawnGraph, pairs: Mapping[tuple[str, str], str]) -> None:
        self._graph = drawing.name
        self._pairs = pairs
        self._ids = UniqueIds()
        self.unused = dict.fromkeys(pairs)

    def box(self, box: DrawnBox) -> _ImportedBox:
        """The box with its kind, title and id."""
        own = node_types.kind_by_style(box.attributes)
        ours = "class" in box.attributes and own is not None
        whole, large = self._lines(box, small=True), self._lines(box, small=False)
        labelled, rest = node_types.kinds_by_label(whole) or ((), whole)
        if ours and large and large != whole:  # all but the title is in a font of its own
            rest = large
        found = self._kinds(box, labelled, own)
        title = " ".join(rest) or " ".join(whole) or cleaned(box.name) or "…"
        return self._imported(box, found, title, ours)

    def _kinds(self, box: DrawnBox, labelled: tuple[str, ...], own: str | None) -> tuple[str, ...]:
        if found := node_types.kind_by_mapping(box, self._pairs):
            self.unused.pop(found[0], None)
            return (found[1],)
        if labelled:
            return labelled
        group = node_types.kind_by_group(box.groups)
        kind = group or own
        return (kind,) if kind else ()

    def _imported(self, box: DrawnBox, found: tuple[str, ...], title: str, ours: bool) -> _ImportedBox:
        if not found or found[0] == "note":
            return _ImportedBox("", "note", title, guessed=not found)
        type = next((kind for kind in found if kind not in _MARKS), "effect")
        marks = tuple(kind for kind in found if kind in _MARKED.get(type, ()))
        own = box.name if box.said_id is None else box.said_id  # names were ids up to 0.2.0
        id = own if ours and self._ids.keep(own) else self._ids.make(title)
        return _ImportedBox(id, type, title, marks)

    def _lines(self, box: DrawnBox, small: bool) -> tuple[str, ...]:
        label = box.attributes.get("label", _AUTOMATIC)
        record = "shape" in box.attributes and "record" in box.attributes["shape"].text.lower()
        lines = label_lines(label, {"N": box.name, "G": self._graph}, record, small)
        outside = box.attributes.get("xlabel")
        return lines or (label_lines(outside, {"N": box.name, "G": self._graph}) if outside else ())


def _sections(boxes: list[_ImportedBox], arrows: ImportedArrows) -> dict[str, Any]:
    sections: dict[str, Any] = {}
    for section, kind in SECTIONS.items():
        nodes = {box.id: _node(box, arrows) for box in boxes if box.type == kind.value}
        if nodes:
            sections[section] = nodes
    notes = [box.title for box in boxes if box.type == "note"]
    return {**sections, "notes": notes} if notes else sections


def _node(box: _ImportedBox, arrows: ImportedArrows) -> dict[str, Any]:
    node: dict[str, Any] = {"title": box.title, **dict.fromkeys(box.marks, True)}
    for key, values in arrows.fields.get(box.id, {}).items():
        node[key] = values[0] if len(values) == 1 else values
    return node


def _title(given: str | None, drawing: DrawnGraph, language: str) -> str:
    label = " ".join(label_lines(drawing.label, {"G": drawing.name}))
    name = " ".join(label_lines(AttributeValue(drawing.name.replace("_", " ")), {}))
    speaking = name if len(name) > 2 and name.lower() not in ("graph", "digraph", "graphname") else ""
    return cleaned(given or "") or label or speaking or texts(language).word("exchange/", "untitled")


def _remarks(
    importer: _BoxImporter, boxes: list[_ImportedBox], arrows: ImportedArrows, others: int
) -> Iterator[Remark]:
    if others:
        yield Remark("other-graphs", {"n": others})
    guessed = tuple(box.title for box in boxes if box.guessed)
    if guessed:
        yield Remark("unknown-kind", {"n": len(guessed), "items": guessed})
    yield from arrows.remarks
    for attribute, value in importer.unused:
        yield Remark("mapping-unused", {"entry": f"{attribute}={value}"})
