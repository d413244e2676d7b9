"""A formula multiplied out: what two formulas have in common that say the same in other words.

A formula is a sum of products of factors, each with a number before it. What it is divided by counts as a
factor with a power below nothing where it is a product, and as one of its own where it is a sum.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from nyttokedja.calculating.expression import Expression, Name, Negative, Number
from nyttokedja.calculating.scope import Scope

Product = tuple[tuple[str, int], ...]
"""Factors in order, each with its power."""

Expanded = Mapping[Product, Fraction]
"""Product → the number before it, never 0."""

_MOST_TERMS = 50
_MOST_DIGITS = 30
_NUMBER: Product = ()


class Expansions:
    """The formulas of a chain, multiplied out down to the factors that are numbers."""

    def __init__(self, scope: Scope) -> None:
        self._known: dict[str, Expanded | None] = {}
        for name in scope.order:
            formula = scope.formulas.get(name)
            if name in scope.broken:
                self._known[name] = None
            else:
                self._known[name] = {((name, 1),): Fraction(1)} if formula is None else self.of(formula)

    def of(self, formula: Expression) -> Expanded | None:
        """A formula with full names, multiplied out; None where it is too long for that, or at fault."""
        if isinstance(formula, Number):
            return _number(formula.value)
        if isinstance(formula, Name):
            return self._known.get(formula.id)
        if isinstance(formula, Negative):
            inside = self.of(formula.of)
            return None if inside is None else _times(inside, {_NUMBER: Fraction(-1)})
        left, right = self.of(formula.left), self.of(formula.right)
        if left is None or right is None:
            return None
        if formula.sign in "+-":
            return _plus(left, right, 1 if formula.sign == "+" else -1)
        other = right if formula.sign == "*" else _inverse(right)
        return None if other is None else _times(left, other)


def _number(value: Decimal) -> Expanded | None:
    if abs(value.adjusted()) > _MOST_DIGITS:
        return None
    return {_NUMBER: Fraction(value)} if value else {}


def _plus(left: Expanded, right: Expanded, sign: int) -> Expanded | None:
    terms = dict(left)
    for product, number in right.items():
        terms[product] = terms.get(product, Fraction(0)) + sign * number
    return _kept(terms)


def _times(left: Expanded, right: Expanded) -> Expanded | None:
    if len(left) * len(right) > _MOST_TERMS**2:
        return None
    terms: dict[Product, Fraction] = {}
    for one, number in left.items():
        for other, by in right.items():
            product = _together(one, other)
            terms[product] = terms.get(product, Fraction(0)) + number * by
    return _kept(terms)


def _together(one: Product, other: Product) -> Product:
    powers = dict(one)
    for name, power in other:
        powers[name] = powers.get(name, 0) + power
    return tuple(sorted((name, power) for name, power in powers.items() if power))


def _inverse(terms: Expanded) -> Expanded | None:
    """One divided by it; None where it is nothing."""
    if not terms:
        return None
    if len(terms) == 1:
        ((product, number),) = terms.items()
        return {tuple((name, -power) for name, power in product): 1 / number}
    whole = "+".join(f"{number}*{product}" for product, number in sorted(terms.items()))
    return {((whole, -1),): Fraction(1)} if len(whole) < _MOST_TERMS * 10 else None


def _kept(terms: Mapping[Product, Fraction]) -> Expanded | None:
    kept = {product: number for product, number in terms.items() if number}
    return kept if len(kept) <= _MOST_TERMS else None
