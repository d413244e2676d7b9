"""A cell that people have filled in → the value that it means in a chain."""

from __future__ import annotations

import math
import re
from typing import Any

from nyttokedja.importing.calculation.memory import DATE, NUMBER, listed_key
from nyttokedja.importing.calculation.sheets import RawCell
from nyttokedja.language.keywords import words
from nyttokedja.model.periods import parse
from nyttokedja.model.spelling import fold

LISTED = {
    "kind": ("local", "estimate", "experience", "standard"),
    "first_year": ("undiscounted", "discounted"),
}
_SPACES = re.compile(r"[\s\u00a0\u202f]")
_MOST = 1e15


class Unfit(Exception):
    """A cell holds what cannot stand there."""


def value_of(kind: str, cell: RawCell | None, language: str) -> Any:
    """The value in a cell; None where it is empty.

    Raises:
        Unfit: it cannot stand there.
    """
    if cell is None or not cell.text.strip():
        return None
    if kind == NUMBER:
        return _number(cell.text)
    if kind == DATE:
        return _date(cell)
    if key := listed_key(kind):
        return _listed(key, cell.text, language)
    return _plain(cell)


def shortened(shares: list[Any]) -> list[Any]:
    """The shares of years without those at the end that go on by themselves."""
    last = len(shares)
    while last > 1 and shares[last - 1] == shares[last - 2]:
        last -= 1
    return shares[:last]


def _number(text: str) -> int | float:
    """A number of a cell, or one typed as text: with a decimal comma, spaces, a minus of typography."""
    bare = _SPACES.sub("", text).replace("\u2212", "-").replace(",", ".")
    try:
        number = float(bare)
    except ValueError:
        raise Unfit from None
    if not math.isfinite(number) or abs(number) > _MOST:
        raise Unfit
    return int(number) if number.is_integer() else number


def _plain(cell: RawCell) -> str:
    """A text; a number in a cell for texts is one too."""
    if cell.is_number:
        number = _number(cell.text)
        return str(number)
    return cell.text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _date(cell: RawCell) -> str:
    text = _plain(cell)
    try:
        parse(text)
    except ValueError:
        raise Unfit from None
    return text


def _listed(key: str, text: str, language: str) -> str:
    spoken = words(language)
    for value in LISTED[key]:
        if fold(text) in (fold(value), fold(spoken.value(value, key))):
            return value
    raise Unfit
