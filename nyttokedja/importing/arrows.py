"""Arrows of a drawing, between boxes of known types → fields of nodes, and remarks on what cannot be kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from nyttokedja.importing.dot_graph import AttributeValue, DrawnArrow
from nyttokedja.importing.labels import label_lines
from nyttokedja.importing.model import Remark
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.keywords import words
from nyttokedja.model.chain import IN_GRAPH, LEADS_TO, POINTER_OF
from nyttokedja.model.spelling import fold

_POINTER_OF: Mapping[str, str] = {kind.value: key for kind, key in POINTER_OF.items()}
_NOTHING = AttributeValue("")


@dataclass(frozen=True, slots=True)
class ArrowEnd:
    """A box that an arrow meets: its id ("" for a note), its type and its title."""

    id: str
    type: str
    title: str


@dataclass(slots=True)
class ImportedArrows:
    """The arrows as `fields` of nodes, by id and key; those that no chain can hold, in ``left`` by reason."""

    fields: dict[str, dict[str, list[Any]]] = field(default_factory=dict)
    left: dict[str, list[str]] = field(default_factory=dict)
    _added: set[tuple[str, str, str]] = field(default_factory=set)

    def add(self, id: str, key: str, value: Any) -> None:
        """Add a value to a key of a node, once for each target."""
        pointed = (id, key, value["to"] if isinstance(value, dict) else value)
        if pointed not in self._added:
            self._added.add(pointed)
            self.fields.setdefault(id, {}).setdefault(key, []).append(value)

    def remark(self, key: str, tail: ArrowEnd, head: ArrowEnd) -> None:
        """Record an arrow that was left out, or read otherwise than it was drawn; ``key`` is the reason."""
        self.left.setdefault(key, []).append(f"{tail.title} → {head.title}")

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """One remark a reason, with all its arrows."""
        left = self.left.items()
        return tuple(Remark(key, {"n": len(items), "items": tuple(items)}) for key, items in left)


def import_arrows(
    arrows: Iterable[DrawnArrow], ends: Mapping[str, ArrowEnd], directed: bool
) -> ImportedArrows:
    """The arrows as fields of nodes; ``ends`` are the boxes by their names in the drawing."""
    imported = ImportedArrows()
    for arrow in arrows:
        tail, head = ends[arrow.tail], ends[arrow.head]
        direction = _direction(arrow, directed)
        if direction == "back":
            tail, head = head, tail
        if direction in ("none", "both"):
            imported.remark("no-direction" if direction == "none" else "both-ways", tail, head)
        if direction != "none":
            _place(imported, tail, head, arrow)
    return imported


def _direction(arrow: DrawnArrow, directed: bool) -> str:
    """The direction that an arrow is drawn in: forward, back, both or none."""
    direction, head, tail = (
        arrow.attributes.get(name, _NOTHING).text.lower() for name in ("dir", "arrowhead", "arrowtail")
    )
    if direction not in ("forward", "back", "both", "none"):
        direction = "forward" if directed else "none"
    at_head = direction in ("forward", "both") and head != "none"
    at_tail = direction in ("back", "both") and tail != "none"
    if at_head and at_tail:
        return "both"
    return "forward" if at_head else "back" if at_tail else "none"


def _place(imported: ImportedArrows, tail: ArrowEnd, head: ArrowEnd, arrow: DrawnArrow) -> None:
    hampers = "tee" in (arrow.attributes.get(name, _NOTHING).text for name in ("arrowhead", "arrowtail"))
    if "note" in (tail.type, head.type):
        imported.remark("arrow-note", tail, head)
    elif tail is head:
        imported.remark("arrow-self", tail, head)
    elif head.type in IN_GRAPH and tail.type == "risk":
        _from_risk(imported, tail, head, hampers)
    elif head.type in IN_GRAPH and tail.type in _POINTER_OF:
        imported.add(tail.id, _POINTER_OF[tail.type], head.id)
    elif tail.type in IN_GRAPH and head.type == "risk":
        imported.add(head.id, _POINTER_OF["risk"], tail.id)
        imported.remark("arrow-to-risk", tail, head)
    elif tail.type not in IN_GRAPH or head.type not in IN_GRAPH:
        imported.remark("arrow-cost" if "cost" in (tail.type, head.type) else "arrow-beside", tail, head)
    elif tail.type == "goal" and head.type != "goal":
        imported.remark("arrow-from-goal", tail, head)
    elif hampers:
        imported.remark("arrow-hampers", tail, head)
    else:
        imported.add(tail.id, LEADS_TO, _link(arrow, head))


def _from_risk(imported: ImportedArrows, risk: ArrowEnd, head: ArrowEnd, hampers: bool) -> None:
    if hampers:
        imported.add(risk.id, "hinders", head.id)
    elif head.type == "drawback":
        imported.add(risk.id, LEADS_TO, head.id)
    else:
        imported.add(risk.id, _POINTER_OF["risk"], head.id)


def _link(arrow: DrawnArrow, head: ArrowEnd) -> Any:
    names = {"T": arrow.tail, "H": arrow.head, "E": f"{arrow.tail}->{arrow.head}"}
    label = arrow.attributes.get("label") or arrow.attributes.get("xlabel") or _NOTHING
    because = " ".join(label_lines(label, names))
    strength = _strengths().get(fold(because)) if because else None
    if strength:
        return {"to": head.id, "link": strength}
    return {"to": head.id, "because": because} if because else head.id


@cache
def _strengths() -> Mapping[str, str]:
    strengths = ("direct", "indirect", "limited")
    return {fold(words(language).value(one, "link")): one for language in LANGUAGES for one in strengths}
