"""Comparison → the boxes and lines of its picture in a card, in order of importance.

They are those of its neighbourhood, and what new or lost arrows lead to that is not there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nyttokedja.comparing import Comparison, Kind
from nyttokedja.comparing.model import Ends
from nyttokedja.comparing.relevant_part import by_importance
from nyttokedja.comparing.union import Union, union
from nyttokedja.model.chain import Node
from nyttokedja.model.graph import Arrow, Graph


@dataclass(frozen=True, slots=True)
class Box:
    """A box of the picture. One without a `node` is what an arrow leads to that is not there."""

    id: str
    node: Node | None
    kind: Kind | None = None  # None where it has not changed
    good: bool | None = None  # whether what becomes of it is for the better; None where nothing does


@dataclass(frozen=True, slots=True)
class Line:
    """An arrow of the picture; a `pointer` is from what stands beside the chain to what it is about."""

    ends: Ends
    kind: Kind | None = None
    doubted: bool = False
    pointer: bool = False


Item = Box | Line


def items(comparison: Comparison) -> Iterator[Item]:
    """The boxes of two sides that can be read, each followed by its lines to those before it."""
    both = union(comparison)
    nodes = both.graph.nodes
    kinds = {change.node.id: change.kind for change in comparison.nodes}
    effects = {one.node.id: one.effect.good for one in reversed(comparison.consequences)}
    of_box: dict[str, list[Line]] = {}
    for line in _lines(comparison, both).values():
        for id in dict.fromkeys(line.ends):
            of_box.setdefault(id, []).append(line)
    seen: set[str] = set()
    for id in _with_loose(comparison, by_importance(comparison, both)):
        seen.add(id)
        yield Box(id, nodes.get(id), kinds.get(id), effects.get(id))
        yield from (line for line in of_box.get(id, ()) if seen.issuperset(line.ends))


def _with_loose(comparison: Comparison, ids: tuple[str, ...]) -> dict[str, None]:
    """Boxes, each followed by what its arrows lead to that is not there."""
    heads: dict[str, list[str]] = {}
    for change in comparison.arrows:
        if change.loose:
            heads.setdefault(change.ends[0], []).append(change.ends[1])
    return dict.fromkeys(end for id in ids for end in (id, *heads.get(id, ())))


def _lines(comparison: Comparison, union: Union) -> dict[Ends, Line]:
    """The arrows of a union, those that lead to nothing and are not as they were, and the pointers."""
    doubted = {(doubt.source.id, doubt.target.id) for doubt in comparison.doubts}
    arrows = ((node.id, link.target) for node in union.graph.chain.nodes for link in node.links)
    lines = {ends: Line(ends, union.arrows.get(ends), ends in doubted) for ends in arrows}
    for change in comparison.arrows:
        lines.setdefault(change.ends, Line(change.ends, change.kind))
    for ends in _pointers(union.graph):
        lines.setdefault(ends, Line(ends, pointer=True))
    return lines


def _pointers(graph: Graph) -> Iterator[Ends]:
    """What boxes beside the chain are about; where that is an arrow, its head."""
    for node in graph.chain.nodes:
        for spot in graph.resolve_all(node.references):
            yield node.id, (spot.target if isinstance(spot, Arrow) else spot).id
