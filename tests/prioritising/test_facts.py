"""The row of a chain: the worked example of calculations, and what is never filled in."""

from decimal import Decimal

import pytest

from nyttokedja.model.priorities import Terms
from nyttokedja.prioritising.model import Sized
from tests.prioritising.chains import judged, purchases, row


def near(value, wanted):
    return abs(value - Decimal(wanted)) <= Decimal("0.01")


def test_the_worked_example_is_told_as_it_is_calculated():
    made = row(purchases())
    assert near(made.money.net_financial, "-35734.05")
    assert near(made.money.net_redistribution, "1772199.37")
    assert near(made.money.costs, "319622.81")
    assert abs(made.money.per_krona - Decimal("5.4329")) < Decimal("0.0001")
    assert (made.money.year, made.money.calendar_year, made.money.changed) == (2, None, ())
    assert (made.hours, made.yearly_hours) == (6006 - 376 - 30, 1092 - 6)
    assert made.money.terms == Terms("SEK", 2026, Decimal("0.03"), "undiscounted", 6)
    assert dict(made.factors) == {"local": 2, "experience": 1, "estimate": 1, "standard": 1}
    assert dict(made.pools) == {"hemtjanst_tid": {0: 1092}}
    assert (made.valued, made.costed, made.at_fault) == (2, 6, False)


@pytest.mark.parametrize(
    ("terms", "net", "changed"),
    [
        (Terms(rate=Decimal(0)), "1897753.98", ("rate",)),
        (Terms(rate=Decimal("0.04")), "1687389.11", ("rate",)),
        (Terms(rate=Decimal("0.03")), "1736465.32", ()),
        (Terms(horizon=2), "351564.36", ("horizon",)),
        (Terms(first_year="discounted"), str(Decimal("1736465.32") / Decimal("1.03")), ("first_year",)),
    ],
)
def test_it_is_recalculated_on_the_terms_that_are_said(terms, net, changed):
    made = row(purchases(), terms=terms)
    assert near(made.money.net, net)
    assert made.money.changed == changed


def test_the_year_is_that_of_the_calendar_where_the_chain_has_one():
    made = row(purchases(start=2027))
    assert made.money.calendar_year == 2028
    assert made.pools["hemtjanst_tid"] == {2027: 546} | dict.fromkeys(range(2028, 2033), 1092)


def test_what_is_not_valued_is_none_and_no_zero():
    made = row(judged(nytta=2))
    assert (made.money, made.hours, made.yearly_hours, made.horizon) == (None, None, None, None)
    assert made.sizes == {"residents": Sized(3, 1, 0, 0)}
    assert made.ratings["nytta"].level == 2


def test_a_formula_at_fault_is_told():
    assert row(purchases().replace("brukare * 3,", "brukaren * 3,")).at_fault


def test_goals_are_served_as_strongly_as_their_strongest_arrow_and_only_by_what_is_expected():
    text = judged().replace("size: large}", "size: large, leads_to: [{to: m, link: limited}, {to: n}]}")
    text = text.replace("leads_to: c}", "leads_to: [c, {to: m, link: direct}]}")
    text += "goals:\n  m: {title: Trygga}\n  n: {title: Nöjda}\n  o: {title: Ensamma}\n"
    assert row(text).goals == {"direct": ("Trygga",), "": ("Nöjda",)}


def test_sizes_of_benefits_that_nothing_leads_to_are_not_counted_and_those_of_drawbacks_are():
    text = judged().replace("leads_to: c}", "leads_to: []}")
    text += "drawbacks:\n  d: {title: Oro, perspective: residents, category: quality, size: small}\n"
    assert row(text).sizes == {"residents": Sized(0, 0, 1, 1)}


def test_a_category_that_nothing_is_valued_of_has_no_net_rather_than_0():
    text = purchases().replace("category: financial", "category: redistribution")
    made = row(text)
    assert made.money.net_financial is None
    assert near(made.money.net_redistribution, "1736465.32")
    benefits = text[: text.index("costs:")]
    assert (row(benefits).money.costs, row(benefits).money.per_krona) == (None, None)
