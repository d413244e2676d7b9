"""A language → the words and sentences of pictures in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.texts import Texts, texts

Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class PictureWords:
    """The words and sentences of one language, by section and key."""

    texts: Texts

    @property
    def language(self) -> str:
        """The language's code."""
        return self.texts.language

    @property
    def table(self) -> Mapping[str, Table]:
        """Section → key → sentence."""
        return self.texts.group("picture/")

    def say(self, section: str, key: str, **values: object) -> str:
        """The sentence with its placeholders filled; where it has a singular and a plural, by ``n``."""
        return self.texts.template(f"picture/{section}", key, values.get("n")).format(**values)

    def word(self, section: str, key: str) -> str:
        """The word for a value, or the value itself where there is none."""
        return str(self.table[section].get(key, key))

    def has(self, section: str, key: str) -> bool:
        """Whether there is a word for the value."""
        return key in self.table[section]


@cache
def picture_words(language: str) -> PictureWords:
    """The words in a language; Swedish for one that is not known."""
    return PictureWords(texts(language if language in LANGUAGES else "sv"))
