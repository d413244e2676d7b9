"""A drawing in GraphML, of yEd or of a program that only names its nodes → a board."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from nyttokedja.importing.drawings.board import Board, Connector, Group, Mark, Page, Rect, Shape
from nyttokedja.importing.drawings.markup import html_lines, plain_lines
from nyttokedja.importing.model import ImportOptions
from nyttokedja.importing.packages.xml import local_name, xml_tree

_LABELS = ("label", "name", "title", "text")
"""Attributes that hold the words of nodes, where a program draws nothing itself; the first counts."""
_HEADS = {"none": Mark.NONE, "": Mark.NONE}
_LOOKS = (("Fill", "fill", "color"), ("Shape", "shape", "type"), ("BorderStyle", "line", "color"))
"""Part of what yEd draws, a look, and the attribute of the part that says it."""
_BARS = ("t_shape", "dash", "skewed_dash", "cross")
_WORD = re.compile(r"[^\W\d_]{2}")


def read_graphml(data: bytes, options: ImportOptions) -> Board:
    """What a drawing in GraphML holds.

    Raises:
        CannotRead: it is damaged, or too large.
    """
    root = xml_tree([data])
    keys = {key.get("id", ""): key.get("attr.name", "") for key in _children(root, "key")}
    reader = _Reader(keys)
    for graph in _children(root, "graph"):
        reader.graph(graph, ())
    page = Page("", tuple(reader.shapes), tuple(reader.connectors), tuple(reader.groups))
    return Board("", (page,), {"arrow-data": reader.arrow_data})


class _Reader:
    def __init__(self, keys: Mapping[str, str]) -> None:
        self._keys = keys
        self.shapes: list[Shape] = []
        self.groups: list[Group] = []
        self.connectors: list[Connector] = []
        self.arrow_data = 0

    def graph(self, graph: Element, groups: tuple[str, ...]) -> None:
        """Read a graph, and those in its nodes."""
        directed = graph.get("edgedefault") != "undirected"
        for node in _children(graph, "node"):
            self._node(node, groups)
        for edge in _children(graph, "edge"):
            self.connectors.append(self._edge(edge, directed))

    def _node(self, node: Element, groups: tuple[str, ...]) -> None:
        id = node.get("id", "")
        inner = list(_children(node, "graph"))
        looks = _drawn(node)
        place, lines = _place(looks), tuple(self._lines(node, looks))
        note = "\n".join(self._notes(node, " ".join(lines)))
        if any(len(graph) for graph in inner):
            self.groups.append(Group(id, lines, place, _looks(looks), groups, "frame"))
            if note:
                self.shapes.append(Shape(f"{id} …", (note,), groups=(*groups, id), lasting=False))
        else:
            self.shapes.append(Shape(id, lines, place, _looks(looks), groups, note=note))
        for graph in inner:
            self.graph(graph, (*groups, id))

    def _lines(self, node: Element, looks: Element | None) -> Iterator[str]:
        """The words of all its labels; else those of the attribute that holds them; of no drawing, its id."""
        labels = [] if looks is None else list(_children(looks, "NodeLabel"))
        said = [line for label in labels for line in html_lines("".join(label.itertext()))]
        id = node.get("id", "")
        named = id if looks is None and _WORD.search(id) else ""
        yield from said or plain_lines(self._said(node, _LABELS) or named)

    def _notes(self, node: Element, words: str) -> Iterator[str]:
        """Its description, and what else is said of it that its words do not say."""
        yield from plain_lines(self._said(node, ("description",)))
        for name, text in self._further(node):
            if text != words:
                yield f"{name}: {text}"

    def _further(self, holder: Element) -> Iterator[tuple[str, str]]:
        """The attributes that are no description, and their values."""
        for data in _children(holder, "data"):
            name = self._keys.get(data.get("key", ""), "")
            if name and name.lower() != "description" and not len(data) and (text := _text(data)):
                yield name, text

    def _said(self, holder: Element, names: tuple[str, ...]) -> str:
        held = {self._keys.get(data.get("key", ""), "").lower(): data for data in _children(holder, "data")}
        return next((text for name in names if name in held and (text := _text(held[name]))), "")

    def _edge(self, edge: Element, directed: bool) -> Connector:
        looks = _drawn(edge)
        arrows = None if looks is None else next(_children(looks, "Arrows"), None)
        line = None if looks is None else next(_children(looks, "LineStyle"), None)
        head = Mark.ARROW if edge.get("directed", str(directed)).lower() == "true" else Mark.NONE
        marks = (Mark.NONE, head)
        if arrows is not None:
            marks = (_mark(arrows.get("source", "")), _mark(arrows.get("target", "")))
        labels = [] if looks is None else list(_children(looks, "EdgeLabel"))
        words = [text for label in labels for text in html_lines("".join(label.itertext()))]
        lines = tuple(words or plain_lines(self._said(edge, _LABELS)))
        self.arrow_data += sum(text != " ".join(lines) for _, text in self._further(edge))
        dashed = line is not None and line.get("type", "line") != "line"
        return Connector(
            edge.get("id", ""),
            edge.get("source"),
            edge.get("target"),
            marks=marks,
            lines=lines,
            looks={"dashed": "1"} if dashed else {},
        )


def _children(element: Element, name: str) -> Iterator[Element]:
    return (child for child in element if local_name(child) == name)


def _drawn(holder: Element) -> Element | None:
    """How yEd draws a node or an edge: what stands in its data; of a group the form that is shown."""
    for data in _children(holder, "data"):
        for drawn in data:
            name = local_name(drawn)
            if name == "ProxyAutoBoundsNode":
                realizers = next(_children(drawn, "Realizers"), None)
                return None if realizers is None else _shown(realizers)
            if name.endswith(("Node", "Edge")):
                return drawn
    return None


def _shown(realizers: Element) -> Element | None:
    forms = list(realizers)
    active = realizers.get("active", "0")
    at = int(active) if active.isdigit() and len(active) < 5 else 0
    return forms[at] if at < len(forms) else forms[0] if forms else None


def _place(drawn: Element | None) -> Rect | None:
    geometry = None if drawn is None else next(_children(drawn, "Geometry"), None)
    if geometry is None:
        return None
    try:
        return Rect(*(float(geometry.get(key, "0")) for key in ("x", "y", "width", "height")))
    except ValueError:
        return None


def _looks(drawn: Element | None) -> dict[str, str]:
    if drawn is None:
        return {}
    found = {}
    for name, key, attribute in _LOOKS:
        part = next(_children(drawn, name), None)
        if part is not None and (value := part.get(attribute, "")):
            found[key] = value.lower()[:7] if value.startswith("#") else value
    return found


def _text(data: Element) -> str:
    return " ".join("".join(data.itertext()).split())


def _mark(name: str) -> Mark:
    if name in _HEADS:
        return _HEADS[name]
    return Mark.BAR if name in _BARS else Mark.ARROW
