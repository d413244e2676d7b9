"""What is in the sum, what stands beside it, and whose it is."""

import pytest

from nyttokedja.calculating import calculate
from nyttokedja.calculating.model import ALL, OWN, Standing
from nyttokedja.model.chain import NodeType
from nyttokedja.model.graph import Graph
from tests.calculating.chains import benefit, box, chain, change, cost, drawback


def calculated(*nodes, **frame):
    return calculate(Graph(chain(*nodes, **({"horizon": 1, "rate": 0} | frame))))


def standings(*nodes, **frame):
    items = calculated(*nodes, **frame).items
    return {item.node.id: (item.standing, item.because) for item in items}


def opportunity(id, *leads_to):
    return box(id, NodeType.OPPORTUNITY, leads_to)


SUMMED = (Standing.SUMMED, ())


def test_a_benefit_is_summed_where_it_is_expected():
    found = standings(
        change("a", "mojlig"),
        opportunity("mojlig", "b"),
        benefit("a", "1"),
        benefit("b", "1"),
        benefit("c", "1"),
    )
    assert found == {
        "a": SUMMED,
        "b": (Standing.HANGS, ("mojlig",)),
        "c": (Standing.UNCAUSED, ()),
    }


def test_a_benefit_with_another_way_to_it_does_not_hang():
    found = standings(change("a", "mojlig"), opportunity("mojlig", "a"), benefit("a", "1"))
    assert found == {"a": SUMMED}


def test_a_benefit_that_follows_from_a_drawback_alone_is_not_summed():
    found = standings(change("d"), box("d", NodeType.DRAWBACK, ["b"]), benefit("b", "1"))
    assert found["b"] == (Standing.UNCAUSED, ())


def test_a_drawback_is_summed_with_an_arrow_or_without():
    found = standings(change("a"), drawback("a", "1"), drawback("b", "1"))
    assert found == {"a": SUMMED, "b": SUMMED}


def test_a_drawback_that_comes_only_by_an_opportunity_waits_for_it():
    after = box("f", NodeType.DRAWBACK, ["g"], value="1", category="financial")
    found = standings(
        change("m"), opportunity("m", "e"), box("e", NodeType.EFFECT, ["f"]), after, drawback("g", "1")
    )
    assert found == {"f": (Standing.HANGS, ("m",)), "g": (Standing.HANGS, ("m",))}


@pytest.mark.parametrize(
    "cause",
    [
        change("m", "d"),
        box("risk", NodeType.RISK, ["d"]),
        box("andring", NodeType.CHANGE, ["annan"]),
    ],
    ids=["change", "risk", "drawback"],
)
def test_a_drawback_that_comes_of_anything_else_too_is_summed(cause):
    other = box("annan", NodeType.DRAWBACK, ["d"])
    found = standings(cause, opportunity("m", "d"), other, drawback("d", "1"))
    assert found == {"d": SUMMED}


def test_a_cost_waits_where_it_is_needed_for_opportunities_alone():
    found = standings(
        change("m", "n"),
        opportunity("m"),
        opportunity("n"),
        cost("a", "1"),
        cost("b", "1", needed_for=["m"]),
        cost("c", "1", needed_for=["m", "n"]),
        cost("d", "1", needed_for=["m", "andring"]),
        cost("e", "1", needed_for=["finns_inte_alls"]),
    )
    assert found == {
        "a": SUMMED,
        "b": (Standing.HANGS, ("m",)),
        "c": (Standing.HANGS, ("m", "n")),
        "d": SUMMED,
        "e": SUMMED,
    }


def test_what_has_no_category_or_one_without_money_is_not_summed():
    found = standings(
        change("a", "b", "c"),
        benefit("a", "1", category=""),
        benefit("b", "1", category="quality"),
        benefit("c", "1", category="environment"),
        cost("d", "1", category=""),
    )
    assert {id: standing for id, (standing, _) in found.items()} == {
        "a": Standing.NO_CATEGORY,
        "b": Standing.UNVALUED,
        "c": Standing.UNVALUED,
        "d": Standing.NO_CATEGORY,
    }


def test_a_cost_without_perspective_is_ones_own_and_anything_else_is_in_all_only():
    results = calculated(
        change("a", "d"),
        benefit("a", "100", perspective=""),
        drawback("d", "10", perspective=""),
        cost("k", "1", perspective=""),
    ).likely.results
    assert list(results) == [OWN, ALL]
    assert (results[OWN].benefits, results[OWN].costs) == (0, 1)
    assert (results[ALL].benefits, results[ALL].costs) == (100, 11)


def test_there_is_a_party_for_each_perspective_that_something_is_valued_in():
    results = calculated(
        change("a", "b", "m"),
        opportunity("m", "c"),
        benefit("a", "100", perspective="residents"),
        benefit("b", "50", perspective="relatives"),
        benefit("c", "50", perspective="society"),
    ).likely.results
    assert {party: result.net for party, result in results.items()} == {
        OWN: 0,
        "residents": 100,
        "relatives": 50,
        ALL: 150,
    }


def test_hours_without_money_are_counted_in_hours():
    made = calculated(
        change("a", "b", "d", "m"),
        opportunity("m", "c"),
        benefit("a", {"hours": "10"}, category="redistribution"),
        benefit("b", {"hours": "10"}, category="quality"),
        benefit("c", {"hours": "10"}, category="redistribution"),
        drawback("d", {"hours": "2"}, category="redistribution"),
        cost("k", {"hours": "3"}, category="redistribution"),
    )
    own = made.likely.results[OWN]
    assert (own.hours_freed, own.hours_spent) == ((10,), (5,))
    assert own.benefits == own.costs == 0
    standings = {item.node.id: item.standing for item in made.items}
    assert standings["a"] == standings["b"] == standings["k"] == Standing.UNVALUED
    assert standings["c"] == Standing.HANGS


def test_hours_are_before_less_after_of_a_benefit_and_the_reverse_of_others():
    value = {"before": "10", "after": "4", "yearly": "timmar * 2"}
    made = calculated(change("a"), benefit("a", value), drawback("d", value), cost("k", value))
    assert [(item.before, item.after, item.hours, item.yearly) for item in made.items] == [
        (10, 4, 6, 12),
        (10, 4, -6, -12),
        (10, 4, -6, -12),
    ]


def test_of_hours_that_are_said_only_before_or_after_the_others_are_none():
    made = calculated(change("a"), benefit("a", {"before": "10"}), cost("k", {"after": "4"}))
    assert [item.hours for item in made.items] == [10, 4]


def test_a_negative_value_is_summed_as_it_is():
    own = calculated(change("a"), benefit("a", "-5"), cost("k", "-3")).likely.results[OWN]
    assert (own.benefits, own.costs, own.net) == (-5, -3, -2)


def test_boxes_that_no_value_is_said_of_are_told():
    made = calculated(change("a"), benefit("a"), drawback("d"), cost("k"), cost("v", "1"))
    assert [node.id for node in made.unvalued] == ["a", "d", "k"]


def test_what_is_valued_without_a_calculation_is_in_no_sum():
    from dataclasses import replace

    bare = replace(chain(change("a"), benefit("a", "2 * 3")), calculation=None)
    made = calculate(Graph(bare))
    assert (made.frame, made.runs, made.likely) == (None, {}, None)
    assert [(item.standing, item.yearly, item.values) for item in made.items] == [(Standing.NO_FRAME, 6, ())]
