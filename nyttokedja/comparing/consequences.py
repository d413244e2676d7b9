"""Two graphs of a chain → what the change means for its goals and benefits.

What is possible, expected and hindered is asked of each graph (`nyttokedja.model.graph`); here the answers
are compared. One change of standing is said once: what is not possible any longer is not also unexpected.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from nyttokedja.comparing.items import same_indicators
from nyttokedja.comparing.model import Consequence, Effect
from nyttokedja.model.chain import Node, NodeType
from nyttokedja.model.graph import Graph

_MOST_REASONS = 3
"""So many obstacles or opportunities are named as the reason."""


@dataclass(frozen=True)
class _Side:
    """One of the graphs, with its ids as they are now."""

    graph: Graph
    now: Mapping[str, str]

    @cached_property
    def ends(self) -> Mapping[str, Node]:
        """The goals and benefits, by their ids of now."""
        nodes = (node for node in self.graph.chain.nodes if node.is_wanted)
        return {self.now.get(node.id, node.id): node for node in nodes}


def consequences(before: Graph, after: Graph, renamed: Mapping[str, str]) -> Iterator[Consequence]:
    """What becomes of each goal and benefit, in the order of the later chain, and then of those gone."""
    old, new = _Side(before, renamed), _Side(after, {})
    alike = _lead_alike(before, after)
    for id, node in new.ends.items():
        if id in old.ends:
            yield from _of_both(id, old, new, alike=alike)
        else:
            reached = node.id in after.possible
            yield Consequence(Effect.NEW if reached else Effect.NEW_UNREACHED, node)
    for id, node in old.ends.items():
        if id not in new.ends:
            yield Consequence(Effect.GONE, node)


def _lead_alike(one: Graph, other: Graph) -> bool:
    """Whether both have the same boxes and arrows, of which no box needs all: then all rests on the same."""
    if one.needing or other.needing or {a.ends for a in one.arrows} != {a.ends for a in other.arrows}:
        return False
    types, now = ({id: node.type for id, node in side.nodes.items()} for side in (one, other))
    return types == now


def _of_both(id: str, old: _Side, new: _Side, *, alike: bool) -> Iterator[Consequence]:
    one, other = old.ends[id], new.ends[id]
    standing = _standing(one, other, old.graph, new.graph)
    if standing is not None:
        yield standing
    elif not alike:
        yield from _narrowed(one, other, old.graph, new.graph)
    if other.faulty:
        return  # what seems lost may be what could not be read
    if one.owner and not other.owner:
        yield Consequence(Effect.OWNER_LOST, other, lost=one.owner)
    kept = {was.id for was, now in same_indicators(one, other) if now.target}
    titles = {indicator.title for indicator in other.indicators if indicator.target}
    for indicator in one.indicators:
        if indicator.target and indicator.id not in kept and indicator.title not in titles:
            yield Consequence(Effect.TARGET_LOST, other, lost=indicator.title)


def _standing(one: Node, other: Node, before: Graph, after: Graph) -> Consequence | None:
    """The gravest difference between how a node stood before and stands now."""
    for had, has, lost, won in (
        (before.possible, after.possible, Effect.IMPOSSIBLE, Effect.POSSIBLE),
        (before.expected, after.expected, Effect.UNEXPECTED, Effect.EXPECTED),
    ):
        if (one.id in had) is not (other.id in has):
            effect = lost if one.id in had else won
            because = _opportunities(other, after) if effect is Effect.UNEXPECTED else ()
            return Consequence(effect, other, because, needs=_needs(before, after))
    was, is_ = _is_threatened(one, before), _is_threatened(other, after)
    if was is is_:
        return None
    because = after.threats_to(other.id, _MOST_REASONS) if is_ else before.threats_to(one.id, _MOST_REASONS)
    return Consequence(Effect.EXPOSED if is_ else Effect.SAFE, other, because)


def _needs(before: Graph, after: Graph) -> bool:
    return bool(before.needing or after.needing)


def _is_threatened(node: Node, graph: Graph) -> bool:
    return node.id in graph.hindered or node.id in graph.weakened


def _opportunities(node: Node, graph: Graph) -> tuple[Node, ...]:
    """The opportunities that a node hangs on."""
    above = graph.leading_to([node.id])
    found = (one for one in graph.chain.of(NodeType.OPPORTUNITY) if one.id in above)
    return tuple(found)[:_MOST_REASONS]


def _narrowed(one: Node, other: Node, before: Graph, after: Graph) -> Iterator[Consequence]:
    """Whether a node rests on one arrow now, and did not before; or the reverse."""
    if one.id not in before.expected or other.id not in after.expected:
        return
    had, has = before.sole_arrow.get(one.id), after.sole_arrow.get(other.id)
    if has and not had:
        yield Consequence(Effect.SINGLE, other, arrow=(has.source, has.target), needs=_needs(before, after))
    elif had and not has:
        yield Consequence(Effect.SEVERAL, other, needs=_needs(before, after))
