"""Comparison → one chain with the boxes and arrows of both sides, by their ids of now.

It is the later chain, with what is gone put back where it stood. Arrows and pointers that lead to nothing
are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from nyttokedja.comparing.model import Comparison, Ends, Kind
from nyttokedja.model.chain import Chain, Link, Node
from nyttokedja.model.graph import Arrow, Graph
from nyttokedja.model.pointers import Reference


@dataclass(frozen=True, slots=True)
class Union:
    """Both sides in one graph.

    ``arrows`` says which arrows are new, gone, or another: those of boxes beside the chain too.
    """

    graph: Graph
    arrows: Mapping[Ends, Kind]


def union(comparison: Comparison) -> Union:
    """The union of two sides that can both be read, or are not there."""
    assert not comparison.unread
    sides = [side for side in (comparison.after, comparison.before) if side is not None]
    chain = next((side.chain for side in sides if side.chain), Chain(""))
    old, new = _nodes_of(comparison, earlier=True), _nodes_of(comparison, earlier=False)
    graph = Graph(replace(chain, nodes=tuple(_merged(old, new)), doubled=()))
    return Union(graph, {change.ends: change.kind for change in comparison.arrows if not change.loose})


def _nodes_of(comparison: Comparison, *, earlier: bool) -> dict[str, Node]:
    """The boxes of a side by their ids of now, each pointing at nothing but what is there."""
    side = comparison.before if earlier else comparison.after
    if side is None or side.graph is None:
        return {}
    now = comparison.renamed if earlier else {}
    nodes = (_named(node, side.graph, now) for node in side.graph.chain.nodes)
    return {node.id: node for node in nodes}


def _named(node: Node, graph: Graph, now: Mapping[str, str]) -> Node:
    """A box with ids of now, in what it points at too."""

    def name(id: str) -> str:
        return now.get(id, id)

    def references(written: Iterable[Reference]) -> Iterator[Reference]:
        for reference in written:
            spot = graph.resolve(reference)
            if isinstance(spot, Arrow):
                yield Reference(name(spot.target.id), reference.span, name(spot.source.id))
            elif spot is not None:
                yield Reference(name(spot.id), reference.span)

    targets = ((link, graph.find(link.target).node) for link in node.links)
    links = tuple(replace(link, source=name(node.id), target=name(to.id)) for link, to in targets if to)
    return replace(node.pointing(references), id=name(node.id), links=links)


def _merged(old: Mapping[str, Node], new: Mapping[str, Node]) -> Iterator[Node]:
    """The boxes of the later side, and after each of them those that followed it and are gone."""
    following: dict[str | None, list[Node]] = {}
    last = None
    for id, node in old.items():
        if id in new:
            last = id
        else:
            following.setdefault(last, []).append(node)
    yield from following.get(None, ())
    for id, node in new.items():
        yield replace(node, links=(*node.links, *_lost(old.get(id), node))) if id in old else node
        yield from following.get(id, ())


def _lost(old: Node | None, new: Node) -> Iterator[Link]:
    """The arrows that led from a box and do so no longer."""
    kept = {link.target for link in new.links}
    return (link for link in (old.links if old else ()) if link.target not in kept)
