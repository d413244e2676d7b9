"""Formulas that say the same in other words are the same multiplied out, and others are not."""

from decimal import Decimal

import pytest

from nyttokedja.calculating.expansion import Expansions
from nyttokedja.calculating.formula import parse
from nyttokedja.calculating.scope import Scope
from nyttokedja.model.calculation import Calculation, Factor
from nyttokedja.model.chain import Chain
from nyttokedja.model.findings import NOWHERE

FACTORS = {"a": 3, "b": 4, "c": 5, "d": "a + b", "e": "d * 2 / b", "circle": "circle + 1"}


def expansions():
    factors = tuple(
        Factor(id, id, NOWHERE, formula=said)
        if isinstance(said, str)
        else Factor(id, id, NOWHERE, likely=Decimal(said))
        for id, said in FACTORS.items()
    )
    return Expansions(Scope(Chain("A", calculation=Calculation(factors=factors))))


def expanded(formula):
    return expansions().of(parse(formula))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *(("a * b", "b * a"), ("a * 30 / 60", "a * 0.5"), ("a * (b + c)", "a * b + c * a"), ("d", "b + a")),
        *(("e", "2 * a / b + 2"), ("a - (b - c)", "a - b + c"), ("-(-a)", "a"), ("a / b / c", "a / (b * c)")),
        *(("a / (b + c)", "a / (c + b)"), ("d - a", "b"), ("50 %", "0.5")),
    ],
)
def test_the_same_in_other_words_is_the_same(one, other):
    assert expanded(one) == expanded(other) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [("a * b", "a * c"), ("a", "2 * a"), ("a / b", "b / a"), ("a - b", "b - a"), ("a * a", "a")],
)
def test_what_is_not_the_same_is_not(one, other):
    assert expanded(one) != expanded(other)


@pytest.mark.parametrize(
    "formula", ["a / (b - b)", "circle * 2", "*".join(["(a + b + c + 1)"] * 8), "missing"]
)
def test_what_cannot_be_multiplied_out_is_none(formula):
    assert expanded(formula) is None
