"""Expressions: written with the brackets that they need, and what they come to."""

from decimal import Decimal

import pytest

from nyttokedja.calculating.expression import Name, Negative, Number, Operation, evaluate, names_in, written

A, B, C = (Name(name) for name in "abc")
VALUES = {"a": Decimal(8), "b": Decimal(4), "c": Decimal(2)}


def of(sign, left, right):
    return Operation(sign, left, right)


@pytest.mark.parametrize(
    ("expression", "formula", "comes_to"),
    [
        (of("+", of("+", A, B), C), "a + b + c", 14),
        (of("+", A, of("+", B, C)), "a + b + c", 14),
        (of("+", A, of("-", B, C)), "a + b - c", 10),
        (of("-", A, of("+", B, C)), "a - (b + c)", 2),
        (of("-", A, of("-", B, C)), "a - (b - c)", 6),
        (of("-", of("-", A, B), C), "a - b - c", 2),
        (of("-", A, of("*", B, C)), "a - b * c", 0),
        (of("*", of("+", A, B), C), "(a + b) * c", 24),
        (of("*", A, of("+", B, C)), "a * (b + c)", 48),
        (of("*", of("*", A, B), C), "a * b * c", 64),
        (of("/", of("/", A, B), C), "a / b / c", 1),
        (of("/", A, of("/", B, C)), "a / (b / c)", 4),
        (of("/", A, of("*", B, C)), "a / (b * c)", 1),
        (of("+", of("/", A, B), C), "a / b + c", 4),
        (Negative(A), "-a", -8),
        (Negative(of("+", A, B)), "-(a + b)", -12),
        (Negative(of("*", A, B)), "-(a * b)", -32),
        (of("*", Negative(A), B), "-a * b", -32),
        (of("*", Number(Decimal("0.20")), C), "0.20 * c", Decimal("0.4")),
        (Number(Decimal("1E+3")), "1000", 1000),
    ],
)
def test_a_formula_has_the_brackets_that_it_needs_and_comes_to_the_same(expression, formula, comes_to):
    assert written(expression).replace("− ", "- ") == formula
    assert evaluate(expression, VALUES, Decimal) == comes_to


def test_names_come_once_in_the_order_of_the_formula():
    assert names_in(of("*", of("+", B, Negative(A)), of("-", B, Number(Decimal(1))))) == ("b", "a")
