"""Document: a file as it is written, and as it is meant: what an edit is looked up in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from nyttokedja.editing.errors import CannotEdit
from nyttokedja.editing.file_text import FileText
from nyttokedja.model.chain import SECTIONS
from nyttokedja.model.findings import Place, Span
from nyttokedja.reading.outline import Path
from nyttokedja.reading.parsed import Parsed
from nyttokedja.reading.parts import Entry, MappingPart


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

    @cached_property
    def nodes(self) -> Mapping[str, Sequence[tuple[Entry, Entry]]]:
        """Id → the sections that have a node of that id, and its entry there: one, but for doubled ids."""
        found: dict[str, list[tuple[Entry, Entry]]] = {}
        for section in self.root.entries:
            if section.key.value in SECTIONS and isinstance(section.value, MappingPart):
                for entry in section.value.entries:
                    found.setdefault(entry.key.value, []).append((section, entry))
        return found

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
