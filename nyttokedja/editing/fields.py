"""Edits of fields and lists → steps."""

from __future__ import annotations

from typing import Any

from nyttokedja.chain import SECTIONS, title_from
from nyttokedja.editing.document import Document
from nyttokedja.editing.drafts import at, copied, draft_of
from nyttokedja.editing.edits import AddItem, Keys, Lengthen, RemoveItem, Set, Shorten, Unset
from nyttokedja.editing.places import Spot, is_empty, spot
from nyttokedja.editing.refusal import CannotEdit
from nyttokedja.editing.steps import Drop, Insert, Put, Step
from nyttokedja.source import Mapping, Part, Scalar, Sequence
from nyttokedja.vocabulary import Form, words
from nyttokedja.writing.draft import Draft, Group, Piece, Text
from nyttokedja.writing.drafting import may_flow
from nyttokedja.writing.lines import on_one_line
from nyttokedja.writing.short import ONE_OR_SEVERAL, alone_key, short_draft


def set_field(edit: Set, document: Document) -> list[Step]:
    """The steps of `Set`."""
    here, rest = spot(document, edit.node, edit.field)
    if not rest:
        if not here.path:
            raise CannotEdit("no-field")
        return [Put(here.path, draft_of(edit.value, here.form, document))]
    if isinstance(here.part, Scalar) and here.form and here.path and list(rest) == [alone_key(here.form)]:
        held = here.form.within(str(rest[0]))
        return [Put(here.path, draft_of(edit.value, held, document))]  # the short form says just that
    return [_add(document, here, rest, edit.value)]


def _add(document: Document, here: Spot, keys: Keys, value: Any) -> Step:
    """A field that is not there yet, under the last of its keys that is."""
    key, form = keys[0], here.form
    if isinstance(key, int):
        raise CannotEdit("no-item", number=key + 1)
    piece = _piece(document, form, key, _nested(keys[1:], value))
    if is_empty(here.part) and here.path:
        return Put(here.path, Group((piece,), flow=_flows(document, here)))
    if isinstance(here.part, Mapping):
        return Insert(here.path, _number(document, here, key), piece)
    if isinstance(here.part, Scalar):
        return Put(here.path, Group((_titled(document, here), piece), flow=_flows(document, here)))
    raise CannotEdit("no-field")


def _nested(keys: Keys, value: Any) -> Any:
    for key in reversed(keys):
        value = [value] if isinstance(key, int) else {key: value}
    return value


def _piece(document: Document, form: Form | None, key: str, value: Any) -> Piece:
    held = form.within(key) if form else None
    return Piece(_word(document, form, key), draft_of(value, held, document))


def _word(document: Document, form: Form | None, key: str) -> str:
    known = form.schema.get("properties", {}) if form else {}
    return words(document.keys).key(key, form.name) if form and key in known else key


def _flows(document: Document, here: Spot) -> bool:
    """Whether a short form that becomes a mapping gets brackets."""
    if document.page.outline.children[here.path].flow or here.form is None:
        return True
    return document.page.habits.flow_nodes if here.form.is_node else may_flow(here.form)


def _titled(document: Document, here: Spot) -> Piece:
    """The text that a short form is, with the key that says so."""
    name = alone_key(here.form) if here.form else ""
    if not name or here.form is None:
        raise CannotEdit("no-field")
    return Piece(_word(document, here.form, name), at(document, here.path))


def _number(document: Document, here: Spot, key: str) -> int:
    """Before which entry a new one comes: after those that the schema has before it."""
    names = list(here.form.schema.get("properties", {})) if here.form else []
    siblings = list(document.page.outline.within(here.path))
    if key not in names or not here.form:
        return len(siblings)
    said = [here.form.keys.get(child.key.value, "") for child in siblings if child.key]
    earlier = [n for n, name in enumerate(said) if name in names and names.index(name) < names.index(key)]
    if earlier:
        return earlier[-1] + 1
    return 0 if siblings and document.page.starts_line(siblings[0]) else min(1, len(siblings))


def unset_field(edit: Unset, document: Document) -> list[Step]:
    """The steps of `Unset`."""
    here, rest = spot(document, edit.node, edit.field)
    if rest or not edit.field:
        raise CannotEdit("no-field")
    return [Drop(here.path)]


def add_item(edit: AddItem, document: Document) -> list[Step]:
    """The steps of `AddItem`."""
    here, rest = spot(document, edit.node, edit.field)
    if rest:
        form = _form_under(here.form, rest)
        alone = form is not None and form.name in ONE_OR_SEVERAL and not _lists_of_one(document)
        return [_add(document, here, rest, edit.item if alone else [edit.item])]
    item = Piece("", draft_of(edit.item, here.form and here.form.item, document))
    if isinstance(here.part, Sequence) and not _outgrows(document, here, item):
        return [Insert(here.path, len(here.part.items), item)]
    if isinstance(here.part, Sequence):
        all_ = (*(Piece("", at(document, (*here.path, n))) for n in range(len(here.part.items))), item)
        return [Put(here.path, Group(all_, listing=True))]
    held = () if is_empty(here.part) else (Piece("", at(document, here.path)),)
    return [Put(here.path, _list(document, (*held, item)))]


def _outgrows(document: Document, here: Spot, item: Piece) -> bool:
    """Whether a list in brackets on one line becomes too wide for that with one more item."""
    page, child = document.page, document.page.outline.children[here.path]
    held = child.value
    if isinstance(held, Scalar) or not held.flow or child.flow:
        return False
    if page.line_start(held.start) != page.line_start(held.end) or page.has_comments(child):
        return False
    new = on_one_line(item.value, page.habits.style, flow=True) or ""
    return held.end - page.line_start(held.start) + len(", ") + len(new) > page.habits.style.width


def _form_under(form: Form | None, keys: Keys) -> Form | None:
    for key in keys:
        form = (form.item if isinstance(key, int) else form.within(key)) if form else None
    return form


def _list(document: Document, items: tuple[Piece, ...]) -> Group:
    plain = all(isinstance(item.value, Text) for item in items)
    return Group(items, listing=True, flow=plain and not document.page.habits.block_lists)


def _lists_of_one(document: Document) -> bool:
    """Whether a single arrow or pointer is written as a list in this file."""
    nodes = (value for key, value in document.root.entries if key.value in SECTIONS)
    found = [
        isinstance(field.value, Sequence)
        for section in nodes
        if isinstance(section, Mapping)
        for node in section.entries
        if isinstance(node.value, Mapping)
        for field in node.value.entries
        if field.key.value in ("leads_to", "hinders", "needed_for", "at") and _one(field.value)
    ]
    return sum(found) * 2 > len(found)


def _one(part: Part) -> bool:
    return not is_empty(part) and (not isinstance(part, Sequence) or len(part.items) == 1)


def remove_item(edit: RemoveItem, document: Document) -> list[Step]:
    """The steps of `RemoveItem`."""
    here, rest = spot(document, edit.node, edit.field)
    items = here.part.items if isinstance(here.part, Sequence) else (here.part,)
    if rest or not edit.field or not 0 <= edit.number < len(items):
        raise CannotEdit("no-item", number=edit.number + 1)
    if len(items) == 1:
        return [Drop(here.path)]
    one = here.form is not None and here.form.name in ONE_OR_SEVERAL and len(items) == 2
    if one and not _lists_of_one(document):
        left = (*here.path, 1 - edit.number)
        if not document.page.has_comments(document.page.outline.children[here.path]):
            return [Put(here.path, at(document, left))]
    return [Drop((*here.path, edit.number))]


def lengthen(edit: Lengthen, document: Document) -> list[Step]:
    """The steps of `Lengthen`."""
    here, rest = spot(document, edit.node, edit.field)
    if rest:
        raise CannotEdit("no-field")
    if not isinstance(here.part, Scalar):
        return []
    titled = _titled(document, here)
    if is_empty(here.part):
        titled = titled._replace(value=Text(title_from(here.key)))
    return [Put(here.path, Group((titled,), flow=_flows(document, here)))]


def shorten(edit: Shorten, document: Document) -> list[Step]:
    """The steps of `Shorten`."""
    here, rest = spot(document, edit.node, edit.field)
    if rest:
        raise CannotEdit("no-field")
    if isinstance(here.part, Scalar) or not here.path:
        return []
    if document.page.has_comments(document.page.outline.children[here.path]):
        return []
    short = short_draft(_canonical(document, here), here.form, here.key)
    return [Put(here.path, short)] if isinstance(short, Text) else []


def _canonical(document: Document, here: Spot) -> Draft:
    """What stands at a place, in canonical words."""
    return copied(here.part, document.page.text)
