"""A chain without some of its boxes and arrows: an imagined change, compared like any other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from nyttokedja.chain import Link, Node, Reference
from nyttokedja.comparing.model import Ends
from nyttokedja.graph import Arrow, Graph


def without(graph: Graph, ids: frozenset[str], arrows: frozenset[Ends] = frozenset()) -> Graph:
    """The graph of a chain where boxes and arrows are struck out, with all that points at them.

    Args:
        graph: that of the chain as it is.
        ids: of boxes that are in it.
        arrows: ends of arrows that are in it.
    """
    nodes = tuple(_kept(node, graph, ids, arrows) for node in graph.chain.nodes if node.id not in ids)
    return Graph(replace(graph.chain, nodes=nodes))


def _kept(node: Node, graph: Graph, ids: frozenset[str], arrows: frozenset[Ends]) -> Node:
    def stays(reference: Reference) -> bool:
        spot = graph.spot(reference)
        if isinstance(spot, Arrow):
            return ids.isdisjoint(spot.ends) and spot.ends not in arrows
        return spot is None or spot.id not in ids

    return replace(
        node,
        links=tuple(_links(node, graph, ids, arrows)),
        hinders=tuple(filter(stays, node.hinders)),
        at=tuple(filter(stays, node.at)),
        needed_for=tuple(filter(stays, node.needed_for)),
    )


def _links(node: Node, graph: Graph, ids: frozenset[str], arrows: frozenset[Ends]) -> Iterator[Link]:
    for link in node.links:
        target = graph.find(link.target).node
        if target is None or (target.id not in ids and (node.id, target.id) not in arrows):
            yield link
