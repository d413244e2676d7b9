"""Identifiers of nodes: what one may be, one made of any text, and the arrow between two of them.

The schema's pattern for ids is as near to `is_id` as a regular expression of all dialects can come.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

ARROW = re.compile("\\s*(?:[-–—=]+>|[→⇒➔\uf0e0])\\s*")
"""An arrow between two ids: as typed, as a keyboard gives it, and as a word processor makes of it."""


_NOT_IN_IDS = {"\u2e2f", *map(chr, range(0xFE00, 0xFE10))}
"""A sign and the variation selectors, which Unicode counts among letters and marks."""
_LONGEST = 56
"""Leaves room in 64 characters for a number that sets two like labels apart."""
# names that Windows keeps for devices, with any ending
_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
_ASCII = str.maketrans({"å": "a", "ä": "a", "ö": "o", "æ": "ae", "ø": "o", "é": "e", "ü": "u"})


def is_id(value: object) -> bool:
    """Whether a text can be an id: a letter of any alphabet, then letters, digits, ``_`` and ``-``.

    What is no text is another check's business, and passes.
    """
    if not isinstance(value, str):
        return True
    return value[:1].isalpha() and len(value) <= 64 and all(is_letter(c) for c in value if c not in "_-")


def as_id(text: str) -> str:
    """An id made of a text that is none."""
    name = re.sub(r"_+", "_", "".join(c if is_letter(c) else "_" for c in text.lower())).strip("_")
    return _cut(name if name[:1].isalpha() else f"n{name or 1}", 64)


def _cut(id: str, most: int) -> str:
    """An id of at most so many characters, that ends where a word does."""
    if len(id) <= most:
        return id
    return id[: most + 1].rpartition("_")[0] or id[:most]


def ids_of(title: str) -> frozenset[str]:
    """The ids that a title gives, with its letters and without å, ä, ö, æ and ø."""
    own = as_id(title)
    return frozenset({own, own.translate(_ASCII)})


@lru_cache(maxsize=4096)
def is_letter(character: str) -> bool:
    """A letter, a vowel sign of an alphabet that has them, or a digit."""
    if character in _NOT_IN_IDS:
        return False
    return character.isalpha() or character.isdecimal() or unicodedata.category(character)[0] == "M"


def ascii_id(title: str) -> str:
    """A title as an id and a file name: ``Digital nattillsyn!`` → ``digital_nattillsyn``."""
    plain = title.casefold().translate(_ASCII)
    name = _cut("_".join("".join(c if c.isascii() and c.isalnum() else " " for c in plain).split()), 50)
    if not name[:1].isalpha() or name in _RESERVED:
        name = f"kedja_{name}".strip("_")
    return name


class _Letters(dict[int, str]):
    """Characters that an id made of a title holds as they are; any other parts its words."""

    def __missing__(self, point: int) -> str:
        character = chr(point)
        self[point] = character if character.isalnum() and is_letter(character) else " "
        return self[point]


_LETTERS = _Letters()


class UniqueIds:
    """Gives each label an id of its own."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._last: dict[str, int] = {}  # stem → the number last tried with it

    def keep(self, id: str) -> bool:
        """Whether an id may be used as it is; if so it is taken."""
        if not is_id(id) or id in self._taken:
            return False
        self._taken.add(id)
        return True

    def make(self, label: str) -> str:
        """A free id that reads like the label: lower case, with ``_`` for what is no letter or digit."""
        stem = _stem(label)
        id = stem
        while id in self._taken:
            self._last[stem] = self._last.get(stem, 1) + 1
            id = f"{stem}_{self._last[stem]}"
        self._taken.add(id)
        return id


def _stem(label: str) -> str:
    lowered = unicodedata.normalize("NFC", label.lower())
    words = lowered.translate(_LETTERS).split()
    stem = ""
    for word in words:
        longer = f"{stem}_{word}" if stem else word[:_LONGEST]
        if len(longer) > _LONGEST:
            break
        stem = longer
    if not stem:
        return "box"
    return stem if is_id(stem[0]) else f"nr_{stem}"
