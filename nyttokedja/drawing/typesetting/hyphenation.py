"""Where a word too long for its line may be broken: between the parts of a compound, else between syllables.

The syllables are those of the hyphenation dictionaries in the package pyphen, which are the same on
every machine. They know few compounds, whose parts are therefore found by how parts begin and end in each
language (``compounds.toml``). Places in a word are numbers of characters before the break.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from nyttokedja.language.codes import HYPHENATION, LANGUAGES

if TYPE_CHECKING:
    from pyphen import Pyphen

BEFORE, AFTER = 3, 4
"""The least number of letters before a break, and after it."""

_LETTERS = re.compile(r"[^\W\d_]+")
_HYPHENATED = ("LATIN", "GREEK", "CYRILLIC", "ARMENIAN", "GEORGIAN")


@lru_cache(maxsize=4096)
def compound_breaks(word: str, language: str) -> frozenset[int]:
    """The places between the parts of a compound, as far as its parts are known."""
    if language not in _parts():
        return frozenset()
    edges, short = _part_edges(language), _parts()[language]["short"]
    return frozenset(
        start + match.end()
        for start, letters in _runs(word)
        for match in edges.finditer(letters.lower())
        if _is_inside(match.end(), letters)
        or (match.end() >= BEFORE and letters[match.end() :].lower() in short)
    )


@lru_cache(maxsize=4096)
def syllable_breaks(word: str, language: str) -> frozenset[int]:
    """The places between syllables, without those less than `BEFORE` letters from a compound break."""
    compounds = compound_breaks(word, language)
    return frozenset(
        start + at
        for start, letters in _runs(word)
        for at in _dictionary(language).positions(letters)
        if _is_inside(at, letters) and not any(0 < abs(start + at - other) < BEFORE for other in compounds)
    )


def takes_hyphen(char: str) -> bool:
    """Whether the character is a letter of a script that breaks words with a hyphen."""
    return char.isalpha() and unicodedata.name(char, "").startswith(_HYPHENATED)


def _runs(word: str) -> Iterator[tuple[int, str]]:
    """(start, letters) of each run of letters in the word that may be hyphenated."""
    for match in _LETTERS.finditer(word):
        if len(match[0].lower()) == len(match[0]) and all(map(takes_hyphen, match[0])):
            yield match.start(), match[0]


def _is_inside(at: int, letters: str) -> bool:
    return BEFORE <= at <= len(letters) - AFTER


@cache
def _parts() -> Mapping[str, Mapping[str, Sequence[str]]]:
    return tomllib.loads(files(__package__).joinpath("compounds.toml").read_text(encoding="utf-8"))


@cache
def _part_edges(language: str) -> re.Pattern[str]:
    """Matches the empty string after the end of a part, and before the start of one."""
    known = _parts()[language]
    after = "|".join(f"(?<={end})" for end in known["ends"])
    before = "|".join((*known["starts"], *(f"{short}$" for short in known["short"])))
    return re.compile(f"{after}|(?={before})")


@cache
def _dictionary(language: str) -> Pyphen:
    from pyphen import Pyphen  # 60–120 ms: only where no compound break will do

    return Pyphen(lang=HYPHENATION.get(language, HYPHENATION[LANGUAGES[0]]))
