"""Formulas: what the grammar reads, what it refuses and how it says so."""

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nyttokedja.calculating.formula import (
    FormulaError,
    Name,
    Negative,
    Number,
    Operation,
    evaluate,
    names_in,
    parse,
    written,
)


def num(text):
    return Number(Decimal(text))


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("12", num("12")),
        ("0.25", num("0.25")),
        ("90 %", num("0.9")),
        ("12.5%", num("0.125")),
        ("andel", Name("andel")),
        ("inköp_2", Name("inköp_2")),
        ("inko\u0308p", Name("inköp")),
        ("-a", Negative(Name("a"))),
        ("a - -b", Operation("-", Name("a"), Negative(Name("b")))),
        ("a-b-c", Operation("-", Operation("-", Name("a"), Name("b")), Name("c"))),
        ("a+b*c", Operation("+", Name("a"), Operation("*", Name("b"), Name("c")))),
        ("(a+b)/c", Operation("/", Operation("+", Name("a"), Name("b")), Name("c"))),
        ("a × b · c ÷ d − e", parse("a * b * c / d - e")),
        (" a\n  * b\u00a0* c ", parse("a*b*c")),
        ("x * x", Operation("*", Name("x"), Name("x"))),
    ],
)
def test_a_formula_is_read_by_the_grammar(text, expression):
    assert parse(text) == expression


@pytest.mark.parametrize(
    ("text", "variant", "particulars"),
    [
        ("", "unfinished", {}),
        ("a *", "unfinished", {}),
        ("(a + b", "unfinished", {}),
        ("a b", "unreadable", {"found": "b", "position": 3}),
        ("a + * b", "unreadable", {"found": "*", "position": 5}),
        ("a + b)", "unreadable", {"found": ")", "position": 6}),
        ("max(a, b)", "unreadable", {"found": "(", "position": 4}),
        ("a ** b", "unreadable", {"found": "*", "position": 4}),
        ("a %", "unreadable", {"found": "%", "position": 3}),
        ("=a", "unreadable", {"found": "=", "position": 1}),
        (".5 * a", "unreadable", {"found": ".", "position": 1}),
        ("1.2.3", "unreadable", {"found": ".", "position": 4}),
        ("a ² b", "unreadable", {"found": "²", "position": 3}),
        ("  a b", "unreadable", {"found": "b", "position": 5}),
        ("a * 0,5", "comma", {"wrong": "0,5", "right": "0.5", "position": 5}),
        ("1 700,5", "comma", {"wrong": "1 700,5", "right": "1700.5", "position": 1}),
        ("1,000,000", "comma", {"wrong": "1,000,000", "right": "1000000", "position": 1}),
        ("a + 1 700", "space", {"wrong": "1 700", "right": "1700", "position": 5}),
        (
            "1\u00a0700\u202f000.5",
            "space",
            {"wrong": "1\u00a0700\u202f000.5", "right": "1700000.5", "position": 1},
        ),
        ("a : 60", "sign", {"wrong": ":", "right": "/", "position": 3}),
        ("a – b", "sign", {"wrong": "–", "right": "-", "position": 3}),
        ("6 x 3000", "sign", {"wrong": "x", "right": "*", "position": 3}),
        ("[a + b] * c", "sign", {"wrong": "[", "right": "(", "position": 1}),
        ("a" * 201, "long", {"length": 201, "most": 200}),
        ("1" + "+1" * 51, "operations", {"most": 50}),
        ("-" * 51 + "1", "operations", {"most": 50}),
        ("(" * 9 + "1" + ")" * 9, "deep", {"most": 8}),
    ],
)
def test_a_formula_that_cannot_be_read_says_where_and_what_is_right(text, variant, particulars):
    with pytest.raises(FormulaError) as caught:
        parse(text)
    assert (caught.value.variant, caught.value.particulars) == (variant, particulars)


def test_a_formula_may_be_as_long_as_many_and_as_deep_as_is_allowed():
    assert parse("a" * 200)
    assert parse("1" + "+1" * 50)
    assert parse("(" * 8 + "1" + ")" * 8) == num("1")
    assert parse("+".join(["((((((((1))))))))"] * 2))


def test_names_come_once_each_in_their_order():
    assert names_in(parse("b * (a - -c) / b + 3")) == ("b", "a", "c")


@given(st.text(max_size=220))
def test_any_text_is_a_formula_or_a_formula_error(text):
    with suppress(FormulaError):
        names_in(parse(text))


@given(st.text("ab1 0.,+-*/()%:×−x_å", max_size=60))
def test_any_text_of_formula_signs_is_a_formula_or_a_formula_error(text):
    with suppress(FormulaError):
        expression = parse(text)
        assert parse(written(expression)) == expression


NUMBERS = st.decimals(0, 1000, places=3).map(Number)
EXPRESSIONS = st.recursive(
    NUMBERS | st.sampled_from("abc").map(Name),
    lambda inner: st.builds(Operation, st.sampled_from("+-*/"), inner, inner) | st.builds(Negative, inner),
    max_leaves=8,
)


@given(EXPRESSIONS)
def test_what_is_written_of_an_expression_is_read_as_the_same_value(expression):
    values = {"a": 2.0, "b": 3.5, "c": -1.25}
    try:
        expected = evaluate(expression, values, float)
    except ZeroDivisionError:
        return
    assert evaluate(parse(written(expression)), values, float) == pytest.approx(expected)
