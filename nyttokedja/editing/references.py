"""Document → the places where it names a node: arrows, hindrances, preconditions, risks, decisions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from nyttokedja.editing.document import Document
from nyttokedja.editing.edits import Keys
from nyttokedja.model.chain import NAMING, SECTIONS
from nyttokedja.model.ids import ARROW
from nyttokedja.reading.outline import Path
from nyttokedja.reading.parts import Entry, ListPart, MappingPart, Part, ScalarPart


class Pointer(NamedTuple):
    """A text that names a node: its path as written, whose it is, the field, its number in that."""

    path: Path
    node: str
    field: Keys
    number: int
    text: str

    @property
    def ids(self) -> tuple[str, ...]:
        """The id that is named, or those of an arrow's ends."""
        return tuple(ARROW.split(self.text.strip()))

    def naming(self, old: str, new: str) -> str:
        """The text with one id in the place of another."""
        return "".join(new if part.strip() == old else part for part in _with_signs(self.text))


def _with_signs(text: str) -> Iterator[str]:
    at = 0
    for match in ARROW.finditer(text):
        yield from (text[at : match.start()], match[0])
        at = match.end()
    yield text[at:]


def pointers(document: Document, id: str) -> Iterator[Pointer]:
    """Where a file names a node, from its beginning on; the node's own key aside."""
    return (pointer for pointer in all_pointers(document) if id in pointer.ids)


def all_pointers(document: Document) -> Iterator[Pointer]:
    """Where a file names nodes; "" is the node of what a decision, a story or the handover names."""
    for key, value in document.root.entries:
        if key.value in SECTIONS and isinstance(value, MappingPart):
            for node in value.entries:
                yield from _of(document, node.value, str(node.key.value), ())
        elif key.value in ("accepted", "success_stories") and isinstance(value, ListPart):
            for n, item in enumerate(value.items):
                yield from _of(document, item, "", (str(key.value), n))
        elif key.value == "handover":
            yield from _of(document, value, "", ("handover",))


def _of(document: Document, holder: Part, node: str, at: Keys) -> Iterator[Pointer]:
    for entry in holder.entries if isinstance(holder, MappingPart) else ():
        if entry.key.value in (*NAMING, "followed_up"):
            yield from _named(document, entry, node, (*at, str(entry.key.value)))


def _named(document: Document, entry: Entry, node: str, field: Keys) -> Iterator[Pointer]:
    several = isinstance(entry.value, ListPart)
    items = entry.value.items if isinstance(entry.value, ListPart) else (entry.value,)
    for n, item in enumerate(items):
        path, text = (document.file.item(item) if several else document.file.keyed(entry.key)), item
        for target in item.entries if isinstance(item, MappingPart) else ():
            if target.key.value == "to":
                path, text = document.file.keyed(target.key), target.value
        if isinstance(text, ScalarPart) and isinstance(text.value, str):
            number = document.file.item(item)[-1] if several else n
            yield Pointer(path, node, field, number, text.value)
