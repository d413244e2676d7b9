"""Numbers and dates as people write them → how a chain writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from nyttokedja.language.units import unit_words
from nyttokedja.model.units import MONEY
from nyttokedja.reading.numbers import OTHER_BASE

_SIGN = "[-\u2212\u2013]?"
_GROUPED = re.compile(rf"{_SIGN}[0-9]{{1,3}}(?:[ \u00a0\u202f.'_][0-9]{{3}})+(?:,[0-9]+)?")
_SIMPLE = re.compile(rf"{_SIGN}[0-9]+(?:[.,][0-9]+)?")
_WITH_UNIT = re.compile(rf"({_GROUPED.pattern}|{_SIMPLE.pattern})\s*([%°€$£]|[^\W\d_].*|%.*)")
_PERCENT = re.compile(r"([0-9]{1,3}(?:[.,][0-9]+)?)\s*(?:%|procent|prosent|per ?cent)?")
_DAY_FIRST = re.compile(r"([0-9]{1,2})[./ -]([0-9]{1,2})[./ -]([0-9]{4})")
_WORDY = re.compile(r"(?:(?:den )?([0-9]{1,2})[.:]?[ea]? )?([a-zå]+)\.? ([0-9]{4})")
_YEAR_MONTH = re.compile(r"([0-9]{4})[-/. ]([0-9]{1,2})(?:[-/. ]([0-9]{1,2}))?")
_QUARTER = re.compile(r"(?:kvartal|kv|q) ?([1-4])[ ,-]*([0-9]{4})|([0-9]{4})[ ,-]*(?:kvartal|kv|q) ?([1-4])")
_MONTHS = ("jan", "feb", "mar", "apr", "ma", "jun", "jul", "aug", "sep", "o", "nov", "de")


def explain_number(text: str, *, quoted: bool = False) -> tuple[str, dict[str, Any]]:
    """Which mistake a text is that should be a number, and what the number is."""
    text = text.strip()
    if OTHER_BASE.match(text):
        return "number", {"text": text}
    if _GROUPED.fullmatch(text):
        return "thousands", {"written": text, "number": _plain(text)}
    if _SIMPLE.fullmatch(text):
        if "," in text:
            return "decimal-comma", {"written": text, "number": _plain(text)}
        return ("unquote" if quoted else "minus"), {"written": text, "number": _plain(text)}
    if match := _WITH_UNIT.fullmatch(text):
        return "unit", {"written": text, "number": _plain(match[1]), "measure": match[2].strip()}
    return "number", {"text": text}


def without_unit(shown: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """What is said of a number with a unit where no unit has a place of its own: 1,5 Mkr is 1500000."""
    number, unit = Decimal(shown["number"]), unit_words().names.get(str(shown["measure"]).casefold(), "")
    number *= MONEY.get(unit, 1)
    return "unit-in-sum", {**shown, "number": f"{number.normalize():f}"}


def explain_share(text: str, most: float = 1) -> dict[str, Any] | None:
    """What a share of at most so much is that was written in per cent, ``3 %`` or ``3``; else None."""
    match = _PERCENT.fullmatch(text.strip())
    if match is None or (number := Decimal(_plain(match[1]))) > 100 * Decimal(str(most)):
        return None
    share = f"{(number / 100).normalize():f}"
    return {"written": text, "percent": match[1], "number": share, "high": float(most)}


def _plain(text: str) -> str:
    """A number as YAML has it: a point for the decimals, nothing between the thousands."""
    text = text.replace("\u2212", "-").replace("\u2013", "-")
    if _GROUPED.fullmatch(text):
        whole, _, decimals = text.partition(",")
        return re.sub(r"[^0-9-]", "", whole) + (f".{decimals}" if decimals else "")
    return text.replace(",", ".")


def explain_date(text: str) -> tuple[str, dict[str, Any]]:
    """Which mistake a text is that should be a date: no such day, another way of writing it, or no date."""
    from nyttokedja.model.periods import parse

    for written in _guesses(text.casefold().strip()):
        try:
            parse(written)
        except ValueError:
            return "date", {"text": text}
        if written != text:
            return "date-form", {"text": text, "date": written}
    return ("date" if text[:4].isdigit() else "no-date"), {"text": text}


def _guesses(text: str) -> Iterator[str]:
    if match := _QUARTER.fullmatch(text):
        yield f"{match[2] or match[3]}-Q{match[1] or match[4]}"
    elif match := _YEAR_MONTH.fullmatch(text):
        yield "-".join([match[1], *(f"{int(part):02}" for part in match.groups()[1:] if part)])
    elif match := _DAY_FIRST.fullmatch(text):
        yield f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}"
    elif (match := _WORDY.fullmatch(text)) and (month := _month(match[2])):
        yield f"{match[3]}-{month:02}" + (f"-{int(match[1]):02}" if match[1] else "")


def _month(word: str) -> int:
    """1 to 12 for a month's name in Swedish, Norwegian or English, or its beginning; else 0."""
    named = {"mai": 5, "maj": 5, "may": 5}
    if word in named:
        return named[word]
    for number, beginning in enumerate(_MONTHS, 1):
        if word.startswith(beginning) and (len(beginning) == 3 or word[1:2] in "kce") and number != 5:
            return number
    return 0
