"""Which figures of several chains may be compared, and what stands between the others."""

from decimal import Decimal

import pytest

from nyttokedja.model.priorities import Terms
from nyttokedja.prioritising.comparable import comparable, figure_of
from nyttokedja.prioritising.model import Money, Row


def terms(currency="SEK", price_year=2026, rate="0.03", first_year="undiscounted", horizon=6):
    return Terms(currency, price_year, Decimal(rate), first_year, horizon)


def priced(net=0, financial=None, year=None, **of_terms):
    money = Money(terms(**of_terms), (), financial, None, Decimal(net), None, None, year, None)
    return Row("a.yaml", "A", money=money)


def in_hours(*hours, horizon=6):
    return Row("a.yaml", "A", hours_freed=tuple(map(Decimal, hours)), horizon=horizon)


EMPTY = Row("a.yaml", "A")


def test_rows_on_the_same_terms_are_compared_on_these():
    found = comparable([priced(), EMPTY, priced()], Terms())
    assert (found.terms, found.unlike, found.differing) == (terms(), ((), (), ()), {})


def test_where_rows_differ_and_nothing_is_said_none_is_compared():
    found = comparable([priced(), priced(currency="NOK"), EMPTY], Terms())
    assert found.differing == {"currency": ("NOK", "SEK")}
    assert found.unlike == (("currency",), ("currency",), ())
    assert found.terms.currency is None
    assert found.hinders(0, "net_financial") == ("currency",)
    assert found.hinders(2, "net_financial") == ()


def test_where_a_term_is_said_only_those_that_have_another_are_kept_apart():
    found = comparable([priced(), priced(price_year=2020)], Terms(price_year=2026))
    assert (found.unlike, found.differing) == (((), ("price_year",)), {})


def test_hours_are_compared_by_years_alone():
    found = comparable([in_hours(5), priced(horizon=4)], Terms())
    assert found.differing == {"horizon": (4, 6)}
    assert found.unlike == (("horizon",), ("horizon",))
    assert found.hinders(0, "hours") == ("horizon",)
    assert comparable([in_hours(5), priced(currency="NOK")], Terms()).hinders(0, "hours") == ()


@pytest.mark.parametrize(
    ("row", "figure", "value"),
    [
        (EMPTY, "hours", None),
        (EMPTY, "completeness", None),
        (EMPTY, "net_financial", None),
        (Row("a", "A", completeness=0), "completeness", 0),
        (priced(financial=Decimal(7)), "net_financial", 7),
        (priced(), "net_financial", None),
        (priced(year=3), "year", 3),
        (priced(), "year", None),
        (in_hours(5, 2), "hours", 7),
    ],
)
def test_a_figure_that_is_not_there_is_not_0(row, figure, value):
    assert figure_of(row, figure) == value
