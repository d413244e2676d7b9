"""Expressions: what a formula says, what it comes to with numbers, and how it is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar


@dataclass(frozen=True, slots=True)
class Number:
    """A number written in a formula; a per cent is the share that it means."""

    value: Decimal


@dataclass(frozen=True, slots=True)
class Name:
    """The id of a factor, or the word for hours."""

    id: str


@dataclass(frozen=True, slots=True)
class Negative:
    """The opposite of something."""

    of: Expression


@dataclass(frozen=True, slots=True)
class Operation:
    """Two expressions with one of ``+ - * /`` between them."""

    sign: str
    left: Expression
    right: Expression


Expression = Number | Name | Negative | Operation


def names_in(expression: Expression) -> tuple[str, ...]:
    """The names that an expression uses, in the order in which they come first."""
    return tuple(dict.fromkeys(_names(expression)))


def _names(expression: Expression) -> Iterator[str]:
    if isinstance(expression, Name):
        yield expression.id
    elif isinstance(expression, Negative):
        yield from _names(expression.of)
    elif isinstance(expression, Operation):
        yield from _names(expression.left)
        yield from _names(expression.right)


def renamed(expression: Expression, naming: Callable[[str], str]) -> Expression:
    """An expression with other names: ``naming`` says what each is called."""
    if isinstance(expression, Name):
        return Name(naming(expression.id))
    if isinstance(expression, Negative):
        return Negative(renamed(expression.of, naming))
    if isinstance(expression, Operation):
        left, right = renamed(expression.left, naming), renamed(expression.right, naming)
        return Operation(expression.sign, left, right)
    return expression


class ZeroDivisor(ZeroDivisionError):
    """A division by what is zero: the expression that it was."""

    def __init__(self, divisor: Expression) -> None:
        super().__init__()
        self.divisor = divisor


N = TypeVar("N", Decimal, Fraction, float)


def evaluate(expression: Expression, values: Mapping[str, N], number: Callable[[Decimal], N]) -> N:
    """What an expression comes to.

    Args:
        expression: what to calculate.
        values: name → its value; each name of the expression is there.
        number: what makes a number of the same kind of a number in a formula.

    Raises:
        ZeroDivisor: something is divided by zero.
    """
    if isinstance(expression, Operation):
        left = evaluate(expression.left, values, number)
        right = evaluate(expression.right, values, number)
        sign = expression.sign
        if sign == "*":
            return left * right
        if sign == "+":
            return left + right
        if sign == "-":
            return left - right
        if not right:
            raise ZeroDivisor(expression.right)
        return left / right
    if isinstance(expression, Name):
        return values[expression.id]
    if isinstance(expression, Negative):
        return -evaluate(expression.of, values, number)
    return number(expression.value)


def written(expression: Expression) -> str:
    """An expression as a formula, with the brackets that it needs."""
    match expression:
        case Number(value):
            return f"{value:f}"
        case Name(id):
            return id
        case Negative(of):
            return f"-{_inside(of, sums=True, products=True)}"
        case Operation(sign, left, right):
            product = sign in "*/"
            first = _inside(left, sums=product)
            last = _inside(right, sums=product or sign == "-", products=product)
            return f"{first} {sign} {last}"


def _inside(expression: Expression, *, sums: bool = False, products: bool = False) -> str:
    """A part of an expression, in brackets where it is a sum or a product that must not fall apart."""
    text = written(expression)
    sign = expression.sign if isinstance(expression, Operation) else ""
    bracketed = (sums and sign in ("+", "-")) or (products and sign in ("*", "/"))
    return f"({text})" if bracketed else text
