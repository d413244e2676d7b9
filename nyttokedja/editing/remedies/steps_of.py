"""Steps that remedies of several rules have in common."""

from __future__ import annotations

from nyttokedja.editing.edits import AddItem
from nyttokedja.editing.orders.model import (
    AddOrder,
    LinkOrder,
    MoveOrder,
    RemoveOrder,
    SetOrder,
    UnlinkOrder,
    UnsetOrder,
)
from nyttokedja.editing.remedies.model import Drop, Way, way

GONE = way(Drop(), loses="{entry} {remarks}")
"""What the finding is about taken away."""

POINTING = " {leads_to:key} {to:key} {hinders:key} {at:key} {needed_for:key} {accepted:key}"
"""The words under which boxes are named; the last name takes its word with it."""


def removed(id: str = "{node}", loses: str = "{node.entry} {node.remarks}") -> Way:
    """A box taken away, with all that points at it."""
    return way(RemoveOrder(id), loses=f"{loses} {id}{POINTING}")


def set_(id: str, key: str, value: str = "…", *, loses: str = "") -> Way:
    """A field of a box given a value, in the place of one that ``loses`` says."""
    return way(SetOrder(id, key, value), loses=loses)


def caused(id: str) -> tuple[Way, ...]:
    """An arrow to a box, from one that is there or from a new change."""
    return (
        way(LinkOrder("…", id)),
        way(AddOrder("change", "…", pointers={"leads_to": (id,)})),
    )


def unlinked(source: str, target: str, loses: str = "{entry}") -> Way:
    """An arrow taken away, with what is said of it."""
    return way(UnlinkOrder(source, target), loses=f"{loses}{POINTING}")


def turned(source: str, target: str, loses: str = "{entry}") -> Way:
    """An arrow turned round; what is said of it is not said of the other way."""
    return way(UnlinkOrder(source, target), LinkOrder(target, source), loses=f"{loses}{POINTING}")


def an_effect(id: str = "{node}", loses: str = "{node:fields/category perspective for}") -> Way:
    """A box made an effect, without what only a benefit or drawback has: whose, and of which kind."""
    gone = (UnsetOrder(id, key) for key in ("category", "perspective", "for"))
    return way(*gone, MoveOrder(id, "effect"), loses=loses)


def measured(id: str) -> Way:
    """An indicator of a box, with all that is asked of one: the first answer after the box is its name."""
    name = "{answers[1]}" if id == "…" else "{answers[0]}"
    box = "{answers[0]}" if id == "…" else id
    facts = ("baseline.value", "baseline.date", "target.value", "target.date", "source", "every")
    rest = (SetOrder(box, f"indicators.{name}.{key}", "…") for key in (*facts, "measured_by", "judged_by"))
    return way(SetOrder(id, "indicators.….title", "…"), *rest)


def action(id: str) -> AddItem:
    """An action of a box: what, who and when."""
    return AddItem(id, ("actions",), {"what": "…", "who": "…", "due": "…"})
