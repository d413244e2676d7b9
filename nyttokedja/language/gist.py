"""Texts that say the same in slightly other words → the same gist."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from nyttokedja.language.tables import table

_WORD = re.compile(r"[^\W_]+(?:[-–'’][^\W_]+)*")
_SHORTEST = 3
"""So many letters of a word are left to know it by."""


def gist(text: str, language: str) -> str:
    """What a text says, whatever its case, endings, small words and signs: ``En ekonomi i balans``.

    The order of words counts.
    """
    small, endings = _listened_for(language)
    words = _WORD.findall(unicodedata.normalize("NFKC", text).casefold())
    kept = [word for word in words if word not in small] or words
    return " ".join(_stem(word, endings) for word in kept)


@cache
def _listened_for(language: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The words that set nothing apart, and the endings, the longest first."""
    same = table(language, "lexicon")["same"]
    return frozenset(same["small"]), tuple(sorted(same["endings"], key=len, reverse=True))


def _stem(word: str, endings: tuple[str, ...]) -> str:
    """A word without its endings, so far as enough of it is left."""
    if not word.isalpha():
        return word
    while (end := next(filter(word.endswith, endings), "")) and len(word) - len(end) >= _SHORTEST:
        word = word.removesuffix(end)
    return word
