"""Chain → Graph: the questions asked of the whole.

The graph holds changes, effects, benefits, drawbacks, goals and opportunities with the arrows
between them; obstacles, risks, costs, preconditions and notes stand beside it. Each question is
answered once and kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, cast

from nyttokedja.model.arrows import Arrow, Arrows
from nyttokedja.model.chain import Chain, Node, NodeType
from nyttokedja.model.handling import is_handled, is_wanting
from nyttokedja.model.needs import coming, first_before, last_needed
from nyttokedja.model.progress import TOLERANCE
from nyttokedja.model.propagation import Upstream, spread
from nyttokedja.model.times import Times

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["Arrow", "Graph"]


class Graph(Arrows):
    """The chain as a directed graph, judged on a day. Build it once a chain; it never changes.

    Its ``tolerance`` is how far behind its course an indicator may be, as a share of the way to its target.
    """

    def __init__(
        self,
        chain: Chain,
        today: date | None = None,
        tolerance: float = TOLERANCE,
        lacking: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__(chain, lacking)
        self.today = today
        self.tolerance = tolerance

    def beginning(self, id: str) -> Node | None:
        """Where the path to a node that is not caused begins: a node that nothing leads to.

        None where its first arrows come from a cycle.
        """
        from nyttokedja.model.paths import beginning

        first = beginning(id, self._first_before, self._beginnings)
        return None if first is None else self.nodes[first]

    def _first_before(self, id: str) -> str | None:
        return first_before(self, self.possible, id) if self.entering[id] else None

    def _coming(
        self, starts: Iterable[str], without: Iterable[str] = (), cut: Iterable[tuple[str, str]] = ()
    ) -> frozenset[str]:
        """What comes of some boxes where others do not, and some arrows carry nothing."""
        if not self.needing:
            return self.reached_from(starts, without, cut)
        return coming(self, starts, frozenset(without), frozenset(cut))

    @cached_property
    def _beginnings(self) -> dict[str, str | None]:
        return {}

    @cached_property
    def shortcuts(self) -> tuple[tuple[Arrow, tuple[Node, ...]], ...]:
        """The arrows whose ends a longer path connects too, each with the shortest such path."""
        from nyttokedja.model.paths import longer_paths

        found = longer_paths(self.digraph, (arrow.ends for arrow in self.arrows))
        return tuple((self.arrow_between[ends], tuple(self.nodes[id] for id in path)) for ends, path in found)

    @cached_property
    def _changes(self) -> tuple[str, ...]:
        return tuple(node.id for node in self.chain.of(NodeType.CHANGE))

    @cached_property
    def _opportunities(self) -> tuple[str, ...]:
        return tuple(node.id for node in self.chain.of(NodeType.OPPORTUNITY))

    @cached_property
    def possible(self) -> frozenset[str]:
        """The ids reachable from a change or an opportunity; of what needs all, by every arrow to it."""
        return self._coming((*self._changes, *self._opportunities))

    @cached_property
    def caused(self) -> frozenset[str]:
        """The ids that follow from a change, an opportunity or a risk's drawback, whatever is on the way.

        What is caused but not possible follows from drawbacks alone.
        """
        risks = self.chain.of(NodeType.RISK)
        targets = (self.find(link.target).node for risk in risks for link in risk.links)
        drawbacks = {node.id for node in targets if node and node.type is NodeType.DRAWBACK}
        drawbacks |= {id for id in self.possible if self.nodes[id].type is NodeType.DRAWBACK}
        after = spread(((id, None) for id in drawbacks), self.heads)
        return self.possible | after.keys()

    def drawbacks_before(self, id: str, most: int) -> tuple[Node, ...]:
        """The last drawbacks, at most so many, on paths to a node that is caused but not possible."""
        return self._drawbacks_before.first(id, most)

    @cached_property
    def _carriers(self) -> tuple[Node, ...]:
        drawbacks = self.chain.of(NodeType.DRAWBACK)
        return tuple(node for node in drawbacks if node.id in self.caused and self.leaving[node.id])

    @cached_property
    def _drawbacks_before(self) -> Upstream[Node]:
        import networkx as nx

        into = [arrow.ends for drawback in self._carriers for arrow in self.entering[drawback.id]]
        last = cast("nx.DiGraph[str]", nx.restricted_view(self.digraph, [], into))
        return Upstream(last, [(drawback, [drawback.id]) for drawback in self._carriers])

    @cached_property
    def expected(self) -> frozenset[str]:
        """The ids reachable from a change by a path with no opportunity on it."""
        if not self._opportunities:
            return self.possible
        return self._coming(self._changes, without=self._opportunities)

    def hangs(self, id: str) -> bool:
        """Whether a node comes only after a decision that has not been taken."""
        return id in self.possible and id not in self.expected

    @cached_property
    def exposed(self) -> frozenset[str]:
        """The goals that are expected, but not once all that is in the way takes away what it hinders."""
        return self.hindered & {goal.id for goal in self.chain.goals}

    @cached_property
    def hindered(self) -> frozenset[str]:
        """All that is expected, but not once all that is in the way takes away what it hinders."""
        return self.expected - self._left() if self.in_the_way else frozenset()

    @cached_property
    def weakened(self) -> frozenset[str]:
        """All to which only paths with a limited arrow are left, once what is hindered is taken away."""
        if not self._limited:
            return frozenset()
        return self.firmly_expected - self._left(self._limited) - self.hindered

    @cached_property
    def firmly_expected(self) -> frozenset[str]:
        """The ids reachable from a change by a path with no opportunity and no limited arrow on it."""
        if not self._limited:
            return self.expected
        return self._coming(self._changes, self._opportunities, self._limited)

    @cached_property
    def _limited(self) -> frozenset[tuple[str, str]]:
        return frozenset(arrow.ends for arrow in self.arrows if arrow.link.strength == "limited")

    def _left(self, cut: Iterable[tuple[str, str]] = ()) -> frozenset[str]:
        """What is expected without what is hindered, and without some arrows."""
        nodes, arrows = set(self._opportunities), set(cut)
        for _, spots in self.in_the_way:
            for spot in spots:
                if isinstance(spot, Arrow):
                    arrows.add(spot.ends)
                else:
                    nodes.add(spot.id)
        closed = [ends for ends in arrows if not nodes.intersection(ends)]
        return self._coming(self._changes, nodes, closed)

    def threats_to(self, id: str, most: int) -> tuple[Node, ...]:
        """The first of what is in the way, at most so many, of a node or something on a path to it."""
        return self.threats.first(id, most)

    @cached_property
    def threats(self) -> Upstream[Node]:
        """Which of what is in the way hinders each node, or something on a path to it."""
        hindered = (
            (node, [spot.target.id if isinstance(spot, Arrow) else spot.id for spot in spots])
            for node, spots in self.in_the_way
        )
        return Upstream(self.carrying, hindered)

    @cached_property
    def in_the_way(self) -> tuple[tuple[Node, tuple[Node | Arrow, ...]], ...]:
        """The obstacles that nobody handles and the preconditions not in place, with what they hinder."""
        stage, today = self.chain.stage, self.today
        found = []
        for node in self.chain.of(NodeType.OBSTACLE, NodeType.PRECONDITION):
            spots = self.resolve_all(node.hinders or node.needed_for)
            if node.type is NodeType.OBSTACLE:
                hinders = not is_handled(node, stage, today)
            else:
                hinders = is_wanting(node, stage, today, begun=self._has_begun(spots))
            if hinders:
                found.append((node, spots))
        return tuple(found)

    def _has_begun(self, spots: Iterable[Node | Arrow]) -> bool:
        """Whether a change that some boxes or arrows follow from, or are, has begun for certain."""
        tails = (spot.source if isinstance(spot, Arrow) else spot for spot in spots)
        changes = (change for tail in tails if (change := self.times.first_change.get(tail.id)))
        return any(self.today and change.when and change.when.last <= self.today for change in changes)

    @cached_property
    def sole_arrow(self) -> Mapping[str, Arrow]:
        """Id of what is expected and falls without one arrow → the last such arrow."""
        if self.needing:
            ends_of = last_needed(self, self._changes, self.expected)
            return {id: self.arrow_between[ends] for id, ends in ends_of.items()}
        import networkx as nx

        from nyttokedja.model.paths import sole_arrows

        closed = cast("nx.DiGraph[str]", nx.restricted_view(self.carrying, self._opportunities, []))
        return {id: self.arrow_between[ends] for id, ends in sole_arrows(closed, self._changes).items()}

    @cached_property
    def times(self) -> Times:
        """Which times stand before and after each node."""
        return Times(self)

    @cached_property
    def time_before(self) -> Mapping[str, Node]:
        """Id → a benefit of redistribution that leads to it, itself or by a path of effects, unsupported.

        An arrow with evidence ends the search.
        """
        freed = [node for node in self.chain.of(NodeType.BENEFIT) if node.category == "redistribution"]
        return spread(((node.id, node) for node in freed), self._effects_unsupported)

    def _effects_unsupported(self, id: str) -> Iterable[str]:
        arrows = (a for a in self.leaving[id] if not a.link.evidence)
        return (a.target.id for a in arrows if a.target.type is NodeType.EFFECT)

    @cached_property
    def quality_after(self) -> Mapping[str, Node]:
        """Id → a quality benefit that it leads to, itself or by a path of effects alone."""
        qualities = [node for node in self.chain.of(NodeType.BENEFIT) if node.category == "quality"]
        return spread(((node.id, node) for node in qualities), self._effects_before)

    def carries_to(self, id: str) -> Iterable[str]:
        """What a node carries reachability on to."""
        return () if self.nodes[id].type is NodeType.DRAWBACK else self.heads(id)

    def carried_from(self, id: str) -> Iterable[str]:
        """What carries reachability on to a node."""
        return (a.source.id for a in self.entering[id] if a.source.type is not NodeType.DRAWBACK)

    def heads(self, id: str) -> Iterable[str]:
        """What the arrows out of a node lead to."""
        return (arrow.target.id for arrow in self.leaving[id])

    def _effects_before(self, id: str) -> Iterable[str]:
        return (a.source.id for a in self.entering[id] if a.source.type is NodeType.EFFECT)

    @cached_property
    def cycles(self) -> tuple[tuple[str, ...], ...]:
        """For each strongly connected component of several nodes its shortest cycle, its first node first."""
        from nyttokedja.model.cycles import shortest_cycles

        return shortest_cycles(self.digraph, self._order)

    @cached_property
    def unexplained_cycles(self) -> tuple[tuple[str, ...], ...]:
        """The same without the arrows that lead back and say why: circles that nobody says are meant."""
        import networkx as nx

        from nyttokedja.model.cycles import shortest_cycles

        if not self.cycles:
            return ()
        steps = self._steps_from_changes
        back = [
            arrow.ends
            for arrow in self.arrows
            if arrow.link.because
            and (steps[arrow.target.id] <= steps[arrow.source.id] or self._is_upward(arrow))
        ]
        closed = cast("nx.DiGraph[str]", nx.restricted_view(self.digraph, [], back))
        return shortest_cycles(closed, self._order)

    def _is_upward(self, arrow: Arrow) -> bool:
        return self._order[arrow.target.id] < self._order[arrow.source.id]

    @cached_property
    def _order(self) -> Mapping[str, int]:
        """Id → its place in the file."""
        return {id: n for n, id in enumerate(self.nodes)}

    @cached_property
    def _steps_from_changes(self) -> Mapping[str, int]:
        """Id → how many arrows from the nearest change; more than all there are, where none leads to it."""
        import networkx as nx

        layers = nx.bfs_layers(self.digraph, self._changes) if self._changes else ()
        steps = {id: n for n, layer in enumerate(layers) for id in layer}
        return {id: steps.get(id, len(self.nodes)) for id in self.nodes}
