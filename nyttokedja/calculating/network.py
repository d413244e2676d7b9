"""All formulas of a chain, made into functions once: what each comes to, and again when factors change.

A run says all there is to say of one set of numbers; here is asked what a few other numbers would do,
thousands of times. A name is a factor's full name, or ``box/hours`` or ``box/yearly`` of a valued box.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, KeysView, Mapping
from dataclasses import replace
from decimal import Decimal
from operator import add, mul, sub, truediv

from nyttokedja.calculating.columns import Column
from nyttokedja.calculating.expression import Expression, Name, Negative, Number, names_in
from nyttokedja.calculating.scope import Scope, full_name
from nyttokedja.calculating.uses import led_to
from nyttokedja.calculating.values import MOST
from nyttokedja.model.calculation import Factor

Quantity = Decimal | Column
Formula = Callable[[Mapping[str, Quantity]], Quantity]

_ACTS: Mapping[str, Callable[[Quantity, Quantity], Quantity]] = {"+": add, "-": sub, "*": mul, "/": truediv}


class Network:
    """The formulas, and what they come to when all factors are likely.

    Attributes:
        factors: full name → each factor that has a number of its own; a changed one has that number for its
            likely value, and no limits.
        values: name → what it comes to, of those that can be calculated.
        worths: of each valued box the name of what it is worth a year, of its hours where it says no more.
    """

    def __init__(self, scope: Scope, changed: Mapping[str, Decimal]) -> None:
        formulas = {name: of for name, of in scope.formulas.items() if name not in changed}
        for box, own in scope.boxes.items():
            formulas |= {full_name(box, key): own[key] for key in ("hours", "yearly") if key in own}
        keys = {
            box: next((key for key in ("yearly", "hours") if key in own), "")
            for box, own in scope.boxes.items()
        }
        self.worths = frozenset(full_name(box, key) for box, key in keys.items() if key)
        order = dict.fromkeys((*scope.order, *formulas))
        self._rank = {name: place for place, name in enumerate(order)}
        self._formulas = {name: _compiled(formula) for name, formula in formulas.items()}
        self._uses = {name: names_in(formula) for name, formula in formulas.items()}
        self._users: dict[str, list[str]] = {}
        for name, uses in self._uses.items():
            for used in uses:
                self._users.setdefault(used, []).append(name)
        self.factors = dict(_numbers(scope, changed))
        likely = {name: _likely(factor) for name, factor in self.factors.items()}
        self.values: dict[str, Quantity] = {n: value for n, value in likely.items() if _is_allowed(value)}
        for name in order:
            if name in formulas:
                self._calculate(name, self.values)
        self._after: dict[frozenset[str], KeysView[str]] = {}

    def after(self, names: Iterable[str]) -> KeysView[str]:
        """All that some names lead to, themselves not included, each after what it uses."""
        key = frozenset(names)
        if key not in self._after:
            found = led_to(self._users, key)
            self._after[key] = dict.fromkeys(sorted(found - key, key=self._rank.__getitem__)).keys()
        return self._after[key]

    def changed(self, numbers: Mapping[str, Quantity]) -> Mapping[str, Quantity]:
        """What all that some factors lead to comes to when they have other values; errors are left out."""
        after = self.after(numbers)
        around = {used for name in after for used in self._uses[name]}.difference(numbers, after)
        values = {name: self.values[name] for name in around if name in self.values}
        values |= {name: number for name, number in numbers.items() if _is_allowed(number)}
        for name in after:
            self._calculate(name, values)
        return {name: values[name] for name in after if name in values}

    def _calculate(self, name: str, values: dict[str, Quantity]) -> None:
        if all(used in values for used in self._uses[name]):
            try:
                value = self._formulas[name](values)
            except ArithmeticError:
                return
            if _is_allowed(value):
                values[name] = value


def _compiled(expression: Expression) -> Formula:
    """A function from the values of names to that of the expression."""
    if isinstance(expression, Number):
        number = expression.value
        return lambda values: number
    if isinstance(expression, Name):
        id = expression.id
        return lambda values: values[id]
    if isinstance(expression, Negative):
        of = _compiled(expression.of)
        return lambda values: -of(values)
    left, right, act = _compiled(expression.left), _compiled(expression.right), _ACTS[expression.sign]
    return lambda values: act(left(values), right(values))


def _numbers(scope: Scope, changed: Mapping[str, Decimal]) -> Iterator[tuple[str, Factor]]:
    for name, factor in scope.factors.items():
        if name in changed:
            yield name, replace(factor, likely=changed[name], lowest=None, highest=None, formula="")
        elif factor.likely is not None and name not in scope.broken:
            yield name, factor


def _likely(factor: Factor) -> Decimal:
    assert factor.likely is not None
    return factor.likely


def _is_allowed(quantity: Quantity) -> bool:
    """Whether it is a number that a calculation may have; the simulation looks at its last points itself."""
    return isinstance(quantity, Column) or (quantity.is_finite() and -MOST <= quantity <= MOST)


def exact(quantity: Quantity) -> Decimal:
    """What is made of exact numbers alone."""
    assert isinstance(quantity, Decimal)
    return quantity
