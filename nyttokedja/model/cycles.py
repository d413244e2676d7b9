"""A directed graph → its cycles: the shortest one of each strongly connected component."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

import networkx as nx

_BUDGET = 200_000
"""How many arrows may be followed in search of the shortest cycle of one component; past that a cycle is
short, and perhaps not the shortest. To enumerate all is out of the question: twelve interlinked boxes have
millions."""


def shortest_cycles(graph: nx.DiGraph[str], order: Mapping[str, int]) -> tuple[tuple[str, ...], ...]:
    """One cycle for each strongly connected component of several nodes, as ids along the arrows.

    A cycle begins at its first id by ``order``, and cycles are sorted by where they begin.
    """
    components = [component for component in nx.strongly_connected_components(graph) if len(component) > 1]
    cycles = (_shortest(graph, sorted(component, key=order.__getitem__)) for component in components)
    rotated = (_from_first(cycle, order) for cycle in cycles)
    return tuple(sorted(rotated, key=lambda cycle: order[cycle[0]]))


def _shortest(graph: nx.DiGraph[str], component: list[str]) -> list[str]:
    inside = graph.subgraph(component).copy()
    best: list[str] = []
    for start in component[: max(1, _BUDGET // inside.number_of_edges())]:
        back = cast(
            "dict[str, list[str]]", nx.predecessor(inside, start, cutoff=len(best) - 2 if best else None)
        )
        for end in inside.predecessors(start):
            if end in back:
                cycle = _walked(back, start, end)
                best = cycle if not best or len(cycle) < len(best) else best
        if len(best) == 2:
            break
    return best


def _walked(back: Mapping[str, list[str]], start: str, end: str) -> list[str]:
    """The path from ``start`` to ``end``, by each node's first predecessor."""
    path = [end]
    while path[-1] != start:
        path.append(back[path[-1]][0])
    return path[::-1]


def _from_first(cycle: list[str], order: Mapping[str, int]) -> tuple[str, ...]:
    at = cycle.index(min(cycle, key=order.__getitem__))
    return (*cycle[at:], *cycle[:at])


def circle_numbers(graph: nx.DiGraph[str]) -> Mapping[str, int]:
    """Id → a number that it shares with the nodes that lead to it and that it leads to, and with no other."""
    numbers: dict[str, int] = {}
    for n, ids in enumerate(nx.strongly_connected_components(graph)):
        numbers.update(dict.fromkeys(ids, n))
    return numbers
