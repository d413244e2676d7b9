"""Document: a file as it is written, and as it is meant: what an edit is looked up in."""

from __future__ import annotations

from dataclasses import dataclass

from nyttokedja.editing.errors import CannotEdit
from nyttokedja.editing.file_text import FileText
from nyttokedja.model.findings import Place, Span
from nyttokedja.reading.outline import Path
from nyttokedja.reading.parsed import Parsed
from nyttokedja.reading.parts import MappingPart


@dataclass(frozen=True)
class Document:
    """A file, with its parts in canonical words and without those that do not fit.

    ``keys`` is the language of its own words. Where it is not ``complete``, nodes or arrows may be missing
    from ``root`` that somebody meant to be there.
    """

    file: FileText
    root: MappingPart
    keys: str
    complete: bool

    def place(self, path: Path) -> Place:
        """Where an entry or item stands in the file."""
        child = self.file.outline.children[path]
        return self.file.source.place(Span(child.head, child.end))


def document(parsed: Parsed) -> Document:
    """The document of a file.

    Raises:
        CannotEdit: the file cannot be read.
    """
    if not parsed.can_be_read:
        fault = parsed.source.faults[0]
        raise CannotEdit("conflict" if fault.variant == "conflict-marker" else "unreadable", fault.span)
    return Document(FileText(parsed), parsed.validated.root, parsed.keys, parsed.is_complete)
