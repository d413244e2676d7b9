"""Graph → its arrows in groups: forward with the columns, backward, and those of opportunities."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from nyttokedja.model.chain import NodeType
from nyttokedja.model.graph import Arrow, Graph

COLUMNS: Mapping[NodeType, int] = {
    NodeType.CHANGE: 0,
    NodeType.EFFECT: 1,
    NodeType.BENEFIT: 2,
    NodeType.DRAWBACK: 2,
    NodeType.GOAL: 3,
}
"""Type of node → the number of its column, from left to right; the other types are in no column."""

COLUMN_KINDS = ("change", "effect", "benefit", "goal")


@dataclass(frozen=True, slots=True)
class ArrowGroups:
    """All arrows that are drawn, in three groups, each in file order."""

    forward: tuple[Arrow, ...]
    backward: tuple[Arrow, ...]
    band: tuple[Arrow, ...]  # out of or into an opportunity


def group_arrows(graph: Graph) -> ArrowGroups:
    """Group the arrows. Backward are those to an earlier column, and those that close a cycle in a column."""
    inside: dict[str, list[Arrow]] = {}
    for arrow in graph.arrows:
        if _step(arrow) == 0:
            inside.setdefault(arrow.source.id, []).append(arrow)
    closing = _closing(inside)
    forward: list[Arrow] = []
    backward: list[Arrow] = []
    band: list[Arrow] = []
    for arrow in graph.arrows:
        step = _step(arrow)
        if step is None:
            band.append(arrow)
        elif step < 0 or arrow.ends in closing:
            backward.append(arrow)
        else:
            forward.append(arrow)
    return ArrowGroups(tuple(forward), tuple(backward), tuple(band))


def _step(arrow: Arrow) -> int | None:
    """By how many columns the arrow goes to the right; None where an end is in no column."""
    tail, head = COLUMNS.get(arrow.source.type), COLUMNS.get(arrow.target.type)
    return None if tail is None or head is None else head - tail


def _closing(inside: Mapping[str, Sequence[Arrow]]) -> set[tuple[str, str]]:
    """The ends of arrows that close a cycle, by depth-first search in file order, without recursion."""
    closing: set[tuple[str, str]] = set()
    done: set[str] = set()
    for start in inside:
        if start in done:
            continue
        on_path = {start}
        stack = [(start, iter(inside[start]))]
        while stack:
            id, arrows = stack[-1]
            arrow = next(arrows, None)
            if arrow is None:
                stack.pop()
                on_path.discard(id)
                done.add(id)
            elif (head := arrow.target.id) in on_path:
                closing.add(arrow.ends)
            elif head not in done:
                on_path.add(head)
                stack.append((head, iter(inside.get(head, ()))))
    return closing


def style_of(arrow: Arrow) -> str:
    """How the arrow is drawn: ``beside``, ``direct``, ``indirect``, ``limited`` or ``plain``."""
    return "beside" if arrow.target.beside else arrow.link.strength or "plain"


def count_ends(arrows: Iterable[Arrow]) -> tuple[dict[str, int], dict[str, int]]:
    """How many arrows leave each id, and how many enter each."""
    out: dict[str, int] = {}
    into: dict[str, int] = {}
    for arrow in arrows:
        out[arrow.source.id] = out.get(arrow.source.id, 0) + 1
        into[arrow.target.id] = into.get(arrow.target.id, 0) + 1
    return out, into


def longest_paths(ids: Iterable[str], forward: Iterable[Arrow]) -> Mapping[str, int]:
    """Id → how many arrows the longest way to it has that stays in one column; ``forward`` has no cycles."""
    inside: dict[str, list[str]] = {}
    waiting = dict.fromkeys(ids, 0)
    for arrow in forward:
        if _step(arrow) == 0:
            inside.setdefault(arrow.source.id, []).append(arrow.target.id)
            waiting[arrow.target.id] += 1
    depth = dict.fromkeys(waiting, 0)
    ready = [id for id, before in waiting.items() if not before]
    while ready:
        id = ready.pop()
        for head in inside.get(id, ()):
            depth[head] = max(depth[head], depth[id] + 1)
            waiting[head] -= 1
            if not waiting[head]:
                ready.append(head)
    return depth
