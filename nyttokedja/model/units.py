"""Unit: what a number of a calculation counts, as far as that is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

MONEY = {"money": 1, "thousands": 1_000, "millions": 1_000_000}
"""Units of money → how much one of it is in the currency."""

TIMES = frozenset({"second", "minute", "hour"})
PERIODS = frozenset({"day", "week", "month", "year"})
LENGTHS = frozenset({"km", "mil"})
FUELS = frozenset({"litre", "kwh"})
NEUTRAL = frozenset({"piece", "share", "percent"})
"""What may stand beside any unit, or not, without its being another."""

MEASURES = frozenset({*MONEY, *TIMES, *PERIODS, *LENGTHS, *FUELS, *NEUTRAL})
"""The units that the table knows; all others are words for what is counted: people, visits."""

UNSURE = "unsure"
"""What stands in the place of a unit for words that may mean several."""


class UnitWords(NamedTuple):
    """The words that units are written with: word → unit, and the words round them, the longest first."""

    names: Mapping[str, str]
    per: tuple[str, ...]
    joining: tuple[str, ...]
    number_of: tuple[str, ...]
    plurals: tuple[str, ...]  # endings


@dataclass(frozen=True, slots=True)
class Unit:
    """A product of units: each with its power, negative under the stroke.

    A unit is one of `MEASURES`, or the stem of a word for what is counted; ``written`` has that word.
    """

    powers: Mapping[str, int]
    written: Mapping[str, str] = field(default_factory=dict, compare=False)

    def __mul__(self, other: Unit) -> Unit:
        powers = dict(self.powers)
        for name, power in other.powers.items():
            powers[name] = powers.get(name, 0) + power
        return Unit(_kept(powers), {**other.written, **self.written})

    def __truediv__(self, other: Unit) -> Unit:
        return self * other.inverse

    @property
    def inverse(self) -> Unit:
        """What is by one of it."""
        return Unit({name: -power for name, power in self.powers.items()}, self.written)

    def power(self, name: str) -> int:
        """The power of one of its units; 0 where it has none of it."""
        return self.powers.get(name, 0)

    def exchanged(self, name: str, now: str) -> Unit:
        """The same with one power of a unit turned into another, on the side of the stroke where it is."""
        step = 1 if self.power(name) > 0 else -1
        return self * Unit({name: -step, now: step})

    @property
    def above(self) -> tuple[str, ...]:
        """What stands over the stroke."""
        return tuple(name for name, power in self.powers.items() if power > 0)

    @property
    def below(self) -> tuple[str, ...]:
        """What stands under the stroke."""
        return tuple(name for name, power in self.powers.items() if power < 0)


def _kept(powers: Mapping[str, int]) -> Mapping[str, int]:
    return {name: power for name, power in powers.items() if power}
