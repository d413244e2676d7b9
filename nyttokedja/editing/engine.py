"""bytes + edits → Edited: each edit looked up, done, read again, and compared with what was meant."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from nyttokedja.editing import edits, fields, items, nodes
from nyttokedja.editing.apply import written
from nyttokedja.editing.document import Document, document
from nyttokedja.editing.errors import CannotEdit
from nyttokedja.editing.steps import Step
from nyttokedja.language.codes import guessed
from nyttokedja.reading.source import Source, read

_MARK = b"\xef\xbb\xbf"

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
    """A file before and after edits: its bytes, and what they were read as."""

    before: bytes
    after: bytes
    source: Source

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
    mark = _MARK if data.startswith(_MARK) else b""
    source = read(data, name)
    for one in wanted:
        source = _edited(source, one)
    return Edited(data, mark + source.text.encode(), source)


def _edited(source: Source, wanted: edits.Edit) -> Source:
    language = keys = guessed(source.text)
    try:
        found = document(source)
        keys = found.keys
        return written(found.page, STEPS[type(wanted)](wanted, found))
    except CannotEdit as error:
        error.at(source, language, keys)
        raise
