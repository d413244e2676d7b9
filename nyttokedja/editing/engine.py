"""bytes + edits → Edited: each edit looked up, done, read again, and compared with what was meant.

Edits of different boxes are proved together where that comes to the same (`rounds`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from math import inf
from typing import Any

from nyttokedja.editing import edits, fields, items, nodes
from nyttokedja.editing.apply import written
from nyttokedja.editing.document import Document, document
from nyttokedja.editing.errors import CannotEdit
from nyttokedja.editing.rounds import in_rounds, windows
from nyttokedja.editing.steps import Step
from nyttokedja.language.codes import guessed
from nyttokedja.reading.parsed import Parsed
from nyttokedja.reading.source import Source

STEPS: Mapping[type, Callable[[Any, Document], list[Step]]] = {
    edits.Set: fields.set_field,
    edits.Unset: fields.unset_field,
    edits.AddItem: items.add_item,
    edits.RemoveItem: items.remove_item,
    edits.AddNode: nodes.add_node,
    edits.RemoveNode: nodes.remove_node,
    edits.RenameId: nodes.rename_id,
    edits.MoveNode: nodes.move_node,
    edits.Lengthen: fields.lengthen,
    edits.Shorten: fields.shorten,
}
"""Kind of edit → what it means for a file, as steps."""


@dataclass(frozen=True, slots=True)
class Edited:
    """A file before and after edits: its bytes, and what they are read as afterwards."""

    before: bytes
    parsed: Parsed

    @property
    def after(self) -> bytes:
        """The file's bytes after the edits."""
        return self.parsed.data

    @property
    def source(self) -> Source:
        """What is read of the file after the edits."""
        return self.parsed.source

    @property
    def text(self) -> str:
        """The file's text after the edits."""
        return self.source.text


def edit(data: bytes, *wanted: edits.Edit, name: str = "") -> Edited:
    """Make edits in the bytes of a chain file, one after the other: all of them, or none.

    Every byte that an edit is not about stays what it is: comments, order, quotes, blank lines, line
    ends. Whether the chain is a better or worse one afterwards is not judged here; that is what
    `nyttokedja.check` is for.

    Args:
        data: the content of the file.
        wanted: the edits; see `nyttokedja.editing.edits`.
        name: what the file is called in places.

    Raises:
        CannotEdit: an edit cannot be made, its place is not certain, or the file would not be read as
            what was meant; the exception says why, in the language of the chain.
    """
    return edit_parsed(Parsed(data, name), wanted)


def edit_parsed(parsed: Parsed, wanted: Iterable[edits.Edit], most: float = inf) -> Edited:
    """Make edits in a file that has been read, as `edit` does.

    Args:
        parsed: the file.
        wanted: the edits.
        most: so many bytes may be read again for edits that are made one by one; of more, none is made.

    Raises:
        CannotEdit: as in `edit`.
    """
    before = parsed.data
    for window in windows(wanted):
        done = in_rounds(parsed, window, _steps)
        if done is None:
            most -= len(window) * len(parsed.data)
            if most < 0:
                raise CannotEdit("not-certain")
            done = reduce(_edited, window, parsed)
        parsed = done
    return Edited(before, parsed)


def _steps(wanted: edits.Edit, document: Document) -> list[Step]:
    return STEPS[type(wanted)](wanted, document)


def _edited(parsed: Parsed, wanted: edits.Edit) -> Parsed:
    language = keys = guessed(parsed.text)
    try:
        found = document(parsed)
        keys = found.keys
        return written(found.file, _steps(wanted, found)).parsed
    except CannotEdit as error:
        error.at(parsed.source.place, language, keys)
        raise
