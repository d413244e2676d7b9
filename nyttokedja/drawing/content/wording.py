"""A language → the words that a picture says in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.tables import table

Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class PictureWords:
    """The sentences of one language, by section and key."""

    language: str
    table: Mapping[str, Table]

    def say(self, section: str, key: str, **values: object) -> str:
        """The sentence with its placeholders filled; where it has two, ``n`` chooses."""
        entry = self.table[section][key]
        if isinstance(entry, Mapping):
            entry = entry["one" if values.get("n") == 1 else "other"]
        return str(entry).format(**values)

    def word(self, section: str, key: str) -> str:
        """The word for a value, or the value itself where there is none."""
        return str(self.table[section].get(key, key))

    def has(self, section: str, key: str) -> bool:
        """Whether there is a word for the value."""
        return key in self.table[section]


@cache
def picture_words(language: str) -> PictureWords:
    """The words in a language; Swedish for one that is not known."""
    known = language if language in LANGUAGES else "sv"
    return PictureWords(known, table(known, "picture"))
