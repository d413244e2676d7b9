"""Comparison → the facts that have changed, as lines in the boxes of its union."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from nyttokedja.comparing import Comparison, Kind, NodeChange
from nyttokedja.comparing.model import ArrowChange, FieldChange, Scalar
from nyttokedja.comparing.union import Union
from nyttokedja.comparing.wording import SIGNS, ComparisonWords
from nyttokedja.drawing.content.annotations import Mark
from nyttokedja.drawing.content.details import title_of
from nyttokedja.drawing.content.overlay import Status
from nyttokedja.drawing.content.wording import PictureWords
from nyttokedja.drawing.svg.elements import clean
from nyttokedja.model.chain import IN_GRAPH, POINTERS
from nyttokedja.model.graph import Graph

STATUSES: Mapping[str, Status] = {SIGNS[kind]: Status(kind.value) for kind in Kind}
"""The sign of a change → its status in the picture."""

_MOST, _LONGEST = 4, 60
"""So many facts are said in a box, and so many characters of a text."""


def facts(
    comparison: Comparison, union: Union, words: PictureWords, said: ComparisonWords
) -> Mapping[str, tuple[Mark, ...]]:
    """Box → its lines, the gravest first, and how many more there are."""
    lines: dict[str, list[Mark]] = {}
    for change in comparison.nodes:
        lines.setdefault(change.node.id, []).extend(_of_box(change, union.graph, words, said))
    for arrow in comparison.arrows:
        lines.setdefault(arrow.ends[0], []).extend(_of_arrow(arrow, union.graph, words, said))
    return {id: tuple(fewer(found, words)) for id, found in lines.items() if found}


def fewer(lines: list[Mark], words: PictureWords) -> Iterator[Mark]:
    """As many lines as a reader takes in."""
    most = _MOST if len(lines) > _MOST + 1 else len(lines)
    yield from lines[:most]
    if more := len(lines) - most:
        yield Mark(Status.CHANGED, words.say("change", "more", n=more))


def _of_box(change: NodeChange, graph: Graph, words: PictureWords, said: ComparisonWords) -> Iterator[Mark]:
    for field in change.fields:
        if field.path == ("title",) and field.before:
            title = clean(str(field.before))
            yield Mark(Status.CHANGED, words.say("change", "before", title=title))
    if change.renamed:
        yield Mark(Status.CHANGED, said.id_change(change))
    rest = [_readable(field, change, graph) for field in change.fields if field.path != ("title",)]
    rest.sort(key=lambda field: (field.path[0] != "owner", -field.weight))
    yield from marks(said.fields(tuple(rest), change.node.type.value), words)


def marks(told: Iterable[tuple[str, str]], words: PictureWords) -> Iterator[Mark]:
    """Facts with their signs, as lines; of a sign alone nobody would hear that a fact is new or gone."""
    for sign, text in told:
        status, fact = STATUSES[sign], clean(text)
        key = f"fact_{status}"
        yield Mark(status, words.say("change", key, fact=fact) if words.has("change", key) else fact)


def _of_arrow(
    change: ArrowChange, graph: Graph, words: PictureWords, said: ComparisonWords
) -> Iterator[Mark]:
    """The other reasons of an arrow; and one that is not drawn, since its tail stands beside the chain."""
    if change.loose:
        return
    tail, head = (graph.nodes[end] for end in change.ends)
    lines = list(said.fields(tuple(map(short, change.fields)), "link"))
    if change.kind is not Kind.CHANGED and tail.type not in IN_GRAPH:
        lines = [(SIGNS[change.kind], words.say("aria", "to", titles=title_of(head)))]
    elif change.kind is Kind.CHANGED:
        lines = [
            (sign, words.say("change", "arrow", title=title_of(head), fact=fact)) for sign, fact in lines
        ]
    yield from marks(lines, words)


def _readable(field: FieldChange, change: NodeChange, graph: Graph) -> FieldChange:
    """A fact with titles where it names boxes and indicators, and no long text."""
    if len(field.path) == 1:
        return short(field)
    key, item, *rest = field.path
    if key in POINTERS:
        ends = item.split(" -> ")
        item = " → ".join(title_of(graph.nodes[end]) if end in graph.nodes else end for end in ends)
    elif key == "indicators":
        sides = (change.after, change.before)
        titles = {one.id: clean(one.title) for side in sides if side for one in side.indicators}
        item = titles.get(item) or item
    return short(replace(field, path=(key, item, *rest)))


def short(field: FieldChange) -> FieldChange:
    """A fact without the end of its long texts."""
    return replace(field, before=_cut(field.before), after=_cut(field.after))


def _cut(value: Scalar) -> Scalar:
    if not isinstance(value, str) or len(value) <= _LONGEST:
        return value
    return value[: _LONGEST - 1].rstrip() + "…"
