"""Chain → Graph: where every arrow and pointer leads, and the questions asked of the whole.

The graph holds changes, effects, benefits, drawbacks, goals and opportunities with the arrows
between them; obstacles, risks, costs, preconditions and notes stand beside it. Each question is
answered once and kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, cast

from nyttokedja.model.chain import IN_GRAPH, Chain, Link, Node, NodeType, Reference
from nyttokedja.model.ids import ids_of
from nyttokedja.model.propagation import gathered, spread
from nyttokedja.model.references import Match, NodeIndex
from nyttokedja.model.spelling import is_slip
from nyttokedja.model.times import Times

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arrow that leads somewhere: both its ends are nodes of the graph."""

    source: Node
    target: Node
    link: Link

    @property
    def ends(self) -> tuple[str, str]:
        """The ids of tail and head."""
        return self.source.id, self.target.id


class Graph:
    """The chain as a directed graph. Build it once a chain; it never changes."""

    def __init__(self, chain: Chain) -> None:
        self.chain = chain
        self.nodes: Mapping[str, Node] = {node.id: node for node in chain.nodes}
        self._named = NodeIndex(self.nodes)
        self.arrows: tuple[Arrow, ...] = tuple(self._arrows())

    # -- names ------------------------------------------------------------------------------------

    def find(self, written: str) -> Match:
        """The node that a written id means: itself, or the only one it can be a typo of."""
        return self._named.find(written)

    def is_misspelt(self, node: Node, written: str) -> bool:
        """Whether a node's own id is the slip: what points at it writes the id that its title gives.

        An id that something points at as it stands was chosen, and so was a short form of the title.
        """
        chosen = node.id in self._pointed_at or any(other.id == node.id for other in self.chain.doubled)
        return written in ids_of(node.title) and is_slip(node.id, written) and not chosen

    @cached_property
    def _pointed_at(self) -> frozenset[str]:
        """Every id that an arrow, a pointer or a decision about a finding names, as it is written."""
        nodes = self.chain.nodes
        pointers = [pointer for node in nodes for pointer in node.references]
        pointers += [pointer for decision in self.chain.accepted for pointer in decision.at]
        ends = (end for pointer in pointers for end in (pointer.target, pointer.source) if end)
        return frozenset((*(link.target for node in nodes for link in node.links), *ends))

    def resolve(self, reference: Reference) -> Node | Arrow | None:
        """The node or arrow that a pointer names, with typos resolved; None where it is not there."""
        target = self.find(reference.target).node
        if reference.source is None or target is None:
            return target
        source = self.find(reference.source).node
        return None if source is None else self.arrow_between.get((source.id, target.id))

    def resolve_all(self, references: Iterable[Reference]) -> tuple[Node | Arrow, ...]:
        """The nodes and arrows that pointers name, without those that are not there."""
        return tuple(spot for ref in references if (spot := self.resolve(ref)) is not None)

    # -- arrows -----------------------------------------------------------------------------------

    def _arrows(self) -> Iterable[Arrow]:
        seen: set[tuple[str, str]] = set()
        for node in self.chain.nodes:
            if node.type not in IN_GRAPH:
                continue
            for link in node.links:
                target = self.find(link.target).node
                if target is None or target.type not in IN_GRAPH or target is node:
                    continue
                if (node.id, target.id) not in seen:
                    seen.add((node.id, target.id))
                    yield Arrow(node, target, link)

    @cached_property
    def arrow_between(self) -> Mapping[tuple[str, str], Arrow]:
        """(tail id, head id) → the arrow."""
        return {arrow.ends: arrow for arrow in self.arrows}

    @cached_property
    def leaving(self) -> Mapping[str, tuple[Arrow, ...]]:
        """Id → the arrows out of it, in file order; every node has an entry."""
        return self._arrows_by(lambda arrow: arrow.source.id)

    @cached_property
    def entering(self) -> Mapping[str, tuple[Arrow, ...]]:
        """Id → the arrows into it, in file order; every node has an entry."""
        return self._arrows_by(lambda arrow: arrow.target.id)

    def _arrows_by(self, end: Callable[[Arrow], str]) -> Mapping[str, tuple[Arrow, ...]]:
        lists: dict[str, list[Arrow]] = {id: [] for id in self.nodes}
        for arrow in self.arrows:
            lists[end(arrow)].append(arrow)
        return {id: tuple(arrows) for id, arrows in lists.items()}

    # -- questions --------------------------------------------------------------------------------

    @cached_property
    def digraph(self) -> nx.DiGraph[str]:
        """All nodes and arrows of the graph, by id."""
        import networkx as nx

        graph: nx.DiGraph[str] = nx.DiGraph()
        graph.add_nodes_from(node.id for node in self.chain.of(*IN_GRAPH))
        graph.add_edges_from(arrow.ends for arrow in self.arrows)
        return graph

    @cached_property
    def _carrying(self) -> nx.DiGraph[str]:
        """The graph without the arrows out of drawbacks, which carry no reachability on."""
        import networkx as nx

        drawbacks = {node.id for node in self.chain.of(NodeType.DRAWBACK)}
        if not any(self.leaving[id] for id in drawbacks):
            return self.digraph
        cut = [arrow.ends for id in drawbacks for arrow in self.leaving[id]]
        return cast("nx.DiGraph[str]", nx.restricted_view(self.digraph, [], cut))

    def reached_from(
        self,
        starts: Iterable[str],
        without: Iterable[str] = (),
        without_arrows: Iterable[tuple[str, str]] = (),
    ) -> frozenset[str]:
        """The ids reachable from ``starts``, them included, when some nodes and arrows are gone."""
        import networkx as nx

        gone, cut = set(without), list(without_arrows)
        graph = nx.restricted_view(self._carrying, gone, cut) if gone or cut else self._carrying
        begin = [id for id in starts if id in graph]
        return frozenset().union(*nx.bfs_layers(graph, begin)) if begin else frozenset()

    def leading_to(self, ends: Iterable[str]) -> frozenset[str]:
        """The ids from which one of ``ends`` can be reached, them included."""
        import networkx as nx

        graph = self._carrying.reverse(copy=False)
        begin = [id for id in ends if id in graph]
        return frozenset().union(*nx.bfs_layers(graph, begin)) if begin else frozenset()

    def beginning(self, id: str) -> Node | None:
        """Where the path to a node that is not possible begins: a node that nothing leads to.

        None where its first arrows come from a cycle, or from a drawback that a change leads to.
        """
        path: dict[str, None] = {}
        while id not in self._beginnings:
            arrows = self.entering[id]
            path[id] = None
            before = arrows[0].source.id if arrows else id
            if not arrows:
                self._beginnings[id] = self.nodes[id]
            elif before in path or before in self.possible:
                self._beginnings[id] = None
            else:
                id = before
        self._beginnings.update(dict.fromkeys(path, self._beginnings[id]))
        return self._beginnings[id]

    @cached_property
    def _beginnings(self) -> dict[str, Node | None]:
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
        """The ids reachable from a change or an opportunity."""
        return self.reached_from((*self._changes, *self._opportunities))

    @cached_property
    def expected(self) -> frozenset[str]:
        """The ids reachable from a change by a path with no opportunity on it."""
        if not self._opportunities:
            return self.possible
        return self.reached_from(self._changes, without=self._opportunities)

    def hangs(self, id: str) -> bool:
        """Whether a node comes only after a decision that has not been taken."""
        return id in self.possible and id not in self.expected

    @cached_property
    def exposed(self) -> frozenset[str]:
        """The goals that are expected, but not once all that unhandled obstacles hinder is gone."""
        return self.hindered & {goal.id for goal in self.chain.goals}

    @cached_property
    def hindered(self) -> frozenset[str]:
        """All that is expected, but not once all that unhandled obstacles hinder is gone."""
        nodes, arrows = set(self._opportunities), set()
        for obstacle in self._unhandled:
            for spot in self.resolve_all(obstacle.hinders):
                if isinstance(spot, Arrow):
                    arrows.add(spot.ends)
                else:
                    nodes.add(spot.id)
        cut = [ends for ends in arrows if not nodes.intersection(ends)]
        return self.expected - self.reached_from(self._changes, nodes, cut)

    def bottlenecks(self, ids: Iterable[str], most: int = 100) -> Mapping[str, tuple[Arrow, ...]]:
        """For each id that is expected, the arrows on every path to it from a change, the last one first."""
        import networkx as nx

        from nyttokedja.model.paths import bottlenecks

        closed = cast("nx.DiGraph[str]", nx.restricted_view(self._carrying, self._opportunities, []))
        found = bottlenecks(closed, self._changes, ids, most)
        return {id: tuple(self.arrow_between[ends] for ends in arrows) for id, arrows in found.items()}

    def threats_to(self, id: str, most: int) -> tuple[Node, ...]:
        """The first unhandled obstacles, at most so many, that hinder a node or something on a path to it."""
        bits = self._threats[id]
        return tuple(islice((o for bit, o in enumerate(self._unhandled) if bits >> bit & 1), most))

    @cached_property
    def _unhandled(self) -> tuple[Node, ...]:
        return tuple(node for node in self.chain.of(NodeType.OBSTACLE) if not node.handled)

    @cached_property
    def _threats(self) -> Mapping[str, int]:
        """Id → a bit for each unhandled obstacle that hinders it or something on a path to it."""
        own = dict.fromkeys(self.digraph, 0)
        for bit, obstacle in enumerate(self._unhandled):
            for spot in self.resolve_all(obstacle.hinders):
                id = spot.target.id if isinstance(spot, Arrow) else spot.id
                if id in own:  # what stands beside the chain leads nowhere
                    own[id] |= 1 << bit
        return gathered(self._carrying, own)

    @cached_property
    def times(self) -> Times:
        """Which times stand before and after each node."""
        return Times(self)

    @cached_property
    def quality_after(self) -> Mapping[str, Node]:
        """Id → a quality benefit that it leads to, itself or by a path of effects alone."""
        qualities = [node for node in self.chain.of(NodeType.BENEFIT) if node.category == "quality"]
        return spread(((node.id, node) for node in qualities), self._effects_before)

    def carries_to(self, id: str) -> Iterable[str]:
        """What a node carries reachability on to."""
        carries = self.nodes[id].type is not NodeType.DRAWBACK
        return (arrow.target.id for arrow in self.leaving[id]) if carries else ()

    def carried_from(self, id: str) -> Iterable[str]:
        """What carries reachability on to a node."""
        return (a.source.id for a in self.entering[id] if a.source.type is not NodeType.DRAWBACK)

    def _effects_before(self, id: str) -> Iterable[str]:
        return (a.source.id for a in self.entering[id] if a.source.type is NodeType.EFFECT)

    @cached_property
    def cycles(self) -> tuple[tuple[str, ...], ...]:
        """For each strongly connected component of several nodes its shortest cycle, its first node first."""
        from nyttokedja.model.cycles import shortest_cycles

        return shortest_cycles(self.digraph, {id: n for n, id in enumerate(self.nodes)})
