"""Edits of lists → steps. What does not fit the format stands in the file too, and is left there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from nyttokedja.editing.document import Document
from nyttokedja.editing.edits import AddItem, Keys, RemoveItem
from nyttokedja.editing.errors import CannotEdit
from nyttokedja.editing.fields import added, shown
from nyttokedja.editing.file_style import Vote
from nyttokedja.editing.file_words import at, draft_of
from nyttokedja.editing.lookup import FieldLocation, is_empty, is_several, locate
from nyttokedja.editing.steps import Drop, Insert, Put, Step
from nyttokedja.language.forms import ONE_OR_SEVERAL, Form
from nyttokedja.model.chain import NAMING, SECTIONS
from nyttokedja.reading.outline import Path
from nyttokedja.reading.parts import ListPart, MappingPart, Part, ScalarPart
from nyttokedja.writing.draft import DraftGroup, Piece, Text
from nyttokedja.writing.lines import on_one_line

ALONE: Mapping[str, Any] = {"list of one": False}
"""The habit that `pointer_votes` are for → what holds where there are none."""


def add_item(edit: AddItem, document: Document) -> list[Step]:
    """The steps of `AddItem`."""
    here, rest = locate(document, edit.node, edit.field)
    form = _form_under(here.form, rest)
    if not edit.field or not is_several(form):
        raise CannotEdit("no-list")
    if rest:
        alone = form and form.name in ONE_OR_SEVERAL and not _lists_of_one(document)
        return [added(document, here, rest, edit.item if alone else [edit.item])]
    item = Piece("", draft_of(edit.item, here.form and here.form.item, document))
    written = document.file.outline.container(here.path)
    if not isinstance(written, ListPart):
        held = () if is_empty(written) else (Piece("", at(document, here.path)),)
        return [Put(here.path, _list(document, (*held, item)))]
    there = len(written.items)
    if not _outgrows(document, here, item):
        return [Insert(here.path, there, item)]
    items = (Piece("", at(document, (*here.path, n))) for n in range(there))
    return [Put(here.path, DraftGroup((*items, item), listing=True))]


def _outgrows(document: Document, here: FieldLocation, item: Piece) -> bool:
    """Whether a list in brackets on one line becomes too wide for that with one more item."""
    file, child = document.file, document.file.outline.children[here.path]
    held = child.value
    if isinstance(held, ScalarPart) or not held.flow or child.flow:
        return False
    if file.line_start(held.start) != file.line_start(held.end) or file.has_comments(child):
        return False
    new = on_one_line(item.value, file.habits.style, flow=True) or ""
    return held.end - file.line_start(held.start) + len(", ") + len(new) > file.habits.style.width


def _form_under(form: Form | None, keys: Keys) -> Form | None:
    for key in keys:
        form = (form.item if isinstance(key, int) else form.within(key)) if form else None
    return form


def _list(document: Document, items: tuple[Piece, ...]) -> DraftGroup:
    plain = all(isinstance(item.value, Text) for item in items)
    return DraftGroup(items, listing=True, flow=plain and not document.file.habits.block_lists)


def _lists_of_one(document: Document) -> bool:
    """Whether a single arrow or pointer is written as a list in this file."""
    found = [vote.value for _, vote in pointer_votes(document)]
    return found.count(True) * 2 > len(found)


def pointer_votes(document: Document) -> Iterator[tuple[Path, Vote]]:
    """Whether each single arrow or pointer of a file is written as a list, with the path of its field."""
    for key, section in document.root.entries:
        if key.value in SECTIONS and isinstance(section, MappingPart):
            for node in section.entries:
                for field in node.value.entries if isinstance(node.value, MappingPart) else ():
                    if field.key.value in NAMING and _one(field.value):
                        listed = isinstance(field.value, ListPart)
                        yield document.file.keyed(field.key), Vote("list of one", listed)


def _one(part: Part) -> bool:
    return not is_empty(part) and (not isinstance(part, ListPart) or len(part.items) == 1)


def remove_item(edit: RemoveItem, document: Document) -> list[Step]:
    """The steps of `RemoveItem`."""
    here, rest = locate(document, edit.node, edit.field)
    if rest:
        raise CannotEdit("not-there", id=edit.node, key=shown(document, here, rest[0]))
    if not edit.field or not is_several(here.form):
        raise CannotEdit("no-list")
    written = document.file.outline.container(here.path)
    count = len(written.items) if isinstance(written, ListPart) else int(not is_empty(here.part))
    if not 0 <= edit.number < count:
        raise CannotEdit("no-item", number=edit.number + 1)
    if count == 1:
        return [Drop(here.path)]
    if count == 2 and _can_be_one(document, here):
        return [Put(here.path, at(document, (*here.path, 1 - edit.number)))]
    return [Drop((*here.path, edit.number))]


def _can_be_one(document: Document, here: FieldLocation) -> bool:
    """Whether what is left of a list of two stands alone, as single ones do in this file."""
    if here.form is None or here.form.name not in ONE_OR_SEVERAL or _lists_of_one(document):
        return False
    if not isinstance(here.part, ListPart) or len(here.part.items) < 2:  # one of them does not fit the format
        return False
    return not document.file.has_comments(document.file.outline.children[here.path])
