"""Which of several known names was meant by one that is near it (a typo)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

_MOST_IN_SLIP = 2
_SHORTEST_PART = 4
"""So many letters at least tell that a name is a part of another."""
_NEGATING = re.compile(r"icke|ikke|non|un|in|o|u")
"""Prefixes with which a word says the opposite: *onyttor* is no typo of *nyttor*."""
_LETTERS = str.maketrans({"ø": "o", "æ": "a", "ß": "ss", "đ": "d", "ł": "l", "å": "a", "ä": "a", "ö": "o"})
"""The letters that Unicode does not take apart, and those of most words, which need not be."""


def fold(name: str) -> str:
    """The name without case, diacritics, spaces and punctuation: ``Färre besök`` → ``farrebesok``."""
    return _letters_of(fold_letters(name.casefold()))


@lru_cache(maxsize=2048)
def words_of(title: str) -> str:
    """A title without case, spaces and punctuation, by which two that say the same are known."""
    return _letters_of(unicodedata.normalize("NFKC", title).casefold())


def _letters_of(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def fold_letters(word: str) -> str:
    """The word as a keyboard without å, ä, ö, æ and ø has it: ``förändringar`` → ``forandringar``."""
    if word.isascii():
        return word
    plain = word.translate(_LETTERS)
    if plain.isascii():
        return plain
    plain = unicodedata.normalize("NFKD", plain)
    return "".join(c for c in plain if not unicodedata.combining(c))


def likeness(one: str, other: str) -> float:
    """How much of two texts is the same, letters in order, from 0 to 1."""
    from rapidfuzz.distance import Indel

    return float(Indel.normalized_similarity(one, other))


def is_slip(name: str, right: str) -> bool:
    """Whether a name is another one with a letter or two wrong: near as a typo is, and with its digits."""
    from rapidfuzz.distance import OSA

    one, other = fold(name), fold(right)
    near = 0 < OSA.distance(one, other) <= min(_MOST_IN_SLIP, _most_edits(other))
    return near and [c for c in one if c.isdigit()] == [c for c in other if c.isdigit()]


def _most_edits(folded: str) -> int:
    """How many edits there may be in a typo: about one in four characters, none in a name of three."""
    return min(3, (len(folded) + 2) // 4) if len(folded) > 3 else 0


def _is_negated(one: str, other: str) -> bool:
    """Whether one of two folded names is the other with a negating prefix."""
    short, long = sorted((one, other), key=len)
    return long.endswith(short) and _NEGATING.fullmatch(long.removesuffix(short)) is not None


class Vocabulary:
    """Names among which a misspelt one is looked up; they are folded once."""

    def __init__(self, names: Iterable[str]) -> None:
        self._folded: dict[str, list[str]] = {}
        for name in names:
            self._folded.setdefault(fold(name), []).append(name)

    def nearest(self, name: str) -> str | None:
        """The one name that ``name`` may be a typo of; None where none is near, or several are equally near.

        Near is about one edit in four characters (three at the most, none in a name of three), two
        swapped letters being one edit, after `fold`.
        """
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        folded = fold(name)
        if not folded:
            return None
        most = _most_edits(folded)
        near = extract(folded, list(self._folded), scorer=OSA.distance, score_cutoff=most, limit=2)
        if not near or (len(near) == 2 and near[0][1] == near[1][1]):
            return None
        if _is_negated(folded, near[0][0]):
            return None
        names = self._folded[near[0][0]]
        return names[0] if len(names) == 1 else None


def nearest(name: str, known: Iterable[str]) -> str | None:
    """`Vocabulary.nearest`, for names that are few: the last ones are kept folded."""
    return _vocabulary(tuple(known)).nearest(name)


_vocabulary = lru_cache(64)(Vocabulary)


def nearest_box(written: str, titles: Mapping[str, str]) -> str | None:
    """The id of the box that somebody may mean who wrote a name that no box has: one that is a typo of its
    id or title or a part of them, of several the most alike; None where there is none.
    """
    if meant := nearest(written, titles):
        return meant
    by_title = {title: id for id, title in titles.items()}
    if meant := nearest(written, by_title):
        return by_title[meant]
    part = fold(written)
    names = [(id, fold(name)) for id, title in titles.items() for name in (id, title)]
    holding = [(likeness(part, name), id) for id, name in names if part in name]
    if len(part) < _SHORTEST_PART or not holding:
        return None
    return max(holding, key=lambda one: one[0])[1]
