"""Nodes and their forward arrows → the rank of each: longest path inside the column.

The columns follow each other, so no two share a rank. A *folded* column has its tallest rank split
in two, where its boxes allow it, so that the picture becomes lower and wider.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from nyttokedja.drawing.content.arrow_kinds import COLUMN_KINDS, COLUMNS
from nyttokedja.model.chain import Node, NodeType
from nyttokedja.model.graph import Arrow

_GAP = 18.0  # about what stands between two units of a rank, in px


@dataclass(frozen=True, slots=True)
class Column:
    """A column that has boxes: its kind, and its ranks from first to last."""

    kind: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Ranks:
    """id → rank, counted from 0 at the change; and the columns in order."""

    of: Mapping[str, int]
    columns: tuple[Column, ...]

    @property
    def count(self) -> int:
        """How many ranks there are."""
        return self.columns[-1].last + 1 if self.columns else 0

    def opens_column(self, rank: int) -> bool:
        """Whether a column begins with this rank."""
        return any(column.first == rank for column in self.columns)


def rank(
    nodes: Sequence[Node], forward: Sequence[Arrow], heights: Mapping[str, float], folded: Sequence[str] = ()
) -> Ranks:
    """Rank the nodes; ``heights`` (px) of the units decide what is moved in the ``folded`` columns,
    which may be named twice.
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
    inside: dict[str, list[str]] = {id: [] for id in members}
    for arrow in forward:
        tail, head = arrow.ends
        if tail in inside and head in inside:
            inside[tail].append(head)
    return inside


def _longest(members: Sequence[str], inside: Mapping[str, Sequence[str]]) -> dict[str, int]:
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
    """Move boxes of the tallest rank to the next until half its height is there: first those that lead on.

    The next rank is one that has room, or a new one.
    """
    tall = _height(local, heights)
    at = max(tall, key=lambda depth: tall[depth])
    movable = [id for id, depth in local.items() if depth == at and not inside[id]]
    if len(movable) < 2:
        return
    beside = tall.get(at + 1, 0.0)
    if beside > tall[at] / 3:
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
    tall: dict[int, float] = {}
    for id, depth in local.items():
        tall[depth] = tall.get(depth, 0.0) + heights[id] + _GAP
    return tall
