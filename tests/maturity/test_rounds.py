"""Compiled answers of several times: in their order, and what a statement was before."""

from dataclasses import replace
from fractions import Fraction

import pytest

from nyttokedja.maturity.rounds import SameTime, dated, in_order, same_answers, with_anchors
from nyttokedja.model.maturity import Compiled, Statement, StatementSet, Tally
from nyttokedja.model.periods import parse

A, B = Statement("a", "Mål", "Har vi mål?"), Statement("b", "Roller", "Har vi roller?")


def compiled(day="", answers=6, **counts):
    tallies = [Tally(one, counts.get(one.id)) for one in (A, B)]
    return Compiled("sv", answers, tuple(tallies), parse(day) if day else None)


def test_the_latest_is_the_last_and_one_without_a_time_the_last_of_all():
    found = in_order([compiled(), compiled("2027-06"), compiled("2026-12"), compiled("2027")])
    assert [one.day.written if one.day else "" for one in found.times] == ["2026-12", "2027-06", "2027", ""]
    assert found.latest.day is None


@pytest.mark.parametrize(("days", "same"), [(("2027", "2026", "2027"), "2027"), (("", "2026", ""), "")])
def test_two_of_the_same_time_are_refused(days, same):
    with pytest.raises(SameTime) as refused:
        in_order([compiled(day) for day in days])
    assert refused.value.args == (same,)


def test_the_median_of_each_time_is_told_where_it_is_shown():
    found = in_order(
        [
            compiled("2026", a=(0, 0, 6, 0, 0)),
            compiled("2027", a=(0, 3, 0, 3, 0)),
            compiled("2028", b=(6, 0, 0, 0, 0)),
        ]
    )
    assert list(found.medians("a")) == [Fraction(3), Fraction(3), None]
    assert list(found.medians("b")) == [None, None, Fraction(1)]
    assert list(found.medians("gone")) == [None] * 3


def test_a_time_is_given_to_one_that_says_none():
    assert dated(compiled(), "2027-Q1").day.written == "2027-Q1"


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (compiled("2027", a=(1, 5, 0, 0, 0)), True),
        (compiled("2026", a=(5, 1, 0, 0, 0)), False),
        (compiled("2026", answers=7, a=(1, 5, 0, 0, 0)), False),
    ],
)
def test_the_same_answers_are_the_same_counts_of_as_many(other, same):
    assert same_answers(compiled("2026", a=(1, 5, 0, 0, 0)), other) is same


def test_anchors_come_from_a_statement_of_the_same_id_and_title():
    known = (replace(A, title="MÅL", anchors=("låg", "hög")), replace(B, title="Annat", anchors=("n",)))
    first, second = with_anchors(compiled(), [StatementSet(known, (), "sv")]).tallies
    assert (first.statement.anchors, first.statement.title) == (("låg", "hög"), "Mål")
    assert second.statement.anchors == B.anchors
