"""Chains side by side: what may be compared, the levels, and that no order says more than it knows."""

from decimal import Decimal
from fractions import Fraction

import pytest

from nyttokedja.model.pool import Pool
from nyttokedja.model.priorities import Criterion, Priorities, Terms, Weighting
from nyttokedja.prioritising.levels import FAULTY, NOT_JUDGED, NOT_VALUED, UNLIKE
from nyttokedja.prioritising.prioritised import prioritised
from tests.prioritising.chains import judged, purchases, row

NYTTA = Criterion("nytta", "Nytta", kind="benefit")
REAL = Criterion("realiserbarhet", "Realiserbarhet", kind="realisability")
BUDGET = Criterion("budget", "Budget", figure="net_financial", limits=tuple(map(Decimal, (-50_000, 0, 10))))
YEAR = Criterion("ar", "År", figure="year", limits=tuple(map(Decimal, (6, 4, 2))))


_OWN = Terms()


def side_by_side(*rows, criteria=(), terms=_OWN, weightings=()):
    return prioritised(rows, Priorities(criteria, weightings, terms))


def level(found, title, criterion):
    n = next(n for n, one in enumerate(found.rows) if one.title == title)
    return found.levels[n][criterion]


def test_without_criteria_there_are_rows_and_no_order():
    found = side_by_side(row(judged("B", nytta=1)), row(judged("A", nytta=3)))
    assert ([one.title for one in found.rows], found.order, found.orders, found.strays) == (
        ["A", "B"],
        None,
        (),
        (),
    )


def test_the_example_of_the_method_is_put_in_order():
    rows = row(judged("A", nytta=3, realiserbarhet=1)), row(judged("B", nytta=2, realiserbarhet=3))
    found = side_by_side(
        *rows, criteria=(NYTTA, REAL), weightings=(Weighting("Nytta", {"nytta": Fraction(1)}),)
    )
    own, other = found.orders
    assert [found.rows[place.row].title for place in own.places] == ["B", "A"]
    assert [found.rows[place.row].title for place in other.places] == ["A", "B"]
    assert {turn.criterion: turn.at for turn in found.turns(own)} == {
        "nytta": Fraction(2, 3),
        "realiserbarhet": Fraction(1, 3),
    }
    assert {hold.criterion: (hold.least, hold.most) for hold in found.holds(own)} == {
        "nytta": (None, Fraction(2, 3)),
        "realiserbarhet": (Fraction(1, 3), None),
    }


def test_a_chain_without_a_level_has_no_place_and_is_not_given_0():
    found = side_by_side(row(judged("A", nytta=0)), row(judged("B")), criteria=(NYTTA,))
    assert [found.rows[place.row].title for place in found.order.places] == ["A"]
    assert [found.rows[n].title for n in found.order.left] == ["B"]
    assert level(found, "B", "nytta").why == NOT_JUDGED
    assert found.holds(found.order) == ()


def test_levels_are_read_from_figures_or_are_not_there():
    found = side_by_side(row(purchases("A")), row(judged("B")), criteria=(BUDGET, YEAR))
    assert level(found, "A", "budget").level == 1
    assert level(found, "A", "ar").level == 3
    assert (level(found, "B", "budget").level, level(found, "B", "budget").why) == (None, NOT_VALUED)


def test_what_never_pays_off_has_the_lowest_level_and_what_is_not_valued_none():
    never = purchases("A").replace("6 * 3000", "6 * 3000000")
    found = side_by_side(row(never), row(judged("B")), criteria=(YEAR,))
    assert level(found, "A", "ar").level == 0
    assert level(found, "B", "ar").why == NOT_VALUED


def test_chains_of_different_currency_are_never_put_in_order_by_money():
    rows = row(purchases("A")), row(purchases("B", more="currency: NOK"))
    found = side_by_side(*rows, criteria=(BUDGET,))
    assert found.comparable.differing == {"currency": ("NOK", "SEK")}
    assert [one["budget"].why for one in found.levels] == [UNLIKE, UNLIKE]
    assert found.order.places == ()
    found = side_by_side(*rows, criteria=(BUDGET,), terms=Terms(currency="SEK"))
    assert [one["budget"].level for one in found.levels] == [1, None]
    assert found.levels[1]["budget"].terms == ("currency",)


@pytest.mark.parametrize(
    ("other", "term"),
    [
        ({"price_year": 2024}, "price_year"),
        ({"price_year": None}, "price_year"),
        ({"rate": 0.04}, "rate"),
        ({"horizon": 5}, "horizon"),
        ({"first_year": "discounted"}, "first_year"),
    ],
)
def test_other_terms_keep_money_apart_until_the_settings_say_which_hold(other, term):
    texts = purchases("A"), purchases("B", **other)
    apart = side_by_side(*map(row, texts), criteria=(BUDGET,))
    assert set(apart.comparable.differing) == {term}
    assert {one["budget"].why for one in apart.levels} == {UNLIKE}
    own = row(texts[0]).money.terms
    terms = Terms(**{term: getattr(own, term)})
    said = side_by_side(*(row(text, terms=terms) for text in texts), criteria=(BUDGET,), terms=terms)
    whys = [one["budget"].why for one in said.levels]
    assert whys == (["", UNLIKE] if term == "price_year" else ["", ""])  # prices cannot be recalculated


def test_hours_and_years_are_compared_whatever_the_currency():
    rows = row(purchases("A")), row(purchases("B", more="currency: NOK"))
    hours = Criterion("tid", "Tid", figure="hours", limits=tuple(map(Decimal, (1, 1000, 5000))))
    found = side_by_side(*rows, criteria=(hours, YEAR))
    assert [one["tid"].level for one in found.levels] == [3, 3]
    assert [place.tied for place in found.order.places] == [True, True]


def test_a_calculation_at_fault_gives_no_level():
    found = side_by_side(row(purchases("A").replace("brukare * 3,", "brukaren * 3,")), criteria=(BUDGET,))
    assert found.levels[0]["budget"].why == FAULTY


def test_a_criterion_that_the_settings_do_not_know_is_told_with_the_nearest():
    found = side_by_side(row(judged("A", nyta=1, zebra=2)), criteria=(NYTTA,))
    assert [(one.rating.criterion, one.meant) for one in found.strays] == [("nyta", "nytta"), ("zebra", None)]


def test_pools_are_told_where_several_chains_draw_on_them_or_one_draws_too_much():
    one, other = row(purchases("A", start=2027)), row(purchases("B", start=2028))
    assert side_by_side(one).pools == ()
    (pool,) = side_by_side(one, other).pools
    assert (pool.name, pool.pool, pool.year, pool.hours, pool.over) == ("hemtjanst_tid", None, 2029, 2184, 0)
    sizes = (Pool("Hemtjanst_tid", 1000),)
    (pool,) = prioritised([one], Priorities(), sizes=sizes).pools
    assert (pool.year, pool.hours, pool.over, dict(pool.of_rows)) == (2028, 1092, 92, {0: 1092})
    assert prioritised([one], Priorities(), sizes=(Pool("hemtjanst_tid", 1092),)).pools == ()


def test_hours_without_a_calendar_are_in_no_sum():
    (pool,) = side_by_side(row(purchases("A")), row(purchases("B", start=2028))).pools
    assert (pool.hours, dict(pool.of_rows), dict(pool.loose)) == (1092, {1: 1092}, {0: 1092})
    (pool,) = side_by_side(row(purchases("A")), row(purchases("B"))).pools
    assert (pool.hours, pool.year) == (None, 0)


def test_weights_of_nothing_but_0_give_no_order():
    found = side_by_side(row(judged("A", nytta=1)), criteria=(Criterion("nytta", "Nytta", Fraction(0)),))
    assert found.order is None


def test_a_criterion_that_weighs_nothing_keeps_no_chain_out():
    light = Criterion("realiserbarhet", "Realiserbarhet", Fraction(0))
    found = side_by_side(row(judged("A", nytta=1)), row(judged("B", nytta=2)), criteria=(NYTTA, light))
    assert [found.rows[place.row].title for place in found.order.places] == ["B", "A"]
    assert found.turns(found.order) == ()
