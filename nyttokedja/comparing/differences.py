"""Two chains and their renamed boxes → which boxes and arrows are new, gone or another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from nyttokedja.comparing import facts
from nyttokedja.comparing.items import known_as_now
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
    old_words, new_words = (
        _holders((id, node.title) for id, node in side.items()) for side in (old_of, after.nodes)
    )
    old_facts = {} if renamed else facts.of_nodes(before)
    new_facts = facts.of_nodes(after)
    for id, node in after.nodes.items():
        old = old_of.pop(id, None)
        if old is None:
            yield NodeChange(Kind.ADDED, None, node, facts.changes({}, facts.besides_title(node)))
            continue
        as_now, renames = known_as_now(old, node)
        is_kept = as_now is old and not renamed
        were = old_facts[old.id] if is_kept else facts.of_node(as_now, renamed)
        changed = facts.changes(were, new_facts[id])
        is_another = _is_another(old, node) or _swapped(id, old.title, node.title, old_words, new_words)
        fields = tuple(_weighed(field, is_another, as_now, node) for field in (*renames, *changed))
        if fields or old.id != node.id:
            yield NodeChange(Kind.CHANGED, old, node, fields)
    for node in old_of.values():
        yield NodeChange(Kind.REMOVED, node, None, facts.changes(facts.besides_title(node), {}))


def _holders(said: Iterable[tuple[str, str]]) -> Mapping[str, set[str]]:
    """The words of titles, folded → who has them."""
    found: dict[str, set[str]] = {}
    for id, title in said:
        found.setdefault(fold(title), set()).add(id)
    return found


def _swapped(
    id: str, title: str, now: str, old_words: Mapping[str, set[str]], new_words: Mapping[str, set[str]]
) -> bool:
    """Whether the words of now are those that another one had, or those of then are now another's."""
    old, new = fold(title), fold(now)
    return old != new and bool((old_words.get(new, set()) | new_words.get(old, set())) - {id})


def _is_another(old: Node, node: Node) -> bool:
    """Whether a box with other words may be about something else: a goal is what its words say."""
    is_goal = old.is_goal or node.is_goal
    return is_goal or old.id != node.id or _other_words(old.title, node.title)


def _other_words(title: str, now: str) -> bool:
    return likeness(fold(title), fold(now)) < _ALIKE


def _weighed(field: FieldChange, is_another: bool, old: Node, node: Node) -> FieldChange:
    """A change with its weight, where that is not the same for every fact under the key."""
    if field.path == ("title",):
        return replace(field, weight=Weight.REASONING) if is_another else field
    if field.path[:1] == ("indicators",) and field.path[2:] == ("title",):
        then, now = ({one.id: one.title for one in side.indicators} for side in (old, node))
        id = field.path[1]
        if id in then and id in now:
            is_another = _other_words(then[id], now[id]) or _swapped(
                id, then[id], now[id], _holders(then.items()), _holders(now.items())
            )
        return replace(field, weight=Weight.REASONING if is_another else Weight.DETAIL)
    return field


def arrows(before: Graph, after: Graph, renamed: Mapping[str, str]) -> Iterator[ArrowChange]:
    """The arrows that are new or another, in the order of the later chain, and then those that are gone."""
    old = _links(before, renamed)
    for (ends, loose), link in _links(after, {}).items():
        earlier = old.pop((ends, loose), None)
        if earlier is None:
            yield ArrowChange(Kind.ADDED, ends, loose, None, link, facts.changes({}, facts.of_link(link)))
        elif changed := facts.changes(facts.of_link(earlier), facts.of_link(link)):
            yield ArrowChange(Kind.CHANGED, ends, loose, earlier, link, changed)
    for (ends, loose), link in old.items():
        yield ArrowChange(Kind.REMOVED, ends, loose, link, None, facts.changes(facts.of_link(link), {}))


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
