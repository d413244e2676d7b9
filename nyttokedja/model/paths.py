"""A directed graph → the arrow that all paths to a node use, and those that a longer path makes redundant."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

import networkx as nx

Ends = tuple[str, str]
"""The ids of an arrow's tail and head."""

_START = ""
"""Stands before all starts; no node has an empty id."""


def sole_arrows(graph: nx.DiGraph[str], starts: Iterable[str]) -> Mapping[str, Ends]:
    """Each node that a start leads to, and that one arrow is on every path to → the last such arrow.

    Each arrow is made a node of its own between its two: those of them that dominate a node are on every
    path to it (Cooper, Harvey and Kennedy, A simple, fast dominance algorithm, 2006).
    """
    split: nx.DiGraph[str | Ends] = nx.DiGraph()
    split.add_edges_from((_START, start) for start in starts if start in graph)
    for arrow in graph.edges:
        split.add_edges_from(((arrow[0], arrow), (arrow, arrow[1])))
    if _START not in split:
        return {}
    above = nx.immediate_dominators(split, _START)
    last: dict[str, Ends | None] = {}
    for node in above:
        path, here = [], node
        while isinstance(here, str) and here != _START and here not in last:
            path.append(here)
            here = above[here]
        last.update(dict.fromkeys(path, here if isinstance(here, tuple) else last.get(here)))
    return {id: arrow for id, arrow in last.items() if arrow}


def beginning(id: str, before: Callable[[str], str | None], known: dict[str, str | None]) -> str | None:
    """The id where the walk against the arrows ends, or None where it comes back to itself.

    Args:
        id: where it begins.
        before: an id → the one before it, or None where there is none.
        known: the answers of earlier walks; those of this one are added.
    """
    path: dict[str, None] = {}
    while id not in known:
        path[id] = None
        earlier = before(id)
        if earlier is None or earlier in path:
            known[id] = id if earlier is None else None
        else:
            id = earlier
    known.update(dict.fromkeys(path, known[id]))
    return known[id]


def longer_paths(graph: nx.DiGraph[str], arrows: Iterable[Ends]) -> Iterator[tuple[Ends, list[str]]]:
    """Each arrow whose ends a longer path connects too, with the shortest such path, ends included."""
    for source, target in arrows:
        if graph.out_degree(source) > 1 and graph.in_degree(target) > 1:
            rest = nx.restricted_view(graph, [], [(source, target)])
            if nx.has_path(rest, source, target):
                yield (source, target), nx.bidirectional_shortest_path(rest, source, target)
