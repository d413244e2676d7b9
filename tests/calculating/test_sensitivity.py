"""Tornado and break-even: what one factor does to the net, all others being likely."""

from dataclasses import replace
from decimal import Decimal

import pytest

from nyttokedja.calculating import calculate
from nyttokedja.calculating.model import ALL, OWN, Options, Run
from nyttokedja.model.chain import NodeType
from nyttokedja.model.graph import Graph
from tests.calculating.chains import benefit, box, chain, change, cost, drawback, factor
from tests.calculating.purchases import FACTORS, purchases


def effects(made, party=OWN, **options):
    found = calculate(Graph(made), Options(**options)).effects[party]
    return {effect.name: effect for effect in found}


def small(*factors, yearly="a * b", paid="100", category="financial"):
    """One benefit and one cost, a year long."""
    nodes = (change("n"), benefit("n", yearly, category=category), cost("k", paid))
    return chain(*nodes, factors=factors, horizon=1, rate=0)


def nets(effect):
    return effect.at_lowest, effect.at_highest


def kr(*numbers):
    return tuple(pytest.approx(Decimal(number), abs=Decimal("0.01")) for number in numbers)


@pytest.mark.parametrize(
    ("name", "lowest", "highest", "assumed"),
    [
        ("min_digitalt", "1072669.50", "2400261.14", False),
        ("andel", "1197603.57", "2005896.19", False),
        ("min_fysiskt", "939910.34", "2533020.30", True),
        ("timkostnad_usk", "1502582.27", "1970348.37", True),
        ("personer", "1510143.38", "1962787.25", True),
    ],
)
def test_the_tornado_of_the_worked_example(name, lowest, highest, assumed):
    effect = effects(purchases())[name]
    assert nets(effect) == kr(lowest, highest)
    assert effect.assumed is assumed


def test_the_widest_comes_first_and_of_two_as_wide_the_first_by_id():
    assert list(effects(purchases())) == [
        "min_fysiskt",
        "min_digitalt",
        "andel",
        "timkostnad_usk",
        "personer",
    ]
    assert list(effects(small(factor("b", 3), factor("a", 2)))) == ["a", "b"]


def test_a_factor_that_only_others_use_is_in_the_tornado_of_all_alone():
    assert "avgift" not in effects(purchases())
    assert "avgift" in effects(purchases(), ALL)


@pytest.mark.parametrize(
    ("party", "name", "value"),
    [
        (OWN, "min_digitalt", "48.0798"),
        (OWN, "timkostnad_usk", "39.1524"),
        (OWN, "personer", "9.5153"),
        (ALL, "min_digitalt", "39.8904"),
        (ALL, "avgift", "78.2609"),
    ],
)
def test_the_break_even_of_the_worked_example(party, name, value):
    assert effects(purchases(), party)[name].break_even == pytest.approx(
        Decimal(value), abs=Decimal("0.0001")
    )


def test_at_the_break_even_the_net_is_nothing():
    made = purchases()
    for name, effect in effects(made, ALL).items():
        if effect.break_even is not None:
            run = calculate(Graph(made), Options(changed={name: effect.break_even})).runs[Run.LIKELY]
            assert abs(run.results[ALL].net) < Decimal("1e-12")


def test_the_effects_are_those_of_whole_runs():
    made = purchases()
    for party in (OWN, ALL):
        for name, effect in effects(made, party).items():
            for value, net in ((effect.lowest, effect.at_lowest), (effect.highest, effect.at_highest)):
                run = calculate(Graph(made), Options(changed={name: value})).runs[Run.LIKELY]
                assert run.results[party].net == pytest.approx(net, abs=Decimal("1e-15"))


def test_the_limits_of_a_factor_with_none_are_twelve_per_cent_off():
    effect = effects(small(factor("a", 2), factor("b", 100)))["a"]
    assert (effect.lowest, effect.highest, effect.assumed) == (Decimal("1.76"), Decimal("2.24"), True)
    assert nets(effect) == (76, 124)


def test_the_limit_that_is_not_said_is_likely():
    effect = effects(small(factor("a", 2, highest=3), factor("b", 100)))["a"]
    assert (effect.lowest, effect.highest, effect.assumed) == (2, 3, False)


def test_the_factors_of_a_box_and_what_they_are_called():
    own = {"yearly": "a * b", "factors": (factor("a", 5),)}
    made = chain(change("n"), benefit("n", own), factors=(factor("a", 1), factor("b", 2)), rate=0)
    found = effects(made)
    assert list(found) == ["b", "n/a"]
    assert (found["n/a"].node, found["n/a"].factor.likely) == ("n", 5)


def test_a_factor_that_one_box_gains_by_and_another_loses_by_pulls_both_ways():
    nodes = (change("n", "d"), benefit("n", "100 - a"), drawback("d", "a"))
    assert effects(chain(*nodes, factors=(factor("a", 10, 5, 20),)))["a"].pulls_both_ways
    apart = (change("n", "d"), benefit("n", "100 + a"), drawback("d", "a"))
    assert not effects(chain(*apart, factors=(factor("a", 10, 5, 20),)))["a"].pulls_both_ways
    assert not any(effect.pulls_both_ways for effect in effects(purchases(), ALL).values())


@pytest.mark.parametrize(
    ("unit", "likely", "paid", "even", "end"),
    [
        ("andel", 0.5, "400", "0.4", None),
        ("andel", 0.5, "1200", None, 1),
        ("", 0.5, "1200", "1.2", None),
        ("andel av alla", 0.5, "1200", None, 1),
        ("procent", 50, "40000", "40", None),
        ("procent", 50, "120000", None, 100),
        ("kr", 50, "120000", "120", None),
    ],
)
def test_the_break_even_of_a_share_lies_between_none_and_all(unit, likely, paid, even, end):
    made = small(factor("a", likely, unit=unit), factor("b", 1000), paid=paid)
    effect = effects(made)["a"]
    assert effect.break_even == (None if even is None else Decimal(even))
    assert effect.out_of_reach == end


def test_a_share_that_is_too_much_even_when_it_is_nothing():
    missed = small(factor("a", 0.5, unit="andel"), yearly="1000 * (1 - a)", paid="1200")
    assert (effects(missed)["a"].break_even, effects(missed)["a"].out_of_reach) == (None, 0)
    plenty = small(factor("a", 0.5, unit="andel"), yearly="1000 * (1 + a)", paid="200")
    assert (effects(plenty)["a"].break_even, effects(plenty)["a"].out_of_reach) == (None, None)


@pytest.mark.parametrize(
    "yearly",
    ["a * a", "1000 / a", "a - a", "a * 0", "a + 102"],
    ids=["not straight", "inverse", "no slope", "times nothing", "below nothing"],
)
def test_where_no_break_even_is_said(yearly):
    assert effects(small(factor("a", 7), yearly=yearly))["a"].break_even is None


@pytest.mark.parametrize("likely", [3, 7, 0.3, 415])
def test_a_net_that_is_in_proportion_to_a_factor_is_nothing_at_exactly_nothing(likely):
    made = small(factor("a", likely), yearly="a * 359 / 7 / 13", paid="a * 3 / 11")
    assert effects(made)["a"].break_even == 0


def test_a_factor_that_is_nothing_does_nothing_and_has_no_break_even():
    effect = effects(small(factor("a", 0), factor("b", 7)))["a"]
    assert nets(effect) == (-100, -100)
    assert effect.break_even is None


def test_a_factor_whose_limits_make_it_impossible_to_calculate_is_left_out():
    found = effects(small(factor("a", 5, 0, 10), factor("b", 7), yearly="100 / a + b"))
    assert list(found) == ["b"]


def test_what_if_a_factor_is_known_then_it_has_no_limits():
    effect = effects(purchases(), changed={"andel": Decimal("0.6")})["andel"]
    assert (effect.lowest, effect.highest, effect.assumed) == (Decimal("0.528"), Decimal("0.672"), True)
    assert effect.factor.likely == Decimal("0.6")
    assert "inkop" in effects(purchases(), changed={"inkop": Decimal(4000)})


def test_only_what_the_sum_uses_is_told_of():
    alone = factor("a", 5)
    assert effects(chain(change("n"), benefit("n", "3"), factors=(alone,))) == {}
    assert effects(chain(benefit("n", "a"), factors=(alone,))) == {}, "nothing leads to it"
    assert calculate(Graph(chain(factors=(alone,)))).effects == {}
    assert calculate(Graph(chain(factors=(alone,), horizon=None))).effects == {}
    assert calculate(Graph(purchases()), Options(explores=False)).effects == {}


def test_a_benefit_behind_a_decision_is_in_no_tornado():
    nodes = (box("m", NodeType.OPPORTUNITY, ("n",)), benefit("n", "a"))
    assert effects(chain(*nodes, factors=(factor("a", 5),)), ALL) == {}


def test_what_has_no_category_of_money_is_in_no_tornado():
    assert effects(small(factor("a", 5), factor("b", 2), category="quality")) == {}


def test_the_span_of_what_is_changed_is_that_of_the_file():
    replaced = [replace(one, title="Andel") if one.id == "andel" else one for one in FACTORS]
    assert effects(purchases(factors=replaced))["andel"].factor.title == "Andel"


@pytest.mark.parametrize("limit", ["NaN", "Infinity", "1e400", "-1e16"])
def test_a_limit_that_is_no_number_for_a_calculation(limit):
    found = effects(small(factor("a", 5, limit, 10), factor("b", 7)))
    assert list(found) == ["b"]


def test_a_chain_of_too_many_factors_is_not_tried_and_says_so():
    many = [factor(f"x{n}", 1) for n in range(320)]
    sums = [factor("s0", formula="x0")]
    sums += [factor(f"s{n}", formula=f"s{n - 1} + x{n}") for n in range(1, 320)]
    made = calculate(Graph(small(*many, *sums, yearly="s319")), Options(simulates=True))
    assert made.is_too_large
    assert (made.effects, made.simulation) == ({}, None)
    assert made.likely.results[OWN].benefits == 320
    assert not calculate(Graph(purchases())).is_too_large
