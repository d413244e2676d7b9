"""Expressions of the calculation → formulas of Excel, whose names are cells."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from nyttokedja.calculating.expression import Expression, Name, Negative, Number, Operation
from nyttokedja.exporting.calculation_book.plan import Formula, Ref

_BINDS = {"+": 1, "-": 1, "*": 2, "/": 2}
_TIGHT = 3


def formula_of(expression: Expression, place: Callable[[str], Ref]) -> Formula:
    """An expression as a formula of Excel.

    Args:
        expression: what is computed.
        place: name → the cell that has its value.
    """
    return _said(expression, place)[0]


def _said(expression: Expression, place: Callable[[str], Ref]) -> tuple[Formula, int]:
    """A formula, and how tightly it holds together."""
    match expression:
        case Number(value):
            return (_number(value),), _TIGHT
        case Name(name):
            return (place(name),), _TIGHT
        case Negative(of):
            return ("-", *_inside(of, place, _TIGHT)), 2
        case Operation(sign, left, right):
            binds = _BINDS[sign]
            return (*_inside(left, place, binds), sign, *_inside(right, place, binds + 1)), binds


def _inside(expression: Expression, place: Callable[[str], Ref], least: int) -> Formula:
    said, binds = _said(expression, place)
    return said if binds >= least else ("(", *said, ")")


def _number(value: Decimal) -> str:
    """A number as Excel writes it: no more digits than it holds, no thousands, no power of ten if short."""
    return format(value, "f") if -15 < value.adjusted() < 15 else format(float(value), ".15g")


def joined(pieces: list[Formula], sign: str) -> Formula:
    """Formulas with a sign between them."""
    held: list[str | object] = []
    for piece in pieces:
        held += [sign, *piece] if held else piece
    return tuple(held)  # type: ignore[arg-type]
