"""What a calculation gives: exact numbers by run, party and year, and what is not in the sum, and why.

All money is in the calculation's currency, undivided (kronor, not thousands), in `Decimal` without rounding.
Lists by year have one number a year, t = 1 … horizon.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from nyttokedja.calculating.found import FactorEffect, IfStanding, Measured, Realised, Simulation, Spread
from nyttokedja.model.chain import Node

__all__ = [
    "ALL", "OWN", "Calculated", "FactorEffect", "Fault", "Frame", "IfStanding", "Item", "Measured", "Options",
    "Outcome", "Realised", "Result", "Run", "RunResult", "Simulation", "Spread", "Standing",
]  # fmt: skip


class Run(StrEnum):
    """Which values the factors have: three whole runs."""

    LOWEST = "lowest"
    LIKELY = "likely"
    HIGHEST = "highest"


_NOTHING = Decimal("1e-9")
"""What the last digits of discounted sums that are equal may come to."""

OWN = "own"
ALL = "all"
"""The party of all perspectives together; each perspective that something is valued in is a party too."""


class Standing(StrEnum):
    """Why an item is in the sum or not."""

    SUMMED = "summed"
    HANGS = "hangs"  # possible only through an opportunity that is not decided
    UNCAUSED = "uncaused"  # nothing leads to the benefit
    UNVALUED = "unvalued"  # hours only, or a category that no money is put on
    NO_CATEGORY = "no-category"
    FAULTY = "faulty"  # a formula or factor of it is at fault, or its profile is below 0 in some year
    NO_FRAME = "no-frame"  # the chain has no section `calculation`, or no horizon


class Options(NamedTuple):
    """What is asked for beyond what the file says.

    ``rate`` and ``discounts_first`` go before those of the file, None leaves them; a ``rate`` of 0 discounts
    nothing. ``changed`` has values in place of factors' own, by full name. ``simulates``: the simulation;
    ``explores``: what each factor does, and what happens if an obstacle stands.
    """

    rate: Decimal | None = None
    discounts_first: bool | None = None
    changed: Mapping[str, Decimal] = MappingProxyType({})
    simulates: bool = False
    explores: bool = True


class Frame(NamedTuple):
    """The frame that a result holds for, with what was not said filled in.

    ``assumed`` names the fields of it that the file does not say.
    """

    start: int
    horizon: int
    rate: Decimal
    discounts_first: bool
    price_year: int | None
    currency: str  # "" where nothing says it
    work_year: Decimal | None
    assumed: frozenset[str]

    @property
    def years(self) -> tuple[int, ...]:
        """The calendar years, or 1, 2, … where the start does not matter."""
        return tuple(range(self.start, self.start + self.horizon))


@dataclass(frozen=True, slots=True)
class Fault:
    """What stops a formula or a factor from being calculated: NK811's business.

    The variants are those of a formula that cannot be read (`FormulaError`), and ``unknown`` (``near`` is
    what may be meant), ``no-hours``, ``hours-here``, ``circle``, ``reserved``, ``hyphen``, ``both`` and
    ``neither``; ``division`` and ``big`` come of the numbers of a run.

    ``where`` is the key that it stands under (``yearly``, ``hours``, ``formula`` …), ``node`` the id of the
    box, "" for a shared factor; ``factor`` the id of the factor, "" for a box's own formula.
    """

    variant: str
    node: str
    factor: str
    where: str
    particulars: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Item:
    """A valued box in one run.

    ``yearly`` is its value in a full year, None where it has none that can be calculated; ``shares`` what
    part of it falls in each year; ``hours`` is before − after of a benefit, after − before of others.
    """

    node: Node
    standing: Standing
    yearly: Decimal | None
    hours: Decimal | None
    before: Decimal | None
    after: Decimal | None
    shares: tuple[Decimal, ...]
    values: tuple[Decimal, ...]  # undiscounted, by year; () without a yearly value
    discounted: tuple[Decimal, ...]
    hours_by_year: tuple[Decimal, ...]
    because: tuple[str, ...] = ()  # ids of what it waits for, where it hangs

    @property
    def sum(self) -> Decimal:
        """The discounted sum over all years."""
        return sum(self.discounted, Decimal(0))


@dataclass(frozen=True, slots=True)
class Result:
    """The result for one party in one run. Costs include drawbacks. Lists by year are discounted."""

    benefits_by_year: tuple[Decimal, ...]
    costs_by_year: tuple[Decimal, ...]
    financial_benefits: Decimal
    financial_costs: Decimal
    redistribution_benefits: Decimal
    redistribution_costs: Decimal
    financial_by_year: tuple[Decimal, ...]  # net financial, undiscounted
    hours_freed: tuple[Decimal, ...]
    hours_spent: tuple[Decimal, ...]

    @property
    def benefits(self) -> Decimal:
        """ΣN."""
        return sum(self.benefits_by_year, Decimal(0))

    @property
    def costs(self) -> Decimal:
        """ΣK."""
        return sum(self.costs_by_year, Decimal(0))

    @property
    def net(self) -> Decimal:
        """ΣN − ΣK."""
        net = self.benefits - self.costs
        return net if abs(net) > _NOTHING else Decimal(0)

    @property
    def per_krona(self) -> Decimal | None:
        """Net by unit of cost; None where there are no costs."""
        return self.net / self.costs if self.costs else None

    @property
    def net_financial(self) -> Decimal:
        """What reaches expenses and income."""
        return self.financial_benefits - self.financial_costs

    @property
    def net_redistribution(self) -> Decimal:
        """What is seen in the work, not in the budget."""
        return self.redistribution_benefits - self.redistribution_costs

    @property
    def year(self) -> int | None:
        """The first t = 1 … H when summed benefits are more than summed costs; None for never."""
        benefits = costs = Decimal(0)
        for t, (gained, paid) in enumerate(zip(self.benefits_by_year, self.costs_by_year, strict=True), 1):
            benefits, costs = benefits + gained, costs + paid
            if benefits - costs > _NOTHING:
                return t
        return None


@dataclass(frozen=True, slots=True)
class RunResult:
    """All of one run: its items in file order, and the result of each party (own and all always).

    ``faults`` are those that the numbers of this run make: a division by zero, a value too large.
    """

    items: tuple[Item, ...]
    results: Mapping[str, Result]
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """The likely run with measured factors in place of estimates; the plan is kept beside it.

    In ``run`` the values of an item by year are those of the outcome; `Item.yearly`, `hours`, `before`,
    `after` and `shares` are the plan's.
    """

    measured: tuple[Measured, ...]  # by year, then in file order
    run: RunResult
    realised: tuple[Realised, ...]  # by benefit in file order, then by year


@dataclass(frozen=True, slots=True)
class Calculated:
    """A chain's calculation. ``runs`` is empty where nothing can be summed.

    ``items`` are those of the likely run; without a frame too, when none of them is in a sum.
    """

    frame: Frame | None
    runs: Mapping[Run, RunResult]
    faults: tuple[Fault, ...]
    effects: Mapping[str, tuple[FactorEffect, ...]] = field(default_factory=dict)  # own, all: widest first
    simulation: Simulation | None = None
    if_standing: tuple[IfStanding, ...] = ()
    items: tuple[Item, ...] = ()
    unvalued: tuple[Node, ...] = ()  # benefits, drawbacks and costs that have no `value`
    is_too_large: bool = False  # for its factors to be tried: no effects, no simulation
    outcome: Outcome | None = None  # where something is measured in a year of the calculation

    @property
    def likely(self) -> RunResult | None:
        """The likely run."""
        return self.runs.get(Run.LIKELY)
