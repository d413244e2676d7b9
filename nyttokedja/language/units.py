"""The words for units in all languages together: people write ``min/visit`` in a Swedish file too."""

from __future__ import annotations

from functools import cache

from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.tables import table
from nyttokedja.model.units import UNSURE, UnitWords


@cache
def unit_words() -> UnitWords:
    """The words for units, and those that stand round them."""
    names: dict[str, str] = {}
    for language in LANGUAGES:
        for unit, words in table(language, "units")["units"].items():
            names |= {spelled: unit for word in words for spelled in (word, word.casefold())}
    names |= dict.fromkeys(_round_units("unsure"), UNSURE)
    return UnitWords(names, *map(_round_units, ("per", "and", "number_of", "plurals")))


def unit_shown(unit: str, language: str, *, below: bool = False) -> str:
    """A unit as a language says it; ``below`` is after a stroke."""
    word: str = table(language, "units")["units"][unit][below]
    return word


def _round_units(kind: str) -> tuple[str, ...]:
    """Words of a kind, the longest first."""
    words = {word for language in LANGUAGES for word in table(language, "units")["words"][kind]}
    return tuple(sorted(words, key=lambda word: (-len(word), word)))
