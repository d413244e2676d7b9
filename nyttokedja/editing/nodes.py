"""Edits of whole nodes → steps."""

from __future__ import annotations

import unicodedata

from nyttokedja.editing.document import Document
from nyttokedja.editing.edits import AddNode, MoveNode, RemoveNode, RenameId
from nyttokedja.editing.errors import CannotEdit
from nyttokedja.editing.file_words import at, draft_of
from nyttokedja.editing.lookup import locate_node, taken_ids
from nyttokedja.editing.references import pointers
from nyttokedja.editing.steps import Drop, Insert, Name, Put, Step
from nyttokedja.language.forms import root_form
from nyttokedja.language.keywords import words
from nyttokedja.model.chain import SECTIONS, NodeType
from nyttokedja.model.ids import as_id, is_id
from nyttokedja.reading.decoding import LINE_BREAK
from nyttokedja.reading.parts import MappingPart, ScalarPart, span_of
from nyttokedja.writing.draft import DraftGroup, Piece, Text


def add_node(edit: AddNode, document: Document) -> list[Step]:
    """The steps of `AddNode`."""
    id = _free(document, edit.id)
    section = root_form().within(edit.type.section)
    draft = draft_of(edit.data, section and section.within(id), document)
    if isinstance(draft, DraftGroup):
        draft = draft._replace(flow=document.file.habits.flow_nodes)
    return [_into(document, edit.type, Piece(id, draft), edit.lines)]


def _free(document: Document, id: str) -> str:
    """An id that a node can have.

    Raises:
        CannotEdit: it is no id, or another node has it, or may have it.
    """
    id = unicodedata.normalize("NFC", id)
    if not is_id(id):
        raise CannotEdit("bad-id", id=id, suggestion=as_id(id))
    if id in document.nodes:
        raise CannotEdit("taken", id=id, place=document.place(locate_node(document, id).path))
    if id in taken_ids(document):
        raise CannotEdit("not-certain", id=id)
    return id


def _into(document: Document, type: NodeType, piece: Piece, lines: tuple[str, ...] = ()) -> Insert | Put:
    """The step that puts a node last in its section, and makes that where there is none."""
    entry = next((entry for entry in document.root.entries if entry.key.value == type.section), None)
    step = " " * document.file.habits.style.step
    held = DraftGroup((piece,))
    if entry is None and type.section in _said(document):
        raise CannotEdit("not-certain", id=piece.key)
    if entry is None:
        section = Piece(words(document.keys).key(type.section, "chain"), held)
        under = (f"{section.key}:", *(f"{step}{line}" if line else "" for line in lines)) if lines else ()
        return Insert((), _number(document, type), section, under)
    path = document.file.keyed(entry.key)
    raw = document.file.outline.container(path)
    if isinstance(raw, ScalarPart):
        return Put(path, held, lines)
    if not isinstance(raw, MappingPart):
        raise CannotEdit("not-certain", id=piece.key)
    return Insert(path, len(raw.entries), piece, () if raw.flow else lines)


def _number(document: Document, type: NodeType) -> int:
    """Before which top-level entry a section comes: after those that the schema has before it."""
    order = list(root_form().schema["properties"])
    said = _said(document)
    before = order[: order.index(type.section)]
    return max((n + 1 for n, name in enumerate(said) if name in before), default=len(said))


def _said(document: Document) -> list[str]:
    """The canonical top-level keys as they are written, one after the other."""
    children = document.file.outline.within(())
    return [root_form().keys.get(child.key.value, "") for child in children if child.key]


def remove_node(edit: RemoveNode, document: Document) -> list[Step]:
    """The steps of `RemoveNode`."""
    return [Drop(locate_node(document, edit.node).path)]


def move_node(edit: MoveNode, document: Document) -> list[Step]:
    """The steps of `MoveNode`."""
    here = locate_node(document, edit.node)
    child = document.file.outline.children[here.path]
    section = document.file.outline.children[child.parent].key
    assert section is not None
    if SECTIONS.get(root_form().keys.get(section.value, "")) is edit.type:
        return []
    assert child.key is not None
    piece = Piece(child.key.value, at(document, here.path))
    moved = _into(document, edit.type, piece, node_lines(document, edit.node))
    if not moved.lines and document.file.has_remarks(child):
        raise CannotEdit("comments-inside", span_of(child.value))
    return [Drop(here.path), moved]


def node_lines(document: Document, id: str) -> tuple[str, ...]:
    """The lines of a node with its comments, without its own indentation; none where it shares a line."""
    child = document.file.outline.children[locate_node(document, id).path]
    if child.flow or not document.file.starts_line(child):
        return ()
    file = document.file
    text = file.text[file.top(child) : file.bottom(child)]
    lines = LINE_BREAK.split(text.removesuffix("\n").removesuffix("\r"))
    return tuple(line[: child.column].lstrip(" ") + line[child.column :] for line in lines)


def rename_id(edit: RenameId, document: Document) -> list[Step]:
    """The steps of `RenameId`."""
    here = locate_node(document, edit.node)
    if not document.complete:
        raise CannotEdit("not-certain", id=edit.node)
    if edit.new == edit.node:
        return []
    new = _free(document, edit.new)
    steps: list[Step] = [Name(here.path, new)]
    named = pointers(document, edit.node)
    return [*steps, *(Put(pointer.path, Text(pointer.naming(edit.node, new))) for pointer in named)]
