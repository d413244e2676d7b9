"""A diagram that has much → a part for each goal, with what leads there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace

from nyttokedja.exporting.diagram import Diagram
from nyttokedja.model.chain import LEADS_TO

_MUCH, _MOST = 40, 800
"""So many boxes are read on one slide, and so many are shown again in all parts together."""
_DOCKED = ("obstacle", "risk", "precondition")


def parts_of(diagram: Diagram) -> tuple[list[Diagram], list[str]]:
    """The parts, called after their goals, and the titles of goals that get none since it would be too much.

    Everything stands where it does in the whole.
    """
    goals = [box for box in diagram.boxes if box.kind == "goal"]
    if len(diagram.boxes) <= _MUCH:
        return [], []
    causes: dict[str, list[str]] = defaultdict(list)
    beside: dict[str, list[str]] = defaultdict(list)
    kinds = {box.key: box.kind for box in diagram.boxes}
    for link in diagram.links:
        if link.link.kind == LEADS_TO:
            causes[link.head].append(link.tail)
            continue
        for end, other in ((link.tail, link.head), (link.head, link.tail)):
            if kinds[other] in _DOCKED:
                beside[end].append(other)
    parts: list[Diagram] = []
    without: list[str] = []
    left = _MOST
    for goal in goals:
        held = _reached(goal.key, causes)
        held |= {other for key in held for other in beside[key]}
        if len(held) > left:
            without.append(goal.title)
            continue
        left -= len(held)
        parts.append(_part(diagram, held, f"{diagram.title}: {goal.title}"))
    return parts, without


def _reached(goal: str, causes: Mapping[str, list[str]]) -> set[str]:
    """The keys of a goal and of all that leads there."""
    held, waiting = {goal}, [goal]
    while waiting:
        for cause in causes.get(waiting.pop(), ()):
            if cause not in held:
                held.add(cause)
                waiting.append(cause)
    return held


def _part(diagram: Diagram, held: AbstractSet[str], title: str) -> Diagram:
    return replace(
        diagram,
        title=title,
        columns=(),
        boxes=tuple(box for box in diagram.boxes if box.key in held),
        places={key: place for key, place in diagram.places.items() if key in held},
        links=tuple(link for link in diagram.links if {link.tail, link.head} <= held),
    )
