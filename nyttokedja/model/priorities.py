"""What an organisation prioritises by: its criteria, how they weigh, and the terms money is compared on."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

LEVELS = (0, 1, 2, 3)
"""How well a change may do by a criterion."""

TERMS = ("currency", "price_year", "rate", "first_year", "horizon")
"""What two calculations must have alike for their money to be compared, as fields of `Terms`."""

FIGURES: Mapping[str, tuple[str, ...]] = {
    "net_financial": TERMS,
    "net_redistribution": TERMS,
    "net": TERMS,
    "costs": TERMS,
    "per_krona": ("rate", "horizon"),
    "year": ("rate", "first_year"),
    "hours": ("horizon",),
    "completeness": (),
}
"""Figure that a level may be read from → the terms that must be alike for it to be compared."""


class Criterion(NamedTuple):
    """A criterion of the organisation: judged in each chain, or read from a figure where that is said.

    Of a ``figure``, the level is the number of ``limits`` that are reached: at least as much where they
    rise, at most as much where they fall. ``kind`` is "benefit", "feasibility" or "realisability" where the
    criterion stands for one of these.
    """

    id: str
    title: str
    weight: Fraction = Fraction(1)
    kind: str = ""
    figure: str = ""
    limits: tuple[Decimal, ...] = ()

    def level(self, value: Decimal) -> int:
        """The level of a figure."""
        falls = self.limits[0] > self.limits[-1]
        return sum(value <= limit if falls else value >= limit for limit in self.limits)


class Weighting(NamedTuple):
    """Another way to weigh the criteria; one that it does not name weighs nothing in it."""

    title: str
    weights: Mapping[str, Fraction]


class Terms(NamedTuple):
    """The terms of a calculation; None for what is not said."""

    currency: str | None = None
    price_year: int | None = None
    rate: Decimal | None = None
    first_year: str | None = None  # "undiscounted" or "discounted"
    horizon: int | None = None


class Priorities(NamedTuple):
    """All that the settings say of prioritising; without criteria nothing is put in order."""

    criteria: tuple[Criterion, ...] = ()
    weightings: tuple[Weighting, ...] = ()
    terms: Terms = Terms()


NO_PRIORITIES = Priorities()
"""What holds where the settings say nothing."""
