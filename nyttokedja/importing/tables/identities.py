"""A cell's text → what in it tells who somebody is: birth numbers of Sweden and Norway, addresses of mail.

Written here since the libraries that know such numbers hold a birth date against today's, and this reads no
clock, and leave out the numbers that are given to who is not yet registered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

_MAIL = re.compile(r"[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+")
_SWEDISH = re.compile(r"(?<!\d)(\d\d)?(\d{6})[-+–−\s]?(\d{4})(?!\d)")
_NORWEGIAN = re.compile(r"(?<!\d)(\d{6})[-\s]?(\d{5})(?!\d)")
_BARE = re.compile(r"\d{9,10}")
_FIRST = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
_SECOND = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
"""The weights of the digits of a Norwegian birth number, for each of its two check digits."""


def identity_in(text: str) -> str:
    """What a text holds that tells who somebody is: ``birth-number``, ``mail``, or "" for nothing.

    A number whose first zero a sheet has dropped is known too.
    """
    if _MAIL.search(text):
        return "mail"
    padded = f"0{text}" if _BARE.fullmatch(text) else ""
    return "birth-number" if any(map(_has_birth_number, filter(None, (text, padded)))) else ""


def _has_birth_number(text: str) -> bool:
    swedish = (_is_swedish(f"{day}{rest}") for _, day, rest in _SWEDISH.findall(text))
    norwegian = (_is_norwegian(f"{day}{rest}") for day, rest in _NORWEGIAN.findall(text))
    return any(swedish) or any(norwegian)


def _is_swedish(number: str) -> bool:
    """Whether ten digits are a birth number or, with 60 added to the day, a number of coordination."""
    year, month, day = (int(number[n : n + 2]) for n in (0, 2, 4))
    return _is_date(year, month, day - 60 if day > 60 else day) and _luhn(number) % 10 == 0


def _luhn(number: str) -> int:
    doubled = (int(digit) * (2 - n % 2) for n, digit in enumerate(number))
    return sum(n - 9 if n > 9 else n for n in doubled)


def _is_norwegian(number: str) -> bool:
    """Whether eleven digits are a birth number; 40 may be added to the day, and 40 or 80 to the month."""
    digits = [int(digit) for digit in number]
    day, month, year = (int(number[n : n + 2]) for n in (0, 2, 4))
    months = [month - added for added in (0, 40, 80) if month > added]
    dates = (_is_date(year, one, day - 40 if day > 40 else day) for one in months)
    return any(dates) and all(_adds_up(digits, weights) for weights in (_FIRST, _SECOND))


def _adds_up(digits: list[int], weights: tuple[int, ...]) -> bool:
    return sum(digit * weight for digit, weight in zip(digits, weights, strict=False)) % 11 == 0


def _is_date(year: int, month: int, day: int) -> bool:
    """Whether it is a day in some century."""
    return any(map(_exists, _centuries(year), (month, month), (day, day)))


def _centuries(year: int) -> Iterator[int]:
    yield from (1900 + year, 2000 + year)


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
