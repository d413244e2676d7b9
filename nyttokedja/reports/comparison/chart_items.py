"""Comparison → the boxes and arrows of its picture in a comment, the most important first.

They are those of the changed part, and the missing targets of new and removed arrows.
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
class ChartBox:
    """A box of the picture; one without a `node` is the missing target of an arrow."""

    id: str
    node: Node | None
    kind: Kind | None = None  # None where it has not changed
    good: bool | None = None  # whether what becomes of it is for the better; None where nothing does


@dataclass(frozen=True, slots=True)
class ChartArrow:
    """An arrow of the picture; a `pointer` goes from an obstacle, risk … to what it is about."""

    ends: Ends
    kind: Kind | None = None
    doubted: bool = False
    pointer: bool = False


ChartItem = ChartBox | ChartArrow


def chart_items(comparison: Comparison) -> Iterator[ChartItem]:
    """The boxes of a comparison of two readable sides, each followed by its arrows to boxes before it."""
    both = union(comparison)
    nodes = both.graph.nodes
    kinds = {change.node.id: change.kind for change in comparison.nodes}
    effects = {one.node.id: one.effect.good for one in reversed(comparison.consequences)}
    of_box: dict[str, list[ChartArrow]] = {}
    for line in _chart_arrows(comparison, both).values():
        for id in dict.fromkeys(line.ends):
            of_box.setdefault(id, []).append(line)
    seen: set[str] = set()
    for id in _with_missing_targets(comparison, by_importance(comparison, both)):
        seen.add(id)
        yield ChartBox(id, nodes.get(id), kinds.get(id), effects.get(id))
        yield from (line for line in of_box.get(id, ()) if seen.issuperset(line.ends))


def _with_missing_targets(comparison: Comparison, ids: tuple[str, ...]) -> dict[str, None]:
    """Ids of nodes, each followed by the missing targets of its arrows."""
    heads: dict[str, list[str]] = {}
    for change in comparison.arrows:
        if change.loose:
            heads.setdefault(change.ends[0], []).append(change.ends[1])
    return dict.fromkeys(end for id in ids for end in (id, *heads.get(id, ())))


def _chart_arrows(comparison: Comparison, union: Union) -> dict[Ends, ChartArrow]:
    """The arrows of a union, the changed ones without a target, and the pointers, by their ends."""
    doubted = {(doubt.source.id, doubt.target.id) for doubt in comparison.doubts}
    arrows = ((node.id, link.target) for node in union.graph.chain.nodes for link in node.links)
    lines = {ends: ChartArrow(ends, union.arrows.get(ends), ends in doubted) for ends in arrows}
    for change in comparison.arrows:
        lines.setdefault(change.ends, ChartArrow(change.ends, change.kind))
    for ends in _pointers(union.graph):
        lines.setdefault(ends, ChartArrow(ends, pointer=True))
    return lines


def _pointers(graph: Graph) -> Iterator[Ends]:
    """The ends of pointers; one that points at an arrow ends at its head."""
    for node in graph.chain.nodes:
        for spot in graph.resolve_all(node.references):
            yield node.id, (spot.target if isinstance(spot, Arrow) else spot).id
