"""Chain → DOT that plain Graphviz draws readably, for people who have Graphviz tools.

The columns are ranks, held in order by an invisible line of anchors; nodes in no column are in the rank
of what they point at. A title is the large text of a box, all else is small, and
each box's class is its kind, so that `nyttokedja.importing.drawings.dot.reader` reads the file back.

Names in the drawing are ours (``n1``, ``note_1``), since an id is what somebody wrote: as a name it could
begin a port or an attribute. The attribute ``id`` has it where it is one,
which Graphviz hands on to SVG.
"""

from __future__ import annotations

import html
import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any

from nyttokedja.drawing.content.annotations import Annotations
from nyttokedja.drawing.content.arrow_kinds import ArrowGroups, group_arrows
from nyttokedja.drawing.content.details import Subject, head_of, title_of, type_of
from nyttokedja.drawing.content.elsewhere import OtherBox, other_boxes
from nyttokedja.drawing.content.shown import shown
from nyttokedja.drawing.content.size import check_size
from nyttokedja.drawing.content.wording import picture_words
from nyttokedja.drawing.content.worth import worths_of
from nyttokedja.drawing.dot.styles import LINK_STYLES, DotStyle, styles_in
from nyttokedja.drawing.layout.ranks import in_columns, rank
from nyttokedja.drawing.svg.elements import one_line
from nyttokedja.drawing.svg.orientation import DOWN, LEFT, RIGHT
from nyttokedja.drawing.svg.theme import THEMES, Theme
from nyttokedja.model.chain import IN_GRAPH, POINTERS, Chain, Node, NodeType, Note
from nyttokedja.model.excerpt import Excerpt
from nyttokedja.model.graph import Arrow, Graph
from nyttokedja.model.ids import is_id
from nyttokedja.model.picture_settings import PLAIN, PictureSettings

_WIDTH, _SMALL_WIDTH = 28, 36
_WAYS = {RIGHT: ("LR", "cds"), LEFT: ("RL", "larrow"), DOWN: ("TB", "invhouse")}
"""Direction → Graphviz's word for it, and the shape of a change, which points that way."""

_FONT = "Arial"
_PAPER = "#FFFFFF"
"""What Graphviz draws on where nothing is said."""
_ENTITY = re.compile(r"&(?=#?\w+;)")


def to_dot(
    chain: Chain, graph: Graph, excerpt: Excerpt | None = None, settings: PictureSettings = PLAIN
) -> str:
    """The DOT of a whole chain, with the same bytes for the same chain.

    Args:
        chain: what is drawn; titles are data, whatever they hold.
        graph: that of the same chain.
        excerpt: which part of a chain it is, where it is not all of one.
        settings: its colours, where its goals are, and whether boxes have their titles alone.

    Raises:
        CannotDraw: the chain is too large for a picture.
    """
    import graphviz

    check_size(chain, graph)
    theme, ways = THEMES[settings.theme], _WAYS[settings.direction]
    writing = _Writing(chain, graph, theme, settings.bare)
    digraph = graphviz.Digraph("nyttokedja", **_settings(writing.title(excerpt), ways[0], theme))
    for number, nodes in enumerate(writing.ranked()):
        with digraph.subgraph() as same:
            same.attr(rank="same")
            same.node(_anchor(number), shape="point", style="invis", width="0", label="")
            for node in nodes:
                box = writing.box(node)
                shape = ways[1] if box["shape"] == _WAYS[RIGHT][1] else box["shape"]
                same.node(writing.names[node.id], **{**box, "shape": shape})
            for above, below in pairwise(writing.names[n.id] for n in nodes if n.type is NodeType.COST):
                same.edge(above, below, style="invis")
        if number:
            digraph.edge(_anchor(number - 1), _anchor(number), style="invis", weight="0")
    for number, note in enumerate(chain.notes, start=1):
        digraph.node(f"note_{number}", **writing.note(note))
    for number, other in enumerate(other_boxes(chain), start=1):
        digraph.node(f"elsewhere_{number}", **writing.other(other))
        for before in other.tails:
            digraph.edge(writing.names[before.id], f"elsewhere_{number}", style="dashed", arrowhead="vee")
    for tail, head, attributes in writing.arrows():
        digraph.edge(writing.names[tail], writing.names[head], **attributes)
    return str(digraph.source)


def _settings(title: str, rankdir: str, theme: Theme) -> dict[str, Any]:
    ground = {} if theme.page == _PAPER else {"bgcolor": theme.page}
    return {
        "graph_attr": {
            "label": _text(title),
            "labelloc": "t",
            "labeljust": "l",
            "fontname": _FONT,
            "fontsize": "20",
            "fontcolor": theme.ink,
            "rankdir": rankdir,
            "nodesep": "0.25",
            "ranksep": "0.7",
            "pad": "0.3",
            **ground,
        },
        "node_attr": {
            "fontname": _FONT,
            "fontsize": "13",
            "fontcolor": theme.ink,
            "width": "2.4",
            "margin": "0.15,0.1",
        },
        "edge_attr": {"fontname": _FONT, "fontsize": "10", "fontcolor": theme.soft, "color": theme.arrow},
    }


class _Writing:
    """One chain's boxes and arrows as DOT's attributes."""

    def __init__(self, chain: Chain, graph: Graph, theme: Theme, bare: bool) -> None:
        self._soft, self._styles, self._bare = theme.soft, styles_in(theme), bare
        self._chain = chain
        self._graph = graph
        self._words = picture_words(chain.language)
        worths = worths_of(graph, self._words)
        self._subject = Subject(chain, graph, self._words, Annotations({}), worths=worths)
        self._flow = group_arrows(graph)
        self.names = {node.id: f"n{number}" for number, node in enumerate(chain.nodes, start=1)}

    # -- ranks ------------------------------------------------------------------------------------

    def ranked(self) -> list[list[Node]]:
        """The nodes of each rank, from the change on."""
        ranks = _ranks(self._chain, self._graph, self._flow)
        count = max(ranks.values(), default=0) + 1
        return [[node for node in self._chain.nodes if ranks[node.id] == n] for n in range(count)]

    def title(self, excerpt: Excerpt | None) -> str:
        """What stands over the whole."""
        if excerpt is None:
            return self._chain.title
        part = self._words.say("excerpt", "whole", shown=shown(excerpt, self._words))
        return f"{self._chain.title} – {part}"

    # -- boxes ------------------------------------------------------------------------------------

    def box(self, node: Node) -> dict[str, str]:
        """The attributes of a node's box."""
        worth = self._subject.worths.get(node.id, "")
        small = (head_of(node, self._subject), worth, *self._small(node))
        box = self._box(node.kind, type_of(node, self._words), title_of(node), small)
        return {"id": node.id if is_id(node.id) else "", **box}

    def note(self, note: Note) -> dict[str, str]:
        """The attributes of an unsorted note's box."""
        return self._box(
            "note", self._words.word("boxes", "note"), one_line(note.text) or "…", (one_line(note.origin),)
        )

    def other(self, other: OtherBox) -> dict[str, str]:
        """The attributes of the card of a box of another chain."""
        file = self._words.say("lines", "file", file=one_line(other.file))
        word = self._words.word("boxes", "elsewhere")
        return self._box("elsewhere", word, one_line(other.title), (file,))

    def _box(self, kind: str, word: str, title: str, small: Iterable[str]) -> dict[str, str]:
        style = self._styles[kind]
        lines = [*map(_escaped, _wrapped(title, _WIDTH))]
        if not self._bare:
            lines.insert(0, f"<B>{_font(word.upper(), style.line, 10)}</B>")
            lines += [
                _font(line, self._soft, 10) for text in small if text for line in _wrapped(text, _SMALL_WIDTH)
            ]
        return {
            "label": f"<{'<BR/>'.join(lines)}>",
            "class": kind,
            "tooltip": _text(title),
            **_drawn(style, len(lines)),
        }

    def _small(self, node: Node) -> Iterator[str]:
        for key in ("owner", "consequence", "requires"):
            if value := getattr(node, key):
                yield self._words.say("lines", key, **{key: one_line(value)})
        for spot in self._graph.resolve_all(node.references):
            if isinstance(spot, Arrow):
                yield self._words.say("lines", "at_arrow", tail=title_of(spot.source))

    # -- arrows -----------------------------------------------------------------------------------

    def arrows(self) -> Iterator[tuple[str, str, dict[str, str]]]:
        """The ids of tail and head, and the attributes, of every arrow."""
        backward = {arrow.ends for arrow in self._flow.backward}
        for arrow in self._graph.arrows:
            back = {"constraint": "false"} if arrow.ends in backward else {}
            yield *arrow.ends, {**self._link(arrow), **back}
        for node in self._chain.nodes:
            if node.type not in IN_GRAPH:
                yield from self._pointers(node)

    def _link(self, arrow: Arrow) -> dict[str, str]:
        strength = arrow.link.strength
        if NodeType.OPPORTUNITY in (arrow.source.type, arrow.target.type):
            return {"style": "dotted", "arrowhead": "empty", "color": self._styles["opportunity"].line}
        if not strength:
            return {}
        return {"style": LINK_STYLES[strength], "label": _text(self._words.word("link", strength))}

    def _pointers(self, node: Node) -> Iterator[tuple[str, str, dict[str, str]]]:
        styles: Mapping[str, dict[str, str]] = {
            "hinders": {"arrowhead": "tee", "penwidth": "2"},
            "at": {"arrowhead": "odot", "style": "dashed"},
            "needed_for": {"arrowhead": "odiamond", "style": "dashed"},
        }
        for key in POINTERS:
            for spot in self._graph.resolve_all(getattr(node, key)):
                head = spot.target if isinstance(spot, Arrow) else spot
                yield node.id, head.id, {"class": key, "color": self._styles[node.kind].line, **styles[key]}
        for link in node.links:
            target = self._graph.find(link.target).node
            if node.type is NodeType.RISK and target is not None and target.type is NodeType.DRAWBACK:
                yield node.id, target.id, {"style": "dashed", "color": self._styles["risk"].line}


def _ranks(chain: Chain, graph: Graph, arrow_groups: ArrowGroups) -> dict[str, int]:
    """Node id → rank, also of nodes in no column."""
    ranks = dict(rank(in_columns(chain.nodes), arrow_groups.forward, {}).of)
    for node in chain.of(NodeType.OPPORTUNITY):
        before = [ranks[arrow.target.id] - 1 for arrow in graph.leaving[node.id] if arrow.target.id in ranks]
        after = [ranks[arrow.source.id] + 1 for arrow in graph.entering[node.id] if arrow.source.id in ranks]
        ranks[node.id] = max([0, *(after or before[:1])])
    for node in chain.nodes:
        if node.id not in ranks:
            spots = graph.resolve_all(node.references)
            heads = [spot.target.id if isinstance(spot, Arrow) else spot.id for spot in spots]
            ranks[node.id] = next((ranks[head] for head in heads if head in ranks), 0)
    return ranks


def _drawn(style: DotStyle, lines: int) -> dict[str, str]:
    return {
        "shape": style.shape,
        "style": style.style,
        "fillcolor": style.fill,
        "color": style.line,
        "penwidth": str(style.width),
        **({"peripheries": str(style.peripheries)} if style.peripheries > 1 else {}),
        **({"height": f"{0.35 + 0.2 * lines:.2f}"} if style.shape == "cds" else {}),  # it has no margin
    }


def _font(text: str, colour: str, size: int) -> str:
    return f'<FONT COLOR="{colour}" POINT-SIZE="{size}">{_escaped(text)}</FONT>'


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False) or [text]


def _escaped(text: str) -> str:
    """The text as it may stand in an HTML label, where Graphviz still resolves escapes such as ``\\N``."""
    return html.escape(text.replace("\\", "\\\\"))


def _text(text: str) -> Any:
    """The text as a plain label, with nothing in it that Graphviz would resolve."""
    import graphviz

    return graphviz.escape(_ENTITY.sub("&amp;", one_line(text)))


def _anchor(number: int) -> str:
    return f"rank {number}"
