"""Measured factors in place of estimates, by year, and what came of what was planned."""

from dataclasses import replace
from decimal import Decimal

import pytest

from nyttokedja.calculating import calculate
from nyttokedja.calculating.model import ALL, OWN, Run, Standing
from nyttokedja.model.chain import NodeType
from nyttokedja.model.graph import Graph
from tests.calculating.chains import benefit, box, chain, change, cost, drawback, factor
from tests.calculating.purchases import FACTORS, boxes, measuring, purchases

LAST_DAY = "2027-12-31"


def outcome(made):
    return calculate(Graph(made)).outcome


def measured_purchases(start=2027, **others):
    """The worked example, where three factors are measured in the first year."""
    indicators = (
        measuring("inkop", (LAST_DAY, 2100.0), id="a"),
        measuring("min_digitalt", (LAST_DAY, 38.0), id="b"),
        measuring("andel", (LAST_DAY, 0.6), id="c"),
    )
    return purchases(start=start, handlar=replace(boxes()["handlar"], indicators=indicators), **others)


def small(*made, yearly="a * 10", formula="", node=None, start=2027, **said):
    """A benefit of factor a, 3 in the plan, for three years, the first of them by half; it is measured."""
    value = {"yearly": yearly, "profile": (Decimal("0.5"), Decimal(1))}
    measured = (factor("a", formula=formula) if formula else factor("a", 3), factor("b", 3))
    nodes = (
        change("n", "d"),
        benefit("n", value, indicators=(measuring("a", *made),), **said),
        *(node or ()),
    )
    return chain(*nodes, factors=measured, start=start, horizon=3, rate=0)


def values(made, id="n"):
    return next(list(item.values) for item in outcome(made).run.items if item.node.id == id)


def kr(number):
    return pytest.approx(Decimal(number), abs=Decimal("0.01"))


def test_the_worked_example():
    made = measured_purchases()
    own = outcome(made).run.results[OWN]
    assert (own.net, own.benefits, own.costs) == (kr("1118392.99"), kr("1438015.79"), kr("319622.81"))
    plan = calculate(Graph(made)).runs[Run.LIKELY].results[OWN].net
    assert plan == kr("1736465.32")
    assert own.net / plan - 1 == pytest.approx(Decimal("-0.356"), abs=Decimal("0.0001"))


def test_the_degree_of_the_worked_example_in_hours_and_in_money():
    freed, fuel = outcome(measured_purchases()).realised
    assert (freed.node.id, freed.year) == ("frigjord_tid", 2027)
    assert (freed.planned_hours, freed.hours) == (546, 420)
    assert freed.degree_in_hours == pytest.approx(Decimal("0.7692"), abs=Decimal("0.0001"))
    assert freed.degree_in_money == freed.degree_in_hours
    assert (freed.planned, freed.money) == (546 * 359, 420 * 359)
    assert fuel.hours is fuel.degree_in_hours is None
    assert fuel.degree_in_money == pytest.approx(Decimal(2100) / 2184)


def test_costs_and_what_is_planned_stay_beside_it():
    made = measured_purchases()
    found = calculate(Graph(made))
    plan = {item.node.id: item for item in found.runs[Run.LIKELY].items}
    for item in found.outcome.run.items:
        if item.node.type is NodeType.COST:
            assert item == plan[item.node.id]
        else:
            assert (item.yearly, item.shares) == (plan[item.node.id].yearly, plan[item.node.id].shares)
            assert item.values != plan[item.node.id].values
    assert found.outcome.run.results[ALL].costs > found.outcome.run.results[OWN].costs


def test_what_was_measured_is_named():
    assert [
        (one.name, one.year, one.value, one.is_volume) for one in outcome(measured_purchases()).measured
    ] == [
        ("inkop", 2027, 2100, True),
        ("min_digitalt", 2027, 38, False),
        ("andel", 2027, Decimal("0.6"), False),
    ]


@pytest.mark.parametrize("start", [1, None])
def test_without_calendar_years_nothing_is_put_in_place(start):
    assert outcome(measured_purchases(start=start)) is None


def test_without_measurements_there_is_no_outcome():
    assert outcome(purchases(start=2027)) is None
    assert outcome(small()) is None
    assert outcome(small(("2026-12-31", 5.0), ("2030-01-01", 5.0))) is None, "in no year of it"
    assert outcome(replace(small((LAST_DAY, 5.0)), calculation=None)) is None


def test_a_level_holds_from_its_year_until_it_is_measured_again():
    assert values(small((LAST_DAY, 5.0))) == [25, 50, 50]
    assert values(small(("2028", 5.0))) == [15, 50, 50]
    assert values(small((LAST_DAY, 5.0), ("2029-03", 6.0))) == [25, 50, 60]


def test_a_volume_holds_in_its_year_with_no_profile_and_later_years_follow_from_the_levels():
    assert values(small((LAST_DAY, 5.0), formula="b")) == [50, 30, 30]
    assert values(small(("2028", 5.0), formula="b")) == [15, 50, 30]


def test_the_last_of_a_year_counts_wherever_it_stands():
    assert values(small(("2027-11-30", 7.0), ("2027-02", 5.0))) == [35, 70, 70]
    assert values(small(("2027-Q4", 7.0), (LAST_DAY, 5.0))) == [25, 50, 50]


def test_a_period_belongs_to_the_year_of_its_last_day():
    assert values(small(("2027", 5.0))) == values(small(("2027-12-31", 5.0)))


def test_drawbacks_follow_too_and_costs_only_by_their_own_factors():
    own = {"yearly": "a * 10 + c", "factors": (factor("c", 1),)}
    paid = cost("k", own, indicators=(measuring("c", (LAST_DAY, 4.0)),))
    made = small((LAST_DAY, 5.0), node=(drawback("d", "a * 10"), paid, cost("k2", "a * 10")))
    assert values(made, "d") == [50, 50, 50]
    assert values(made, "k") == [34, 34, 34]
    assert values(made, "k2") == [30, 30, 30]


def test_a_shared_factor_measured_at_a_cost_is_measured_for_benefits():
    measured = cost("k", "a", indicators=(measuring("a", (LAST_DAY, 5.0)),))
    made = small(node=(measured,))
    assert values(made, "n") == [25, 50, 50]
    assert values(made, "k") == [3, 3, 3]


def test_an_own_factor_goes_before_a_shared_one():
    own = {"yearly": "a", "factors": (factor("a", 4),)}
    nodes = (
        change("n", "m"),
        benefit("n", own, indicators=(measuring("a", (LAST_DAY, 9.0)),)),
        benefit("m", "a"),
    )
    made = chain(*nodes, factors=(factor("a", 1),), start=2027, horizon=2, rate=0)
    assert (values(made, "n"), values(made, "m")) == ([9, 9], [1, 1])
    assert [one.name for one in outcome(made).measured] == ["n/a"]


def test_a_factor_that_is_not_there_is_not_measured():
    made = small()
    odd = replace(made.nodes[0], indicators=(measuring("saknas", (LAST_DAY, 5.0)),))
    assert outcome(replace(made, nodes=(odd, *made.nodes[1:]))) is None


def test_a_benefit_has_no_degree_in_a_year_in_which_no_factor_of_it_is_measured():
    made = small((LAST_DAY, 5.0), ("2029", 6.0), node=(drawback("d", "a"),))
    assert [(one.node.id, one.year) for one in outcome(made).realised] == [("n", 2027), ("n", 2029)]
    assert [one.degree_in_money for one in outcome(made).realised] == [Decimal(5) / 3, 2]
    other = small(node=(drawback("d", "b", indicators=(measuring("b", (LAST_DAY, 2.0)),)),))
    assert outcome(other).realised == ()


def test_no_degree_where_nothing_is_planned_for_the_year():
    made = small((LAST_DAY, 5.0))
    late = replace(made.nodes[1].value, profile=(Decimal(0), Decimal(1)))
    (found,) = outcome(replace(made, nodes=(made.nodes[0], replace(made.nodes[1], value=late)))).realised
    assert found.degree_in_money is None


def test_money_of_the_budget_is_never_made_of_hours():
    value = {"hours": "a * 10", "yearly": "hours * 300"}
    nodes = (change("n"), benefit("n", value, indicators=(measuring("a", (LAST_DAY, 5.0)),)))
    made = chain(*nodes, factors=(factor("a", 3),), start=2027, horizon=2, rate=0)
    (found,) = outcome(made).realised
    assert found.degree_in_hours is found.degree_in_money is None


def test_hours_without_money_have_a_degree_in_hours():
    value = {"hours": "a * 10"}
    nodes = (
        change("n"),
        benefit("n", value, category="redistribution", indicators=(measuring("a", (LAST_DAY, 6.0)),)),
    )
    made = chain(*nodes, factors=(factor("a", 3),), start=2027, horizon=2, rate=0)
    (found,) = outcome(made).realised
    assert (found.degree_in_hours, found.degree_in_money) == (2, None)
    assert outcome(made).run.results[OWN].hours_freed == (60, 60)


def test_what_cannot_be_calculated_with_what_was_measured_is_in_no_sum():
    made = small((LAST_DAY, 0.0), yearly="300 / a", node=(cost("k", "20"),))
    found = outcome(made)
    assert found.run.items[0].standing is Standing.FAULTY
    assert found.run.results[OWN].net == -60
    assert found.realised == ()


def test_what_stands_beside_the_sum_is_as_it_was_planned():
    made = small((LAST_DAY, 5.0), node=(box("m", NodeType.OPPORTUNITY, ("h",)), benefit("h", "a * 10")))
    assert values(made, "h") == [30, 30, 30]


def test_the_factors_are_those_of_the_likely_run():
    assert [one.lowest for one in FACTORS if one.id == "andel"] == [Decimal("0.5")]
    assert outcome(purchases(start=2027, factors=FACTORS)) is None


@pytest.mark.parametrize(
    ("measured_in", "unit", "value"),
    [
        ("procent", "andel", 12),
        ("%", "Andel av alla", 12),
        ("andel", "procent", 120000),
        ("procent", "prosent", 1200),
        ("", "andel", 1200),
        ("procent", "", 1200),
        ("besök", "andel", 1200),
    ],
)
def test_a_share_that_is_measured_in_per_cent(measured_in, unit, value):
    indicator = replace(measuring("a", (LAST_DAY, 60.0)), unit=measured_in)
    nodes = (change("n"), benefit("n", "a * 20", indicators=(indicator,)))
    assert values(chain(*nodes, factors=(factor("a", 0.5, unit=unit),), start=2027, horizon=1, rate=0)) == [
        value
    ]
