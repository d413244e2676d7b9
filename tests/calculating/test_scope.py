"""The factors of a chain: what names mean, in which order they are calculated, and what is at fault."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nyttokedja.calculating.circles import circles_among
from nyttokedja.calculating.formula import parse
from nyttokedja.calculating.scope import Scope
from tests.calculating.chains import benefit, chain, factor


def faults(*nodes, factors=()):
    scope = Scope(chain(*nodes, factors=factors))
    return [(f.variant, f.node, f.factor, f.where, dict(f.particulars)) for f in scope.faults]


def test_own_factors_win_over_shared_ones():
    own = {"yearly": "a * b", "factors": (factor("a", 2), factor("c", formula="a + b"))}
    scope = Scope(chain(benefit("n", own), benefit("m", "a"), factors=(factor("a", 1), factor("b", 3))))
    n_a = scope.resolve("n", "a")
    assert (n_a, scope.resolve("m", "a"), scope.resolve("", "a")) == ("n/a", "a", "a")
    assert scope.factors["n/a"].likely == 2
    assert scope.boxes["n"]["yearly"].left.id == "n/a"
    assert scope.boxes["n"]["yearly"].right.id == "b"
    assert scope.boxes["m"]["yearly"] == parse("a")
    assert scope.formulas["n/c"].left.id == "n/a"
    assert scope.faults == []


def test_a_shared_formula_does_not_see_the_factors_of_a_box():
    own = {"yearly": "a", "factors": (factor("b", 2),)}
    said = faults(benefit("n", own), factors=(factor("a", formula="b + 1"),))
    assert said == [("unknown", "", "a", "formula", {"formula": "b + 1", "name": "b", "near": ""})]


@pytest.mark.parametrize("word", ["hours", "timmar", "timer"])
def test_hours_are_those_of_the_box_in_every_language(word):
    scope = Scope(chain(benefit("n", {"hours": "10", "yearly": f"{word} * 300"})))
    assert scope.boxes["n"]["yearly"].left.id == "n/hours"
    assert scope.faults == []
    assert faults(benefit("n", f"{word} * 300")) == [
        ("no-hours", "n", "", "yearly", {"formula": f"{word} * 300", "name": word})
    ]
    assert faults(benefit("n", {"hours": f"{word} * 2"})) == [
        ("hours-here", "n", "", "hours", {"formula": f"{word} * 2", "name": word})
    ]
    assert faults(factors=(factor(word, 3),)) == [("reserved", "", word, "", {})]


@pytest.mark.parametrize(
    ("wrong", "variant", "where", "particulars"),
    [
        (factor("min-digitalt", 1), "hyphen", "", {"wrong": "min-digitalt", "right": "min_digitalt"}),
        (factor("a", 1, formula="2"), "both", "formula", {}),
        (factor("a", lowest=1, formula="2"), "both", "formula", {}),
        (factor("a"), "neither", "", {}),
        (factor("a", lowest=1, highest=2), "neither", "", {}),
        (
            factor("a", formula="2 *"),
            "unfinished",
            "formula",
            {"formula": "2 *"},
        ),
        (
            factor("a", formula="0,5"),
            "comma",
            "formula",
            {"formula": "0,5", "wrong": "0,5", "right": "0.5", "position": 1},
        ),
        (
            factor("a", formula="persnoer * 2"),
            "unknown",
            "formula",
            {"formula": "persnoer * 2", "name": "persnoer", "near": "personer"},
        ),
        (
            factor("a", formula="Personer * 2"),
            "unknown",
            "formula",
            {"formula": "Personer * 2", "name": "Personer", "near": "personer"},
        ),
    ],
)
def test_a_factor_at_fault_is_one_fault_and_so_is_what_uses_it(wrong, variant, where, particulars):
    nodes = benefit("n", {"yearly": f"{wrong.id} * personer"})
    shared = (factor("personer", 5), wrong, factor("b", formula=f"{wrong.id} + 1"))
    assert faults(nodes, factors=shared) == [(variant, "", wrong.id, where, particulars)]


def test_the_factor_of_a_box_is_at_fault_at_its_box():
    own = {"yearly": "a", "factors": (factor("a", formula="b"),)}
    said = {"formula": "b", "name": "b", "near": ""}
    assert faults(benefit("n", own)) == [("unknown", "n", "a", "formula", said)]


def test_a_circle_is_named_once_from_its_first_factor():
    shared = [factor(id, formula=f) for id, f in (("x", "b"), ("a", "b + 1"), ("b", "c"), ("c", "a * b"))]
    assert faults(factors=shared) == [("circle", "", "a", "formula", {"circle": ("a", "b", "c", "a")})]
    assert faults(factors=[factor("a", formula="a")]) == [
        ("circle", "", "a", "formula", {"circle": ("a", "a")})
    ]


def test_a_long_chain_of_factors_is_put_in_order():
    many = [factor(f"f{n}", formula=f"f{n + 1} + 1") for n in range(5000)] + [factor("f5000", 1)]
    scope = Scope(chain(factors=many))
    assert scope.order[0] == "f5000"
    assert scope.order[-1] == "f0"


def test_a_thicket_of_circles_is_told_of_in_reason():
    many = [
        factor(f"f{n}", formula="+".join(f"f{(n + k) % 2000}" for k in range(1, 25))) for n in range(2000)
    ]
    scope = Scope(chain(factors=many))
    assert 0 < len(scope.faults) <= 2000
    assert {fault.variant for fault in scope.faults} == {"circle"}


def reached(uses, start):
    found, waiting = set(), list(uses[start])
    while waiting:
        if (name := waiting.pop()) not in found:
            found.add(name)
            waiting += uses[name]
    return found


@given(st.dictionaries(st.sampled_from("abcdef"), st.frozensets(st.sampled_from("abcdef")), max_size=6))
def test_the_order_has_everything_after_what_it_uses_but_in_circles(uses):
    uses = {name: sorted(used & uses.keys()) for name, used in uses.items()}
    order, circles = circles_among(uses)
    assert sorted(order) == sorted(uses)
    for circle in circles:
        assert circle[0] == circle[-1]
        assert all(after in uses[name] for name, after in pairwise(circle))
    told = {name for circle in circles for name in circle}
    assert all(told & reached(uses, name) for name in uses if name in reached(uses, name))
    early = {(name, used) for name in uses for used in uses[name] if order.index(used) >= order.index(name)}
    assert bool(early) == bool(circles)
