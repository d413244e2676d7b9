"""A label → an id that the chain format takes and that nothing else in the chain has."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from nyttokedja.language.schema import canonical
from nyttokedja.language.validators import FORMATS

_LONGEST = 56
"""Leaves room in 64 characters for a number that sets two like labels apart."""


class Ids:
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


def is_id(text: str) -> bool:
    """Whether the format takes a text as an id."""
    return len(text) <= 64 and _pattern().search(text) is not None and FORMATS["chain-id"](text)


def _stem(label: str) -> str:
    lowered = unicodedata.normalize("NFC", label.lower())
    body = "".join(c if c.isalnum() and is_id(f"a{c}") else " " for c in lowered)
    words = body.split()
    stem = ""
    for word in words:
        longer = f"{stem}_{word}" if stem else word[:_LONGEST]
        if len(longer) > _LONGEST:
            break
        stem = longer
    if not stem:
        return "box"
    return stem if is_id(stem[0]) else f"nr_{stem}"


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(canonical()["$defs"]["id"]["pattern"])
