"""CalculationOutcome: what a chain is worth, or why that cannot be said; small enough for another process."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from nyttokedja.calculating.model import OWN, Calculated, Result
from nyttokedja.checking.outcome import Outcome
from nyttokedja.model.calculation import Factor
from nyttokedja.model.chain import Chain
from nyttokedja.model.severity import Severity


@dataclass(frozen=True, slots=True)
class CalculationOutcome:
    """The outcome of a file, and the calculation of its chain; None where no chain could be read.

    The outcome's findings are those about the calculation and those about what could not be read. `changed`
    are the factors that the run gave another value, by name; `names` all that the chain has; `below_zero`
    those that were given a value below zero, and can have none.
    """

    outcome: Outcome
    chain: Chain | None = None
    calculated: Calculated | None = None
    changed: Mapping[str, Decimal] = field(default_factory=dict)
    names: tuple[str, ...] = ()
    below_zero: tuple[str, ...] = ()

    @property
    def is_read(self) -> bool:
        """Whether there is a chain, and so a calculation, be it of nothing."""
        return self.calculated is not None

    @property
    def has_result(self) -> bool:
        """Whether something could be summed, in money or in hours."""
        likely = self.calculated.likely if self.calculated else None
        return likely is not None and any(map(has_something, likely.results.values()))

    @property
    def faulty(self) -> bool:
        """Whether something that was to be calculated is at fault, or a part could not be read."""
        found = any(f.severity is Severity.ERROR and not f.accepted for f in self.outcome.findings)
        return found or bool(self.calculated and self.calculated.faults)

    @property
    def unreadable(self) -> bool:
        """Whether it is a chain that could not be read, as its findings say."""
        return self.outcome.is_chain and not self.outcome.trouble and not self.is_read

    @property
    def failed(self) -> bool:
        """Whether it could not be opened or read at all."""
        return bool(self.outcome.trouble) or self.unreadable


@dataclass(frozen=True, slots=True)
class WrittenOutcome:
    """What is left of a calculation that is written: its ``text`` in the report, "" for none."""

    outcome: Outcome
    text: str
    names: tuple[str, ...]
    below_zero: tuple[str, ...]
    is_read: bool
    has_result: bool
    faulty: bool
    unreadable: bool
    failed: bool


def written(made: CalculationOutcome, text: str) -> WrittenOutcome:
    """A calculation without its chain, which takes long to come from another process."""
    judged = (made.is_read, made.has_result, made.faulty, made.unreadable, made.failed)
    return WrittenOutcome(made.outcome, text, made.names, made.below_zero, *judged)


def has_something(result: Result) -> bool:
    """Whether a party has any value, or hours, in the sum."""
    lists = (result.benefits_by_year, result.costs_by_year, result.hours_freed, result.hours_spent)
    return any(map(any, lists))


def factor_names(chain: Chain) -> tuple[str, ...]:
    """The names of a chain's factors: ids of the shared ones, ``box/id`` of a box's own."""
    shared = chain.calculation.factors if chain.calculation else ()
    own = (f"{node.id}/{one.id}" for node in chain.nodes if node.value for one in node.value.factors)
    return (*(one.id for one in shared), *own)


def put_below_zero(chain: Chain, changed: Mapping[str, Decimal]) -> tuple[str, ...]:
    """The factors that are tried at a value below zero, and that nothing in the file says can be there.

    A number of people or minutes cannot; a change in price can, and then one of its values in the file is
    below zero, or a formula says it.
    """
    tried = {name for name, value in changed.items() if value < 0}
    return tuple(name for name in factor_names(chain) if name in tried and not _signed(_factor(chain, name)))


def _factor(chain: Chain, name: str) -> Factor:
    box, _, id = name.rpartition("/")
    shared = chain.calculation.factors if chain.calculation else ()
    own = (one for node in chain.nodes if node.id == box and node.value for one in node.value.factors)
    return next(one for one in (own if box else shared) if one.id == id)


def _signed(factor: Factor) -> bool:
    values = (factor.lowest, factor.likely, factor.highest)
    return bool(factor.formula) or any(value is not None and value < 0 for value in values)


def factors_called(name: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """The factors that a name means: that one, or the boxes' own with this id where none is shared."""
    if name in names:
        return (name,)
    return tuple(one for one in names if one.partition("/")[2] == name)


@dataclass(frozen=True, slots=True)
class Reckoning:
    """All that a run calculated, whose result is told by year, and whether two stand side by side.

    Where the report was written chain by chain, there is what was `written` in place of the outcomes.
    """

    outcomes: tuple[CalculationOutcome, ...]
    party: str = OWN
    side_by_side: bool = False
    written: tuple[WrittenOutcome, ...] = ()

    @property
    def judged(self) -> tuple[CalculationOutcome | WrittenOutcome, ...]:
        """What came of each file."""
        return self.outcomes or self.written
