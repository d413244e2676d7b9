"""A chain on a day → a mark at each box whose targets have been reached; it is never a finding."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from nyttokedja.drawing.content.annotations import Annotation, Annotations
from nyttokedja.drawing.content.wording import PictureWords
from nyttokedja.drawing.svg.elements import one_line
from nyttokedja.model.graph import Graph
from nyttokedja.model.targets import is_shown_as_reached

REACHED = "reached"
"""The kind of the annotation."""


def with_reached(
    annotations: Annotations, graph: Graph, words: PictureWords, today: date | None
) -> Annotations:
    """The annotations, and those of what has been reached on a day; without a day, nothing has."""
    if today is None:
        return annotations
    at = dict(annotations.at)
    for id, annotation in _reached(graph, words, today):
        at[id] = (*at.get(id, ()), annotation)
    return replace(annotations, at=at)


def _reached(graph: Graph, words: PictureWords, today: date) -> Iterator[tuple[str, Annotation]]:
    for node in graph.chain.nodes:
        there = [one for one in node.indicators if is_shown_as_reached(node, one, graph, today)]
        if not there:
            continue
        if len(there) == len(node.indicators):
            text = words.say("lines", "reached", n=len(there))
        else:
            titles = "; ".join(one_line(one.title) or one_line(one.id) for one in there)
            text = words.say("lines", "reached_some", n=len(there), indicators=titles)
        yield node.id, Annotation(REACHED, text, "indicator")
