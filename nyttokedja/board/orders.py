"""Orders of a wall beside those of `nyttokedja.editing.orders`: of notes, forms, findings; plain values.

A note is named by its words: its number may be another one when the order arrives.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from nyttokedja.editing.orders import Order, from_data
from nyttokedja.editing.orders.model import KINDS


@dataclass(frozen=True, slots=True)
class TypeOrder:
    """Put on the wall what was typed in the notation of notes, a line or many: boxes, arrows, loose notes."""

    text: str


@dataclass(frozen=True, slots=True)
class SortOrder:
    """Make a note a box of a type, with arrows from ``sources`` and to ``targets``."""

    note: str
    type: str
    sources: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MergeOrder:
    """Say that a note says what a box says; other words than its title are kept there."""

    note: str
    id: str


@dataclass(frozen=True, slots=True)
class DropOrder:
    """Throw a note away."""

    note: str


@dataclass(frozen=True, slots=True)
class UnsortOrder:
    """Make a box a note again, with its title and text; its arrows and all else that it says go."""

    id: str


@dataclass(frozen=True, slots=True)
class FillOrder:
    """Fill in a form about a box, or about the chain itself with the id ``""``: all of it, or nothing.

    ``values`` is key → value, both as for `SetOrder`; an empty value takes the field away.
    """

    id: str
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class MendOrder:
    """Do what a finding asks, in one of the ways that need nothing more to be said.

    The finding is named by its rule and its message, and the way by what its button says: there may be others
    before it, or it may be gone, when the order arrives.
    """

    rule: str
    message: str
    way: str


NoteOrder = TypeOrder | SortOrder | MergeOrder | DropOrder | UnsortOrder
BoardOrder = Order | NoteOrder | FillOrder | MendOrder

BOARD_KINDS: Mapping[str, type] = {
    **KINDS,
    "type": TypeOrder,
    "sort": SortOrder,
    "merge": MergeOrder,
    "drop": DropOrder,
    "unsort": UnsortOrder,
    "fill": FillOrder,
    "mend": MendOrder,
}
"""The name of an order, as messages have it → its class."""


def order_from_data(data: object) -> BoardOrder:
    """The order that plain data says.

    Raises:
        MalformedOrder: it is none.
    """
    made: BoardOrder = from_data(data, BOARD_KINDS)
    return made
