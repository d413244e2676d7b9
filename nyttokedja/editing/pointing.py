"""What points from one node to another → edits: arrows, hindrances, preconditions and places of risks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from nyttokedja.chain import NodeType
from nyttokedja.editing.document import Document
from nyttokedja.editing.edits import AddItem, Edit, RemoveItem, RemoveNode, Set
from nyttokedja.editing.places import kind_of
from nyttokedja.editing.pointers import Pointer, all_pointers, pointers
from nyttokedja.editing.refusal import CannotEdit
from nyttokedja.names import ARROW

_FIELDS = {NodeType.OBSTACLE: "hinders", NodeType.PRECONDITION: "needed_for"}


def linking(document: Document, source: str, target: str, facts: dict[str, Any]) -> list[Edit]:
    """The edits that make one node point at another: the way its type does, with facts about the arrow.

    Raises:
        CannotEdit: a node is not there, it points there already, or what it has is no arrow to say facts of.
    """
    field = _field(document, source, target)
    if field != "leads_to" and facts:
        raise CannotEdit("no-arrow", id=source)
    there = [pointer for pointer in _from(document, source, target) if pointer.field == (field,)]
    if not there:
        return [AddItem(source, (field,), {"to": target, **facts} if facts else target)]
    if not facts:
        raise CannotEdit("linked", id=source, target=target)
    return [Set(source, (field, there[0].number, key), value) for key, value in facts.items()]


def _field(document: Document, source: str, target: str) -> str:
    kind = kind_of(document, source)
    if kind is NodeType.RISK:
        return "leads_to" if target and kind_of(document, target) is NodeType.DRAWBACK else "at"
    return _FIELDS.get(kind, "leads_to")


def unlinking(document: Document, source: str, target: str) -> list[Edit]:
    """The edits after which one node no longer points at another.

    Raises:
        CannotEdit: a node is not there, or does not point there.
    """
    kind_of(document, source)
    there = _from(document, source, target)
    if not there:
        raise CannotEdit("not-linked", id=source, target=target)
    return [RemoveItem(source, pointer.field, pointer.number) for pointer in reversed(there)]


def _from(document: Document, source: str, target: str) -> list[Pointer]:
    aim = tuple(ARROW.split(target.strip()))
    return [pointer for pointer in all_pointers(document) if pointer.node == source and pointer.ids == aim]


def removing(document: Document, id: str) -> tuple[list[Edit], list[Pointer]]:
    """The edits that take a node away with all that points at it, and what that is.

    Raises:
        CannotEdit: it is not there, or not all that points at it can be known.
    """
    kind_of(document, id)
    if not document.complete:
        raise CannotEdit("not-certain", id=id)
    found = [pointer for pointer in pointers(document, id) if pointer.node != id]
    return [*_unpointing(document, found), RemoveNode(id)], found


def _unpointing(document: Document, found: Sequence[Pointer]) -> Iterator[Edit]:
    """The edits that take pointers away, from the last one on, so that the numbers of the others stay true.

    A decision that is left without what it is about goes with it.
    """
    every = Counter(pointer.field for pointer in all_pointers(document) if not pointer.node)
    gone = Counter(pointer.field for pointer in found if not pointer.node)
    emptied = set()
    for pointer in reversed(found):
        if pointer.node or every[pointer.field] > gone[pointer.field]:
            yield RemoveItem(pointer.node, pointer.field, pointer.number)
        elif pointer.field not in emptied:
            emptied.add(pointer.field)
            list_, number, _ = pointer.field
            yield RemoveItem("", (list_,), int(number))
