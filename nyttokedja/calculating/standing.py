"""What stands in the way → the result if it stays: what falls with what it hinders, and the net then."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from decimal import Decimal

from nyttokedja.calculating.model import IfStanding, Item, RunResult, Standing
from nyttokedja.calculating.results import parties_of, sign_of
from nyttokedja.model.chain import Node, NodeType
from nyttokedja.model.graph import Arrow, Graph
from nyttokedja.model.handling import is_handled
from nyttokedja.model.propagation import spread

Spots = tuple[Node | Arrow, ...]


def if_standing(graph: Graph, likely: RunResult) -> tuple[IfStanding, ...]:
    """For each thing that nobody sees to, in file order: what falls if it stays, and the net then."""
    ways = _Ways(graph)
    summed = [item for item in likely.items if item.standing is Standing.SUMMED]
    found = []
    for node, spots in unhandled(graph):
        left = ways.left(spots)
        falling = [item for item in summed if item.node.id in ways.all and item.node.id not in left]
        lost = _share(node)
        net = _net(likely, falling, lost)
        found.append(IfStanding(node, tuple(item.node for item in falling), lost, net))
    return tuple(found)


def _share(node: Node) -> Decimal:
    """What part of it is lost: all, where it does not say."""
    return Decimal(1) if node.share is None else min(max(Decimal(repr(node.share)), Decimal(0)), Decimal(1))


def _net(likely: RunResult, falling: Iterable[Item], lost: Decimal) -> Mapping[str, Decimal]:
    net = {party: result.net for party, result in likely.results.items()}
    for item in falling:
        for party in parties_of(item.node):
            net[party] -= sign_of(item.node) * lost * item.sum
    return net


def unhandled(graph: Graph) -> Iterator[tuple[Node, Spots]]:
    """The obstacles, risks and preconditions that nobody sees to, with what they hinder.

    A precondition is among them when it is nobody's, and when it should have been in place and is not.
    """
    in_the_way = {node.id for node, _ in graph.in_the_way}
    for node in graph.chain.of(NodeType.OBSTACLE, NodeType.RISK, NodeType.PRECONDITION):
        spots = graph.resolve_all(node.hinders or node.needed_for)
        if spots and (node.id in in_the_way or (not node.faulty and _is_left_alone(node, graph))):
            yield node, spots


def _is_left_alone(node: Node, graph: Graph) -> bool:
    if node.type is NodeType.PRECONDITION:
        return not (node.met or node.who or node.owner or node.actions)
    return not is_handled(node, graph.chain.stage, graph.today)


class _Ways:
    """What the changes lead to with no decision that is still to be taken: ``all``, or without some spots."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._changes = [node.id for node in graph.chain.of(NodeType.CHANGE)]
        self._undecided = frozenset(node.id for node in graph.chain.of(NodeType.OPPORTUNITY))
        links = (link for risk in graph.chain.of(NodeType.RISK) for link in risk.links)
        met = (graph.find(link.target).node for link in links)
        self._risked = [node.id for node in met if node and node.type is NodeType.DRAWBACK]
        self.all = self.left(())

    def left(self, spots: Spots) -> Collection[str]:
        """The ids that are still led to. A drawback may come of a risk or of another drawback too."""
        closed = {spot.ends for spot in spots if isinstance(spot, Arrow)}
        gone = self._undecided.union(spot.id for spot in spots if isinstance(spot, Node))

        def onward(id: str) -> Iterable[str]:
            arrows = self._graph.leaving[id]
            return (a.target.id for a in arrows if a.ends not in closed and a.target.id not in gone)

        def carried(id: str) -> Iterable[str]:
            return () if self._is_drawback(id) else onward(id)

        wanted = spread(((id, None) for id in self._changes if id not in gone), carried)
        others = spread(((id, None) for id in (*self._changes, *self._risked) if id not in gone), onward)
        return wanted.keys() | {id for id in others if self._is_drawback(id)}

    def _is_drawback(self, id: str) -> bool:
        return self._graph.nodes[id].type is NodeType.DRAWBACK
