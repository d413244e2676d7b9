"""Two chains and their renamed boxes → which boxes and arrows are new, gone or another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from nyttokedja.comparing import facts
from nyttokedja.comparing.model import ArrowChange, Doubt, Ends, FieldChange, Kind, NodeChange, Weight
from nyttokedja.model.chain import Link, Node
from nyttokedja.model.graph import Graph
from nyttokedja.model.spelling import fold, likeness

_ALIKE = 0.5
"""How much of its words a box keeps that only is put in other words."""
_WORDS = frozenset({"title", "text", "consequence"})
"""The keys of the words that arrows at a box are judged on."""


def nodes(before: Graph, after: Graph, renamed: Mapping[str, str]) -> Iterator[NodeChange]:
    """The boxes that are new or another, in the order of the later chain, and then those that are gone."""
    old_of = {renamed.get(id, id): node for id, node in before.nodes.items()}
    words = {fold(node.title) for node in old_of.values()}  # words that another box had have changed places
    for id, node in after.nodes.items():
        old = old_of.pop(id, None)
        if old is None:
            yield NodeChange(Kind.ADDED, None, node)
            continue
        changed = facts.changes(facts.of_node(old, renamed), facts.of_node(node, {}))
        if old.title != node.title and (fold(node.title) in words or _is_another(old, node)):
            changed = tuple(_heavier(field) for field in changed)
        if changed or old.id != node.id:
            yield NodeChange(Kind.CHANGED, old, node, changed)
    for node in old_of.values():
        yield NodeChange(Kind.REMOVED, node, None)


def _is_another(old: Node, node: Node) -> bool:
    """Whether a box with other words may be about something else: a goal is what its words say."""
    is_goal = old.is_goal or node.is_goal
    return is_goal or old.id != node.id or likeness(fold(old.title), fold(node.title)) < _ALIKE


def _heavier(field: FieldChange) -> FieldChange:
    return replace(field, weight=Weight.REASONING) if field.path == ("title",) else field


def arrows(before: Graph, after: Graph, renamed: Mapping[str, str]) -> Iterator[ArrowChange]:
    """The arrows that are new or another, in the order of the later chain, and then those that are gone."""
    old = _links(before, renamed)
    for (ends, loose), link in _links(after, {}).items():
        earlier = old.pop((ends, loose), None)
        if earlier is None:
            yield ArrowChange(Kind.ADDED, ends, loose, None, link)
        elif changed := facts.changes(facts.of_link(earlier), facts.of_link(link)):
            yield ArrowChange(Kind.CHANGED, ends, loose, earlier, link, changed)
    for (ends, loose), link in old.items():
        yield ArrowChange(Kind.REMOVED, ends, loose, link, None)


def doubts(
    before: Graph, after: Graph, changed: tuple[NodeChange, ...], renamed: Mapping[str, str]
) -> Iterator[Doubt]:
    """The arrows that were there before, and of which an end has got other words."""
    reworded = {
        change.node.id: change.node
        for change in changed
        if change.before and change.after and any(field.path[0] in _WORDS for field in change.fields)
    }
    old = _links(before, renamed) if reworded else {}
    for arrow in after.arrows:
        new_words = tuple(reworded[id] for id in arrow.ends if id in reworded)
        if new_words and (arrow.ends, False) in old:
            yield Doubt(arrow.source, arrow.target, new_words)


def _links(graph: Graph, renamed: Mapping[str, str]) -> dict[tuple[Ends, bool], Link]:
    """Every arrow by its ends, with typos resolved, and by whether it leads to nothing."""
    found: dict[tuple[Ends, bool], Link] = {}
    for node in graph.chain.nodes:
        for link in node.links:
            target = graph.find(link.target).node
            ends = (_now(node, renamed), _now(target, renamed) if target else link.target)
            found.setdefault((ends, target is None), link)
    return found


def _now(node: Node, renamed: Mapping[str, str]) -> str:
    return renamed.get(node.id, node.id)
