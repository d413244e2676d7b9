"""Nodes and their forward arrows → the rank of each node, by the longest path in its column.

No two columns share a rank. Where ranks may be about so tall, what finds no room in its own stands
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

    @property
    def all_rows(self) -> tuple[Span, ...]:
        """The rows from above, also where there is one."""
        return self.rows or (((0, self.count - 1),) if self.count else ())

    def row_of(self, rank: int) -> int:
        """The number of the row that the rank stands in."""
        return next((n for n, (_, last) in enumerate(self.rows) if rank <= last), 0)

    def turns_after(self, rank: int) -> bool:
        """Whether what follows the rank stands in the next row."""
        return bool(self.rows) and any(rank == last for _, last in self.rows[:-1])


class Ranking:
    """The nodes in their columns, from which the ranks of any trial are made.

    Args:
        nodes: those that stand in columns, in file order.
        forward: the arrows between them, without cycles.
    """

    def __init__(self, nodes: Sequence[Node], forward: Sequence[Arrow]) -> None:
        members: dict[int, list[str]] = {}
        for node in nodes:
            members.setdefault(COLUMNS[node.type], []).append(node.id)
        self._columns = [(COLUMN_KINDS[n], _Column(members[n], forward)) for n in sorted(members)]

    def ranks(self, heights: Mapping[str, float], most: float = inf) -> Ranks:
        """The ranks, none of which is to pass a height of ``most`` where its boxes can stand in another.

        ``heights`` are those of the units, by node id.
        """
        ranks: dict[str, int] = {}
        columns: list[Column] = []
        steps: list[Span] = []
        first = 0
        for kind, column in self._columns:
            local = column.scheduled(heights, most) if most < inf else column.depth
            ranks.update((id, first + depth) for id, depth in local.items())
            last = first + max(local.values())
            columns.append(Column(kind, first, last))
            if most < inf:
                steps += ((first + a, first + b) for a, b in _steps(local, column.inside))
            first = last + 1
        return Ranks(ranks, tuple(columns), tuple(steps))


def rank(
    nodes: Sequence[Node], forward: Sequence[Arrow], heights: Mapping[str, float], most: float = inf
) -> Ranks:
    """The ranks of the nodes in one trial, as `Ranking` has them."""
    return Ranking(nodes, forward).ranks(heights, most)


def in_columns(nodes: Iterable[Node]) -> list[Node]:
    """The nodes that stand in a column, in file order."""
    return [node for node in nodes if node.type in COLUMNS and node.type is not NodeType.OPPORTUNITY]


class _Column:
    """The nodes of a column: the heads of their arrows in it, and how long the ways to them and on are."""

    def __init__(self, members: Sequence[str], forward: Iterable[Arrow]) -> None:
        self.inside: dict[str, list[str]] = {id: [] for id in members}
        self._tails = dict.fromkeys(members, 0)  # how many arrows of the column come to a node
        for arrow in forward:
            tail, head = arrow.ends
            if tail in self.inside and head in self.inside:
                self.inside[tail].append(head)
                self._tails[head] += 1
        order = self._in_order()
        self.depth = dict.fromkeys(members, 0)  # the length of the longest path to a node
        for id in order:
            for head in self.inside[id]:
                self.depth[head] = max(self.depth[head], self.depth[id] + 1)
        ahead = dict.fromkeys(members, 0)
        for id in reversed(order):
            ahead[id] = max([ahead[head] + 1 for head in self.inside[id]], default=0)
        self._first = sorted(members, key=lambda one: (-ahead[one], self.depth[one]))

    def _in_order(self) -> list[str]:
        """The nodes, each before all that it leads to, by Kahn's algorithm."""
        waiting = dict(self._tails)
        ready = [id for id, tails in waiting.items() if not tails]
        for id in ready:
            for head in self.inside[id]:
                waiting[head] -= 1
                if not waiting[head]:
                    ready.append(head)
        return ready

    def scheduled(self, heights: Mapping[str, float], most: float) -> dict[str, int]:
        """Node id → its rank in the column, where ranks are filled from the left up to about a height.

        The last box of a rank may stand out by half its own height: so ranks come as near to it as they can.

        Of what may stand in a rank, that with the longest way ahead of it comes first, then that which came
        to be ready first, then in file order: what is added last to a file moves nothing else.
        """
        ranks, waiting, left, at = dict.fromkeys(self.inside, 0), dict(self._tails), self._first, 0
        while left:
            full, placed, later = 0.0, list[str](), list[str]()
            for number, id in enumerate(left):
                if full > most:
                    later += left[number:]
                    break
                if not waiting[id] and (not full or full + heights[id] / 2 <= most):
                    full += heights[id] + _GAP
                    placed.append(id)
                else:
                    later.append(id)
            for id in placed:
                ranks[id] = at
                for head in self.inside[id]:
                    waiting[head] -= 1
            left, at = later, at + 1
        return ranks


def _steps(local: Mapping[str, int], inside: Mapping[str, Sequence[str]]) -> Iterator[Span]:
    """The longest runs of ranks in a column between which no arrow runs."""
    last = max(local.values())
    nearest = [-1] * (last + 1)  # by rank: the last one before it from which an arrow comes
    for tail, heads in inside.items():
        for head in heads:
            nearest[local[head]] = max(nearest[local[head]], local[tail])
    first = 0
    for rank in range(1, last + 2):
        if rank > last or nearest[rank] >= first:
            if rank - 1 > first:
                yield first, rank - 1
            first = rank
