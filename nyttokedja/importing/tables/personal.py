"""The headings of a table → whether a column tells who somebody is."""

from __future__ import annotations

import re
from functools import cache

from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.texts import texts
from nyttokedja.model.spelling import fold

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def names_somebody(heading: str) -> bool:
    """Whether a heading has a word of names, birth numbers or addresses in it."""
    return bool({fold(word) for word in _WORD.findall(heading)} & _telling_words())


def is_label_of_a_person(text: str) -> bool:
    """Whether a text is such a word and nothing else, or begins so before a colon: *Name: …*."""
    return fold(text.partition(":")[0]) in _telling_words()


@cache
def _telling_words() -> frozenset[str]:
    """The words, folded, that say that something tells who somebody is."""
    every = (texts(language).group("users/heard")["telling"] for language in LANGUAGES)
    return frozenset(fold(word) for words in every for word in words)
