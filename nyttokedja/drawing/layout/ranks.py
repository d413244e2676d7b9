"""Nodes and their forward arrows → the rank of each node, by the longest path in its column.

No two columns share a rank. A *folded* column has its tallest rank split in two, where its boxes allow it, so
that the picture becomes lower and wider. Heights in px.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from nyttokedja.drawing.content.arrow_kinds import COLUMN_KINDS, COLUMNS
from nyttokedja.model.chain import Node, NodeType
from nyttokedja.model.graph import Arrow

_GAP = 18.0
"""About the gap between two units of a rank."""

_CROWDED = 3
"""A rank that is taller than one part in so many of the tallest one takes no boxes from it."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column with boxes: its kind, and its first and last rank."""

    kind: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Ranks:
    """Node id → rank, from 0 at the left, and the columns from left to right."""

    of: Mapping[str, int]
    columns: tuple[Column, ...]

    @property
    def count(self) -> int:
        """The number of ranks."""
        return self.columns[-1].last + 1 if self.columns else 0

    def opens_column(self, rank: int) -> bool:
        """Whether a column begins with this rank."""
        return any(column.first == rank for column in self.columns)


def rank(
    nodes: Sequence[Node], forward: Sequence[Arrow], heights: Mapping[str, float], folded: Sequence[str] = ()
) -> Ranks:
    """The ranks of the nodes.

    Args:
        nodes: those that stand in columns, in file order.
        forward: the arrows between them, without cycles.
        heights: node id → the height of its unit, for columns that are folded.
        folded: the kinds of the columns that are folded, once for each time.
    """
    ranks: dict[str, int] = {}
    columns: list[Column] = []
    for number, kind in enumerate(COLUMN_KINDS):
        members = [node.id for node in nodes if COLUMNS[node.type] == number]
        if not members:
            continue
        inside = _inside(members, forward)
        local = _longest(members, inside)
        for _ in range(folded.count(kind)):
            _fold(local, inside, heights, {arrow.source.id for arrow in forward})
        first = columns[-1].last + 1 if columns else 0
        ranks.update((id, first + depth) for id, depth in local.items())
        columns.append(Column(kind, first, first + max(local.values())))
    return Ranks(ranks, tuple(columns))


def in_columns(nodes: Iterable[Node]) -> list[Node]:
    """The nodes that stand in a column, in file order."""
    return [node for node in nodes if node.type in COLUMNS and node.type is not NodeType.OPPORTUNITY]


def _inside(members: Iterable[str], forward: Iterable[Arrow]) -> dict[str, list[str]]:
    """Node id → the heads of its arrows in the same column."""
    inside: dict[str, list[str]] = {id: [] for id in members}
    for arrow in forward:
        tail, head = arrow.ends
        if tail in inside and head in inside:
            inside[tail].append(head)
    return inside


def _longest(members: Sequence[str], inside: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """Node id → the length of the longest path to it in the column, by Kahn's algorithm."""
    waiting = dict.fromkeys(members, 0)
    for heads in inside.values():
        for head in heads:
            waiting[head] += 1
    depth = dict.fromkeys(members, 0)
    ready = [id for id in members if not waiting[id]]
    for id in ready:
        for head in inside[id]:
            depth[head] = max(depth[head], depth[id] + 1)
            waiting[head] -= 1
            if not waiting[head]:
                ready.append(head)
    return depth


def _fold(
    local: dict[str, int],
    inside: Mapping[str, Sequence[str]],
    heights: Mapping[str, float],
    lead_on: set[str],
) -> None:
    """Move boxes of the tallest rank to the next one until both are equally tall, in place.

    Those in ``lead_on``, which have forward arrows, are moved first. The next rank is the one there is,
    unless it is crowded, or a new one.
    """
    tall = _height(local, heights)
    at = max(tall, key=lambda depth: tall[depth])
    movable = [id for id, depth in local.items() if depth == at and not inside[id]]
    if len(movable) < 2:
        return
    beside = tall.get(at + 1, 0.0)
    if beside > tall[at] / _CROWDED:
        for id, depth in local.items():
            local[id] = depth + 1 if depth > at else depth
        beside = 0.0
    goal, moved = (tall[at] - beside) / 2, 0.0
    for id in sorted(movable, key=lambda one: one not in lead_on):
        if moved >= goal:
            break
        local[id] = at + 1
        moved += heights[id] + _GAP


def _height(local: Mapping[str, int], heights: Mapping[str, float]) -> dict[int, float]:
    """Rank in the column → its height."""
    tall: dict[int, float] = {}
    for id, depth in local.items():
        tall[depth] = tall.get(depth, 0.0) + heights[id] + _GAP
    return tall
