"""Comparison → the status of each box and arrow of its union, and the annotations of the boxes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from nyttokedja.comparing import Comparison, Consequence, Effect, Kind, NodeChange
from nyttokedja.comparing.model import Ends
from nyttokedja.comparing.union import Union
from nyttokedja.comparing.wording import ComparisonWords
from nyttokedja.drawing.changes.fact_lines import fact_lines
from nyttokedja.drawing.content.annotations import Annotation
from nyttokedja.drawing.content.details import title_of
from nyttokedja.drawing.content.overlay import LOCATION_ROWS, BoxOverlay, Status
from nyttokedja.drawing.content.wording import PictureWords
from nyttokedja.model.findings import Finding

_OWNER = LOCATION_ROWS | {"owner"}
"""The rows of a box whose owner is to be known."""

_SAME: Mapping[Effect, Sequence[str]] = {
    Effect.IMPOSSIBLE: ("NK202", "NK203", "NK204"),
    Effect.NEW_UNREACHED: ("NK202", "NK203", "NK204"),
    Effect.UNEXPECTED: ("NK604",),
    Effect.EXPOSED: ("NK605",),
}
"""Consequence → the codes of the findings that say the same."""


def arrow_statuses(comparison: Comparison, union: Union) -> Mapping[Ends, Status]:
    """Ends → status of each arrow that is not as it was; one to be examined again is touched."""
    doubtful = {(doubt.source.id, doubt.target.id): Status.TOUCHED for doubt in comparison.doubts}
    return doubtful | {ends: Status(kind.value) for ends, kind in union.arrows.items()}


def box_overlays(
    comparison: Comparison, union: Union, words: PictureWords, sentences: ComparisonWords
) -> Mapping[str, BoxOverlay]:
    """Node id → overlay of each box that is not as it was, or that has annotations."""
    changes = {change.node.id: change for change in comparison.nodes}
    facts = fact_lines(comparison, union, words, sentences)
    affected: dict[str, list[Annotation]] = {}
    for one in comparison.consequences:
        affected.setdefault(one.node.id, []).extend(_consequence(one, words))
    affected |= {finding.node: affected.get(finding.node, []) for finding in comparison.findings.new}
    beside = {change.ends[0] for change in comparison.arrows if not change.loose} - set(_tails(union))
    lost = _without_cause(comparison)
    overlays: dict[str, BoxOverlay] = {}
    for id in union.graph.nodes:
        annotations = (*affected.get(id, ()), *facts.get(id, ()))
        if id in changes:
            overlays[id] = BoxOverlay(
                Status(changes[id].kind.value), annotations, _rows(changes[id], id in affected)
            )
        elif id in beside:
            overlays[id] = BoxOverlay(Status.CHANGED, annotations)
        elif id in affected or id in lost:
            overlays[id] = BoxOverlay(Status.TOUCHED, annotations, _OWNER)
        elif annotations:
            overlays[id] = BoxOverlay(Status.KEPT, annotations)
    return overlays


def unexplained_findings(comparison: Comparison) -> tuple[Finding, ...]:
    """The new findings, without those that say the same of a box as a consequence does."""
    explained = {(one.node.id, code) for one in comparison.consequences for code in _SAME.get(one.effect, ())}
    return tuple(one for one in comparison.findings.new if (one.node, one.code) not in explained)


def _without_cause(comparison: Comparison) -> frozenset[str]:
    """The boxes that followed from a change before, and do so no longer."""
    before, after = (side.graph if side else None for side in (comparison.before, comparison.after))
    if before is None or after is None:
        return frozenset()
    was = {comparison.renamed.get(id, id) for id in before.caused}
    return frozenset(was & after.nodes.keys()) - after.caused


def _tails(union: Union) -> Iterator[str]:
    """The ids of nodes whose arrows are drawn; a change to another arrow stands in the box of its tail."""
    return (arrow.source.id for arrow in union.graph.arrows)


def _rows(change: NodeChange, affected: bool) -> frozenset[str] | None:
    """The rows of a changed box: all of a new one, the owner of one that is removed or affected."""
    if change.kind is Kind.ADDED:
        return None
    if change.kind is Kind.REMOVED:
        return _OWNER
    owner_changed = any(field.path[0] == "owner" for field in change.fields)
    return _OWNER if affected and not owner_changed else LOCATION_ROWS


def _consequence(one: Consequence, words: PictureWords) -> Iterator[Annotation]:
    """A consequence as an annotation; none where the status or a changed field says it already."""
    if words.has("effect", one.effect):
        source, target = map(title_of, one.arrow) if one.arrow else ("", "")
        into = one.arrow and one.arrow[1].id == one.node.id
        key = f"{one.effect}-in" if into else one.effect
        text = words.say("effect", key, source=source, target=target)
        yield Annotation("better" if one.effect.good else "worse", text)
