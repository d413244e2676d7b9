"""Values of nodes passed on along the arrows of a graph, each in one traversal."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping
from itertools import islice
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    import networkx as nx

T = TypeVar("T")


def spread(sources: Iterable[tuple[str, T]], after: Callable[[str], Iterable[str]]) -> Mapping[str, T]:
    """Each id that a source reaches, with the value of the first source that does.

    Args:
        sources: ids with their values, the first in rank first; a source reaches itself.
        after: an id → the ids that come right after it.
    """
    reached: dict[str, T] = {}
    for id, value in sources:
        waiting = [id]
        while waiting:
            here = waiting.pop()
            if here not in reached:
                reached[here] = value
                waiting += after(here)
    return reached


def nearest(sources: Iterable[tuple[str, T]], after: Callable[[str], Iterable[str]]) -> Mapping[str, T]:
    """Each id that a source reaches, with the value of the source that is the fewest steps away.

    Args:
        sources: ids with their values; of two as near, the first counts. A source reaches itself.
        after: an id → the ids that come right after it.
    """
    reached: dict[str, T] = {}
    waiting = deque(sources)
    while waiting:
        here, value = waiting.popleft()
        if here not in reached:
            reached[here] = value
            waiting.extend((id, value) for id in after(here))
    return reached


class Upstream(Generic[T]):
    """For each node of a graph, which of some things stand at it or at something that leads to it."""

    def __init__(self, graph: nx.DiGraph[str], standing: Iterable[tuple[T, Iterable[str]]]) -> None:
        """What is asked about.

        Args:
            graph: the nodes by id, and the arrows between them.
            standing: each thing with the ids where it stands; those not in the graph lead nowhere.
        """
        things, own = [], dict.fromkeys(graph, 0)
        for bit, (thing, ids) in enumerate(standing):
            things.append(thing)
            for id in ids:
                if id in own:
                    own[id] |= 1 << bit
        self._things, self.bits = things, gathered(graph, own)

    def first(self, id: str, most: int) -> tuple[T, ...]:
        """The first of what stands at a node or before it, at most so many."""
        return self.of(self.bits[id], most)

    def of(self, bits: int, most: int) -> tuple[T, ...]:
        """The first of the things that bits of `bits` mean, at most so many."""
        return tuple(islice((thing for bit, thing in enumerate(self._things) if bits >> bit & 1), most))


def gathered(graph: nx.DiGraph[str], own: Mapping[str, int]) -> Mapping[str, int]:
    """Id → its own bits, or-ed with those of all that lead to it; ``own`` has an entry for every node."""
    import networkx as nx

    components = nx.condensation(graph)
    passed: dict[int, int] = {}
    for component in nx.topological_sort(components):
        bits = 0
        for before in components.predecessors(component):
            bits |= passed[before]
        for id in components.nodes[component]["members"]:
            bits |= own[id]
        passed[component] = bits
    return {id: passed[component] for id, component in components.graph["mapping"].items()}
