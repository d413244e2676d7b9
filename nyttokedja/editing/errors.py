"""CannotEdit: why an edit was not made, in the words of the chain."""

from __future__ import annotations

from typing import Any

from nyttokedja.errors import NyttokedjaError
from nyttokedja.language.tables import table
from nyttokedja.language.texts import texts
from nyttokedja.model.findings import NOWHERE, Place, Span
from nyttokedja.reading.source import Source


class CannotEdit(NyttokedjaError):
    """An edit that cannot be made, or whose place is not certain; nothing has been changed.

    ``reason`` is its name in the texts' ``refused``, with its ``particulars``; as a text it is a sentence
    in the ``language`` of the chain. ``place`` is where in the file, where that can be said.
    """

    def __init__(self, reason: str, span: Span = NOWHERE, **particulars: Any) -> None:
        super().__init__(reason)
        self.reason = reason
        self.span = span
        self.particulars = particulars
        self.language = self.keys = "en"
        self.place: Place | None = None
        self.spoken = False  # whether it knows yet which file it is about

    def at(self, source: Source, language: str, keys: str) -> None:
        """Say which file it is about, its language, and that of its keys."""
        self.language, self.keys, self.spoken = language, keys, True
        self.place = source.place(self.span) if self.span != NOWHERE else None

    def __str__(self) -> str:
        template = table(self.language, "editing")["refused"][self.reason]
        return texts(self.language).fill(template, self.particulars, self.keys)
