"""The overview: what is changed, what comes of it, whose it is, and how far it has a value."""

from __future__ import annotations

from nyttokedja.documents.model import Document, Section
from nyttokedja.documents.opening import document_of, picture_of
from nyttokedja.documents.source import Source


def document(source: Source) -> Document:
    """The overview of a chain."""
    return document_of(
        source, "overview", [Section("chain", source.word("overview", "chain"), tuple(picture_of(source)))]
    )
