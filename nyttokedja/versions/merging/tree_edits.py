"""Two trees → the edits that make a file that says the one say the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

from nyttokedja.editing import (
    AddItem,
    AddNode,
    CannotEdit,
    Edit,
    MoveNode,
    RemoveItem,
    RemoveNode,
    Set,
    Unset,
)
from nyttokedja.editing.document import Document
from nyttokedja.editing.edits import Keys
from nyttokedja.editing.lookup import locate_node
from nyttokedja.editing.nodes import node_lines
from nyttokedja.language.forms import Form, root_form
from nyttokedja.model.chain import SECTIONS, title_from
from nyttokedja.reading.parts import plain
from nyttokedja.versions.merging.tree import TYPE, Listed, Tree, data_of
from nyttokedja.writing.draft import bare
from nyttokedja.writing.from_data import drafted
from nyttokedja.writing.short_forms import short_draft


def changes(now: Tree, wanted: Tree) -> Iterator[Edit]:
    """The edits; the file that they are made in must say ``now``."""
    for id, node in wanted.nodes.items():
        if id in now.nodes:
            yield from _box(id, now.nodes[id], node)
    yield from (RemoveNode(id) for id in now.nodes if id not in wanted.nodes)
    for id, node in wanted.nodes.items():
        if id not in now.nodes:
            yield AddNode(SECTIONS[node[TYPE]], id, _short(node, _form(node[TYPE], id), id))
    filled = {node[TYPE] for node in wanted.nodes.values()}
    # a section that said `none` has lost it already to the boxes that came
    facts = {key: value for key, value in now.facts.items() if key not in filled}
    yield from _fields("", (), facts, wanted.facts, root_form())


def _box(id: str, now: dict[str, Any], wanted: dict[str, Any]) -> Iterator[Edit]:
    """The edits of a box; what another type does not have goes before it becomes one."""
    if now[TYPE] != wanted[TYPE]:
        kept = {key: held for key, held in now.items() if key in wanted}
        yield from _fields(id, (), now, kept, _form(now[TYPE], id))
        yield MoveNode(id, SECTIONS[wanted[TYPE]])
        now = kept
    yield from _fields(id, (), now, wanted, _form(wanted[TYPE], id))


def with_comments(edits: Iterable[Edit], sides: Sequence[Document]) -> list[Edit]:
    """The edits, with the boxes that come from another file as they stand there."""
    return [_as_there(one, sides) if isinstance(one, AddNode) else one for one in edits]


def _as_there(added: AddNode, sides: Sequence[Document]) -> AddNode:
    for side in sides:
        with suppress(CannotEdit):
            held = plain(locate_node(side, added.id).part)
            return replace(added, data=held, lines=node_lines(side, added.id))
    return added


def _form(section: str, id: str) -> Form | None:
    form = root_form().within(section)
    return form and form.within(id)


def _fields(node: str, at: Keys, now: Any, wanted: Any, form: Form | None) -> Iterator[Edit]:
    """The edits of a mapping."""
    for key in {**now, **wanted}:
        if key == TYPE or now.get(key) == wanted.get(key):
            continue
        held, path = form.within(key) if form else None, (*at, key)
        if key not in wanted:
            yield _unset(node, path)
        elif isinstance(now.get(key), Listed) and isinstance(wanted[key], Listed):
            yield from _items(node, path, now[key], wanted[key], held)
        elif type(now.get(key)) is dict and type(wanted[key]) is dict:
            yield from _fields(node, path, now[key], wanted[key], held)
        else:
            yield Set(node, path, _short(wanted[key], held, key))


def _unset(node: str, path: Keys) -> Edit:
    named = [node, *(str(key) for key in path)]
    if path[-1] == "title" and named[-2]:
        # its words are then those of its id; a box that is only its title has no such key to take away
        return Set(node, path, title_from(named[-2]))
    return Unset(node, path)


def _items(node: str, at: Keys, now: Listed, wanted: Listed, form: Form | None) -> Iterator[Edit]:
    """The edits of a list: those of its items first, and what goes last, so that the numbers stay true."""
    item = form.item if form else None
    for number, (key, held) in enumerate(now.items()):
        if key in wanted and held != wanted[key]:
            yield from _fields(node, (*at, number), held, wanted[key], item)
    yield from (AddItem(node, at, _short(wanted[key], item, "")) for key in wanted if key not in now)
    for number, key in reversed(list(enumerate(now))):
        if key not in wanted:
            yield RemoveItem(node, at, number)


def _short(held: Any, form: Form | None, key: str) -> Any:
    """A part of a tree as plain data, in the short forms that people write."""
    return bare(short_draft(drafted(data_of(held), form), form, key))
