"""Refusal: why what a person asked of a chain cannot be done, in the words of the chain."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from nyttokedja.errors import NyttokedjaError
from nyttokedja.language.texts import texts
from nyttokedja.model.findings import NOWHERE, Place, Span
from nyttokedja.model.spelling import nearest_box


class Refusal(NyttokedjaError):
    """Something that cannot be done with a chain; nothing has been changed.

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

    def at(self, place: Callable[[Span], Place], language: str, keys: str) -> None:
        """Say which file it is about, by the places of its spans; its language, and that of its keys."""
        self.language, self.keys, self.spoken = language, keys, True
        self.place = place(self.span) if self.span != NOWHERE else None

    def __str__(self) -> str:
        said = texts(self.language)
        return said.fill(said.template("editing/refused", self.reason), self.particulars, self.keys)


R = TypeVar("R", bound=Refusal)


def unknown_node(refusal: type[R], id: str, known: Iterable[str] | Mapping[str, str]) -> R:
    """The refusal of a node that is not there; of the known ids, with titles where they are known, it names
    the one that may be meant.
    """
    meant = nearest_box(id, known if isinstance(known, Mapping) else {one: one for one in known})
    return refusal("no-node-but", id=id, meant=meant) if meant else refusal("no-node", id=id)
