"""A chain's graph → which valued boxes are in the sum, and what those wait for that are not."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from nyttokedja.calculating.model import Standing
from nyttokedja.model.chain import Node, NodeType
from nyttokedja.model.graph import Arrow, Graph
from nyttokedja.model.needs import coming
from nyttokedja.model.propagation import Upstream, spread

MONEY = frozenset({"financial", "redistribution"})
"""The categories that money is put on."""

_MOST_WAITED_FOR = 5


class Inclusion(NamedTuple):
    """Why a box is in the sum or not, as far as its place in the chain says."""

    standing: Standing
    because: tuple[str, ...] = ()  # ids of what it waits for


def inclusion_of(graph: Graph) -> Mapping[str, Inclusion]:
    """Each box with a value, by its id.

    Costs and drawbacks are in the sum, with an arrow to them or without, but for those that come only by way
    of an opportunity; of benefits those that are expected.
    """
    places = _Places(graph)
    return {node.id: places.of(node) for node in graph.chain.nodes if node.value is not None}


class _Places:
    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._opportunities = [node.id for node in graph.chain.of(NodeType.OPPORTUNITY)]
        self._without, self._before = _drawbacks(graph, self._opportunities)

    def of(self, node: Node) -> Inclusion:
        if not node.category:
            return Inclusion(Standing.NO_CATEGORY)
        if node.category not in MONEY:
            return Inclusion(Standing.UNVALUED)
        if because := self._waits_for(node):
            return Inclusion(Standing.HANGS, because)
        if node.type is NodeType.BENEFIT and node.id not in self._graph.expected:
            return Inclusion(Standing.UNCAUSED)
        return Inclusion(Standing.SUMMED)

    def _waits_for(self, node: Node) -> tuple[str, ...]:
        """The opportunities without which a box does not come."""
        if node.type is NodeType.COST:
            return self._needed_for(node)
        hangs = node.id not in self._without if node.type is NodeType.DRAWBACK else self._graph.hangs(node.id)
        if not hangs or self._before is None:
            return ()
        return self._before.first(node.id, _MOST_WAITED_FOR)

    def _needed_for(self, cost: Node) -> tuple[str, ...]:
        """The opportunities that a cost is for; none where it is for anything else as well."""
        spots = [self._graph.resolve(reference) for reference in cost.needed_for]
        tails = [spot.source if isinstance(spot, Arrow) else spot for spot in spots]
        decided = [tail.id for tail in tails if tail is not None and tail.type is NodeType.OPPORTUNITY]
        return tuple(dict.fromkeys(decided)) if len(decided) == len(tails) else ()


def _drawbacks(graph: Graph, opportunities: Collection[str]) -> tuple[Collection[str], Upstream[str] | None]:
    """The ids of what comes without an opportunity, drawbacks counted on; and the opportunities before all.

    A drawback that nothing leads to comes without one too.
    """
    if not opportunities:
        return graph.nodes.keys(), None
    risks = graph.chain.of(NodeType.RISK)
    risked = (graph.find(link.target).node for risk in risks for link in risk.links)
    starts = [node.id for node in graph.chain.of(NodeType.CHANGE)] + [node.id for node in risked if node]
    closed = frozenset(opportunities)

    without = (
        coming(graph, starts, closed, by_drawbacks=True) if graph.needing else _spread(graph, starts, closed)
    )
    through = spread(((id, None) for id in opportunities), graph.heads)
    before = Upstream(graph.digraph, ((id, [id]) for id in opportunities))
    return without | (graph.nodes.keys() - through.keys()), before


def _spread(graph: Graph, starts: Iterable[str], closed: Collection[str]) -> frozenset[str]:
    """What some boxes lead to without others."""

    def undecided(id: str) -> Iterable[str]:
        return (head for head in graph.heads(id) if head not in closed)

    return frozenset(spread(((id, None) for id in starts if id not in closed), undecided))
