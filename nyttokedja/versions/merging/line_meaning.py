"""What three versions say and what lines made of them → whether that holds what both sides have changed.

It is asked of trees, whatever their boxes are called: each fact that a side has given, or taken away, counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator
from typing import Any

from nyttokedja.versions.merging.tree import TYPE, Tree, Whole, dangling

Facts = Counter[Hashable]


def holds_both(base: Tree, ours: Tree, theirs: Tree, result: Tree) -> bool:
    """Whether a result has every change of the two sides, and no more."""
    if dangling(result) - dangling(ours) - dangling(theirs):
        return False
    stable = base.nodes.keys() & ours.nodes.keys() & theirs.nodes.keys() & result.nodes.keys()
    then, mine, others, now = (Counter(_facts(tree, stable)) for tree in (base, ours, theirs, result))
    return all(_fits(then[fact], mine[fact], others[fact], now[fact]) for fact in then | mine | others | now)


def _fits(base: int, ours: int, theirs: int, result: int) -> bool:
    """Whether a fact is there as often as both sides want; what both have changed alike may be one change."""
    one, other = ours - base, theirs - base
    if one * other <= 0:
        return result == base + one + other
    least, most = sorted((base + one + other, max(ours, theirs) if one > 0 else min(ours, theirs)))
    return least <= result <= most


def _facts(tree: Tree, stable: frozenset[str] | set[str]) -> Iterator[Hashable]:
    """Each fact of a tree, by where it stands; a box that has not the same id everywhere has none."""
    yield from _leaves(tree.facts, ())
    for id, node in tree.nodes.items():
        box = id if id in stable else None
        yield (box, id)
        yield from ((box, leaf) for leaf in _leaves(node, (node[TYPE],)))


def _leaves(held: Any, path: tuple[Any, ...]) -> Iterator[Hashable]:
    if isinstance(held, dict):
        yield path
        for key, value in held.items():
            yield from _leaves(value, (*path, key))
    else:
        yield (path, repr(held.value if isinstance(held, Whole) else held))
