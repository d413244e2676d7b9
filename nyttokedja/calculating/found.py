"""What is found around the likely run: what factors do, what stands in the way, what was measured."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from nyttokedja.model.calculation import Factor
from nyttokedja.model.chain import Node
from nyttokedja.model.indicators import Indicator


@dataclass(frozen=True, slots=True)
class FactorEffect:
    """What one factor does to the net of a party, all others being likely.

    ``at_lowest`` and ``at_highest`` are the net with the factor at its limits; ``assumed`` that those are
    12 % less and more. ``break_even`` is its value where the net is 0, None where that cannot be said;
    ``out_of_reach`` that it would lie outside 0 … 1 of a share (0 or 1 says which end does not suffice).
    """

    factor: Factor
    node: str  # the box whose own factor it is, "" for a shared one
    at_lowest: Decimal
    at_highest: Decimal
    lowest: Decimal  # the factor's value there
    highest: Decimal
    assumed: bool
    break_even: Decimal | None = None
    out_of_reach: int | None = None
    pulls_both_ways: bool = False  # from its lowest to its highest one box rises, and another falls

    @property
    def name(self) -> str:
        """Its id, after that of its box where it is the box's own: ``box/id``."""
        return f"{self.node}/{self.factor.id}" if self.node else self.factor.id


@dataclass(frozen=True, slots=True)
class Spread:
    """A simulation: the net of a party over all points. ``below_zero`` is a share."""

    mean: float
    p10: float
    p50: float
    p90: float
    below_zero: float


@dataclass(frozen=True, slots=True)
class Simulation:
    """What the varied factors do together.

    The others that may vary were left at likely: ``held`` since they matter least, ``left_out`` since their
    limits contradict their likely value, or what they do.
    """

    spreads: Mapping[str, Spread]  # own and all
    varied: tuple[str, ...]
    held: tuple[str, ...]
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IfStanding:
    """The result if something that is in the way stays there: what falls, and the net of each party."""

    obstacle: Node
    falls: tuple[Node, ...]
    share: Decimal  # of what falls that is lost
    net: Mapping[str, Decimal]


@dataclass(frozen=True, slots=True)
class Measured:
    """The last measurement of a factor in a year of the calculation.

    A factor with a formula is a *volume*: the measurement holds for its year only. Any other is a level,
    which holds until it is measured again.
    """

    name: str  # of the factor, ``box/id`` where it is a box's own
    year: int
    value: Decimal
    node: Node  # the box that the indicator stands on
    indicator: Indicator
    is_volume: bool


@dataclass(frozen=True, slots=True)
class Realised:
    """Plan and outcome of a benefit in a year in which a factor of it was measured, undiscounted.

    Hours are None where it has none, and for what is financial, which is seen in the accounts; money is None
    where it has no value, or is financial and made of hours.
    """

    node: Node
    year: int
    planned_hours: Decimal | None
    hours: Decimal | None
    planned: Decimal | None
    money: Decimal | None

    @property
    def degree_in_hours(self) -> Decimal | None:
        """Outcome by plan; None where there is no plan for the year."""
        return self.hours / self.planned_hours if self.hours is not None and self.planned_hours else None

    @property
    def degree_in_money(self) -> Decimal | None:
        """Outcome by plan; None where there is no plan for the year."""
        return self.money / self.planned if self.money is not None and self.planned else None
