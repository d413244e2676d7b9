"""Comparison → the fields that have changed, as annotations of the boxes of its union."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from nyttokedja.comparing import Comparison, Kind, NodeChange
from nyttokedja.comparing.fact_wording import SIGNS
from nyttokedja.comparing.model import ArrowChange, FieldChange, Scalar
from nyttokedja.comparing.union import Union
from nyttokedja.comparing.wording import ComparisonWords
from nyttokedja.drawing.content.annotations import Annotation
from nyttokedja.drawing.content.details import title_of
from nyttokedja.drawing.content.overlay import Status
from nyttokedja.drawing.content.wording import PictureWords
from nyttokedja.drawing.svg.elements import one_line
from nyttokedja.model.chain import IN_GRAPH, POINTERS
from nyttokedja.model.graph import Graph

STATUSES: Mapping[str, Status] = {SIGNS[kind]: Status(kind.value) for kind in Kind}
"""Sign of a change in sentences → its status in the picture."""

_MOST, _LONGEST = 4, 60
"""The greatest number of changed fields in a box, and of characters of a text."""


def fact_lines(
    comparison: Comparison, union: Union, words: PictureWords, sentences: ComparisonWords
) -> Mapping[str, tuple[Annotation, ...]]:
    """Node id → the annotations of its box, the weightiest first, and how many more there are."""
    lines: dict[str, list[Annotation]] = {}
    for change in comparison.nodes:
        lines.setdefault(change.node.id, []).extend(_of_box(change, union.graph, words, sentences))
    for arrow in comparison.arrows:
        lines.setdefault(arrow.ends[0], []).extend(_of_arrow(arrow, union.graph, words, sentences))
    return {id: tuple(limited(found, words)) for id, found in lines.items() if found}


def limited(lines: list[Annotation], words: PictureWords) -> Iterator[Annotation]:
    """The first lines, and how many more there are."""
    most = _MOST if len(lines) > _MOST + 1 else len(lines)
    yield from lines[:most]
    if more := len(lines) - most:
        yield Annotation(Status.CHANGED, words.say("change", "more", n=more))


def _of_box(
    change: NodeChange, graph: Graph, words: PictureWords, sentences: ComparisonWords
) -> Iterator[Annotation]:
    """The changed fields of a box: its title before, its id, its owner, then the others by weight."""
    if change.kind is not Kind.CHANGED:
        return  # it is drawn with all that it says
    for field in change.fields:
        if field.path == ("title",) and field.before:
            title = one_line(str(field.before))
            yield Annotation(Status.CHANGED, words.say("change", "before", title=title))
    if change.renamed:
        yield Annotation(Status.CHANGED, sentences.id_change(change))
    rest = [_readable(field, change, graph) for field in change.fields if field.path != ("title",)]
    rest.sort(key=lambda field: (field.path[0] != "owner", -field.weight))
    yield from as_annotations(sentences.fields(tuple(rest), change.node.type.value, brief=True), words)


def as_annotations(facts: Iterable[tuple[str, str]], words: PictureWords) -> Iterator[Annotation]:
    """(sign, text) → annotations; the text says what the sign shows, for those who do not see it."""
    for sign, text in facts:
        status, fact = STATUSES[sign], one_line(text)
        key = f"fact_{status}"
        yield Annotation(status, words.say("change", key, fact=fact) if words.has("change", key) else fact)


def _of_arrow(
    change: ArrowChange, graph: Graph, words: PictureWords, sentences: ComparisonWords
) -> Iterator[Annotation]:
    """The changed fields of an arrow; and an arrow that is not drawn, since its tail is outside the graph."""
    if change.loose:
        return
    tail, head = (graph.nodes[end] for end in change.ends)
    if change.kind is not Kind.CHANGED and tail.type in IN_GRAPH:
        return
    lines = list(sentences.fields(tuple(map(shortened, change.fields)), "link"))
    if change.kind is not Kind.CHANGED:
        lines = [(SIGNS[change.kind], words.say("aria", "to", titles=title_of(head)))]
    else:
        lines = [
            (sign, words.say("change", "arrow", title=title_of(head), fact=fact)) for sign, fact in lines
        ]
    yield from as_annotations(lines, words)


def _readable(field: FieldChange, change: NodeChange, graph: Graph) -> FieldChange:
    """A changed field with titles in place of ids, and without long texts."""
    if len(field.path) == 1:
        return shortened(field)
    key, item, *rest = field.path
    if key in POINTERS:
        ends = item.split(" -> ")
        item = " → ".join(title_of(graph.nodes[end]) if end in graph.nodes else end for end in ends)
    elif key == "indicators":
        sides = (change.after, change.before)
        titles = {one.id: one_line(one.title) for side in sides if side for one in side.indicators}
        item = titles.get(item) or item
    return shortened(replace(field, path=(key, item, *rest)))


def shortened(field: FieldChange) -> FieldChange:
    """A changed field with its long texts cut."""
    return replace(field, before=_cut(field.before), after=_cut(field.after))


def _cut(value: Scalar) -> Scalar:
    if not isinstance(value, str) or len(value) <= _LONGEST:
        return value
    return value[: _LONGEST - 1].rstrip() + "…"
