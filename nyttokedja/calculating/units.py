"""Text → `Unit`, and what a formula counts, where that is certain.

What is not known for certain is None, and nothing is said of it: a word that can mean several units, words
that are no unit, a bare number in a product.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal

from nyttokedja.calculating.expression import Expression, Name, Negative, Number
from nyttokedja.model.units import (
    FUELS,
    LENGTHS,
    MEASURES,
    MONEY,
    NEUTRAL,
    PERIODS,
    TIMES,
    UNSURE,
    Unit,
    UnitWords,
)

_COUNTS = {7: ("day", "week"), 12: ("month", "year"), 52: ("week", "year"), 365: ("day", "year")}
"""Number → the period that it turns into another, where something is counted by it."""

_PARTS = {
    60: (("minute", "hour"), ("second", "minute")),
    10: (("km", "mil"),),
    100: (("percent", "share"),),
    3600: (("second", "hour"),),
}
"""What a number that something is divided by turns into what."""

_COMPOUND = 5
"""So many letters has a word for a measure that is heard at the end of a longer word: arbetstimmar."""

Heard = Callable[[str], "Unit | None"]
"""A name in a formula → its unit."""


@dataclass(frozen=True, slots=True)
class Clash:
    """A sum of two units that cannot be added."""

    left: Unit
    right: Unit


def unit_of(text: str, words: UnitWords) -> Unit | None:
    """The unit that a text says; None where that is not certain.

    Args:
        text: as a person wrote it: ``kr/mil``, ``minuter per besök``, ``inköp per brukare och vecka``.
        words: the words for units.
    """
    product = Unit({})
    for number, part in enumerate(_divided(text, words)):
        one = _single(part, words)
        if one is None:
            return None
        product = product / one if number else product * one
    return product


def derived(expression: Expression, heard: Heard) -> tuple[Unit | None, tuple[Clash, ...]]:
    """The unit of a formula, None where it is not certain, and the sums in it of units that are unlike."""
    clashes: list[Clash] = []
    return _derived(expression, heard, clashes), tuple(clashes)


def _derived(expression: Expression, heard: Heard, clashes: list[Clash]) -> Unit | None:
    if isinstance(expression, Number):
        return None
    if isinstance(expression, Name):
        return heard(expression.id)
    if isinstance(expression, Negative):
        return _derived(expression.of, heard, clashes)
    left, right = (_derived(side, heard, clashes) for side in (expression.left, expression.right))
    if expression.sign in "+-":
        return _added(expression.left, left, expression.right, right, clashes)
    if expression.sign == "*":
        if isinstance(expression.right, Number):
            return _counted(left, expression.right.value)
        if isinstance(expression.left, Number):
            return _counted(right, expression.left.value)
        return left * right if left and right else None
    if isinstance(expression.right, Number):
        return _divided_by(left, expression.right.value)
    return left / right if left and right else None


def _added(
    left: Expression, one: Unit | None, right: Expression, other: Unit | None, clashes: list[Clash]
) -> Unit | None:
    """The unit of a sum; a number in it counts what the other side does."""
    if isinstance(left, Number) or isinstance(right, Number):
        return one or other
    if one is None or other is None:
        return None
    if _measured(one) != _measured(other):
        clashes.append(Clash(one, other))
        return None
    return one if one == other else None


def _measured(unit: Unit) -> object:
    """What makes two units unlike: both may be counted, people and visits, and be by the year or not."""
    counts = any(name not in MEASURES or name == "piece" for name in unit.above)
    aside = ("year", "share", "piece")
    measures = {name: power for name, power in unit.powers.items() if name in MEASURES and name not in aside}
    return measures or counts


def _counted(unit: Unit | None, number: Decimal) -> Unit | None:
    """A unit as many times as a year has periods: it is then by the year, or was by a period unsaid."""
    if unit is None or number not in _COUNTS:
        return None
    period, longer = _COUNTS[int(number)]
    said = PERIODS.intersection(unit.powers)
    if not said:
        return unit
    return unit.exchanged(period, longer) if said == {period} and unit.power(period) == -1 else None


def _divided_by(unit: Unit | None, number: Decimal) -> Unit | None:
    if unit is None or number not in _PARTS:
        return None
    turned = (unit.exchanged(one, other) for one, other in _PARTS[int(number)] if unit.power(one) > 0)
    return next(turned, None)


# -- what a result must be ------------------------------------------------------------------------


def wrong_money(unit: Unit) -> str:
    """What is wrong with the unit of a yearly value: nothing, ``mixed``, ``mixed-larger``, ``not-money`` …"""
    money = sum(unit.power(name) for name in MONEY)
    if money == 1 and (pair := mixed(unit)):
        return "mixed" if pair[0] in ("minute", "km") else "mixed-larger"
    if money != 1 or _lacks(unit, MONEY):
        return "not-money"
    return "thousands" if unit.power("money") != 1 else ""


def wrong_hours(unit: Unit) -> str:
    """What is wrong with the unit of hours: nothing, ``minutes`` or ``not-hours``."""
    measures = {*TIMES, *MONEY, *LENGTHS, *FUELS}
    powers = {name: power for name, power in unit.powers.items() if name in measures}
    if powers not in ({"hour": 1}, {"minute": 1}) or _lacks(unit, TIMES):
        return "not-hours"
    return "minutes" if "minute" in powers else ""


def mixed(unit: Unit) -> tuple[str, str, int] | None:
    """A measure that a unit has by another of the same kind, and how many of the smaller are the larger."""
    for small, large, number in (("minute", "hour", 60), ("km", "mil", 10)):
        for one, other in ((small, large), (large, small)):
            if unit.power(one) == 1 and unit.power(other) == -1:
                return one, other, number
    return None


def _lacks(unit: Unit, wanted: Collection[str]) -> bool:
    """Whether it is by something, and has nothing that may have been counted in its place.

    A price by visit times 60 people is a price; a price by visit alone is none. What is by the year is.
    """
    below = set(unit.below) - {"year", "share", "percent"}
    above = set(unit.above) - {"share", "percent"} - set(wanted)
    return bool(below) and not above


# -- what is written ------------------------------------------------------------------------------


def _divided(text: str, words: UnitWords) -> list[str]:
    """What stands over the stroke, and each that stands under it."""
    per, joining = ("|".join(map(re.escape, group)) for group in (words.per, words.joining))
    text = re.sub(r"\([^()]*\)\s*$", "", text)
    over, *under = re.split(rf"/|(?<=\s)(?:{per})(?=\s)", text, flags=re.IGNORECASE)
    return [over, *(part for one in under for part in re.split(rf"\s(?:{joining})\s", one))]


def _single(text: str, words: UnitWords) -> Unit | None:
    """One unit, or a product of several."""
    product = Unit({})
    for part in re.split(r"[*·×]", text):
        name = _named(_plain(part), part.strip(), words)
        if name is None:
            return None
        product = product * name
    return product


def _named(plain: str, written: str, words: UnitWords) -> Unit | None:
    known = words.names.get(written) or words.names.get(plain)
    if plain in words.per:
        return None
    if known is None:
        counted = next((plain[len(of) + 1 :] for of in words.number_of if plain.startswith(f"{of} ")), plain)
        known = words.names.get(counted) or next(_ends_in(counted, words), None)
        if known is None and re.fullmatch(r"[^\W\d_]{2,}(?:-[^\W\d_]+)*", counted):
            stem = _stem(counted, words)
            return Unit({stem: 1}, {stem: counted})
    return Unit({known: 1}) if known and known != UNSURE else None


def _ends_in(word: str, words: UnitWords) -> Iterator[str]:
    """The measures that a longer word ends in: arbetstimmar, vårddagar."""
    if " " not in word:
        for name, unit in words.names.items():
            if len(name) >= _COMPOUND and unit not in NEUTRAL and word.endswith(name):
                yield unit


def _stem(word: str, words: UnitWords) -> str:
    """A word for what is counted without the endings of plurals; what is left need not be a word."""
    while ending := next((e for e in words.plurals if word.endswith(e) and len(word) > len(e) + 2), ""):
        word = word.removesuffix(ending)
    return word


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
