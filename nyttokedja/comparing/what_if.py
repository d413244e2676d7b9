"""A chain without some of its boxes and arrows: an imagined change, compared like any other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from nyttokedja.checking.check import Checked
from nyttokedja.comparing import differences
from nyttokedja.comparing.consequences import consequences
from nyttokedja.comparing.model import Comparison, Ends
from nyttokedja.comparing.results import result_change
from nyttokedja.model.chain import Link, Node
from nyttokedja.model.graph import Arrow, Graph
from nyttokedja.model.pointers import Reference


def struck(checked: Checked, ids: frozenset[str], arrows: frozenset[Ends] = frozenset()) -> Comparison:
    """What would become of the others if some boxes and arrows of a chain were not there.

    Args:
        checked: the check of a chain that can be read.
        ids: of boxes that are in it.
        arrows: ends of arrows that are in it.
    """
    before = checked.graph
    assert before is not None
    after = without(before, ids, arrows)
    others = (one for one in consequences(before, after, {}) if one.node.id not in ids)
    return Comparison(
        checked,
        replace(checked, chain=after.chain, graph=after, findings=()),
        {},
        nodes=tuple(change for change in differences.nodes(before, after, {}) if change.node.id in ids),
        arrows=tuple(differences.arrows(before, after, {})),
        consequences=tuple(sorted(others, key=lambda one: one.rank)),
        result=result_change(before, after, {}),
    )


def without(graph: Graph, ids: frozenset[str], arrows: frozenset[Ends] = frozenset()) -> Graph:
    """The graph of a chain where boxes and arrows are struck out, with all that points at them.

    What needs all of what leads to it still needs what is struck out, and so falls with it.

    Args:
        graph: that of the chain as it is.
        ids: of boxes that are in it.
        arrows: ends of arrows that are in it.
    """
    nodes = tuple(_kept(node, graph, ids, arrows) for node in graph.chain.nodes if node.id not in ids)
    return Graph(
        replace(graph.chain, nodes=nodes), graph.today, graph.tolerance, _lacking(graph, ids, arrows)
    )


def _lacking(graph: Graph, ids: frozenset[str], arrows: frozenset[Ends]) -> frozenset[str]:
    """The boxes that need all, and lose something of it."""
    lost = {
        id
        for id in graph.needing
        for arrow in graph.entering[id]
        if arrow.source.id in ids or arrow.ends in arrows
    }
    return graph.lacking | lost


def _kept(node: Node, graph: Graph, ids: frozenset[str], arrows: frozenset[Ends]) -> Node:
    def stays(reference: Reference) -> bool:
        spot = graph.resolve(reference)
        if isinstance(spot, Arrow):
            return ids.isdisjoint(spot.ends) and spot.ends not in arrows
        return spot is None or spot.id not in ids

    pointing = node.pointing(lambda references: filter(stays, references))
    return replace(pointing, links=tuple(_links(node, graph, ids, arrows)))


def _links(node: Node, graph: Graph, ids: frozenset[str], arrows: frozenset[Ends]) -> Iterator[Link]:
    for link in node.links:
        target = graph.find(link.target).node
        if target is None or (target.id not in ids and (node.id, target.id) not in arrows):
            yield link
