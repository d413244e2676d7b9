"""Which formulas can fail for the numbers that people put in cells; a word stands there then.

A division by what may be 0 can fail, and so can what uses it.
"""

from __future__ import annotations

from collections.abc import Collection

from nyttokedja.calculating.expression import Expression, Name, Negative, Number, Operation
from nyttokedja.calculating.scope import Scope
from nyttokedja.exporting.calculation_book.plan import Formula


def fallible_factors(scope: Scope) -> frozenset[str]:
    """The full names of the factors whose formulas can fail."""
    found: set[str] = set()
    for name in scope.order:
        formula = scope.formulas.get(name)
        if formula is not None and name not in scope.broken and can_fail(formula, found):
            found.add(name)
    return frozenset(found)


def can_fail(expression: Expression, names: Collection[str]) -> bool:
    """Whether a formula can fail; ``names`` are those that can."""
    match expression:
        case Number():
            return False
        case Name(name):
            return name in names
        case Negative(of):
            return can_fail(of, names)
        case Operation(sign, left, right):
            divides = sign == "/" and not isinstance(right, Number)
            return divides or can_fail(left, names) or can_fail(right, names)


def guarded(formula: Formula, word: str) -> Formula:
    """A formula that says a word where it fails."""
    return ("IFERROR(", *formula, f',"{word}")')
