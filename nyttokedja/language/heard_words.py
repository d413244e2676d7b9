"""A text → its words, and what stands near what among them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

_WORD = re.compile(r"[^\W_]+(?:[-–'’][^\W_]+)*|[&+€$£]")
_NEAR = 2
"""So many words after one that changes another may stand what it changes: ``lägre fasta kostnader``."""


@lru_cache(4_000)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text; a title's are asked for by one rule after the other."""
    return tuple(_WORD.findall(unicodedata.normalize("NFC", text).casefold()))


def frozen(held: Any) -> Any:
    """A table whose lists are tuples, which words are compared with as they are."""
    if isinstance(held, Mapping):
        return {key: frozen(value) for key, value in held.items()}
    return tuple(map(frozen, held)) if isinstance(held, list) else held


def alternatives(words: Iterator[str] | Sequence[str]) -> str:
    """The words as alternatives of a pattern, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def pairs(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each word with the one after it, "" after the last."""
    return zip(words, (*words[1:], ""), strict=False)


def followed(words: Sequence[str], before: Collection[str], after: Collection[str]) -> bool:
    """Whether a word of one kind comes soon after one of the other."""
    for n, word in enumerate(words):
        if word in before and not set(after).isdisjoint(words[n + 1 : n + 1 + _NEAR]):
            return True
    return False
