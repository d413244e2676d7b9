"""The frame of a calculation: years, rate and what is taken for granted where a chain does not say."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nyttokedja.calculating import Options, calculate
from nyttokedja.calculating.frame import discounts_of, frame_of
from nyttokedja.calculating.model import ALL, OWN
from nyttokedja.model.chain import About
from nyttokedja.model.graph import Graph
from tests.calculating.chains import benefit, chain, change, cost

EVERYTHING = {"start", "rate", "discounts_first", "price_year", "currency", "work_year"}


def frame(options=None, **said):
    return frame_of(chain(**said), options or Options())


@pytest.mark.parametrize(
    ("language", "rate", "currency", "work_year"),
    [("sv", "0.03", "SEK", 1700), ("nb", "0", "NOK", None), ("en", "0.035", "", None)],
)
def test_what_is_not_said_depends_on_the_language(language, rate, currency, work_year):
    found = frame(language=language, start=None)
    assert (found.rate, found.currency, found.work_year) == (Decimal(rate), currency, work_year)
    assert (found.start, found.discounts_first, found.price_year) == (1, False, None)
    assert found.assumed == EVERYTHING


def test_what_is_said_holds():
    said = {"start": 2027, "rate": "0.04", "first_year": "discounted", "price_year": 2026}
    found = frame(language="nb", currency="EUR", work_year=1650, **said)
    assert found == (2027, 6, Decimal("0.04"), True, 2026, "EUR", 1650, frozenset())
    assert found.years == (2027, 2028, 2029, 2030, 2031, 2032)


def test_a_year_that_is_written_as_a_decimal_is_a_year():
    assert repr(frame(start=2027.0).years[0]) == "2027"


def test_a_rate_of_0_is_said():
    found = frame(rate=0)
    assert found.rate == 0
    assert "rate" not in found.assumed


def test_what_is_asked_for_goes_before_what_is_said():
    found = frame(Options(rate=Decimal(0), discounts_first=True), rate="0.04")
    assert (found.rate, found.discounts_first) == (0, True)
    assert not {"rate", "discounts_first"} & found.assumed


@pytest.mark.parametrize(
    ("own", "about", "years"),
    [
        (6, None, 6),
        (6, 10.0, 6),
        (None, 10.0, 10),
        (None, 2.5, 3),
        (None, 0.5, 1),
        (None, 2.0000001, 3),
        (None, 150.0, 100),
        (250, None, 100),
        (0, None, 1),
        ("5.2", None, 6),
        (None, float("inf"), 100),
        (None, float("nan"), None),
        (None, None, None),
    ],
)
def test_the_horizon_is_its_own_or_that_of_the_chain_in_whole_years(own, about, years):
    found = frame(horizon=own, about=About(horizon=about))
    assert (found and found.horizon) == years


def test_nothing_is_summed_without_a_horizon():
    made = calculate(Graph(chain(change("a"), benefit("a", "1"), horizon=None)))
    assert (made.frame, made.runs) == (None, {})
    assert made.items[0].yearly == 1


@pytest.mark.parametrize(
    ("first", "expected"),
    [("", ("1", "0.8", "0.64")), ("discounted", ("0.8", "0.64", "0.512"))],
)
def test_a_krona_is_worth_less_each_year(first, expected):
    assert discounts_of(frame(horizon=3, rate="0.25", first_year=first)) == tuple(map(Decimal, expected))


def shares(value, horizon=4, start=1, of=benefit, **said):
    made = calculate(Graph(chain(change("a"), of("a", value, **said), horizon=horizon, start=start)))
    return made.items[0].shares


def numbers(*written):
    return tuple(map(Decimal, written))


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        ((), "1 1 1 1"),
        (("0.5", "1"), "0.5 1 1 1"),
        (("1", "0"), "1 0 0 0"),
        (("1.2",), "1.2 1.2 1.2 1.2"),
        (("1", "2", "3", "4"), "1 2 3 4"),
        (("1", "2", "3", "4", "5"), "1 2 3 4"),
    ],
)
def test_the_last_of_a_profile_goes_on_and_one_that_is_longer_is_cut(profile, expected):
    assert shares({"yearly": "1", "profile": numbers(*profile)}) == numbers(*expected.split())


@pytest.mark.parametrize(
    ("start", "by_year", "expected"),
    [
        (2027, {2027: "0.5", 2028: "1"}, "0.5 1 1 1"),
        (2027, {2029: "1"}, "0 0 1 1"),
        (2027, {2028: "0.5", 2030: "0"}, "0 0.5 0.5 0"),
        (2027, {2030: "0", 2028: "0.5"}, "0 0.5 0.5 0"),
        (2027, {2025: "0.2", 2029: "1"}, "0.2 0.2 1 1"),
        (2027, {2040: "1"}, "0 0 0 0"),
        (1, {2: "0.5", 3: "1"}, "0 0.5 1 1"),
    ],
)
def test_a_share_by_year_holds_until_the_next(start, by_year, expected):
    value = {"yearly": "1", "profile_from": {year: Decimal(share) for year, share in by_year.items()}}
    assert shares(value, start=start) == numbers(*expected.split())


@pytest.mark.parametrize(
    ("timing", "profile", "expected"),
    [
        ("once", (), "1 0 0 0"),
        ("running", (), "1 1 1 1"),
        ("", (), "1 1 1 1"),
        ("once", ("0.5",), "0.5 0.5 0.5 0.5"),
    ],
)
def test_a_cost_that_comes_once_comes_in_the_first_year_unless_its_profile_says(timing, profile, expected):
    value = {"yearly": "1", "profile": numbers(*profile)}
    assert shares(value, of=cost, timing=timing) == numbers(*expected.split())


def test_a_profile_with_less_than_nothing_is_in_no_sum():
    value = {"yearly": "10", "profile": numbers("1", "-1")}
    made = calculate(Graph(chain(change("a"), benefit("a", value), cost("k", "3"), rate=0, horizon=1)))
    assert made.items[0].standing.value == "faulty"
    assert made.likely.results[OWN].net == -3


def test_without_costs_there_is_no_per_krona():
    found = calculate(Graph(chain(change("a"), benefit("a", "10")))).likely.results[ALL]
    assert found.per_krona is None
    assert found.year == 1


def test_benefits_that_only_cover_their_costs_never_pass_them():
    found = calculate(Graph(chain(change("a"), benefit("a", "10"), cost("k", "10")))).likely.results[OWN]
    assert (found.net, found.per_krona, found.year) == (0, 0, None)


@given(st.lists(st.integers(1, 10**9), min_size=1, max_size=5), st.integers(1, 40))
def test_benefits_that_are_as_large_as_costs_each_year_never_pass_them(amounts, horizon):
    ids = [f"n{n}" for n in range(len(amounts))]
    benefits = [benefit(id, f"{amount} / 7") for id, amount in zip(ids, amounts, strict=True)]
    whole = chain(change(*ids), *benefits, cost("k", f"{sum(amounts)} / 7"), horizon=horizon)
    own = calculate(Graph(whole)).likely.results[OWN]
    assert (own.net, own.per_krona, own.year) == (0, 0, None)


def test_benefits_that_once_were_more_than_costs_have_passed_them():
    later = {"yearly": "10", "profile": numbers("1", "0")}
    small = {"yearly": "10", "profile": numbers("0", "1")}
    found = calculate(Graph(chain(change("a"), benefit("a", later), cost("k", small), rate=0, horizon=3)))
    assert (found.likely.results[OWN].net, found.likely.results[OWN].year) == (-10, 1)


def test_a_horizon_of_one_year():
    found = calculate(Graph(chain(change("a"), benefit("a", "10"), cost("k", "4"), horizon=1)))
    own = found.likely.results[OWN]
    assert (own.benefits_by_year, own.costs_by_year, own.net, own.year) == ((10,), (4,), 6, 1)


def test_nothing_is_calculated_of_a_calculation_without_values():
    made = calculate(Graph(replace(chain(change("a"), benefit("a")))))
    assert (made.runs, made.items) == ({}, ())
