"""Edits of fields, and of short forms → steps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from nyttokedja.editing.block_style import can_precede
from nyttokedja.editing.document import Document
from nyttokedja.editing.edits import Keys, Lengthen, Set, Shorten, Unset
from nyttokedja.editing.errors import CannotEdit
from nyttokedja.editing.file_words import at, bare_day, copied, draft_of
from nyttokedja.editing.lookup import FieldLocation, is_empty, locate
from nyttokedja.editing.steps import Drop, Insert, Put, Step
from nyttokedja.language.forms import Form, alone_key
from nyttokedja.language.keywords import words
from nyttokedja.model.chain import title_from
from nyttokedja.model.periods import parse
from nyttokedja.reading.outline import parts_of
from nyttokedja.reading.parts import MappingPart, Part, ScalarPart, plain
from nyttokedja.writing.draft import DraftGroup, Piece, Text
from nyttokedja.writing.from_data import may_flow
from nyttokedja.writing.short_forms import short_draft


def set_field(edit: Set, document: Document) -> list[Step]:
    """The steps of `Set`."""
    here, rest = locate(document, edit.node, edit.field)
    if not rest:
        if not here.path:
            raise CannotEdit("no-field")
        if plain(here.part) == edit.value and type(plain(here.part)) is type(edit.value):
            return []
        return [Put(here.path, draft_of(edit.value, here.form, document))]
    if isinstance(here.part, ScalarPart) and here.form and here.path and list(rest) == [alone_key(here.form)]:
        held = here.form.within(str(rest[0]))
        return [Put(here.path, draft_of(edit.value, held, document))]  # the short form says just that
    return [added(document, here, rest, edit.value)]


def added(document: Document, here: FieldLocation, keys: Keys, value: Any) -> Step:
    """A field that is not there yet, under the last of its keys that is."""
    key, form = keys[0], here.form
    if isinstance(key, int):
        raise CannotEdit("no-item", number=key + 1)
    piece = _piece(document, form, key, _nested(keys[1:], value))
    if is_empty(here.part) and here.path:
        return Put(here.path, DraftGroup((piece,), flow=_flows(document, here)))
    if isinstance(here.part, MappingPart):
        return Insert(here.path, _number(document, here, key), piece)
    if isinstance(here.part, ScalarPart):
        return Put(here.path, DraftGroup((_titled(document, here), piece), flow=_flows(document, here)))
    raise CannotEdit("no-field")


def _nested(keys: Keys, value: Any) -> Any:
    for key in reversed(keys):
        value = [value] if isinstance(key, int) else {key: value}
    return value


def _piece(document: Document, form: Form | None, key: str, value: Any) -> Piece:
    held = form.within(key) if form else None
    return Piece(_word(document, form, key), draft_of(value, held, document), written=bare_day(key, document))


def _word(document: Document, form: Form | None, key: str) -> str:
    # what this type of node does not have is still said in the file's language; ids are not
    return words(document.keys).key(key, form.name) if form and form.schema.get("properties") else key


def _flows(document: Document, here: FieldLocation) -> bool:
    """Whether a short form that becomes a mapping gets brackets."""
    if document.file.outline.children[here.path].flow or here.form is None:
        return True
    return document.file.habits.flow_nodes if here.form.is_node else may_flow(here.form)


def _titled(document: Document, here: FieldLocation) -> Piece:
    """The text that a short form is, with the key that says so."""
    name = alone_key(here.form) if here.form else ""
    if not name or here.form is None:
        raise CannotEdit("no-field")
    return Piece(_word(document, here.form, name), at(document, here.path))


def _number(document: Document, here: FieldLocation, key: str) -> int:
    """Before which entry a new one comes: after those before it in the schema; dates by their time."""
    names = list(here.form.schema.get("properties", {})) if here.form else []
    siblings = list(document.file.outline.within(here.path))
    if here.form and here.form.name == "measurements":
        later = _first_after(key, [child.key.value if child.key else "" for child in siblings])
        before_all = later == 0 and siblings and not siblings[0].flow
        return 1 if before_all and not can_precede(document.file, siblings[0]) else later
    if key not in names or not here.form:
        return len(siblings)
    said = [here.form.keys.get(child.key.value, "") for child in siblings if child.key]
    earlier = [n for n, name in enumerate(said) if name in names and names.index(name) < names.index(key)]
    if earlier:
        return earlier[-1] + 1
    first = siblings[0] if siblings else None
    return 0 if first is None or first.flow or can_precede(document.file, first) else 1


def _first_after(day: str, days: Sequence[str]) -> int:
    """The number of the first date that is later; where one cannot be read, the new one comes last."""
    try:
        began = parse(day).first
        return next((n for n, other in enumerate(days) if parse(other).first > began), len(days))
    except ValueError:
        return len(days)


def unset_field(edit: Unset, document: Document) -> list[Step]:
    """The steps of `Unset`."""
    here, rest = locate(document, edit.node, edit.field)
    if not edit.field:
        raise CannotEdit("no-field")
    if rest:
        raise CannotEdit("not-there", id=edit.node, key=shown(document, here, rest[0]))
    return [Drop(here.path)]


def shown(document: Document, here: FieldLocation, key: str | int) -> str:
    """A key as the file would say it, an item by its number from 1."""
    return str(key + 1) if isinstance(key, int) else _word(document, here.form, key)


def lengthen(edit: Lengthen, document: Document) -> list[Step]:
    """The steps of `Lengthen`."""
    here, rest = locate(document, edit.node, edit.field)
    if rest:
        raise CannotEdit("no-field")
    if not isinstance(here.part, ScalarPart):
        return []
    titled = _titled(document, here)
    if is_empty(here.part):
        titled = titled._replace(value=Text(title_from(here.key)))
    return [Put(here.path, DraftGroup((titled,), flow=_flows(document, here)))]


def shorten(edit: Shorten, document: Document) -> list[Step]:
    """The steps of `Shorten`."""
    here, rest = locate(document, edit.node, edit.field)
    if rest:
        raise CannotEdit("no-field")
    if isinstance(here.part, ScalarPart) or not here.path:
        return []
    if document.file.has_comments(document.file.outline.children[here.path]):
        return []
    if _size(here.part) != _size(document.file.outline.container(here.path)):
        return []  # what does not fit the format would be lost
    short = short_draft(copied(here.part, document.file.text), here.form, here.key)
    return [Put(here.path, short)] if isinstance(short, Text) else []


def _size(part: Part) -> int:
    """How many parts there are in a part."""
    return 1 if isinstance(part, ScalarPart) else 1 + sum(map(_size, parts_of(part)))
