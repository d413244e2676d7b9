"""Orders about what points from one node to another → plans, and the edits that others need for theirs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from nyttokedja.editing.document import Document
from nyttokedja.editing.edits import AddItem, Edit, RemoveItem, RemoveNode, Set
from nyttokedja.editing.errors import CannotEdit
from nyttokedja.editing.lookup import node_type_of
from nyttokedja.editing.orders.model import LinkOrder, UnlinkOrder
from nyttokedja.editing.orders.plan import BoxAfter, BoxBefore, Plan, Statement
from nyttokedja.editing.orders.values import value_said
from nyttokedja.editing.orders.words import exact_id
from nyttokedja.editing.references import Pointer, all_pointers, pointers
from nyttokedja.language.forms import Form, root_form
from nyttokedja.language.keywords import words
from nyttokedja.model.chain import LEADS_TO, POINTER_OF, NodeType
from nyttokedja.model.ids import ARROW

_FACTS = ("because", "evidence", "link")


def link(order: LinkOrder, document: Document) -> Plan:
    """The plan of a `LinkOrder`: a new arrow or pointer, or facts about an arrow that is there."""
    source, target = exact_id(order.source), exact_id(order.target)
    facts = dict(_fact(key, said, document) for key, said in order.facts.items() if said)
    edits = linking(document, source, target, facts)
    name = "link" if isinstance(edits[0], AddItem) else "arrow"
    return Plan(tuple(edits), (Statement(name, {"source": BoxAfter(source), "target": BoxAfter(target)}),))


def _fact(word: str, said: str, document: Document) -> tuple[str, Any]:
    """What is said of an arrow, by its canonical key.

    Raises:
        CannotEdit: nothing of that name can be said of an arrow, or not this.
    """
    arrow = _arrow_form()
    key = arrow.keys.get(word, word)
    form = arrow.within(key) if key in _FACTS else None
    if form is None:
        allowed = tuple(words(document.keys).key(name, arrow.name) for name in _FACTS)
        raise CannotEdit("no-key", word=word, allowed=allowed)
    return key, value_said(form, said, document.keys)


def _arrow_form() -> Form:
    section = root_form().within("effects")
    node = section.within("") if section else None
    arrow = node.within(LEADS_TO) if node else None
    assert arrow is not None
    return arrow


def unlink(order: UnlinkOrder, document: Document) -> Plan:
    """The plan of an `UnlinkOrder`."""
    source, target = exact_id(order.source), exact_id(order.target)
    ends = {"source": BoxBefore(source), "target": BoxBefore(target)}
    return Plan(tuple(unlinking(document, source, target)), (Statement("unlink", ends),))


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
    kind = node_type_of(document, source)
    if kind is not NodeType.RISK:
        return POINTER_OF.get(kind, LEADS_TO)
    if other is None and not ARROW.search(target):
        other = node_type_of(document, target)
    return LEADS_TO if other is NodeType.DRAWBACK else POINTER_OF[kind]


def unlinking(document: Document, source: str, target: str) -> list[Edit]:
    """The edits after which one node no longer points at another.

    Raises:
        CannotEdit: a node is not there, or does not point there.
    """
    node_type_of(document, source)
    there = _from(document, source, target)
    if not there:
        raise CannotEdit("not-linked", id=source, target=target)
    return [RemoveItem(source, pointer.field, pointer.number) for pointer in reversed(there)]


def _from(document: Document, source: str, target: str) -> list[Pointer]:
    aim = tuple(ARROW.split(target.strip()))
    return [pointer for pointer in all_pointers(document) if pointer.node == source and pointer.ids == aim]


class RemovedPointer(NamedTuple):
    """What pointed at a node that is taken away; ``whole`` is whether a decision goes altogether."""

    pointer: Pointer
    whole: bool


def removing(document: Document, id: str) -> tuple[list[Edit], list[RemovedPointer]]:
    """The edits that take a node away with all that points at it, and what that is.

    Raises:
        CannotEdit: it is not there, or not all that points at it can be known.
    """
    node_type_of(document, id)
    if not document.complete:
        raise CannotEdit("not-certain", id=id)
    found = [pointer for pointer in pointers(document, id) if pointer.node != id]
    every = Counter(pointer.field for pointer in all_pointers(document) if _decides(pointer))
    gone = Counter(pointer.field for pointer in found if _decides(pointer))
    taken = [RemovedPointer(pointer, gone[pointer.field] == every[pointer.field] > 0) for pointer in found]
    return [*_unpointing(taken), RemoveNode(id)], taken


def _decides(pointer: Pointer) -> bool:
    """Whether it stands in a decision, which is nothing without it; a story or the handover stays."""
    return pointer.field[0] == "accepted"


def _unpointing(taken: Sequence[RemovedPointer]) -> Iterator[Edit]:
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
