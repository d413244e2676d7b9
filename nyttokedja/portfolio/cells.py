"""What cells of rows hold, and how a date and a name become cells."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from math import isfinite
from unicodedata import normalize

from nyttokedja.model.periods import Period
from nyttokedja.model.spelling import fold

Cell = str | int | float | bool | date | None
Facts = Mapping[str, Cell]
"""A row by its columns; what is not there is NULL."""

_LARGEST = 2**63


@lru_cache(maxsize=4096)  # owners and organisations come again and again
def key(text: str) -> str:
    """A text without what two that are meant to be the same may differ in: case, accents, spaces, signs."""
    if not text.isascii():
        text = normalize("NFKC", text)
    return fold(text) or text.casefold().strip()


def stored(value: Cell) -> Cell:
    """A cell that every database holds: no empty text, no half of a sign of Unicode, no number too large."""
    if isinstance(value, str):
        if value.isprintable():  # most are, and then there is nothing to mend
            return value or None
        return value.replace("\0", "").encode("utf-8", "replace").decode() or None
    if isinstance(value, float):
        return value if isfinite(value) else None
    if isinstance(value, int) and abs(value) >= _LARGEST:
        return None
    return value


def period_of(name: str, period: Period | None) -> dict[str, Cell]:
    """A date as it is written, and its first and last day, in their columns."""
    if period is None:
        return {}
    return {name: period.written, f"{name}_first": period.first, f"{name}_last": period.last}
