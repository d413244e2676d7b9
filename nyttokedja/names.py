"""Which name was meant: a misspelt word and the known ones → the one that is near, if only one is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable

_NOT_WORD = re.compile(r"[\W_]+")
_LETTERS = str.maketrans({"ø": "o", "æ": "a", "ß": "ss", "đ": "d", "ł": "l"})


def fold(name: str) -> str:
    """The name without case, diacritics, spaces and punctuation: ``Färre besök`` → ``farrebesok``."""
    return _NOT_WORD.sub("", fold_letters(name.casefold()))


def fold_letters(word: str) -> str:
    """The word as a keyboard without å, ä, ö, æ and ø has it: ``förändringar`` → ``forandringar``."""
    plain = unicodedata.normalize("NFKD", word.translate(_LETTERS))
    return "".join(c for c in plain if not unicodedata.combining(c))


def nearest(name: str, known: Collection[str]) -> str | None:
    """The one known name that ``name`` may be a slip of; None where none, or several, are as near.

    Near is at most one edit in four characters (three at the most), two swapped letters being one
    edit, after `fold`.
    """
    folded = fold(name)
    best, best_at, tied = None, min(3, max(1, len(folded) // 4)) + 1, False
    for candidate, at in _distances(folded, known, best_at - 1):
        if at < best_at:
            best, best_at, tied = candidate, at, False
        elif at == best_at and best is not None and candidate != best:
            tied = True
    return None if tied or not folded else best


def _distances(folded: str, known: Iterable[str], limit: int) -> Iterable[tuple[str, int]]:
    from rapidfuzz.distance import OSA

    for candidate in known:
        at = OSA.distance(folded, fold(candidate), score_cutoff=limit)
        if at <= limit:
            yield candidate, at
