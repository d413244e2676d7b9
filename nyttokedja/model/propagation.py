"""Values of nodes passed on along the arrows of a graph, each in one traversal."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, TypeVar

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
