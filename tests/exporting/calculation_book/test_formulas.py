"""Expressions as formulas of Excel: brackets where they are needed, numbers as a sheet holds them."""

from decimal import Decimal

import pytest

from nyttokedja.calculating.expression import Name, Negative, Number, Operation
from nyttokedja.exporting.calculation_book.formulas import formula_of, joined


def said(expression):
    return "".join(formula_of(expression, lambda name: name.upper()))


def of(sign, left, right):
    return Operation(sign, left, right)


A, B, C = (Name(name) for name in "abc")


@pytest.mark.parametrize(
    ("expression", "formula"),
    [
        (of("+", of("-", A, B), C), "A-B+C"),
        (of("-", A, of("+", B, C)), "A-(B+C)"),
        (of("-", A, of("-", B, C)), "A-(B-C)"),
        (of("*", of("+", A, B), C), "(A+B)*C"),
        (of("+", of("*", A, B), C), "A*B+C"),
        (of("/", A, of("*", B, C)), "A/(B*C)"),
        (of("/", of("*", A, B), C), "A*B/C"),
        (Negative(A), "-A"),
        (Negative(of("+", A, B)), "-(A+B)"),
        (Negative(of("*", A, B)), "-(A*B)"),
        (Negative(Negative(A)), "-(-A)"),
        (of("+", Negative(A), B), "-A+B"),
        (of("/", A, Negative(B)), "A/(-B)"),
    ],
)
def test_excel_reads_the_same(expression, formula):
    assert said(expression) == formula


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("0.20", "0.20"),
        ("1E+3", "1000"),
        ("1E+14", "100000000000000"),
        ("1E+15", "1e+15"),
        ("1E-14", "0.00000000000001"),
        ("1E-15", "1e-15"),
        ("1234567890123456789", "1.23456789012346e+18"),
    ],
)
def test_a_number_is_written_out_where_a_sheet_holds_all_of_it(value, written):
    assert said(Number(Decimal(value))) == written


def test_formulas_are_joined_by_a_sign_between_them():
    assert joined([("A",), ("B", "*", "C"), ("D",)], "+") == ("A", "+", "B", "*", "C", "+", "D")
    assert joined([("A",)], "+") == ("A",)
    assert joined([], "+") == ()
