"""Comparison → what is told of each box and arrow of its union: a status, and a few words in the box."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from nyttokedja.comparing import Comparison, Consequence, Effect, Kind, NodeChange
from nyttokedja.comparing.model import Ends
from nyttokedja.comparing.union import Union
from nyttokedja.comparing.wording import ComparisonWords
from nyttokedja.drawing.changes.fact_lines import facts
from nyttokedja.drawing.content.annotations import Mark
from nyttokedja.drawing.content.details import title_of
from nyttokedja.drawing.content.overlay import PLACE, Status, Told
from nyttokedja.drawing.content.wording import PictureWords
from nyttokedja.model.findings import Finding

_OWNER = PLACE | {"owner"}
_SAID: Mapping[Effect, Sequence[str]] = {
    Effect.IMPOSSIBLE: ("NK202", "NK203", "NK204"),
    Effect.NEW_UNREACHED: ("NK202", "NK203", "NK204"),
    Effect.UNEXPECTED: ("NK604",),
    Effect.EXPOSED: ("NK605",),
}
"""Which findings say the same as a consequence."""


def arrows(comparison: Comparison, union: Union) -> Mapping[Ends, Status]:
    """What has become of each arrow that is not as it was; one to re-examine is touched."""
    doubtful = {(doubt.source.id, doubt.target.id): Status.TOUCHED for doubt in comparison.doubts}
    return doubtful | {ends: Status(kind.value) for ends, kind in union.arrows.items()}


def boxes(
    comparison: Comparison, union: Union, words: PictureWords, said: ComparisonWords
) -> Mapping[str, Told]:
    """What is told of each box that is not as it was, or that an arrow with other reasons leaves."""
    changes = {change.node.id: change for change in comparison.nodes}
    known = facts(comparison, union, words, said)
    meant: dict[str, list[Mark]] = {}
    for one in comparison.consequences:
        meant.setdefault(one.node.id, []).extend(_consequence(one, words))
    meant |= {finding.node: meant.get(finding.node, []) for finding in comparison.findings.new}
    beside = {change.ends[0] for change in comparison.arrows if not change.loose} - set(_tails(union))
    told: dict[str, Told] = {}
    for id in union.graph.nodes:
        marks = (*meant.get(id, ()), *known.get(id, ()))
        if id in changes:
            told[id] = Told(Status(changes[id].kind.value), marks, _rows(changes[id], id in meant))
        elif id in beside:
            told[id] = Told(Status.CHANGED, marks)
        elif id in meant:
            told[id] = Told(Status.TOUCHED, marks, _OWNER)
        elif marks:
            told[id] = Told(Status.KEPT, marks)
    return told


def unsaid(comparison: Comparison) -> tuple[Finding, ...]:
    """The new findings, but for those that say of a box what a consequence does."""
    meant = {(one.node.id, code) for one in comparison.consequences for code in _SAID.get(one.effect, ())}
    return tuple(one for one in comparison.findings.new if (one.node, one.code) not in meant)


def _tails(union: Union) -> Iterator[str]:
    """The boxes whose arrows are drawn; those of a risk are told in its box."""
    return (arrow.source.id for arrow in union.graph.arrows)


def _rows(change: NodeChange, meant: bool) -> frozenset[str] | None:
    """All of a new box; whose one is that is lost, or that the change means something for."""
    if change.kind is Kind.ADDED:
        return None
    told = any(field.path[0] == "owner" for field in change.fields)
    return _OWNER if not told and (meant or change.kind is Kind.REMOVED) else PLACE


def _consequence(one: Consequence, words: PictureWords) -> Iterator[Mark]:
    """What a change means for a box; nothing where its status or a fact says so already."""
    if words.has("effect", one.effect):
        source, target = map(title_of, one.arrow) if one.arrow else ("", "")
        into = one.arrow and one.arrow[1].id == one.node.id
        key = f"{one.effect}-in" if into else one.effect
        text = words.say("effect", key, source=source, target=target)
        yield Mark("better" if one.effect.good else "worse", text)
