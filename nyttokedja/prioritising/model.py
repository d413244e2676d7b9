"""What is set side by side of each chain: money, time, sizes, goals, levels, and what it all rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from nyttokedja.model.plan import Rating
from nyttokedja.model.priorities import Terms


@dataclass(frozen=True, slots=True)
class Money:
    """What a chain is worth to the organisation itself, in its own currency, on the terms it is counted on.

    ``changed`` names the terms that are others than the chain's own. ``year`` is the first of its years in
    which the sum of benefits exceeds that of costs, ``calendar_year`` that year by the calendar where the
    chain has one. What nothing is valued of is None, and not 0.
    """

    terms: Terms
    changed: tuple[str, ...]
    net_financial: Decimal | None
    net_redistribution: Decimal | None
    net: Decimal
    costs: Decimal | None
    per_krona: Decimal | None
    year: int | None
    calendar_year: int | None


@dataclass(frozen=True, slots=True)
class Sized:
    """The sizes of what is not valued for one party: points from 0 to 3 each, and how many."""

    benefits: int = 0
    n_benefits: int = 0
    drawbacks: int = 0
    n_drawbacks: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """A chain beside others. What is not known is None or empty: a row never fills in anything.

    The hours of a pool are those of a full year, under 0, where the chain counts by no calendar.
    """

    name: str
    title: str
    organisation: str = ""
    language: str = "sv"
    stage: str = ""
    money: Money | None = None  # None: nothing is valued in money
    hours_freed: tuple[Decimal, ...] = ()  # by year; () where nothing is counted in hours
    hours_spent: tuple[Decimal, ...] = ()
    horizon: int | None = None  # of the calculation, whether or not anything is in money
    at_fault: bool = False  # some formula or factor is
    valued: int = 0  # benefits with money or hours in the sum
    costed: int = 0  # costs and drawbacks with money or hours in the sum
    waiting: tuple[str, ...] = ()  # titles of what is valued and not in the sum
    unvalued: int = 0  # benefits without a value
    sizes: Mapping[str, Sized] = field(default_factory=dict)
    goals: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # strength, "" unsaid → titles
    ratings: Mapping[str, Rating] = field(default_factory=dict)
    completeness: int | None = None  # per cent of the seven questions; None where none is asked
    errors: int = 0
    benefits: int = 0
    owned: int = 0
    exposed: tuple[str, ...] = ()  # titles of benefits with something unhandled in the way
    factors: Mapping[str, int] = field(default_factory=dict)  # kind of factor, "" unsaid → how many
    uncertain: tuple[str, ...] = ()  # titles of boxes that say that they are
    pools: Mapping[str, Mapping[int, Decimal]] = field(default_factory=dict)  # pool → year → hours of it

    @property
    def hours(self) -> Decimal | None:
        """Hours freed less hours spent, over all years; None where nothing is counted in hours."""
        if not self.hours_freed:
            return None
        return sum(self.hours_freed, Decimal(0)) - sum(self.hours_spent, Decimal(0))

    @property
    def yearly_hours(self) -> Decimal | None:
        """The same in the last year, when all has come into its own."""
        return self.hours_freed[-1] - self.hours_spent[-1] if self.hours_freed else None
