"""A flow chart in Mermaid, in a file of its own or in Markdown → a board: one page a diagram."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from urllib.parse import parse_qsl

from nyttokedja.errors import CannotRead
from nyttokedja.importing.clean_text import cleaned
from nyttokedja.importing.drawings.board import Board, Connector, Group, Page, Shape
from nyttokedja.importing.drawings.markup import html_lines, markdown_lines
from nyttokedja.importing.drawings.mermaid.statements import Link, Node, Said, statements
from nyttokedja.importing.model import ImportOptions
from nyttokedja.importing.text_decoding import decode_text

_FENCE = re.compile(
    r"^[ \t>]*(`{3,}|~{3,})[ \t]*\{?\.?mermaid[\w-]*\b[^\n]*\n(.*?)(?:^[ \t>]*\1|\Z)",
    re.MULTILINE | re.DOTALL | re.IGNORECASE,
)
_FRONT = re.compile(r"\A\s*---[ \t]*\n(.*?)\n[ \t]*---[ \t]*\n", re.DOTALL)
_TITLE = re.compile(r"^title:[ \t]*(.+)$", re.MULTILINE)
_HEAD = re.compile(r"(?:graph|flowchart(?:-elk)?)\b[ \t]*(?:TB|TD|BT|RL|LR)?[ \t]*(?:;|\n|$)")
_OWN = re.compile(r"^[ \t>]*%%[ \t]nyttokedja[ \t]+(?:(\w+)[ \t]+)?(\w+=\S+)[ \t]*$", re.MULTILINE)
"""A comment of our own: what is said of a node, or else of the whole chart."""
_BREAK = re.compile(r"\\n|<br\s*/?>", re.IGNORECASE)
_LARGEST = 2_000_000


def read_mermaid(data: bytes, options: ImportOptions) -> Board:
    """The flow charts that a text holds; diagrams of other kinds are counted as not read.

    Raises:
        CannotRead: it is too large, or there is no flow chart in it.
    """
    if len(data) > _LARGEST:
        raise CannotRead("The drawing is larger than {n} MB. Give a smaller one.", n=_LARGEST // 10**6)
    text = decode_text(data)[0]
    diagrams = [match[2] for match in _FENCE.finditer(text)] or [text]
    found = [(chart, _own_data(diagram)) for diagram in diagrams if (chart := _chart(diagram)) is not None]
    charts = [chart for chart, _ in found]
    if not charts:
        raise CannotRead(
            "There is no flow chart in the file: other diagrams of Mermaid have no arrows to follow."
        )
    numbered = len(charts) > 1
    pages = tuple(
        _page(body, title or (str(number) if numbered else ""), own)
        for number, ((title, body), own) in enumerate(found, 1)
    )
    title = next((title for title, _ in charts if title), "") if len(charts) == 1 else _heading(text)
    ours = found[0][1].get("", {}) if len(found) == 1 else {}
    unread = {"diagrams": len(diagrams) - len(charts)}
    return Board(
        cleaned(ours.get("nyttokedja_title", "")) or title, pages, unread, ours.get("nyttokedja_language", "")
    )


def _own_data(diagram: str) -> Mapping[str, Mapping[str, str]]:
    """Node → what our own charts say of it in comments; under "" what they say of the whole."""
    return {
        match[1] or "": {f"nyttokedja_{key}": said for key, said in parse_qsl(match[2])}
        for match in _OWN.finditer(diagram)
    }


def _heading(text: str) -> str:
    first = re.search(r"^#[ \t]+(.+)$", text, re.MULTILINE)
    return " ".join(markdown_lines(first[1])) if first else ""


def _chart(diagram: str) -> tuple[str, str] | None:
    """The title of a diagram and what stands after its first line; None for one that is no flow chart."""
    title, body = "", diagram
    if front := _FRONT.match(diagram):
        body = diagram[front.end() :]
        if said := _TITLE.search(front[1]):
            title = said[1].strip().strip("\"'")
    body = "\n".join(line for line in body.split("\n") if not line.lstrip(" \t>").startswith("%%")).lstrip()
    head = _HEAD.match(body)
    return (title, body[head.end() :]) if head else None


def _page(body: str, name: str, own: Mapping[str, Mapping[str, str]]) -> Page:
    chart = _Chart(own)
    for statement in statements(body):
        if isinstance(statement, Node):
            chart.add(statement)
        elif isinstance(statement, Link):
            chart.join(statement)
        else:
            chart.note(statement)
    return Page(name, tuple(chart.drawn()), tuple(chart.connectors), tuple(chart.groups.values()))


class _Chart:
    """What the statements of a flow chart have said so far."""

    def __init__(self, own: Mapping[str, Mapping[str, str]]) -> None:
        self._data = own
        self.groups: dict[str, Group] = {}
        self.connectors: list[Connector] = []
        self._shapes: dict[str, Shape] = {}
        self._classes: dict[str, str] = {}
        self._of_class: dict[str, dict[str, str]] = {}
        self._own: dict[str, dict[str, str]] = {}

    def add(self, node: Node) -> None:
        """A node, where it was named first, with the words that any of its places has for it."""
        known = self._shapes.get(node.id, Shape(node.id, (node.id,), groups=node.groups))
        lines = known.lines if node.text is None else _lines(node.text)
        looks = {"shape": node.shape} if node.shape else known.looks
        self._shapes[node.id] = Shape(node.id, lines, looks=looks, groups=known.groups or node.groups)
        if node.style:
            self._classes[node.id] = node.style

    def join(self, link: Link) -> None:
        """Arrows from each to each."""
        looks = {"dashed": "1"} if link.dashed else {}
        for tail in link.tails:
            for head in link.heads:
                id = f"{tail}-{head}-{len(self.connectors)}"
                words = _lines(link.label)
                self.connectors.append(Connector(id, tail, head, marks=link.marks, lines=words, looks=looks))

    def note(self, said: Said) -> None:
        """A group, how something looks, or words that are no statement: these are kept as a text."""
        if said.what == "group":
            self.groups[said.id] = Group(said.id, _lines(said.text), groups=said.groups, sort="frame")
        elif said.what == "unread":
            self._shapes[said.id] = Shape(said.id, _lines(said.text), groups=said.groups, lasting=False)
        elif said.what == "class":
            self._classes.update(dict.fromkeys(said.ids, said.text))
        elif said.what == "classDef":
            self._of_class.update(dict.fromkeys(said.ids, _looks(said.text)))
        else:
            self._own.update({id: {**self._own.get(id, {}), **_looks(said.text)} for id in said.ids})

    def drawn(self) -> Iterator[Shape]:
        """The nodes, with all their looks; a group that a link names is no node."""
        for id, shape in self._shapes.items():
            if id in self.groups:
                continue
            name = self._classes.get(id, "")
            named = {"class": name} if name else {}
            looks = {**shape.looks, **self._of_class.get(name, {}), **named, **self._own.get(id, {})}
            yield replace(shape, looks=looks, data=self._data.get(id, {}))


def _lines(label: str) -> tuple[str, ...]:
    """The lines of a label, which may have HTML, Markdown, and ``\\n`` for a break."""
    return html_lines("\n".join(markdown_lines(_BREAK.sub("\n", label))))


def _looks(style: str) -> dict[str, str]:
    """``fill:#f9f,stroke:#333`` → the looks that a board has."""
    return dict(_pairs(style))


def _pairs(style: str) -> Iterator[tuple[str, str]]:
    names = {"fill": "fill", "stroke": "line", "color": "font"}
    for part in style.rstrip(";").split(","):
        key, _, value = part.partition(":")
        if key.strip() in names and value.strip():
            yield names[key.strip()], value.strip().lower()
