"""Arrows of a drawing between boxes of known kinds → keys of nodes, and remarks on what fits nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from nyttokedja.importing.dot_graph import Arrow, Value
from nyttokedja.importing.labels import lines_of
from nyttokedja.importing.model import Remark
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.keywords import words
from nyttokedja.model.chain import IN_GRAPH, LEADS_TO, POINTER_OF
from nyttokedja.model.spelling import fold

_POINTER_OF: Mapping[str, str] = {kind.value: key for kind, key in POINTER_OF.items()}
_NOTHING = Value("")


@dataclass(frozen=True, slots=True)
class End:
    """A box that an arrow meets: its id ("" for a note), its type and its title."""

    id: str
    type: str
    title: str


@dataclass(slots=True)
class Fitted:
    """What the arrows say of each node, by its id, and what they say that no chain can hold."""

    keys: dict[str, dict[str, list[Any]]] = field(default_factory=dict)
    left: dict[str, list[str]] = field(default_factory=dict)
    _said: set[tuple[str, str, str]] = field(default_factory=set)

    def add(self, id: str, key: str, value: Any) -> None:
        """Let a node point at one more."""
        pointed = (id, key, value["to"] if isinstance(value, dict) else value)
        if pointed not in self._said:
            self._said.add(pointed)
            self.keys.setdefault(id, {}).setdefault(key, []).append(value)

    def remark(self, key: str, tail: End, head: End) -> None:
        """Note an arrow that was left out, or read otherwise than it was drawn."""
        self.left.setdefault(key, []).append(f"{tail.title} → {head.title}")

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """One remark a reason, with all its arrows."""
        left = self.left.items()
        return tuple(Remark(key, {"n": len(items), "items": tuple(items)}) for key, items in left)


def fit_arrows(arrows: Iterable[Arrow], ends: Mapping[str, End], directed: bool) -> Fitted:
    """Put each arrow where the format holds it; ``ends`` are the boxes by their names."""
    fitted = Fitted()
    for arrow in arrows:
        tail, head = ends[arrow.tail], ends[arrow.head]
        way = _way(arrow, directed)
        if way == "back":
            tail, head = head, tail
        if way in ("none", "both"):
            fitted.remark("no-direction" if way == "none" else "both-ways", tail, head)
        if way != "none":
            _place(fitted, tail, head, arrow)
    return fitted


def _way(arrow: Arrow, directed: bool) -> str:
    """Which way an arrow is drawn: forward, back, both or none."""
    way, head, tail = (
        arrow.attributes.get(name, _NOTHING).text.lower() for name in ("dir", "arrowhead", "arrowtail")
    )
    if way not in ("forward", "back", "both", "none"):
        way = "forward" if directed else "none"
    at_head = way in ("forward", "both") and head != "none"
    at_tail = way in ("back", "both") and tail != "none"
    if at_head and at_tail:
        return "both"
    return "forward" if at_head else "back" if at_tail else "none"


def _place(fitted: Fitted, tail: End, head: End, arrow: Arrow) -> None:
    hampers = "tee" in (arrow.attributes.get(name, _NOTHING).text for name in ("arrowhead", "arrowtail"))
    if "note" in (tail.type, head.type):
        fitted.remark("arrow-note", tail, head)
    elif tail is head:
        fitted.remark("arrow-self", tail, head)
    elif head.type in IN_GRAPH and tail.type == "risk":
        _from_risk(fitted, tail, head, hampers)
    elif head.type in IN_GRAPH and tail.type in _POINTER_OF:
        fitted.add(tail.id, _POINTER_OF[tail.type], head.id)
    elif tail.type in IN_GRAPH and head.type == "risk":
        fitted.add(head.id, _POINTER_OF["risk"], tail.id)
        fitted.remark("arrow-to-risk", tail, head)
    elif tail.type not in IN_GRAPH or head.type not in IN_GRAPH:
        fitted.remark("arrow-cost" if "cost" in (tail.type, head.type) else "arrow-beside", tail, head)
    elif tail.type == "goal" and head.type != "goal":
        fitted.remark("arrow-from-goal", tail, head)
    elif hampers:
        fitted.remark("arrow-hampers", tail, head)
    else:
        fitted.add(tail.id, LEADS_TO, _link(arrow, head))


def _from_risk(fitted: Fitted, risk: End, head: End, hampers: bool) -> None:
    if hampers:
        fitted.add(risk.id, "hinders", head.id)
    elif head.type == "drawback":
        fitted.add(risk.id, LEADS_TO, head.id)
    else:
        fitted.add(risk.id, _POINTER_OF["risk"], head.id)


def _link(arrow: Arrow, head: End) -> Any:
    names = {"T": arrow.tail, "H": arrow.head, "E": f"{arrow.tail}->{arrow.head}"}
    label = arrow.attributes.get("label") or arrow.attributes.get("xlabel") or _NOTHING
    because = " ".join(lines_of(label, names))
    strength = _strengths().get(fold(because)) if because else None
    if strength:
        return {"to": head.id, "link": strength}
    return {"to": head.id, "because": because} if because else head.id


@cache
def _strengths() -> Mapping[str, str]:
    strengths = ("direct", "indirect", "limited")
    return {fold(words(language).value(one, "link")): one for language in LANGUAGES for one in strengths}
