"""Chain → Arrows: where every arrow and pointer leads, and what is reached by them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, cast

from nyttokedja.model.chain import IN_GRAPH, Chain, Link, Node, NodeType
from nyttokedja.model.ids import ids_of
from nyttokedja.model.pointers import Reference
from nyttokedja.model.references import Match, NodeIndex
from nyttokedja.model.spelling import is_slip

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


class Arrows:
    """The boxes of a chain and the arrows between them: names looked up, and paths walked.

    `needing` are the ids of what needs all of the boxes with an arrow to it, `lacking` of those among them
    that need something which is no longer there.
    """

    def __init__(self, chain: Chain, lacking: frozenset[str] = frozenset()) -> None:
        self.chain = chain
        self.lacking = lacking
        self.needing: set[str] = set()
        self.nodes: Mapping[str, Node] = {node.id: node for node in chain.nodes}
        self._named = NodeIndex(self.nodes)
        self.arrows: tuple[Arrow, ...] = tuple(self._arrows())

    # -- names ------------------------------------------------------------------------------------

    def find(self, written: str) -> Match:
        """The node that a written id means: itself, or the only one it can be a typo of."""
        return self._named.find(written)

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """Id → title, of every node."""
        return {id: node.title for id, node in self.nodes.items()}

    def is_misspelt(self, node: Node, written: str) -> bool:
        """Whether a node's own id is the slip: what points at it writes the id that its title gives.

        An id that something points at as it stands was chosen, and so was a short form of the title.
        """
        chosen = node.id in self._pointed_at or any(other.id == node.id for other in self.chain.doubled)
        return written in ids_of(node.title) and is_slip(node.id, written) and not chosen

    @cached_property
    def _pointed_at(self) -> frozenset[str]:
        """Every id that an arrow, a pointer, a handover or a decision names, as it is written."""
        nodes = self.chain.nodes
        pointers = [pointer for node in nodes for pointer in node.references]
        pointers += [pointer for decision in self.chain.accepted for pointer in decision.at]
        pointers += self.chain.told_of
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
            if node.needs_all:
                self.needing.add(node.id)
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

    # -- paths ------------------------------------------------------------------------------------

    @cached_property
    def digraph(self) -> nx.DiGraph[str]:
        """All nodes and arrows of the graph, by id."""
        import networkx as nx

        graph: nx.DiGraph[str] = nx.DiGraph()
        graph.add_nodes_from(node.id for node in self.chain.of(*IN_GRAPH))
        graph.add_edges_from(arrow.ends for arrow in self.arrows)
        return graph

    @cached_property
    def carrying(self) -> nx.DiGraph[str]:
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
        graph = nx.restricted_view(self.carrying, gone, cut) if gone or cut else self.carrying
        begin = [id for id in starts if id in graph]
        return frozenset().union(*nx.bfs_layers(graph, begin)) if begin else frozenset()

    def leading_to(self, ends: Iterable[str]) -> frozenset[str]:
        """The ids from which one of ``ends`` can be reached, them included."""
        import networkx as nx

        graph = self.carrying.reverse(copy=False)
        begin = [id for id in ends if id in graph]
        return frozenset().union(*nx.bfs_layers(graph, begin)) if begin else frozenset()
