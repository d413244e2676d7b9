"""bytes → Parsed: a chain file as it is read, step by step; each step is made once, when first asked for.

    bytes → source → translated → validated
              ↓           ↓
           outline    normal form

What is asked for in several places (a check, an edit, a merge, a canonical form) is handed on as one
`Parsed`, so that a file is read once however many ask.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from nyttokedja.reading import source as sources
from nyttokedja.reading.decoding import byte_order_marks
from nyttokedja.reading.limits import LIMITS, Limits
from nyttokedja.reading.normal_form import normal_form
from nyttokedja.reading.outline import Outline, outline
from nyttokedja.reading.source import Source
from nyttokedja.reading.translation import Translated, language_of_keys, translate
from nyttokedja.reading.validation import Validated, validate


@dataclass(frozen=True)
class Parsed:
    """A chain file: its bytes, what it is called in places, the limits of what is read.

    `keys`, `translated`, `validated` and `outline` are there only where it `can_be_read`.
    """

    data: bytes
    name: str = ""
    limits: Limits = LIMITS

    @cached_property
    def source(self) -> Source:
        """Its text, and its data as parts that know their place."""
        return sources.read(self.data, self.name, self.limits)

    @property
    def text(self) -> str:
        """Its text, without byte order mark."""
        return self.source.text

    @property
    def can_be_read(self) -> bool:
        """Whether there is any data in it."""
        return self.source.root is not None

    @cached_property
    def keys(self) -> str:
        """The language of its keys: "sv", "nb" or "en"."""
        assert self.source.root is not None
        return language_of_keys(self.source.root)

    @cached_property
    def translated(self) -> Translated:
        """Its parts in canonical words."""
        assert self.source.root is not None
        return translate(self.source.root)

    @cached_property
    def validated(self) -> Validated:
        """Its canonical parts that are valid by the schema."""
        return validate(self.translated.root, self.translated.keys)

    @property
    def is_complete(self) -> bool:
        """Whether no node and no arrow is missing from its valid parts that somebody meant to be there."""
        return self.translated.complete and self.validated.complete

    @property
    def is_sound(self) -> bool:
        """Whether it can be read and nothing is wrong with its form."""
        if not self.can_be_read or self.source.faults:
            return False
        return not self.translated.faults and self.validated.is_unchanged

    @cached_property
    def outline(self) -> Outline:
        """Where its entries and items stand in the text."""
        return outline(self.source)

    @cached_property
    def normal_form(self) -> dict[str, Any] | None:
        """What it says, as plain data; None where it cannot be read, or something in it would be lost."""
        if not self.can_be_read or self.source.faults or self.translated.faults:
            return None
        return normal_form(self.translated.root)

    def with_text(self, text: str) -> Parsed:
        """The same file with another text; a byte order mark stays."""
        mark = byte_order_marks(self.data)
        return Parsed(mark + text.encode(), self.name, self.limits)

    def within(self, limits: Limits) -> Parsed:
        """The same file, read within other limits."""
        same = limits._replace(nodes=self.limits.nodes) == self.limits  # nodes are counted by the check
        return self if same else Parsed(self.data, self.name, limits)
