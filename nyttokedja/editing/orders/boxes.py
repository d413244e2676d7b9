"""Orders about whole boxes → plans."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from nyttokedja.editing.document import Document
from nyttokedja.editing.edits import AddNode, Edit, MoveNode, RenameId, Set
from nyttokedja.editing.errors import CannotEdit
from nyttokedja.editing.lookup import locate
from nyttokedja.editing.orders.arrows import RemovedPointer, linking, removing
from nyttokedja.editing.orders.field_paths import field_named, key_shown
from nyttokedja.editing.orders.model import AddOrder, MoveOrder, RemoveOrder, RenameOrder, RetitleOrder
from nyttokedja.editing.orders.plan import BoxAfter, BoxBefore, Plan, Statement
from nyttokedja.editing.orders.words import exact_id, free_id, node_type_named, not_empty
from nyttokedja.editing.references import pointers
from nyttokedja.language.forms import root_form
from nyttokedja.language.keywords import words
from nyttokedja.model.chain import NAMING, NodeType, title_from
from nyttokedja.reading.parts import MappingPart, Part, ScalarPart

_OUTSIDE_BOXES: Mapping[str | int, tuple[str, str]] = {
    "accepted": ("part-of-decision", "acceptance"),
    "success_stories": ("part-of-story", "success_story"),
    "handover": ("part-of-handover", "handover"),
}
"""What names boxes outside of them → the statement that it no longer does, and the form of its keys."""


def add(order: AddOrder, document: Document) -> Plan:
    """The plan of an `AddOrder`."""
    title = not_empty(order.title)
    node_type, behaviour = node_type_named(order.type)
    new = free_id(title, document) if order.id is None else exact_id(order.id)
    data: dict[str, Any] = {} if title == title_from(new) else {"title": title}
    if behaviour:
        data["behaviour"] = True
    data |= _pointing(order.pointers, node_type, document)
    sources = dict.fromkeys(map(exact_id, order.sources))
    links = [edit for source in sources for edit in linking(document, source, new, {}, node_type)]
    node = AddNode(node_type, new, title if list(data) == ["title"] else data or None)
    return Plan((node, *links), (Statement("add", {"node": BoxAfter(new)}),))


def _pointing(given: Mapping[str, Sequence[str]], node_type: NodeType, document: Document) -> dict[str, Any]:
    """The fields of a new box that name others; a single one is no list."""
    named: dict[str, Any] = {}
    for word, ids in given.items():
        once = list(dict.fromkeys(map(exact_id, ids)))
        if once:
            named[_pointer_field(word, node_type, document)] = once[0] if len(once) == 1 else once
    return named


def _pointer_field(word: str, node_type: NodeType, document: Document) -> str:
    """The field that a word means, of those that name nodes.

    Raises:
        CannotEdit: it means none of them.
    """
    if word in NAMING:
        return word
    section = root_form().within(node_type.section)
    form = section and section.within("")
    assert form is not None
    (key, *rest), _ = field_named(form, word, document.keys)
    if rest or key not in NAMING:
        known = [name for name in form.schema["properties"] if name in NAMING]
        allowed = tuple(words(document.keys).key(name, form.name) for name in known)
        raise CannotEdit("no-key", word=word, allowed=allowed)
    return str(key)


def retitle(order: RetitleOrder, document: Document) -> Plan:
    """The plan of a `RetitleOrder`: no edits where the box has that title, be it from its id."""
    title = not_empty(order.title)
    id = exact_id(order.id) if order.id else ""
    field = ("title",)
    edits = () if _title(locate(document, id, ())[0].part, id) == title else (Set(id, field, title),)
    key = key_shown(document, id, field)
    name = "set" if id else "set-chain"
    return Plan(edits, (Statement(name, {"node": BoxAfter(id), "key": key, "value": title}),))


def _title(part: Part, id: str) -> Any:
    """The title of a node: its own, as its short form or in a field, or that from its id."""
    if isinstance(part, MappingPart):
        part = next(
            (value for key, value in part.entries if key.value == "title"), ScalarPart(None, "", "", 0, 0)
        )
    own = part.value if isinstance(part, ScalarPart) else None
    return title_from(id) if own is None else own


def move(order: MoveOrder, document: Document) -> Plan:
    """The plan of a `MoveOrder`."""
    id = exact_id(order.id)
    node_type, behaviour = node_type_named(order.type)
    edits: list[Edit] = [MoveNode(id, node_type)]
    if behaviour:
        edits.append(Set(id, ("behaviour",), value=True))
    return Plan(tuple(edits), (Statement("move", {"node": BoxAfter(id)}),))


def rename(order: RenameOrder, document: Document) -> Plan:
    """The plan of a `RenameOrder`: also how many places name the box, its own among them."""
    old, new = exact_id(order.id), exact_id(order.new)
    n = 1 + sum(1 for _ in pointers(document, old))
    statements = (
        Statement("rename", {"old": old, "new": new, "n": n}),
        Statement("retitled", {"old": BoxBefore(old), "new": BoxAfter(new)}),
    )
    return Plan((RenameId(old, new),), statements, {old: new})


def remove(order: RemoveOrder, document: Document) -> Plan:
    """The plan of a `RemoveOrder`: also what pointed at the box, and where."""
    id = exact_id(order.id)
    edits, gone = removing(document, id)
    return Plan(tuple(edits), tuple(_removed(document, id, gone)))


def _removed(document: Document, id: str, gone: Sequence[RemovedPointer]) -> Iterator[Statement]:
    yield Statement("remove", {"node": BoxBefore(id)})
    if gone:
        yield Statement("pointed", {"n": len(gone)})
    for pointer, whole in gone:
        part, form = ("pointer", "") if pointer.node else _OUTSIDE_BOXES[pointer.field[0]]
        name = "decision" if whole else part
        key = words(document.keys).key(str(pointer.field[-1]), form)
        place = document.place(pointer.path)
        yield Statement(name, {"node": BoxBefore(pointer.node), "key": key, "place": place})
