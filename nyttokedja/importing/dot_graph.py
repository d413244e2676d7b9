"""The text of one DOT graph → Drawing: boxes and arrows with all they inherit, as frozen values.

pydot reads; what Graphviz would do with what was read is done here: defaults hold from where they
stand, in their group and those inside it; an edge to a group goes to each box in it.
"""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator, Mapping
from contextlib import redirect_stdout
from dataclasses import dataclass, field
from threading import Lock
from typing import Any, NamedTuple

from nyttokedja.errors import CannotRead

_MOST_ARROWS = 20_000
_LINE = re.compile(r"\(line:(\d+), col:\d+\)\s*$")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"', re.DOTALL)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_ONE_AT_A_TIME = Lock()
"""pydot's parser is not safe for threads."""


class Value(NamedTuple):
    """What an attribute holds; ``html`` where it was written ``<…>``."""

    text: str
    html: bool = False


Attributes = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Group:
    """A subgraph or cluster."""

    name: str
    label: Value


@dataclass(frozen=True, slots=True)
class Box:
    """A node of the drawing; ``groups`` from the outermost to the innermost."""

    name: str
    attributes: Attributes
    groups: tuple[Group, ...] = ()


@dataclass(frozen=True, slots=True)
class Arrow:
    """An edge between two boxes, by their names."""

    tail: str
    head: str
    attributes: Attributes


@dataclass(frozen=True, slots=True)
class Drawing:
    """A whole graph."""

    name: str
    directed: bool
    label: Value
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


def read_drawing(text: str) -> Drawing:
    """The drawing that one graph's DOT describes.

    Raises:
        CannotRead: pydot makes nothing of it, or it has too many arrows.
    """
    top = _parsed(text)
    walk = _Walk()
    walk.graph(top.obj_dict, _Defaults(), ())
    label = _label(top.obj_dict)
    boxes = tuple(
        Box(name, made.attributes, tuple(made.groups))
        for name, made in walk.boxes.items()
        if not _is_unseen(made.attributes)
    )
    names = {box.name for box in boxes}
    seen = (arrow for arrow in walk.arrows if not _is_unseen(arrow.attributes))
    arrows = tuple(arrow for arrow in seen if {arrow.tail, arrow.head} <= names)
    name = _value(str(top.get_name() or "")).text
    return Drawing(name, top.get_type() == "digraph", label, boxes, arrows)


def _parsed(text: str) -> Any:
    said = io.StringIO()  # pydot prints why it refuses, and returns None
    try:
        with _ONE_AT_A_TIME, redirect_stdout(said), warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # pydot uses old names of pyparsing's
            import pydot

            graphs = pydot.graph_from_dot_data(text)
    except Exception as error:  # whatever a parser raises at hostile text
        raised = type(error).__name__
        raise CannotRead(f"The drawing cannot be read as DOT: pydot raised {raised}.") from error
    if not graphs:
        match = _LINE.search(said.getvalue())
        where = f"Line {match[1]} of the drawing" if match else "The drawing"
        raise CannotRead(f"{where} cannot be read as DOT.")
    return graphs[0]


def _value(written: Any) -> Value:
    """What a name or value says without its quotes; escapes are the label's business."""
    text = "" if written is None else str(written)
    if text.startswith("<") and text.endswith(">"):
        return Value(text[1:-1], html=True)
    if match := _QUOTED.fullmatch(text):
        return Value(_ESCAPE.sub(lambda found: '"' if found[1] == '"' else found[0], match[1]))
    return Value(text)


def _name(written: str) -> str:
    """A node's name without its port."""
    match = _QUOTED.match(written)
    return _value(match[0]).text if match else _value(written).text


def _attributes(held: Mapping[str, Any]) -> dict[str, Value]:
    return {_value(name).text.lower(): _value(value) for name, value in held["attributes"].items()}


def _is_unseen(attributes: Attributes) -> bool:
    return "style" in attributes and "invis" in attributes["style"].text.lower().split(",")


@dataclass(frozen=True, slots=True)
class _Defaults:
    node: Mapping[str, Value] = field(default_factory=dict)
    edge: Mapping[str, Value] = field(default_factory=dict)


@dataclass(slots=True)
class _Made:
    attributes: dict[str, Value]
    groups: list[Group]


class _Walk:
    """Goes through pydot's objects in the order they were written."""

    def __init__(self) -> None:
        self.boxes: dict[str, _Made] = {}
        self.arrows: list[Arrow] = []

    def graph(self, held: Mapping[str, Any], defaults: _Defaults, groups: tuple[Group, ...]) -> list[str]:
        """Walk a graph or subgraph; gives the names of the boxes in it, in order."""
        inside: dict[str, None] = {}
        for name, part in _statements(held):
            if part["type"] == "edge":
                inside.update(dict.fromkeys(self._edge(part, defaults, groups)))
            elif part["type"] != "node":
                inside.update(dict.fromkeys(self._group(part, defaults, groups)))
            elif name == "node":
                defaults = _Defaults({**defaults.node, **_attributes(part)}, defaults.edge)
            elif name == "edge":
                defaults = _Defaults(defaults.node, {**defaults.edge, **_attributes(part)})
            elif name != "graph":
                inside[self._box(_name(name), defaults, groups, _attributes(part))] = None
        return list(inside)

    def _group(self, held: Mapping[str, Any], defaults: _Defaults, groups: tuple[Group, ...]) -> list[str]:
        group = Group(_value(held["name"]).text, _label(held))
        return self.graph(held, defaults, (*groups, group) if group.name or group.label.text else groups)

    def _box(
        self, name: str, defaults: _Defaults, groups: tuple[Group, ...], attributes: Attributes | None = None
    ) -> str:
        made = self.boxes.setdefault(name, _Made(dict(defaults.node), []))
        made.attributes.update(attributes or {})
        made.groups += [group for group in groups if group not in made.groups]
        return name

    def _end(self, end: Any, defaults: _Defaults, groups: tuple[Group, ...]) -> list[str]:
        if isinstance(end, Mapping):
            return self._group(end, defaults, groups)
        return [self._box(_name(str(end)), defaults, groups)]

    def _edge(self, part: Mapping[str, Any], defaults: _Defaults, groups: tuple[Group, ...]) -> list[str]:
        tails, heads = (self._end(end, defaults, groups) for end in part["points"])
        if len(self.arrows) + len(tails) * len(heads) > _MOST_ARROWS:
            raise CannotRead(f"The drawing has more than {_MOST_ARROWS} arrows.")
        attributes = {**defaults.edge, **_attributes(part)}
        self.arrows += [Arrow(tail, head, attributes) for tail in tails for head in heads]
        return [*tails, *heads]


def _statements(held: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The nodes, edges and subgraphs of a graph, with their keys, in the order they were written."""
    found = [
        (str(name), part)
        for kind in ("nodes", "edges", "subgraphs")
        for name, parts in held[kind].items()
        for part in parts
    ]
    return iter(sorted(found, key=lambda pair: pair[1].get("sequence") or 0))


def _label(held: Mapping[str, Any]) -> Value:
    label = _attributes(held).get("label", Value(""))
    for part in held["nodes"].get("graph", ()):
        label = _attributes(part).get("label", label)
    return label
