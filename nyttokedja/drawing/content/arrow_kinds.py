"""Graph → Flow: which arrows run with the columns, which run back, and which belong to a band."""

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
"""The types that stand in columns, and in which, from the change on."""

COLUMN_KINDS = ("change", "effect", "benefit", "goal")


@dataclass(frozen=True, slots=True)
class Flow:
    """All arrows that are drawn, in three lots, each in file order."""

    forward: tuple[Arrow, ...]
    backward: tuple[Arrow, ...]
    band: tuple[Arrow, ...]  # out of or into an opportunity


def flow_of(graph: Graph) -> Flow:
    """Sort the arrows: backward is one to an earlier column, or one that closes a circle."""
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
    return Flow(tuple(forward), tuple(backward), tuple(band))


def _step(arrow: Arrow) -> int | None:
    """How many columns the arrow goes on; None where an end stands in no column."""
    tail, head = COLUMNS.get(arrow.source.type), COLUMNS.get(arrow.target.type)
    return None if tail is None or head is None else head - tail


def _closing(inside: Mapping[str, Sequence[Arrow]]) -> set[tuple[str, str]]:
    """The arrows that close a circle, found depth first in file order, without recursion."""
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
