"""Median, range and quartiles, and what is hidden."""

import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nyttokedja.maturity.figures import compile_answers, disagreements, spread_of, tells_of_a_few
from nyttokedja.model.maturity import Compiled, Statement, Tally
from nyttokedja.model.periods import parse
from nyttokedja.model.user_sums import LEAST

ASKED = [Statement("a", "A", "A?"), Statement("b", "B", "B?")]


def counts(*levels):
    return tuple(levels.count(level) for level in range(1, 6))


def test_the_median_and_the_range_of_five_answers():
    spread = spread_of(counts(1, 2, 2, 3, 5))
    assert (spread.median, spread.range, spread.lower, spread.upper) == (2, 4, 2, 3)
    assert spread.disagrees


def test_the_median_of_an_even_number_lies_between_two():
    assert float(spread_of(counts(1, 2, 3, 4, 4, 5)).median) == 3.5


@pytest.mark.parametrize("n", range(LEAST))
def test_of_fewer_than_five_nothing_is_said(n):
    assert spread_of(counts(*[3] * n)) is None
    compiled = compile_answers(ASKED, [{"a": 3}] * n, "sv")
    assert compiled.answers == n
    assert [tally.counts for tally in compiled.tallies] == [None, None]


def test_a_statement_that_few_answered_is_hidden_by_itself():
    compiled = compile_answers(ASKED, [{"a": 3, "b": 1}] * 4 + [{"a": 4}] * 3, "sv")
    assert [tally.counts for tally in compiled.tallies] == [(0, 0, 4, 3, 0), None]


def test_statements_that_people_disagree_on_come_first_where_most_are_apart():
    persons = [{"a": a, "b": b} for a, b in zip([1, 3, 3, 3, 3], [1, 1, 3, 4, 4], strict=True)]
    found = disagreements(compile_answers(ASKED, persons, "sv").tallies)
    assert [tally.statement.id for tally, _ in found] == ["b", "a"]
    agreed = compile_answers(ASKED, [{"a": 2}] * 3 + [{"a": 3}] * 3, "sv")
    assert disagreements(agreed.tallies) == ()


@given(st.lists(st.integers(1, 5), min_size=LEAST, max_size=60))
def test_the_figures_are_those_of_the_answers(levels):
    spread = spread_of(counts(*levels))
    assert float(spread.median) == statistics.median(levels)
    assert (spread.lowest, spread.highest) == (min(levels), max(levels))
    assert spread.lowest <= spread.lower <= spread.median <= spread.upper <= spread.highest
    inside = sum(spread.lower <= level <= spread.upper for level in levels)
    assert inside * 2 >= len(levels)


@given(st.lists(st.integers(1, 5), min_size=LEAST, max_size=40))
def test_turned_round_the_middle_half_is_turned_round(levels):
    here, there = spread_of(counts(*levels)), spread_of(counts(*[6 - level for level in levels]))
    assert (here.lower, here.upper) == (6 - there.upper, 6 - there.lower)


@pytest.mark.parametrize(
    ("counted", "lower", "upper", "lowest", "highest", "disagrees"),
    [
        ((4, 0, 0, 0, 4), 1, 5, 1, 5, True),
        ((2, 2, 2, 2, 0), 1, 4, 1, 4, True),
        ((1, 3, 3, 1, 0), 2, 3, 1, 4, True),
        ((0, 0, 8, 0, 0), 3, 3, 3, 3, False),
        ((0, 4, 4, 0, 0), 2, 3, 2, 3, False),
        ((0, 7, 0, 1, 0), 2, 2, 2, 4, True),
        ((1, 4, 0, 0, 0), 2, 2, 1, 2, False),
    ],
)
def test_the_middle_half_lies_between_two_levels(counted, lower, upper, lowest, highest, disagrees):
    spread = spread_of(counted)
    assert (spread.lower, spread.upper, spread.lowest, spread.highest) == (lower, upper, lowest, highest)
    assert spread.disagrees is disagrees


def test_where_most_are_far_apart_comes_first():
    all_apart, one_apart, agreed = (4, 0, 0, 0, 4), (0, 7, 0, 1, 0), (0, 4, 4, 0, 0)
    tallies = [Tally(ASKED[0], counted) for counted in (one_apart, agreed, None, all_apart)]
    assert [tally.counts for tally, _ in disagreements(tallies)] == [all_apart, one_apart]


@pytest.mark.parametrize(
    ("before", "now", "day", "tells"),
    [
        ((0, 0, 6, 0, 0), (0, 1, 6, 0, 0), "2027", True),
        ((0, 0, 6, 0, 0), (0, 4, 6, 0, 0), "2027", True),
        ((0, 0, 6, 0, 0), (0, 5, 6, 0, 0), "2027", False),
        ((0, 0, 6, 0, 0), (0, 0, 6, 0, 0), "2027", False),
        ((0, 0, 6, 0, 0), (0, 1, 6, 0, 0), "2026", False),
        (None, (0, 1, 6, 0, 0), "2027", False),
        ((0, 1, 6, 0, 0), None, "2027", False),
    ],
)
def test_two_counts_of_one_time_that_are_near_tell_of_a_few(before, now, day, tells):
    then = Compiled("sv", 6, (Tally(ASKED[0], before),), parse(day))
    here = Compiled("sv", 6, (Tally(ASKED[0], now),), parse("2027"))
    assert tells_of_a_few(then, here) is tells
