"""Graph → which times stand before and after each node along its arrows: what begins first, what comes last.

Each answer is a node whose own `when` says the time. One without a `when` could come at any time: it ranks
before all others where the first is asked for and after all others where the last is, so that an answer
without a `when` means that nothing is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import Protocol

from nyttokedja.model.chain import Chain, Node, NodeType
from nyttokedja.model.periods import Period
from nyttokedja.model.propagation import spread


class Carrying(Protocol):
    """What is asked of a graph."""

    chain: Chain
    nodes: Mapping[str, Node]

    def carries_to(self, id: str) -> Iterable[str]:
        """What a node carries reachability on to."""

    def heads(self, id: str) -> Iterable[str]:
        """What the arrows out of a node lead to, drawbacks' too."""

    def carried_from(self, id: str) -> Iterable[str]:
        """What carries reachability on to a node."""


class Times:
    """The questions about time that are asked of a graph, each answered once."""

    def __init__(self, graph: Carrying) -> None:
        self._graph = graph

    @cached_property
    def first_change(self) -> Mapping[str, Node]:
        """Id → of the changes that cause it and say when they begin, the earliest; a change is its own."""
        dated = [(node.when.last, node) for node in self._changes if node.when]
        dated.sort(key=lambda pair: pair[0])
        return self._caused(node for _, node in dated)

    @cached_property
    def first_start(self) -> Mapping[str, Node]:
        """Id → of the changes that cause it, what may begin first; a change is among its own."""
        return self._caused(
            sorted(self._changes, key=lambda node: node.when.first if node.when else date.min)
        )

    @cached_property
    def last_start(self) -> Mapping[str, Node]:
        """Id → of the changes that cause it, what may begin last; a change is among its own."""
        return self._caused(_last_first(self._changes))

    @cached_property
    def first_benefit_before(self) -> Mapping[str, Node]:
        """Id → of the benefits that lead to it, what may come first; only where all paths pass a benefit."""
        benefits = sorted(self._benefits, key=lambda node: node.when.first if node.when else date.min)
        carries_to = self._graph.carries_to
        found = spread(((id, node) for node in benefits for id in carries_to(node.id)), carries_to)
        others = {node.id for node in benefits}
        free = spread(
            ((node.id, True) for node in self._changes),
            lambda here: () if here in others else carries_to(here),
        )
        led_to_otherwise = {id for tail in free if tail not in others for id in carries_to(tail)}
        return {id: node for id, node in found.items() if id not in led_to_otherwise and node.id != id}

    @cached_property
    def last_benefit_after(self) -> Mapping[str, Node]:
        """Id → of the benefits that follow from it and say when, the one that comes last."""
        dated = (node for node in self._benefits if node.when)
        return spread(((node.id, node) for node in _last_first(dated)), self._graph.carried_from)

    @cached_property
    def first_benefit_after(self) -> Mapping[str, Node]:
        """Id → of the benefits that follow from it without a new decision and say when, the one due first."""
        dated = [(node.when.last, node) for node in self._benefits if node.when]
        dated.sort(key=lambda pair: pair[0])
        return spread(((node.id, node) for _, node in dated), self._expected_from)

    @cached_property
    def last_measured(self) -> Period | None:
        """The latest measurement in the chain: it has come at least that far."""
        nodes = self._graph.chain.nodes
        days = [m.date for node in nodes for one in node.indicators for m in one.measurements]
        return max(days, key=lambda day: day.first, default=None)

    def _caused(self, starts: Iterable[Node]) -> Mapping[str, Node]:
        """Id → the first of the starts that causes it: what is wanted, by no way that a drawback is on."""
        ranked = [(node.id, node) for node in starts]
        carried = spread(ranked, self._graph.carries_to)
        if not any(any(True for _ in self._graph.heads(bad.id)) for bad in self._drawbacks):
            return carried
        nodes, anyhow = self._graph.nodes, spread(ranked, self._graph.heads)
        others = {id: start for id, start in anyhow.items() if not nodes[id].is_wanted}
        return {id: start for id, start in carried.items() if nodes[id].is_wanted} | others

    @property
    def _changes(self) -> Iterable[Node]:
        return self._graph.chain.of(NodeType.CHANGE)

    @property
    def _drawbacks(self) -> Iterable[Node]:
        return self._graph.chain.of(NodeType.DRAWBACK)

    @property
    def _benefits(self) -> Iterable[Node]:
        return self._graph.chain.of(NodeType.BENEFIT)

    def _expected_from(self, id: str) -> Iterable[str]:
        return (
            b for b in self._graph.carried_from(id) if self._graph.nodes[b].type is not NodeType.OPPORTUNITY
        )


def _last_first(nodes: Iterable[Node]) -> list[Node]:
    return sorted(nodes, key=lambda node: node.when.last if node.when else date.max, reverse=True)
