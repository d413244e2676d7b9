"""A node's id and a path of keys → the place in the file that they mean, as far as it is there."""

from __future__ import annotations

from typing import NamedTuple

from nyttokedja.editing.document import Document
from nyttokedja.editing.edits import Keys
from nyttokedja.editing.errors import CannotEdit
from nyttokedja.language.forms import Form, root_form
from nyttokedja.language.refusals import unknown_node
from nyttokedja.model.chain import SECTIONS, NodeType
from nyttokedja.model.findings import Span
from nyttokedja.reading.outline import Path
from nyttokedja.reading.parts import ListPart, MappingPart, Part, ScalarPart, span_of


class FieldLocation(NamedTuple):
    """A part in canonical words, its path in the file as written, its form, and its own key or id."""

    path: Path
    part: Part
    form: Form | None
    key: str


def locate_node(document: Document, id: str) -> FieldLocation:
    """Where a node stands.

    Raises:
        CannotEdit: there is no such node, or it is there twice.
    """
    found = [(section.key.value, entry) for section, entry in document.nodes.get(id, ())]
    if not found:
        raise _no_node(document, id)
    if len(found) > 1:
        lines = tuple(document.file.source.place(span_of(entry.key)) for _, entry in found)
        raise CannotEdit("doubled", span_of(found[1][1].key), id=id, first=lines[0], second=lines[1])
    section, entry = found[0]
    form = root_form().within(section)
    return FieldLocation(document.file.keyed(entry.key), entry.value, form and form.within(id), id)


def ids(document: Document) -> tuple[str, ...]:
    """The ids of the file's nodes, in its order."""
    return tuple(id for id, found in document.nodes.items() for _ in found)


def taken_ids(document: Document) -> frozenset[str]:
    """All ids in the file's sections, those of nodes that do not fit the format too."""
    file = document.file
    sections = (c for c in file.outline.within(()) if c.key and root_form().keys.get(c.key.value) in SECTIONS)
    return frozenset(node.key.value for c in sections for node in file.outline.within(c.path) if node.key)


def node_type_of(document: Document, id: str) -> NodeType:
    """The type of a node.

    Raises:
        CannotEdit: there is no such node, or it is there twice.
    """
    locate_node(document, id)
    return SECTIONS[document.nodes[id][0][0].key.value]


def _no_node(document: Document, id: str) -> CannotEdit:
    if not document.complete:
        return CannotEdit("not-certain", id=id)
    return unknown_node(CannotEdit, id, ids(document))


def locate(document: Document, node: str, field: Keys) -> tuple[FieldLocation, Keys]:
    """The place of a field, and the keys that are not there: the place is then the last one that is.

    Raises:
        CannotEdit: there is no such node, or a key on the way is there twice.
    """
    here = locate_node(document, node) if node else FieldLocation((), document.root, root_form(), "")
    for n, key in enumerate(field):
        step = _within(document, here, key)
        if step is None:
            return here, field[n:]
        here = step
    return here, ()


def _within(document: Document, here: FieldLocation, key: str | int) -> FieldLocation | None:
    part, form = here.part, here.form
    if isinstance(key, int):
        return _item(document, here, key)
    if not isinstance(part, MappingPart):
        return None
    entry = next((entry for entry in part.entries if entry.key.value == key), None)
    path = _written(document, here.path, key, form)
    if entry is not None:
        path = document.file.keyed(entry.key)
    if path is None:
        return None
    # what does not fit the format is not in the part, but it stands in the file
    held = entry.value if entry else document.file.outline.children[path].value
    return FieldLocation(path, held, form and form.within(key), key)


def _item(document: Document, here: FieldLocation, number: int) -> FieldLocation | None:
    """An item by its number among those that stand in the file; what stands alone is number 0."""
    written = document.file.outline.container(here.path)
    if not isinstance(written, ListPart):
        alone = number == 0 and not is_empty(here.part) and is_several(here.form)
        return here if alone else None
    if not 0 <= number < len(written.items):
        return None
    fit = here.part.items if isinstance(here.part, ListPart) else ()
    item = next((item for item in fit if item.start == written.items[number].start), written.items[number])
    return FieldLocation((*here.path, number), item, here.form and here.form.item, here.key)


def is_several(form: Form | None) -> bool:
    """Whether a list may stand in a place."""
    kinds = form.schema.get("type", ()) if form else ()
    return "array" in ((kinds,) if isinstance(kinds, str) else kinds)


def _written(document: Document, path: Path, key: str, form: Form | None) -> Path | None:
    """Where a key stands in the file, in whichever language; where it does so twice, that is not certain."""
    words = form.keys if form else {}
    alike = [
        child
        for child in document.file.outline.within(path)
        if child.key and words.get(child.key.value, child.key.value) == key
    ]
    if len(alike) > 1:
        first, second = (document.place(child.path) for child in alike[:2])
        span = Span(alike[1].head, alike[1].end)
        raise CannotEdit(
            "doubled", span, id=str(alike[0].key and alike[0].key.written), first=first, second=second
        )
    return alike[0].path if alike else None


def is_empty(part: Part) -> bool:
    """Whether nothing at all stands there."""
    return isinstance(part, ScalarPart) and part.value is None
