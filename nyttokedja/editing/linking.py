"""What points from one node to another → edits: arrows, hindrances, preconditions and places of risks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from nyttokedja.editing.document import Document
from nyttokedja.editing.edits import AddItem, Edit, RemoveItem, RemoveNode, Set
from nyttokedja.editing.errors import CannotEdit
from nyttokedja.editing.lookup import kind_of
from nyttokedja.editing.references import Pointer, all_pointers, pointers
from nyttokedja.model.chain import LEADS_TO, POINTER_OF, NodeType
from nyttokedja.model.ids import ARROW


def linking(
    document: Document, source: str, target: str, facts: dict[str, Any], kind: NodeType | None = None
) -> list[Edit]:
    """The edits that make one node point at another: the way its type does, with facts about the arrow.

    ``kind`` is the type of the other, where that is not there yet.

    Raises:
        CannotEdit: a node is not there, it points there already, or what it has is no arrow to say facts of.
    """
    field = _field(document, source, target, kind)
    if field != LEADS_TO and facts:
        raise CannotEdit("no-arrow", id=source)
    there = [pointer for pointer in _from(document, source, target) if pointer.field == (field,)]
    if not there:
        return [AddItem(source, (field,), {"to": target, **facts} if facts else target)]
    if not facts:
        raise CannotEdit("linked", id=source, target=target)
    return [Set(source, (field, there[0].number, key), value) for key, value in facts.items()]


def _field(document: Document, source: str, target: str, other: NodeType | None) -> str:
    kind = kind_of(document, source)
    if kind is not NodeType.RISK:
        return POINTER_OF.get(kind, LEADS_TO)
    if other is None and not ARROW.search(target):
        other = kind_of(document, target)
    return LEADS_TO if other is NodeType.DRAWBACK else POINTER_OF[kind]


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


class Gone(NamedTuple):
    """What pointed at a node that is taken away; ``whole`` is whether a decision goes altogether."""

    pointer: Pointer
    whole: bool


def removing(document: Document, id: str) -> tuple[list[Edit], list[Gone]]:
    """The edits that take a node away with all that points at it, and what that is.

    Raises:
        CannotEdit: it is not there, or not all that points at it can be known.
    """
    kind_of(document, id)
    if not document.complete:
        raise CannotEdit("not-certain", id=id)
    found = [pointer for pointer in pointers(document, id) if pointer.node != id]
    every = Counter(pointer.field for pointer in all_pointers(document) if not pointer.node)
    gone = Counter(pointer.field for pointer in found if not pointer.node)
    taken = [Gone(pointer, gone[pointer.field] == every[pointer.field] > 0) for pointer in found]
    return [*_unpointing(taken), RemoveNode(id)], taken


def _unpointing(taken: Sequence[Gone]) -> Iterator[Edit]:
    """The edits that take pointers away, from the last one on, so that the numbers of the others stay true.

    A decision that is left without what it is about goes with it.
    """
    emptied = set()
    for pointer, whole in reversed(taken):
        if not whole:
            yield RemoveItem(pointer.node, pointer.field, pointer.number)
        elif pointer.field not in emptied:
            emptied.add(pointer.field)
            list_, number, _ = pointer.field
            yield RemoveItem("", (list_,), int(number))
