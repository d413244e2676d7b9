"""An old Graphviz drawing → the chain it shows, as plain data ready for `nyttokedja.writing.chain_file`.

    bytes → plain DOT → Drawing → boxes of known kinds → arrows → data

A box is of the kind that the user's mapping gives it; else that its label says first; else that of
the group it stands in; else that of its looks, if these are this program's own; else it is a note.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from nyttokedja.importing import node_types as kinds
from nyttokedja.importing.arrows import End, Fitted, fit_arrows
from nyttokedja.importing.dot_graph import Box, Drawing, Value, read_drawing
from nyttokedja.importing.dot_tokens import plain_dot
from nyttokedja.importing.labels import cleaned, lines_of
from nyttokedja.importing.model import Imported, Remark
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.texts import texts
from nyttokedja.model.chain import SECTIONS
from nyttokedja.model.ids import UniqueIds

_MARKS = ("behaviour", "effect_goal")
_MARKED: Mapping[str, tuple[str, ...]] = {"effect": _MARKS, "benefit": ("effect_goal",)}
_AUTOMATIC = Value("\\N")


def import_dot(
    data: bytes, *, mapping: Mapping[str, str] | None = None, title: str | None = None, language: str = "sv"
) -> Imported:
    """The chain that a drawing in DOT shows.

    Args:
        data: the file's content.
        mapping: what boxes are, as ``ATTRIBUTE=VALUE`` (``shape=box3d``, ``cluster=Nyttor``) or a node's
            name → type; `kinds.parse_mapping` makes one of ``--map`` options.
        title: that of the chain; else the drawing's label or name.
        language: that of the texts: sv, nb or en.

    Raises:
        CannotRead: the file is no drawing that can be read, or the mapping names what is no type.
    """
    pairs = kinds.checked(mapping or {})
    text, others = plain_dot(data)
    drawing = read_drawing(text)
    reading = _Reading(drawing, pairs)
    boxes = [reading.box(box) for box in drawing.boxes]
    names = (box.name for box in drawing.boxes)
    ends = {name: End(made.id, made.type, made.title) for name, made in zip(names, boxes, strict=True)}
    fitted = fit_arrows(drawing.arrows, ends, drawing.directed)
    language = language if language in LANGUAGES else "sv"
    whole = {
        "nyttokedja": 1,
        "title": _title(title, drawing, language),
        "language": language,
        "stage": "draft",
        **_sections(boxes, fitted),
    }
    return Imported(whole, tuple(_remarks(reading, boxes, fitted, others)))


@dataclass(frozen=True, slots=True)
class _Made:
    """A box as the chain will have it; a note has no id."""

    id: str
    type: str
    title: str
    marks: tuple[str, ...] = ()
    guessed: bool = False


class _Reading:
    """Boxes of the drawing, one by one, to boxes of the chain."""

    def __init__(self, drawing: Drawing, pairs: Mapping[tuple[str, str], str]) -> None:
        self._graph = drawing.name
        self._pairs = pairs
        self._ids = UniqueIds()
        self.unused = dict.fromkeys(pairs)

    def box(self, box: Box) -> _Made:
        """The box with its kind, title and id."""
        own = kinds.looked(box.attributes)
        by_us = "class" in box.attributes and own is not None
        whole, large = self._lines(box, small=True), self._lines(box, small=False)
        said, rest = kinds.prefixed(whole) or ((), whole)
        if by_us and large and large != whole:  # all but the title is in a font of its own
            rest = large
        found = self._kinds(box, said, own)
        title = " ".join(rest) or " ".join(whole) or cleaned(box.name) or "…"
        return self._made(box, found, title, by_us)

    def _kinds(self, box: Box, said: tuple[str, ...], own: str | None) -> tuple[str, ...]:
        if found := kinds.mapped(box, self._pairs):
            self.unused.pop(found[0], None)
            return (found[1],)
        if said:
            return said
        group = kinds.grouped(box.groups)
        kind = group or own
        return (kind,) if kind else ()

    def _made(self, box: Box, found: tuple[str, ...], title: str, by_us: bool) -> _Made:
        if not found or found[0] == "note":
            return _Made("", "note", title, guessed=not found)
        type = next((kind for kind in found if kind not in _MARKS), "effect")
        marks = tuple(kind for kind in found if kind in _MARKED.get(type, ()))
        id = box.name if by_us and self._ids.keep(box.name) else self._ids.make(title)
        return _Made(id, type, title, marks)

    def _lines(self, box: Box, small: bool) -> tuple[str, ...]:
        label = box.attributes.get("label", _AUTOMATIC)
        record = "shape" in box.attributes and "record" in box.attributes["shape"].text.lower()
        lines = lines_of(label, {"N": box.name, "G": self._graph}, record, small)
        outside = box.attributes.get("xlabel")
        return lines or (lines_of(outside, {"N": box.name, "G": self._graph}) if outside else ())


def _sections(boxes: list[_Made], fitted: Fitted) -> dict[str, Any]:
    sections: dict[str, Any] = {}
    for section, kind in SECTIONS.items():
        nodes = {box.id: _node(box, fitted) for box in boxes if box.type == kind.value}
        if nodes:
            sections[section] = nodes
    notes = [box.title for box in boxes if box.type == "note"]
    return {**sections, "notes": notes} if notes else sections


def _node(box: _Made, fitted: Fitted) -> dict[str, Any]:
    node: dict[str, Any] = {"title": box.title, **dict.fromkeys(box.marks, True)}
    for key, values in fitted.keys.get(box.id, {}).items():
        node[key] = values[0] if len(values) == 1 else values
    return node


def _title(said: str | None, drawing: Drawing, language: str) -> str:
    label = " ".join(lines_of(drawing.label, {"G": drawing.name}))
    name = " ".join(lines_of(Value(drawing.name.replace("_", " ")), {}))
    speaking = name if len(name) > 2 and name.lower() not in ("graph", "digraph", "graphname") else ""
    return cleaned(said or "") or label or speaking or texts(language).word("exchange/", "untitled")


def _remarks(reading: _Reading, boxes: list[_Made], fitted: Fitted, others: int) -> Iterator[Remark]:
    if others:
        yield Remark("other-graphs", {"n": others})
    guessed = tuple(box.title for box in boxes if box.guessed)
    if guessed:
        yield Remark("unknown-kind", {"n": len(guessed), "items": guessed})
    yield from fitted.remarks
    for attribute, value in reading.unused:
        yield Remark("mapping-unused", {"entry": f"{attribute}={value}"})
