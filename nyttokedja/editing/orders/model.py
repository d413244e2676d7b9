"""Orders: what a person asks to have done to a chain, as plain values.

An id is written as in the file; "" is the chain itself where that has such a field. Words for types, keys and
values may be canonical or those of any of the three languages. `nyttokedja.editing.orders.plan_order` looks
them up in a file; nothing is checked here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class AddOrder:
    """Add a box last in its section.

    ``type`` is a word for a type or section, or for a behaviour. Without ``id``, one is made of the title.
    ``sources`` are the boxes that are to point at the new one; ``pointers`` is field → the ids that it is to
    name: ``{"leads_to": ("a", "b")}``, in the order in which they are to be written.
    """

    type: str
    title: str
    id: str | None = None
    sources: tuple[str, ...] = ()
    pointers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LinkOrder:
    """Make a box point at another in the way of its type, or say more of an arrow that is there.

    ``facts`` is key → text of what is said of the arrow: ``because``, ``evidence``, ``link``.
    """

    source: str
    target: str
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class UnlinkOrder:
    """Take away all that points from a box to another, or to an arrow: ``"a -> b"``."""

    source: str
    target: str


@dataclass(frozen=True, slots=True)
class SetOrder:
    """Give a field of a box a value. ``replace`` allows several facts to be lost by it.

    ``key`` is a key or a path of them with dots between, items counted from 1; ``value`` is as a person
    writes it: ``"1 250,5"``, ``"ja"``, ``"a, b"``.
    """

    id: str
    key: str
    value: str
    replace: bool = False


@dataclass(frozen=True, slots=True)
class UnsetOrder:
    """Take a field of a box away, or an item of a list; ``key`` is as for `SetOrder`."""

    id: str
    key: str


@dataclass(frozen=True, slots=True)
class RetitleOrder:
    """Give a box another title; it keeps its id."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class MoveOrder:
    """Make a box one of another type; ``type`` is as for `AddOrder`."""

    id: str
    type: str


@dataclass(frozen=True, slots=True)
class RenameOrder:
    """Give a box another id, wherever the file names it."""

    id: str
    new: str


@dataclass(frozen=True, slots=True)
class RemoveOrder:
    """Take a box away with all that points at it."""

    id: str


@dataclass(frozen=True, slots=True)
class AcceptOrder:
    """Write down the decision to accept what a rule, by its code or name, finds at a box or an arrow."""

    rule: str
    at: str
    why: str
    decided_by: str
    until: str | None = None


@dataclass(frozen=True, slots=True)
class MeasureOrder:
    """Write down what an indicator was measured to.

    ``indicator`` is its id, ``box.indicator`` where several boxes have it, or its title; ``value`` is as for
    `SetOrder`. ``replace`` allows a date that has a value to get another.
    """

    indicator: str
    value: str
    date: str
    comment: str = ""
    action: str = ""
    replace: bool = False


Order = (
    AddOrder
    | LinkOrder
    | UnlinkOrder
    | SetOrder
    | UnsetOrder
    | RetitleOrder
    | MoveOrder
    | RenameOrder
    | RemoveOrder
    | AcceptOrder
    | MeasureOrder
)

KINDS: Mapping[str, type[Order]] = {
    "add": AddOrder,
    "link": LinkOrder,
    "unlink": UnlinkOrder,
    "set": SetOrder,
    "unset": UnsetOrder,
    "retitle": RetitleOrder,
    "move": MoveOrder,
    "rename": RenameOrder,
    "remove": RemoveOrder,
    "accept": AcceptOrder,
    "measure": MeasureOrder,
}
"""The name of an order, as commands and data have it → its class."""
