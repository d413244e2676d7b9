"""A directed graph → its circles: for each knot of nodes that lead back to themselves the shortest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

import networkx as nx

_BUDGET = 200_000
"""How many arrows may be followed in search of the shortest circle of one knot; past that it is short,
and perhaps not the shortest. To enumerate all circles is out of the question: twelve interlinked boxes
have millions."""


def shortest_circles(graph: nx.DiGraph[str], order: Mapping[str, int]) -> tuple[tuple[str, ...], ...]:
    """One circle for each strongly connected component, as ids along the arrows.

    A circle begins at its first id by ``order``, and so does the row of circles.
    """
    knots = [knot for knot in nx.strongly_connected_components(graph) if len(knot) > 1]
    circles = (_shortest(graph, sorted(knot, key=order.__getitem__)) for knot in knots)
    rotated = (_from_first(circle, order) for circle in circles)
    return tuple(sorted(rotated, key=lambda circle: order[circle[0]]))


def _shortest(graph: nx.DiGraph[str], knot: list[str]) -> list[str]:
    inside = graph.subgraph(knot).copy()
    best: list[str] = []
    for start in knot[: max(1, _BUDGET // inside.number_of_edges())]:
        back = cast(
            "dict[str, list[str]]", nx.predecessor(inside, start, cutoff=len(best) - 2 if best else None)
        )
        for end in inside.predecessors(start):
            if end in back:
                circle = _walked(back, start, end)
                best = circle if not best or len(circle) < len(best) else best
        if len(best) == 2:
            break
    return best


def _walked(back: Mapping[str, list[str]], start: str, end: str) -> list[str]:
    """The path from ``start`` to ``end``, by each node's first predecessor."""
    path = [end]
    while path[-1] != start:
        path.append(back[path[-1]][0])
    return path[::-1]


def _from_first(circle: list[str], order: Mapping[str, int]) -> tuple[str, ...]:
    at = circle.index(min(circle, key=order.__getitem__))
    return (*circle[at:], *circle[:at])
