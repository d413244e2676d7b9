"""Arrows between boxes of known types → fields of nodes, and remarks on what no chain can hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from nyttokedja.importing.model import CollectedArrow, Remark
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.keywords import words
from nyttokedja.model.chain import IN_GRAPH, LEADS_TO, POINTER_OF
from nyttokedja.model.spelling import fold

_POINTER_OF: Mapping[str, str] = {kind.value: key for kind, key in POINTER_OF.items()}


@dataclass(frozen=True, slots=True)
class ArrowEnd:
    """A box that an arrow meets: its id ("" for a note), its type and its title."""

    id: str
    type: str
    title: str


@dataclass(slots=True)
class FittedArrows:
    """The arrows as `fields` of nodes, by id and key; remarks on the others; reasons no arrow could keep.

    An arrow to another box of the chain is a mapping, with ``to`` and what it says. ``reasons`` are texts,
    each for the box or note at an arrow's head.
    """

    fields: dict[str, dict[str, list[Any]]] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)
    reasons: list[tuple[ArrowEnd, str]] = field(default_factory=list)
    _links: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)

    def point(self, tail: ArrowEnd, key: str, head: ArrowEnd) -> None:
        """Let a key of one box name another, once."""
        ids = self.fields.setdefault(tail.id, {}).setdefault(key, [])
        if head.id not in ids:
            ids.append(head.id)

    def lead(self, tail: ArrowEnd, head: ArrowEnd, arrow: CollectedArrow) -> None:
        """Let one box lead to another, once, with what is said of it; a second reason goes to the head."""
        links = self._links.setdefault((tail.id, head.id), {})
        if not links:
            links["to"] = head.id
            self.fields.setdefault(tail.id, {}).setdefault(LEADS_TO, []).append(links)
        if arrow.link:
            links.setdefault("link", arrow.link)
        if arrow.because and links.setdefault("because", arrow.because) != arrow.because:
            self.keep_reason(head, arrow)

    def keep_reason(self, head: ArrowEnd, arrow: CollectedArrow) -> None:
        """Keep what an arrow says that has no place for it."""
        if arrow.because:
            self.reasons.append((head, arrow.because))

    def remark(self, key: str, tail: ArrowEnd, head: ArrowEnd, arrow: CollectedArrow) -> None:
        """Record an arrow that was left out, or read otherwise than it was drawn; ``key`` is why."""
        self.remarks.append(Remark(key, f"{tail.title} → {head.title}", arrow.place))


def fit_arrows(arrows: Iterable[CollectedArrow], ends: Mapping[str, ArrowEnd]) -> FittedArrows:
    """The arrows as fields of nodes; ``ends`` are boxes and notes by their keys."""
    fitted = FittedArrows()
    for arrow in arrows:
        _fit(fitted, ends[arrow.tail], ends[arrow.head], arrow)
    return fitted


def strength(label: str) -> str:
    """The strength of an arrow (a canonical value of ``link``) that a label is a word for; "" for none."""
    return _strengths().get(fold(label), "") if label else ""


def _fit(fitted: FittedArrows, tail: ArrowEnd, head: ArrowEnd, arrow: CollectedArrow) -> None:
    if why := _unfit(tail, head, arrow):
        fitted.remark(why, tail, head, arrow)
        fitted.keep_reason(head, arrow)
        return
    if tail.type == "risk" and head.type == "drawback" and not arrow.hampers:
        fitted.lead(tail, head, arrow)
        return
    if tail.type in IN_GRAPH and head.type in IN_GRAPH:
        fitted.lead(tail, head, arrow)
        return
    if head.type in _POINTER_OF:  # drawn from the box to what is in its way
        if head.type == "risk" and not arrow.hampers:
            fitted.remark("arrow-to-risk", tail, head, arrow)
        tail, head = head, tail
    fitted.point(tail, "hinders" if _hinders(tail, arrow) else _POINTER_OF[tail.type], head)
    fitted.keep_reason(head, arrow)


def _hinders(tail: ArrowEnd, arrow: CollectedArrow) -> bool:
    return arrow.hampers and tail.type in ("risk", "obstacle")


def _unfit(tail: ArrowEnd, head: ArrowEnd, arrow: CollectedArrow) -> str | None:
    """Why no chain can hold an arrow; None where one can."""
    if tail is head:
        return "arrow-self"
    if "note" in (tail.type, head.type):
        return "arrow-note"
    if "cost" in (tail.type, head.type):
        return "arrow-cost"
    beside = [end.type for end in (tail, head) if end.type not in IN_GRAPH]
    if len(beside) == 2:
        return "arrow-beside"
    if not beside and tail.type == "goal" and head.type != "goal":
        return "arrow-from-goal"
    return "arrow-hampers" if not beside and arrow.hampers else None


@cache
def _strengths() -> Mapping[str, str]:
    strengths = ("direct", "indirect", "limited")
    return {fold(words(language).value(one, "link")): one for language in LANGUAGES for one in strengths}
