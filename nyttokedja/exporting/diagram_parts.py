"""A diagram → the whole of it, and where that is much, a part for each goal with what leads there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from nyttokedja.exporting.diagram import Diagram
from nyttokedja.model.chain import LEADS_TO

_MUCH = 40
"""So many boxes are read on one slide."""


def parts_of(diagram: Diagram) -> Iterator[Diagram]:
    """The whole, then the parts, called after their goals; everything stands where it does in the whole."""
    yield diagram
    if len(diagram.boxes) <= _MUCH:
        return
    for goal in diagram.boxes:
        if goal.kind == "goal":
            yield _part(diagram, goal.key, f"{diagram.title}: {goal.title}")


def _part(diagram: Diagram, goal: str, title: str) -> Diagram:
    held = {goal}
    waiting = [goal]
    while waiting:
        head = waiting.pop()
        for link in diagram.links:
            if link.link.kind == LEADS_TO and link.head == head and link.tail not in held:
                held.add(link.tail)
                waiting.append(link.tail)
    beside = {
        end
        for link in diagram.links
        if link.link.kind != LEADS_TO and {link.tail, link.head} & held
        for end in (link.tail, link.head)
    }
    kinds = {box.key: box.kind for box in diagram.boxes}
    held |= {key for key in beside if kinds[key] in ("obstacle", "risk", "precondition")}
    return replace(
        diagram,
        title=title,
        columns=(),
        boxes=tuple(box for box in diagram.boxes if box.key in held),
        places={key: place for key, place in diagram.places.items() if key in held},
        links=tuple(link for link in diagram.links if {link.tail, link.head} <= held),
    )
