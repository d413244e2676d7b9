"""The text of one DOT graph → DrawnGraph: nodes and edges with all they inherit, as frozen values.

pydot parses the text. What Graphviz would then do is done here: a default holds for what follows it
in its subgraph and in those inside it; an edge to a subgraph goes to each node in it.

Not safe for threads: pydot's parser is not, and what it prints to the standard output of the process is
caught meanwhile; whether it remembers what it has tried is set for the whole process meanwhile, too. A caller
with threads holds a lock of its own.
"""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from nyttokedja.errors import CannotRead

_MOST_ARROWS = 20_000
_LINE = re.compile(r"\(line:(\d+), col:\d+\)\s*$")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"', re.DOTALL)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)


class AttributeValue(NamedTuple):
    """The value of an attribute, without its quotes; ``html`` where it was written ``<…>``."""

    text: str
    html: bool = False


Attributes = Mapping[str, AttributeValue]


@dataclass(frozen=True, slots=True)
class DrawnGroup:
    """A subgraph or cluster, with its label."""

    name: str
    label: AttributeValue


@dataclass(frozen=True, slots=True)
class DrawnBox:
    """A node of the drawing; ``groups`` from the outermost to the innermost."""

    name: str
    attributes: Attributes
    groups: tuple[DrawnGroup, ...] = ()

    @property
    def said_id(self) -> str | None:
        """Its attribute ``id``."""
        return self.attributes["id"].text if "id" in self.attributes else None


@dataclass(frozen=True, slots=True)
class DrawnArrow:
    """An edge between two boxes, by their names."""

    tail: str
    head: str
    attributes: Attributes


@dataclass(frozen=True, slots=True)
class DrawnGraph:
    """A whole graph; ``directed`` where it is a digraph."""

    name: str
    directed: bool
    label: AttributeValue
    boxes: tuple[DrawnBox, ...]
    arrows: tuple[DrawnArrow, ...]


def read_dot_graph(text: str, remembering: bool = False) -> DrawnGraph:
    """The graph that a text in DOT describes, without nodes and edges that are invisible.

    Args:
        text: plain DOT.
        remembering: whether the parser remembers what it has tried: quicker where braces are nested, and
            slower where they are not.

    Raises:
        CannotRead: pydot makes nothing of it, or it has too many arrows.
    """
    top = _parsed(text, remembering)
    reader = _GraphReader()
    reader.graph(top.obj_dict, _Defaults(), ())
    label = _label(top.obj_dict)
    boxes = tuple(
        DrawnBox(name, made.attributes, tuple(made.groups))
        for name, made in reader.boxes.items()
        if not _is_invisible(made.attributes)
    )
    names = {box.name for box in boxes}
    visible = (arrow for arrow in reader.arrows if not _is_invisible(arrow.attributes))
    arrows = tuple(arrow for arrow in visible if {arrow.tail, arrow.head} <= names)
    name = _value(str(top.get_name() or "")).text
    return DrawnGraph(name, top.get_type() == "digraph", label, boxes, arrows)


@contextmanager
def _memory(is_on: bool) -> Iterator[None]:
    from pyparsing import ParserElement

    if not is_on:
        yield
        return
    ParserElement.enable_packrat(force=True)
    try:
        yield
    finally:
        ParserElement.disable_memoization()


def _parsed(text: str, remembering: bool) -> Any:
    printed = io.StringIO()  # pydot prints why it refuses, and returns None
    try:
        with redirect_stdout(printed), warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # pydot uses old names of pyparsing's
            import pydot

            with _memory(remembering):
                graphs = pydot.graph_from_dot_data(text)
    except Exception as error:  # whatever a parser raises at hostile text
        raised = type(error).__name__
        raise CannotRead(f"The drawing cannot be read as DOT: pydot raised {raised}.") from error
    if not graphs:
        match = _LINE.search(printed.getvalue())
        where = f"Line {match[1]} of the drawing" if match else "The drawing"
        raise CannotRead(f"{where} cannot be read as DOT.")
    return graphs[0]


def _value(written: Any) -> AttributeValue:
    """A name or value without its quotes; its escapes are left, `labels` resolves them."""
    text = "" if written is None else str(written)
    if text.startswith("<") and text.endswith(">"):
        return AttributeValue(text[1:-1], html=True)
    if match := _QUOTED.fullmatch(text):
        return AttributeValue(_ESCAPE.sub(lambda found: '"' if found[1] == '"' else found[0], match[1]))
    return AttributeValue(text)


def _name(written: str) -> str:
    """A node's name without its quotes and its port."""
    match = _QUOTED.match(written)
    return _value(match[0]).text if match else _value(written).text


def _attributes(held: Mapping[str, Any]) -> dict[str, AttributeValue]:
    return {_value(name).text.lower(): _value(value) for name, value in held["attributes"].items()}


def _is_invisible(attributes: Attributes) -> bool:
    return "style" in attributes and "invis" in attributes["style"].text.lower().split(",")


@dataclass(frozen=True, slots=True)
class _Defaults:
    node: Mapping[str, AttributeValue] = field(default_factory=dict)
    edge: Mapping[str, AttributeValue] = field(default_factory=dict)


@dataclass(slots=True)
class _OpenBox:
    attributes: dict[str, AttributeValue]
    groups: list[DrawnGroup]


class _GraphReader:
    """Reads pydot's objects in the order they were written; `boxes` and `arrows` are what was read so far."""

    def __init__(self) -> None:
        self.boxes: dict[str, _OpenBox] = {}
        self.arrows: list[DrawnArrow] = []

    def graph(
        self, held: Mapping[str, Any], defaults: _Defaults, groups: tuple[DrawnGroup, ...]
    ) -> list[str]:
        """Read a graph or subgraph, as pydot holds it → the names of the boxes in it, in order."""
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

    def _group(
        self, held: Mapping[str, Any], defaults: _Defaults, groups: tuple[DrawnGroup, ...]
    ) -> list[str]:
        group = DrawnGroup(_value(held["name"]).text, _label(held))
        return self.graph(held, defaults, (*groups, group) if group.name or group.label.text else groups)

    def _box(
        self,
        name: str,
        defaults: _Defaults,
        groups: tuple[DrawnGroup, ...],
        attributes: Attributes | None = None,
    ) -> str:
        box = self.boxes.setdefault(name, _OpenBox(dict(defaults.node), []))
        box.attributes.update(attributes or {})
        box.groups += [group for group in groups if group not in box.groups]
        return name

    def _end(self, end: Any, defaults: _Defaults, groups: tuple[DrawnGroup, ...]) -> list[str]:
        if isinstance(end, Mapping):
            return self._group(end, defaults, groups)
        return [self._box(_name(str(end)), defaults, groups)]

    def _edge(
        self, part: Mapping[str, Any], defaults: _Defaults, groups: tuple[DrawnGroup, ...]
    ) -> list[str]:
        tails, heads = (self._end(end, defaults, groups) for end in part["points"])
        if len(self.arrows) + len(tails) * len(heads) > _MOST_ARROWS:
            raise CannotRead(f"The drawing has more than {_MOST_ARROWS} arrows.")
        attributes = {**defaults.edge, **_attributes(part)}
        self.arrows += [DrawnArrow(tail, head, attributes) for tail in tails for head in heads]
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


def _label(held: Mapping[str, Any]) -> AttributeValue:
    label = _attributes(held).get("label", AttributeValue(""))
    for part in held["nodes"].get("graph", ()):
        label = _attributes(part).get("label", label)
    return label
