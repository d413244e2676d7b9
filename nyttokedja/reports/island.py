"""A chain → the data that the scripts of its page read (``schemas/page.schema.json``).

Everything that needs the engine is worked out here: which names mean which boxes, what is in the way on the
day, how texts are quoted. What is left to the scripts is to walk along arrows, and to fill sentences.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from nyttokedja.drawing.content.details import Subject, head_of, title_of, type_of
from nyttokedja.language.safe_text import BIDI
from nyttokedja.language.texts import Texts, texts
from nyttokedja.model.chain import Node, NodeType
from nyttokedja.model.graph import Arrow, Graph
from nyttokedja.model.handling import is_handled, is_wanting

VERSION = 1
_EFFECTS = ("impossible", "possible", "unexpected", "expected", "exposed", "safe", "single", "several")
"""What can become of a goal or a benefit where boxes and arrows are struck out."""
_ESCAPED = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
"""So that no text ends the element it stands in, or a line of it."""


def island(graph: Graph, subject: Subject) -> Mapping[str, Any]:
    """The data of a page.

    Args:
        graph: that of the whole chain, where the page shows a part of it: all of it decides what falls.
        subject: what is shown, as pictures have it.
    """
    return {
        "version": VERSION,
        "nodes": nodes_of(graph, subject),
        "arrows": [_arrow(arrow) for arrow in graph.arrows],
        "beside": _pointers(graph),
        "ways": list(_ways(graph)),
        "begun": list(_begun(graph, graph.today)),
        "calculated": any(node.value for node in graph.chain.nodes),
        "words": _words(texts(subject.words.language), "-needs" if graph.needing else ""),
    }


def nodes_of(graph: Graph, subject: Subject) -> Sequence[Mapping[str, Any]]:
    """What the data says of each box of a graph."""
    return [_node(node, subject) for node in graph.chain.nodes]


def island_text(data: Mapping[str, Any]) -> str:
    """The data as JSON that can stand in an element of a page, whatever its texts are."""
    return BIDI.sub("", json.dumps(data, ensure_ascii=False, separators=(",", ":"))).translate(_ESCAPED)


def _node(node: Node, subject: Subject) -> Mapping[str, Any]:
    words = subject.words
    said = texts(words.language)
    found = {
        "kind": type_of(node, words),
        "owner": said.fill("{owner:bare}", {"owner": node.owner}, said.language) if node.owner else "",
        "category": words.word("category", node.category) if node.category else "",
        "receiver": _receiver(node, subject),
    }
    return {
        "id": node.id,
        "type": node.type.value,
        "title": title_of(node),
        "quoted": said.quoted(node.title),
        "wanted": node.is_wanted,
        "goal": node.is_goal,
        **({"all": True} if node.needs_all else {}),
        **{name: value for name, value in found.items() if value},
    }


def _receiver(node: Node, subject: Subject) -> str:
    """Whose a benefit or drawback is: the perspective by its name here, or who it is for."""
    head = head_of(node, subject) if node.type in (NodeType.BENEFIT, NodeType.DRAWBACK) else ""
    return head.rpartition(" · ")[2] if node.perspective or node.receiver else ""


def _arrow(arrow: Arrow) -> Mapping[str, Any]:
    source, target = arrow.ends
    limited = {"limited": True} if arrow.link.strength == "limited" else {}
    return {"source": source, "target": target, **limited}


def _pointers(graph: Graph) -> Sequence[Sequence[str]]:
    """Each box that stands beside the chain, with the box that it points at; of an arrow, its tail."""
    return [
        [node.id, spot.source.id if isinstance(spot, Arrow) else spot.id]
        for node in graph.chain.nodes
        for spot in graph.resolve_all(node.references)
    ]


def _ways(graph: Graph) -> Iterator[Mapping[str, Any]]:
    """What is in the way of which boxes and arrows, or would be once what it is needed for had begun."""
    stage, today = graph.chain.stage, graph.today
    for node in graph.chain.of(NodeType.OBSTACLE, NodeType.PRECONDITION):
        spots = graph.resolve_all(node.hinders or node.needed_for)
        named = [list(spot.ends) if isinstance(spot, Arrow) else [spot.id] for spot in spots]
        if node.type is NodeType.OBSTACLE:
            if not is_handled(node, stage, today):
                yield {"id": node.id, "spots": named}
        elif is_wanting(node, stage, today, begun=False):
            yield {"id": node.id, "spots": named}
        elif is_wanting(node, stage, today, begun=True):
            yield {"id": node.id, "spots": named, "begun": True}


def _begun(graph: Graph, today: date | None) -> Iterator[str]:
    """The changes that have begun for certain."""
    for change in graph.chain.of(NodeType.CHANGE):
        if today and change.when and change.when.last <= today:
            yield change.id


def _words(said: Texts, needs: str) -> Mapping[str, Any]:
    """The texts that scripts say something with; ``needs`` is how those are named where boxes need all."""
    told = {**said.group("comparison/consequence"), **said.group("comparison/struck")}
    struck = said.group("comparison/struck")
    sentences = {name: told.get(f"{name}{needs}") or told[name] for name in _EFFECTS}
    sentences |= {name: struck[name] for name in ("owner", "nothing", "what")}
    return {
        "and": said.common["and"],
        "the": dict(said.group("the")),
        "struck": sentences,
        "page": dict(said.group("page/scripts")),
    }
