"""Document: a file as it is written, and as it is meant: what an edit is looked up in."""

from __future__ import annotations

from dataclasses import dataclass

from nyttokedja.editing.errors import CannotEdit
from nyttokedja.editing.page import Page
from nyttokedja.model.findings import Place, Span
from nyttokedja.reading.outline import Path
from nyttokedja.reading.parts import MappingPart
from nyttokedja.reading.source import Source
from nyttokedja.reading.translation import translate
from nyttokedja.reading.validation import fit


@dataclass(frozen=True)
class Document:
    """A page, with its parts in canonical words and without those that do not fit.

    ``keys`` is the language of its own words. Where it is not ``complete``, nodes or arrows may be missing
    from ``root`` that somebody meant to be there.
    """

    page: Page
    root: MappingPart
    keys: str
    complete: bool

    def place(self, path: Path) -> Place:
        """Where an entry or item stands in the file."""
        child = self.page.outline.children[path]
        return self.page.source.place(Span(child.head, child.end))


def document(source: Source) -> Document:
    """The document of a source.

    Raises:
        CannotEdit: the file cannot be read.
    """
    if source.root is None:
        fault = source.faults[0]
        raise CannotEdit("conflict" if fault.variant == "conflict-marker" else "unreadable", fault.span)
    translated = translate(source.root)
    fitted = fit(translated.root, translated.keys)
    return Document(Page(source), fitted.root, translated.keys, translated.complete and fitted.complete)
