"""Comparison and its union → the part of it that a reviewer needs to see, and in which order.

That is what has changed with one step around it, whatever that has consequences for, the paths there, and
the arrows to re-examine. What stands beside the chain is in it where it has changed itself, or explains a
consequence; and then so is what it points at.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from nyttokedja.comparing.model import Comparison
from nyttokedja.comparing.union import Union
from nyttokedja.model.chain import IN_GRAPH, Node
from nyttokedja.model.graph import Arrow, Graph


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """A part of a union, and how many boxes and arrows are not in it.

    ``cut`` is id → how many of the arrows into that box, and how many of those out of it, are not.
    """

    graph: Graph
    boxes: int
    arrows: int
    cut: Mapping[str, tuple[int, int]]


def neighbourhood(comparison: Comparison, union: Union, *, everything: bool = False) -> Neighbourhood:
    """The changed neighbourhood, or ``everything``."""
    if everything:
        return Neighbourhood(union.graph, 0, 0, {})
    whole = union.graph
    ids = frozenset(by_importance(comparison, union))
    nodes = tuple(_within(node, ids) for node in whole.chain.nodes if node.id in ids)
    graph = Graph(replace(whole.chain, nodes=nodes, notes=(), none=frozenset()))
    return Neighbourhood(
        graph,
        len(whole.nodes) - len(graph.nodes),
        len(whole.arrows) - len(graph.arrows),
        {id: lost for id in graph.nodes if any(lost := _lost(id, whole, graph))},
    )


def _lost(id: str, whole: Graph, part: Graph) -> tuple[int, int]:
    """How many of the arrows into a box, and out of it, are left out."""
    return (
        len(whole.entering[id]) - len(part.entering[id]),
        len(whole.leaving[id]) - len(part.leaving[id]),
    )


def by_importance(comparison: Comparison, union: Union) -> tuple[str, ...]:
    """The ids of the neighbourhood's boxes: whatever has too little room shows the first ones."""
    graph = union.graph
    changed = dict.fromkeys(_changed(comparison, graph))
    meant = dict.fromkeys(_meant(comparison, graph))
    about = [id for one in (*changed, *meant) for id in _pointed_at(graph.nodes[one], graph)]
    paths = _paths((*changed, *about), meant, graph)
    doubtful = (id for doubt in comparison.doubts for id in (doubt.source.id, doubt.target.id))
    around = (id for one in changed for id in _neighbours(one, graph))
    shown = dict.fromkeys(chain(changed, meant, paths, about, doubtful, around))
    pointed_at = (id for one in shown for id in _pointed_at(graph.nodes[one], graph))
    return tuple(dict.fromkeys((*shown, *pointed_at)))


def _changed(comparison: Comparison, graph: Graph) -> Iterator[str]:
    """The boxes that have changed, the gravest first, and the ends of the arrows that have."""
    yield from (one.node.id for one in sorted(comparison.nodes, key=lambda change: -change.weight))
    yield from (id for change in comparison.arrows for id in change.ends if id in graph.nodes)


def _meant(comparison: Comparison, graph: Graph) -> Iterator[str]:
    """The boxes that consequences are for, each with those that explain it; and those with new findings."""
    for one in comparison.consequences:
        for node in (one.node, *one.because, *(one.arrow or ())):
            yield comparison.renamed.get(node.id, node.id)
    yield from (finding.node for finding in comparison.findings.new if finding.node in graph.nodes)


def _pointed_at(node: Node, graph: Graph) -> Iterator[str]:
    """The boxes that one beside the chain stands at, leads to, or is needed for."""
    if node.type in IN_GRAPH:
        return
    for spot in graph.resolve_all(node.references):
        yield from spot.ends if isinstance(spot, Arrow) else (spot.id,)
    yield from (link.target for link in node.links)


def _neighbours(id: str, graph: Graph) -> Iterator[str]:
    yield from (arrow.source.id for arrow in graph.entering[id])
    yield from (arrow.target.id for arrow in graph.leaving[id])


def _paths(seeds: Iterable[str], ends: Iterable[str], graph: Graph) -> Iterator[str]:
    """All boxes on a shortest path from what has changed to each end."""
    came: dict[str, str | None] = dict.fromkeys(seeds)
    waiting = deque(came)
    while waiting:
        id = waiting.popleft()
        for arrow in graph.leaving[id]:
            if arrow.target.id not in came:
                came[arrow.target.id] = id
                waiting.append(arrow.target.id)
    for end in ends:
        step: str | None = end
        while step in came:  # no longer where another path has passed it
            yield step
            step = came.pop(step)


def _within(node: Node, ids: frozenset[str]) -> Node:
    """A box without its arrows to what is left out."""
    return replace(node, links=tuple(link for link in node.links if link.target in ids))
