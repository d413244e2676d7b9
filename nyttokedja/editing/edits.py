"""The edits that can be made in a chain, as values. Keys, listed values and sections are canonical.

A place is written as a path of canonical keys and ids from its node on: ``("owner",)``,
``("indicators", "besok", "target", "value")``, with the number of a list's item from 0:
``("actions", 0, "due")``. The node "" is the chain itself: ``Set("", ("stage",), "plan")``.
Data is plain: dict, list, str, int, float, bool, None.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from nyttokedja.model.chain import NodeType

Keys = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Set:
    """Give a field a value, whether or not it has one. A node in its short form becomes a mapping."""

    node: str
    field: Keys
    value: Any


@dataclass(frozen=True, slots=True)
class Unset:
    """Take a field away, with what it holds. A node that is left with its title alone stays a mapping."""

    node: str
    field: Keys


@dataclass(frozen=True, slots=True)
class AddItem:
    """Put an item last in a list; a single arrow or pointer becomes a list of two."""

    node: str
    field: Keys
    item: Any


@dataclass(frozen=True, slots=True)
class RemoveItem:
    """Take an item out of a list, by its number from 0; the last one takes the field with it."""

    node: str
    field: Keys
    number: int


@dataclass(frozen=True, slots=True)
class AddNode:
    """Put a node last in its section, which is made where there is none. ``data`` is what its id holds.

    ``lines`` is how that stands in another file, with its comments and without its indentation, where it
    is to stand so here too.
    """

    type: NodeType
    id: str
    data: Any = None
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RemoveNode:
    """Take a node away with the comments that belong to it. What points at it is left as it is."""

    node: str


@dataclass(frozen=True, slots=True)
class RenameId:
    """Give a node another id, wherever the file names it."""

    node: str
    new: str


@dataclass(frozen=True, slots=True)
class MoveNode:
    """Move a node last into another type's section, with its comments."""

    node: str
    type: NodeType


@dataclass(frozen=True, slots=True)
class Lengthen:
    """Turn a short form into a mapping: a node that is its title, an arrow that is its target …"""

    node: str
    field: Keys = ()


@dataclass(frozen=True, slots=True)
class Shorten:
    """Turn a mapping into its short form, where nothing is lost by it: else it stays as it is."""

    node: str
    field: Keys = ()


Edit = Set | Unset | AddItem | RemoveItem | AddNode | RemoveNode | RenameId | MoveNode | Lengthen | Shorten
