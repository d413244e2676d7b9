"""A chain's factors → the number that each has in a run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from nyttokedja.calculating.formula import Expression, ZeroDivisor, evaluate, names_in, renamed, written
from nyttokedja.calculating.model import Fault, Run
from nyttokedja.calculating.scope import Scope, short_name
from nyttokedja.model.calculation import Factor

MOST = 10**15
"""No number of a calculation is larger, on either side of 0."""


@dataclass(slots=True)
class Values:
    """Full name → number, of all that can be calculated in a run, and what could not for its numbers."""

    run: Run
    numbers: dict[str, Decimal] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def calculate(self, formula: Expression, node: str, factor: str, where: str) -> Decimal | None:
        """What a formula comes to; None where it has a fault, or uses a factor that has one."""
        try:
            return self.allowed(evaluate(formula, self.numbers, _same), node, factor, where)
        except KeyError:
            return None
        except ZeroDivisor as error:
            divisor = renamed(error.divisor, short_name)
            said = {"divisor": written(divisor), "names": names_in(divisor)}
            self._fault("division", node, factor, where, said)
        except ArithmeticError:
            self._fault("big", node, factor, where, {"most": MOST})
        return None

    def allowed(self, number: Decimal, node: str, factor: str, where: str) -> Decimal | None:
        """A number, unless it is too large or none."""
        if number.is_finite() and -MOST <= number <= MOST:
            return number
        self._fault("big", node, factor, where, {"most": MOST})
        return None

    def _fault(self, variant: str, node: str, factor: str, where: str, said: Mapping[str, object]) -> None:
        self.faults.append(Fault(variant, node, factor, where, {**said, "run": self.run.value}))


def values_of(scope: Scope, run: Run, changed: Mapping[str, Decimal]) -> Values:
    """The numbers of all factors.

    Args:
        scope: the factors.
        run: which of their values holds.
        changed: full name → the number that a factor has in place of its own.
    """
    values = Values(run)
    for name, number in changed.items():
        _keep(values, name, number, "likely")
    for name in scope.order:
        if name in changed:
            continue
        node, _, id = name.rpartition("/")
        if (formula := scope.formulas.get(name)) is not None:
            value = values.calculate(formula, node, id, "formula")
            if value is not None:
                values.numbers[name] = value
        elif name not in scope.broken:
            key, number = _number(scope.factors[name], run)
            _keep(values, name, number, key)
    return values


def _keep(values: Values, name: str, number: Decimal, key: str) -> None:
    node, _, id = name.rpartition("/")
    if (allowed := values.allowed(number, node, id, key)) is not None:
        values.numbers[name] = allowed


def _number(factor: Factor, run: Run) -> tuple[str, Decimal]:
    """The value that a factor has in a run, and the key that it stands under."""
    limit: Decimal | None = getattr(factor, run.value)
    if limit is not None:
        return run.value, limit
    assert factor.likely is not None
    return "likely", factor.likely


def _same(number: Decimal) -> Decimal:
    return number
