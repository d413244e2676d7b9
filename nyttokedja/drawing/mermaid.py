"""A chain → a Mermaid flowchart of as much of it as sites draw, which says how much that is.

Ids are made here, and of what a chain says only letters, digits and spaces are written as they are: nothing
of it is ever syntax.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterator, Mapping, Sequence
from typing import NamedTuple

from nyttokedja.drawing.content.annotations import Annotations
from nyttokedja.drawing.content.details import Subject, head_of, title_of, type_of
from nyttokedja.drawing.content.elsewhere import OtherBox, other_boxes
from nyttokedja.drawing.content.shown import shown
from nyttokedja.drawing.content.wording import picture_words
from nyttokedja.drawing.content.worth import worths_of
from nyttokedja.drawing.svg.elements import one_line
from nyttokedja.drawing.svg.orientation import DOWN, LEFT, RIGHT
from nyttokedja.drawing.svg.theme import THEMES
from nyttokedja.language.safe_text import clean, utf_16_length
from nyttokedja.model.chain import POINTERS, Chain, Node, NodeType
from nyttokedja.model.excerpt import Excerpt
from nyttokedja.model.graph import Arrow, Graph
from nyttokedja.model.picture_settings import PLAIN, PictureSettings

MAX_ARROWS = 500
MAX_CHARACTERS = 50_000
"""The limits of the platforms that draw Mermaid, in UTF-16 code units."""

_FIRST = (
    *(NodeType.GOAL, NodeType.BENEFIT, NodeType.DRAWBACK, NodeType.CHANGE, NodeType.EFFECT),
    *(NodeType.OBSTACLE, NodeType.RISK, NodeType.OPPORTUNITY, NodeType.PRECONDITION, NodeType.COST),
)
"""The types of boxes, those first that are left out last."""

_WAYS: Mapping[str, str] = {RIGHT: "LR", LEFT: "RL", DOWN: "TB"}
"""Where goals are → Mermaid's word for it."""

_FORMS: Mapping[str, tuple[str, str]] = {
    "behaviour": ("(", ")"),
    "benefit": ("([", "])"),
    "goal": ("[[", "]]"),
    "obstacle": ("{{", "}}"),
    "opportunity": ("(", ")"),
}
_LINKS: Mapping[str, str] = {"": "-->", "direct": "==>", "indirect": "-.->", "limited": "-.->"}
_POINTERS: Mapping[str, str] = {"hinders": "--x", "at": "--o", "needed_for": "-.-o"}
_ZERO_WIDTH_SPACES = dict.fromkeys(":$", "#8203;")
"""Characters that make icons and formulas even when escaped → the zero-width space that prevents it."""


class _Line(NamedTuple):
    """An arrow of the chart: the ids of its ends, its sign, and the words at it."""

    tail: str
    head: str
    sign: str
    words: str = ""


def to_mermaid(
    chain: Chain, graph: Graph, excerpt: Excerpt | None = None, settings: PictureSettings = PLAIN
) -> str:
    """The flowchart of a chain, with the same text for the same chain.

    Args:
        chain: what is drawn; titles are data, whatever they hold.
        graph: that of the same chain.
        excerpt: which part of a chain it is, where it is not all of one.
        settings: its colours, where its goals are, and whether boxes have their titles alone.
    """
    chart = _Chart(chain, graph, excerpt, settings)
    ordered = sorted(chain.nodes, key=lambda node: _FIRST.index(node.type))
    most = bisect_left(range(len(ordered)), 1, key=lambda n: int(not chart.fits(ordered[: n + 1])))
    return chart.text(ordered[:most])


def escaped(text: str) -> str:
    """A text as Mermaid shows it: all but letters, digits and spaces by their numbers."""
    text = clean(text).replace("ﬂ", "fl")  # which Mermaid writes its own escapes with
    return "".join(
        c if c.isalnum() or c == " " else f"#{ord(c)};{_ZERO_WIDTH_SPACES.get(c, '')}" for c in text
    )


class _Chart:
    """What the charts of parts of one chain are made of."""

    def __init__(
        self, chain: Chain, graph: Graph, excerpt: Excerpt | None, settings: PictureSettings
    ) -> None:
        self._theme, self._way, self._bare = THEMES[settings.theme], _WAYS[settings.direction], settings.bare
        self._chain, self._graph, self._excerpt = chain, graph, excerpt
        self._words = picture_words(chain.language)
        worths = worths_of(graph, self._words)
        self._subject = Subject(chain, graph, self._words, Annotations({}), worths=worths)
        self._names = {node.id: f"n{number}" for number, node in enumerate(chain.nodes, start=1)}
        self._others = other_boxes(chain)
        self._lines = tuple(self._all_lines())

    def fits(self, nodes: Sequence[Node]) -> bool:
        """Whether the sites draw a chart of these boxes."""
        return self._count(nodes) <= MAX_ARROWS and utf_16_length(self.text(nodes)) <= MAX_CHARACTERS

    def text(self, nodes: Sequence[Node]) -> str:
        """The chart of these boxes, and the arrows between them."""
        kept = {node.id for node in nodes}
        boxes = [node for node in self._chain.nodes if node.id in kept]
        title = escaped(one_line(self._chain.title))
        rows = [f"flowchart {self._way}", f"  accTitle: {title}"]
        if said := self._said(nodes):
            rows += [f"  accDescr: {escaped(said)}", f'  part["{escaped(said)}"]']
        rows += map(self._box, boxes)
        for line in self._lines:
            if {line.tail, line.head} <= kept:
                words = f'|"{escaped(line.words)}"|' if line.words else ""
                rows.append(f"  {self._names[line.tail]} {line.sign}{words} {self._names[line.head]}")
        others = [each for each in self._others if each.tails[0].id in kept]
        for number, other in enumerate(others, start=1):
            rows += self._other(f"e{number}", other, kept)
        for kind in dict.fromkeys((*(node.kind for node in boxes), *(["elsewhere"] if others else []))):
            colours, ink = self._theme.kinds[kind], self._theme.ink
            rows.append(f"  classDef {kind} fill:{colours.fill},stroke:{colours.line},color:{ink}")
        return "\n".join([*rows, ""])

    def _count(self, nodes: Sequence[Node]) -> int:
        kept = {node.id for node in nodes}
        beyond = sum(tail.id in kept for other in self._others for tail in other.tails)
        return beyond + sum({line.tail, line.head} <= kept for line in self._lines)

    def _said(self, nodes: Sequence[Node]) -> str:
        """How much of the chain it is, where it is not all."""
        parts = []
        if self._excerpt is not None:
            parts.append(self._words.say("excerpt", "whole", shown=shown(self._excerpt, self._words)))
        if len(nodes) < len(self._chain.nodes):
            counts = {"shown": len(nodes), "total": len(self._chain.nodes)}
            parts.append(self._words.say("excerpt", "cut", **counts))
        return " ".join(parts)

    def _box(self, node: Node) -> str:
        opening, closing = _FORMS.get(node.kind, ("[", "]"))
        lines = [escaped(title_of(node))]
        if not self._bare:
            lines = [f"<b>{escaped(type_of(node, self._words))}</b>", *lines, *self._small(node)]
        return f'  {self._names[node.id]}{opening}"{"<br/>".join(lines)}"{closing}:::{node.kind}'

    def _other(self, name: str, other: OtherBox, kept: Container[str]) -> Iterator[str]:
        """A box of another chain, and the arrows to it."""
        lines = [escaped(one_line(other.title)), escaped(one_line(other.file))]
        if not self._bare:
            lines.insert(0, f"<b>{escaped(self._words.word('boxes', 'elsewhere'))}</b>")
        yield f'  {name}["{"<br/>".join(lines)}"]:::elsewhere'
        for tail in other.tails:
            if tail.id in kept:
                yield f"  {self._names[tail.id]} -.-> {name}"

    def _small(self, node: Node) -> Iterator[str]:
        said = ((key, one_line(getattr(node, key))) for key in ("owner", "consequence", "requires"))
        small = [head_of(node, self._subject), self._subject.worths.get(node.id, "")]
        small += [self._words.say("lines", key, **{key: value}) for key, value in said if value]
        return (escaped(text) for text in small if text)

    def _all_lines(self) -> Iterator[_Line]:
        for arrow in self._graph.arrows:
            strength = arrow.link.strength
            sign = _LINKS[strength]
            if NodeType.OPPORTUNITY in (arrow.source.type, arrow.target.type):
                sign = "-.->"
            yield _Line(*arrow.ends, sign, self._words.word("link", strength) if strength else "")
        for node in self._chain.nodes:
            for key in POINTERS:
                for spot in self._graph.resolve_all(getattr(node, key)):
                    if isinstance(spot, Arrow):
                        words = self._words.say("lines", "at_arrow", tail=title_of(spot.source))
                        yield _Line(node.id, spot.target.id, _POINTERS[key], words)
                    else:
                        yield _Line(node.id, spot.id, _POINTERS[key])
            for link in node.links if node.type is NodeType.RISK else ():
                target = self._graph.find(link.target).node
                if target is not None and target.type is NodeType.DRAWBACK:
                    yield _Line(node.id, target.id, "-.->")
