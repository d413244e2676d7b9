"""What cannot be calculated is a fault with its particulars, and the rest is still there."""

from decimal import Decimal

import pytest

from nyttokedja.calculating import Options, calculate
from nyttokedja.calculating.model import OWN, Run, Standing
from nyttokedja.model.graph import Graph
from tests.calculating.chains import benefit, chain, change, cost, factor


def calculated(*nodes, factors=(), options=None):
    whole = chain(change("n", "m"), *nodes, factors=factors, horizon=1, rate=0)
    return calculate(Graph(whole), options or Options())


def told(made):
    return [(f.variant, f.node, f.factor, f.where, dict(f.particulars)) for f in made.faults]


@pytest.mark.parametrize(
    ("divisor", "particulars"),
    [
        ("a", {"divisor": "a", "names": ("a",)}),
        ("(a - egen + egen)", {"divisor": "a - egen + egen", "names": ("a", "egen")}),
        ("(3 - 3)", {"divisor": "3 - 3", "names": ()}),
        ("0", {"divisor": "0", "names": ()}),
        ("0.00%", {"divisor": "0.0000", "names": ()}),
    ],
)
def test_a_division_by_zero_names_what_it_is_divided_by(divisor, particulars):
    own = {"yearly": f"10 / {divisor}", "factors": (factor("egen", 3),)}
    made = calculated(benefit("n", own), benefit("m", "5"), factors=(factor("a", 0),))
    assert told(made) == [("division", "n", "", "yearly", {**particulars, "run": "likely"})]
    assert [item.standing for item in made.items] == [Standing.FAULTY, Standing.SUMMED]
    assert made.likely.results[OWN].net == 5


def test_a_division_by_zero_in_one_run_alone_is_left_out_of_that_run():
    made = calculated(benefit("n", "10 / a"), benefit("m", "5"), factors=(factor("a", 2, lowest=0),))
    assert told(made) == [("division", "n", "", "yearly", {"divisor": "a", "names": ("a",), "run": "lowest"})]
    assert {run: result.results[OWN].net for run, result in made.runs.items()} == {
        Run.LOWEST: 5,
        Run.LIKELY: 10,
        Run.HIGHEST: 10,
    }


@pytest.mark.parametrize(
    ("value", "where"),
    [
        ({"yearly": "a * a"}, "yearly"),
        ({"hours": "a * a", "yearly": "1"}, "hours"),
        ({"before": "a * a", "after": "1", "yearly": "1"}, "before"),
        ({"before": "1", "after": "-a * a", "yearly": "hours"}, "after"),
    ],
)
def test_a_value_that_is_too_large_stops_its_box(value, where):
    made = calculated(benefit("n", value), benefit("m", "5"), factors=(factor("a", 10**8),))
    assert told(made) == [("big", "n", "", where, {"most": 10**15, "run": "likely"})]
    assert made.likely.results[OWN].net == 5


@pytest.mark.parametrize(
    "number", ["1e16", "-1e16", "1e999999", "NaN", "sNaN", "Infinity", "-Infinity", "1000000000000000.1"]
)
def test_a_factor_that_is_too_large_or_no_number_stops_what_uses_it(number):
    made = calculated(benefit("n", "a - a"), benefit("m", "5"), factors=(factor("a", number),))
    assert told(made) == [("big", "", "a", "likely", {"most": 10**15, "run": "likely"})]
    assert made.likely.results[OWN].net == 5


def test_a_number_as_large_as_may_be_is_calculated():
    made = calculated(benefit("n", "a"), benefit("m", "1e-10 * 0"), factors=(factor("a", 10**15),))
    assert made.likely.results[OWN].net == 10**15


def test_a_limit_that_is_too_large_is_at_fault_at_its_key():
    made = calculated(benefit("n", "a"), benefit("m", "5"), factors=(factor("a", 1, highest=10**16),))
    assert told(made) == [("big", "", "a", "highest", {"most": 10**15, "run": "highest"})]
    assert made.runs[Run.HIGHEST].results[OWN].net == 5
    assert made.likely.results[OWN].net == 6


def test_a_formula_may_pass_what_is_large_on_its_way():
    made = calculated(benefit("n", "a * a / a"), factors=(factor("a", 10**10),))
    assert (told(made), made.likely.results[OWN].net) == ([], 10**10)


def test_tiny_numbers_are_numbers():
    made = calculated(benefit("n", "a * a * a + 1"), factors=(factor("a", "1e-999999"),))
    assert (told(made), made.likely.results[OWN].net) == ([], 1)


@pytest.mark.parametrize(
    ("text", "variant"),
    [
        ("", ""),
        ("a b", "unreadable"),
        ("0,5", "comma"),
        ("1 700", "space"),
        ("1 : 2", "sign"),
        ("okänd", "unknown"),
        ("rund", ""),
        ("dubbel", ""),
        ("+".join("1" * 60), "operations"),
        ("((((((((((1))))))))))", "deep"),
        ("a" * 300, "long"),
        ("hours * 2", "no-hours"),
    ],
)
def test_a_box_at_fault_is_left_out_and_the_rest_is_calculated(text, variant):
    shared = (factor("rund", formula="rund + 1"), factor("dubbel", 1, formula="1"), factor("a", 1))
    made = calculated(benefit("n", text), benefit("m", "5"), cost("k", "2"), factors=shared)
    expected = [v for v in ("dubbel", "rund", "n") if v != "n" or variant]
    assert [f.variant for f in made.faults if f.factor] == ["both", "circle"]
    assert [(f.variant, f.node) for f in made.faults if not f.factor] == [(variant, "n")] * (
        len(expected) - 2
    )
    assert made.items[0].standing is (Standing.FAULTY if text else Standing.UNVALUED)
    assert made.items[0].yearly is None
    assert made.likely.results[OWN].net == 3


def test_hours_at_fault_stop_their_box_also_where_its_money_does_not_use_them():
    made = calculated(benefit("n", {"before": "x y", "after": "2", "yearly": "7"}), benefit("m", "5"))
    item = made.items[0]
    assert (item.standing, item.yearly, item.hours, item.after) == (Standing.FAULTY, None, None, 2)
    assert [(f.variant, f.where) for f in made.faults] == [("unreadable", "before")]
    assert made.likely.results[OWN].net == 5


def test_a_factor_that_nothing_uses_is_at_fault_too():
    made = calculated(benefit("m", "5"), factors=(factor("a", formula="1 / 0"), factor("b", formula="1 +")))
    assert [(f.variant, f.factor) for f in made.faults] == [("unfinished", "b"), ("division", "a")]


def test_a_factor_that_is_changed_is_no_longer_at_fault():
    shared = (factor("a", formula="b / 0"), factor("b", formula="b"), factor("c", formula="a + b"))
    options = Options(changed={"a": Decimal(2), "b": Decimal(3)})
    made = calculated(benefit("n", "a * b * c"), factors=shared, options=options)
    assert [f.variant for f in made.faults] == ["circle"]
    assert made.likely.results[OWN].net == 30


def test_a_change_that_makes_a_fault_is_told():
    options = Options(changed={"a": Decimal(0)})
    made = calculated(benefit("n", "1 / a"), factors=(factor("a", 2),), options=options)
    assert [f.variant for f in made.faults] == ["division"]
    options = Options(changed={"a": Decimal("NaN")})
    made = calculated(benefit("n", "1 / a"), factors=(factor("a", 2),), options=options)
    assert [f.variant for f in made.faults] == ["big"]


def test_the_own_factor_of_a_box_is_changed_by_its_full_name():
    own = {"yearly": "a", "factors": (factor("a", 2),)}
    made = calculated(
        benefit("n", own),
        benefit("m", "a"),
        factors=(factor("a", 10),),
        options=Options(changed={"n/a": Decimal(3)}),
    )
    assert [item.yearly for item in made.items] == [3, 10]
