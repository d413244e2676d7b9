"""A cell's text → what a field of a chain holds: numbers and dates as people write them, listed values."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from nyttokedja.importing.clean_text import cleaned
from nyttokedja.importing.tables.sheets import Cell
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.keywords import words
from nyttokedja.language.schema import canonical
from nyttokedja.model.periods import parse
from nyttokedja.model.spelling import fold

_SPACES_IN_NUMBER = re.compile("(?<=\\d)[\u00a0\u2007\u2009\u202f' ](?=\\d{3}(?!\\d))|(?<=^-)\\s+")
_NUMBER = re.compile(r"(-?)(\d[\d.,]*)\s*([^\d.,\s][^\n]{0,30})?")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+")
_GROUPED_DECIMAL = re.compile(r"(\d{1,3}(?:,\d{3})+)\.(\d+)|(\d{1,3}(?:\.\d{3})+),(\d+)")
_SHARE = "%"
_DAY = re.compile(r"(\d{1,2})[./](\d{1,2})[./ ]\s*(\d{4})")
_QUARTER = re.compile(
    r"(?:Q|K|kv|kvartal|quarter)\s*\.?([1-4])[\s,/-]*(\d{4})|(\d{4})[\s,/-]*(?:Q|K|kv|kvartal|quarter)\s*\.?([1-4])",
    re.IGNORECASE,
)
_MONTH = re.compile(r"(?:([^\W\d_]{3,9})\.?\s+(\d{4}))|(?:(\d{1,2})/(\d{4}))")
_MONTHS = ("jan", "feb", "mar", "apr", "maj mai may", "jun", "jul", "aug", "sep", "okt oct", "nov", "dec des")
_BULLET = re.compile(r"\s*(?:[-–—•·*▪●○‣]|\d{1,2}[.)])\s+")


def lines_of(text: str) -> str:
    """A text that may have several lines, each without what a chain may not hold, none empty at its ends."""
    lines = re.split(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]", text)
    return "\n".join(cleaned(line) for line in lines).strip("\n")


def listed(text: str) -> tuple[str, ...]:
    """Several things in a cell: where each line has a bullet or number, a thing a line; else one."""
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) > 1 and all(_BULLET.match(line) for line in lines):
        return tuple(cleaned(_BULLET.sub("", line, count=1)) for line in lines)
    return (cleaned(text),)


def amount(cell: Cell) -> tuple[float | int, str] | None:
    """A number and its unit, as ``1 250,5 tim``; None where it is none, or may be two (``1.234``)."""
    if cell.number is not None:
        return _short(cell.number), _SHARE if cell.percent else ""
    written = cell.text.strip().replace("−", "-")
    text = _SPACES_IN_NUMBER.sub("", written)
    match = _NUMBER.fullmatch(text)
    if match is None:
        return None
    digits, unit = match[2], (match[3] or "").strip()
    if any(c.isdigit() for c in unit):
        return None
    if mixed := _GROUPED_DECIMAL.fullmatch(digits):
        whole, rest = (mixed[1] or mixed[3]), (mixed[2] or mixed[4])
        digits = f"{re.sub('[.,]', '', whole)}.{rest}"
    elif _GROUPED.fullmatch(digits):
        if digits.count(".") + digits.count(",") == 1:
            return None
        digits = re.sub("[.,]", "", digits)
    else:
        digits = digits.replace(",", ".")
    if digits.count(".") > 1 or digits.endswith("."):
        return None
    return _short(float(match[1] + digits)), _spaced(cell.text, unit)


@lru_cache(maxsize=4096)
def day(text: str) -> str | int | None:
    """A date as a chain writes it: ``2027-06``, ``2027-Q3`` …; None where the text is none."""
    text = cleaned(text)
    for written in _forms(text):
        if not 1900 <= int(written[:4]) <= 2999:
            continue
        try:
            parse(written)
        except ValueError:
            continue
        return int(written) if written.isdecimal() else written
    return None


def _forms(text: str) -> tuple[str, ...]:
    if re.fullmatch(r"\d{4}(?:-Q[1-4]|-\d\d(?:-\d\d)?)?", text):
        return (text,)
    if found := _DAY.fullmatch(text):
        return (f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}",)
    if found := _QUARTER.fullmatch(text):
        return (f"{found[2] or found[3]}-Q{found[1] or found[4]}",)
    if found := _MONTH.fullmatch(text):
        if found[4]:
            return (f"{found[4]}-{int(found[3]):02}",)
        begin = fold(found[1])[:3]
        at = next((n for n, names in enumerate(_MONTHS, 1) if begin in names.split()), 0)
        return (f"{found[2]}-{at:02}",) if at else ()
    return ()


@lru_cache(maxsize=4096)
def value_of(text: str, key: str) -> str | None:
    """The canonical value of a key (``category``, ``perspective`` …) that a text is a word for; or None."""
    if found := _values(key).get(fold(text)):
        return found
    values = _values(key).values()
    hinted = (
        one
        for language in LANGUAGES
        for one in words(language).hinted(text)
        if not words(language).is_doubtful(text)
    )
    return next((one for one in hinted if one in values), None)


@cache
def _values(key: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    values = _enumerated(key)
    for language in LANGUAGES:
        spoken = words(language)
        for value in values:
            found.setdefault(fold(spoken.value(value, key)), value)
            found.setdefault(fold(value), value)
    return found


def _enumerated(key: str) -> tuple[str, ...]:
    forms = canonical()["$defs"]
    name = {"link": "directness"}.get(key, key)
    found = forms.get(name, {}).get("enum")
    for holder in ("indicator", "cost"):
        found = found or forms[holder]["properties"].get(key, {}).get("enum")
    return tuple(found or ())


def _short(number: float) -> float | int:
    return int(number) if float(number).is_integer() and abs(number) < 1e15 else number


def _spaced(text: str, unit: str) -> str:
    """A unit with the spaces that it had in the text."""
    at = next((n for n, c in enumerate(text) if unit and c == unit[0]), len(text))
    return cleaned(text[at:])
