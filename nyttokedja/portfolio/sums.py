"""What chains come to together, as values: money, hours, benefits by goal and by owner, pools, titles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

FIRST_YEAR = 1000
"""A calculation that begins before this counts years from when it begins, whenever that is."""


class Terms(NamedTuple):
    """What money has to share to be added up; None where a chain does not say it."""

    currency: str | None = None
    price_year: int | None = None


class Spot(NamedTuple):
    """A box of a chain."""

    chain: str
    box: str


@dataclass
class Money:
    """An amount gained, an amount that freed time is valued at, and what is paid."""

    gained: float = 0
    freed: float = 0
    paid: float = 0

    @property
    def net(self) -> float:
        """What is left."""
        return self.gained + self.freed - self.paid

    def add(self, category: str | None, sign: int, amount: float) -> None:
        """Add an amount where it belongs."""
        if sign < 0:
            self.paid += amount
        elif category == "redistribution":
            self.freed += amount
        else:
            self.gained += amount


@dataclass
class ChainSum:
    """What a chain comes to over its years, not discounted; no money where nothing of it can be summed."""

    chain: str
    is_readable: bool
    is_complete: bool
    terms: Terms
    first: int | None
    years: int | None
    money: Money | None = None
    hours: float | None = None


@dataclass
class Sum:
    """Benefits that have a goal or an owner in common, and what a full year of them is worth."""

    title: str
    spots: list[Spot] = field(default_factory=list)
    benefits: int = 0
    expected: int = 0
    exposed: int = 0
    worth: dict[Terms, Money] = field(default_factory=dict)
    hours: float | None = None
    unvalued: int = 0

    def add(self, benefit: Sequence[Any], terms: Terms) -> None:
        """Count a benefit; money and hours only of what comes."""
        *_, expected, hindered, category, is_own, yearly, hours = benefit
        self.benefits += 1
        self.expected += bool(expected)
        self.exposed += bool(hindered)
        if not is_own or (yearly is None and hours is None):
            self.unvalued += 1
            return
        if yearly is not None:
            self.worth.setdefault(terms, Money()).add(category, 1, yearly)
        if hours is not None:
            self.hours = (self.hours or 0) + hours


class YearSum(NamedTuple):
    """What a calendar year brings, of how many chains."""

    year: int
    money: Money
    chains: int


class HourSum(NamedTuple):
    """The hours of a calendar year, of how many chains."""

    year: int
    freed: float
    spent: float
    chains: int


class PoolSum(NamedTuple):
    """A pool in the year in which most is taken of it, and who takes how much; its size where it is known."""

    name: str
    size: float | None
    year: int
    hours: float
    taken: tuple[tuple[Spot, float], ...]

    @property
    def over(self) -> float:
        """How many hours are taken that there are not."""
        return max(0.0, self.hours - self.size) if self.size is not None else 0.0


class Same(NamedTuple):
    """Boxes of one type with the same title in several chains."""

    type: str
    title: str
    spots: tuple[Spot, ...]


@dataclass(frozen=True)
class Overview:
    """All of it. ``others`` counts what is valued for others; ``ownerless`` the benefits that nobody owns."""

    chains: Sequence[ChainSum] = ()
    goals: Sequence[Sum] = ()
    owners: Sequence[Sum] = ()
    years: Mapping[Terms, Sequence[YearSum]] = field(default_factory=dict)
    hours: Sequence[HourSum] = ()
    pools: Sequence[PoolSum] = ()
    same: Sequence[Same] = ()
    others: int = 0
    ownerless: Sum | None = None


NOTHING = Overview()
"""That of no chain."""
