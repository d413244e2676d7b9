"""Nodes and their forward arrows → the rank of each node, by the longest path in its column.

No two columns share a rank. Where ranks may be no taller than so much, what finds no room in its own stands
in a later one: first what has the least to lead to, so that the picture grows wider as little as it can.
Ranks between which no arrow runs are one *step*: what stands in them comes side by side and not one after
another. Heights in px.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf

from nyttokedja.drawing.content.arrow_kinds import COLUMN_KINDS, COLUMNS
from nyttokedja.model.chain import Node, NodeType
from nyttokedja.model.graph import Arrow

_GAP = 18.0
"""About the gap between two units of a rank."""

Span = tuple[int, int]
"""The first and the last of ranks that stand beside each other."""


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
    steps: tuple[Span, ...] = ()  # those of more than one rank
    rows: tuple[Span, ...] = ()  # from above, where the ranks are wrapped into several

    @property
    def count(self) -> int:
        """The number of ranks."""
        return self.columns[-1].last + 1 if self.columns else 0

    def opens_column(self, rank: int) -> bool:
        """Whether a column begins with this rank."""
        return any(column.first == rank for column in self.columns)

    @property
    def all_rows(self) -> tuple[Span, ...]:
        """The rows from above, also where there is one."""
        return self.rows or (((0, self.count - 1),) if self.count else ())

    def row_of(self, rank: int) -> int:
        """The number of the row that the rank stands in."""
        return next((n for n, (_, last) in enumerate(self.rows) if rank <= last), 0)

    def turns_after(self, rank: int) -> bool:
        """Whether what follows the rank stands in the next row."""
        return any(rank == last for _, last in self.rows[:-1])

    def in_step(self, rank: int) -> bool:
        """Whether the rank goes on with the step of the one before it."""
        return any(first < rank <= last for first, last in self.steps)


def rank(
    nodes: Sequence[Node], forward: Sequence[Arrow], heights: Mapping[str, float], most: float = inf
) -> Ranks:
    """The ranks of the nodes.

    Args:
        nodes: those that stand in columns, in file order.
        forward: the arrows between them, without cycles.
        heights: node id → the height of its unit.
        most: the height that no rank is to pass where its boxes can stand in another.
    """
    ranks: dict[str, int] = {}
    columns: list[Column] = []
    steps: list[Span] = []
    for number, kind in enumerate(COLUMN_KINDS):
        members = [node.id for node in nodes if COLUMNS[node.type] == number]
        if not members:
            continue
        inside = _inside(members, forward)
        local = _scheduled(members, inside, heights, most) if most < inf else _longest(members, inside)
        first = columns[-1].last + 1 if columns else 0
        ranks.update((id, first + depth) for id, depth in local.items())
        columns.append(Column(kind, first, first + max(local.values())))
        if most < inf:
            steps += ((first + a, first + b) for a, b in _steps(local, inside))
    return Ranks(ranks, tuple(columns), tuple(steps))


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
    depth = dict.fromkeys(members, 0)
    for id in _in_order(members, inside):
        for head in inside[id]:
            depth[head] = max(depth[head], depth[id] + 1)
    return depth


def _in_order(members: Sequence[str], inside: Mapping[str, Sequence[str]]) -> list[str]:
    """The members, each before all that it leads to."""
    waiting = dict.fromkeys(members, 0)
    for heads in inside.values():
        for head in heads:
            waiting[head] += 1
    ready = [id for id in members if not waiting[id]]
    for id in ready:
        for head in inside[id]:
            waiting[head] -= 1
            if not waiting[head]:
                ready.append(head)
    return ready


def _scheduled(
    members: Sequence[str], inside: Mapping[str, Sequence[str]], heights: Mapping[str, float], most: float
) -> dict[str, int]:
    """Node id → its rank in the column, where ranks are filled from the left up to a height.

    Of what may stand in a rank, that with the longest way ahead of it comes first, then that which came to be
    ready first, then in file order: what is added last to a file moves nothing else.
    """
    ahead = dict.fromkeys(members, 0)
    for id in reversed(_in_order(members, inside)):
        ahead[id] = max((ahead[head] + 1 for head in inside[id]), default=0)
    depth = _longest(members, inside)
    order = sorted(members, key=lambda one: (-ahead[one], depth[one]))
    placed: dict[str, int] = {}
    waiting = {id: set[str]() for id in members}
    for tail, heads in inside.items():
        for head in heads:
            waiting[head].add(tail)
    at = 0
    while len(placed) < len(members):
        full = 0.0
        for id in order:
            if id in placed or any(placed.get(tail, at) >= at for tail in waiting[id]):
                continue
            if not full or full + heights[id] <= most:
                placed[id] = at
                full += heights[id] + _GAP
        at += 1
    return {id: placed[id] for id in members}


def _steps(local: Mapping[str, int], inside: Mapping[str, Sequence[str]]) -> Iterator[Span]:
    """The longest runs of ranks in a column between which no arrow runs."""
    joined = {(local[tail], local[head]) for tail, heads in inside.items() for head in heads}
    first, last = 0, max(local.values())
    for rank in range(1, last + 2):
        if rank > last or any((before, rank) in joined for before in range(first, rank)):
            if rank - 1 > first:
                yield first, rank - 1
            first = rank
