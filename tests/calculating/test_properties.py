"""What holds for any calculation."""

from contextlib import suppress
from dataclasses import replace
from decimal import Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from nyttokedja.calculating import Options, calculate
from nyttokedja.calculating.formula import evaluate, parse
from nyttokedja.calculating.frame import frame_of
from nyttokedja.calculating.model import ALL, OWN, Run
from nyttokedja.calculating.run import run_of
from nyttokedja.model.graph import Graph
from tests.calculating.chains import benefit, chain, change, cost, drawback, factor

IDS = tuple("abcd")
SMALL = st.decimals(-1000, 1000, places=2)
TEXTS = st.recursive(
    st.sampled_from(IDS) | st.integers(0, 99).map(str) | st.just("12.5%"),
    lambda inner: st.tuples(inner, st.sampled_from("+-*/×÷"), inner).map(lambda t: f"({t[0]} {t[1]} {t[2]})"),
    max_leaves=6,
)
FACTORS = st.lists(SMALL, min_size=4, max_size=4)
PROFILES = st.lists(st.decimals(0, 2, places=1), max_size=8).map(tuple)


@st.composite
def chains(draw):
    """Chains of a benefit, a drawback and a cost, whose formulas use four factors with limits."""
    shared = [factor(id, *draw(st.tuples(SMALL, SMALL, SMALL))) for id in IDS]
    values = [{"yearly": draw(TEXTS), "hours": draw(TEXTS), "profile": draw(PROFILES)} for _ in range(3)]
    party = draw(st.sampled_from([OWN, "residents", ""]))
    return chain(
        change("n"),
        benefit("n", values[0], category=draw(st.sampled_from(["financial", "redistribution"]))),
        drawback("m", values[1], perspective=party),
        cost("k", values[2], category="redistribution", perspective=party),
        factors=shared,
        horizon=draw(st.integers(1, 12)),
        rate=draw(st.sampled_from(["0", "0.03", "1"])),
        first_year=draw(st.sampled_from(["discounted", "undiscounted"])),
    )


def near(one, other):
    return float(one) == pytest.approx(float(other), rel=1e-9, abs=1e-6)


@given(TEXTS, FACTORS)
def test_decimals_agree_with_fractions(text, numbers):
    expression = parse(text)
    exact = {id: Fraction(number) for id, number in zip(IDS, numbers, strict=True)}
    decimals = dict(zip(IDS, numbers, strict=True))
    with localcontext() as context, suppress(ZeroDivisionError):
        context.prec = 28
        expected = evaluate(expression, exact, Fraction)
        size = max(abs(expected), 1)
        # a divisor that is 0 but for the last digits is no better known than they are
        with suppress(ArithmeticError):
            found = evaluate(expression, decimals, Decimal)
            assume(abs(found) < 10**9)
            assert abs(Fraction(found) - expected) <= size * Fraction(1, 10**9)


@settings(max_examples=40)
@given(chains())
def test_sums_add_up(whole):
    made = calculate(Graph(whole))
    for run in made.runs.values():
        for result in run.results.values():
            assert near(result.net_financial + result.net_redistribution, result.net)
            assert len(result.benefits_by_year) == len(result.hours_spent) == made.frame.horizon
        parts = [result.net for party, result in run.results.items() if party != ALL]
        unsaid = [item for item in run.items if item.standing == "summed" and item.node.id == "m"]
        if not any(not item.node.perspective for item in unsaid):
            assert near(sum(parts), run.results[ALL].net)


@settings(max_examples=40)
@given(chains(), SMALL)
def test_a_factor_that_changes_nothing_changes_nothing(whole, number):
    before = calculate(Graph(whole))
    one, nothing = factor("ett", 1), factor("noll", 0, lowest=0, highest=0)
    calculation = replace(
        whole.calculation, factors=(*whole.calculation.factors, one, nothing, factor("x", number))
    )
    nodes = [
        replace(node, value=replace(node.value, yearly=f"({node.value.yearly}) * ett + noll"))
        if node.value
        else node
        for node in whole.nodes
    ]
    after = calculate(Graph(replace(whole, calculation=calculation, nodes=tuple(nodes))))
    for run in Run:
        for party, result in before.runs[run].results.items():
            assert after.runs[run].results[party].net == result.net


@settings(max_examples=40)
@given(chains())
def test_a_rate_of_0_discounts_nothing(whole):
    made = calculate(Graph(whole), Options(rate=Decimal(0)))
    for run in made.runs.values():
        assert all(item.values == item.discounted for item in run.items)
    said = replace(whole, calculation=replace(whole.calculation, rate=Decimal(0)))
    assert calculate(Graph(said)).runs == made.runs


@settings(max_examples=40)
@given(chains())
def test_a_first_year_that_is_discounted_divides_all_by_one_year(whole):
    graph = Graph(whole)
    first, later = (calculate(graph, Options(discounts_first=first)) for first in (False, True))
    for run in Run:
        for party, result in first.runs[run].results.items():
            other = later.runs[run].results[party]
            assert near(other.net * (1 + first.frame.rate), result.net)


@settings(max_examples=40)
@given(chains(), st.sampled_from("nm"), st.decimals(0, 1, places=2))
def test_what_is_lost_of_a_box_is_lost_of_its_sum(whole, id, share):
    graph, frame = Graph(whole), frame_of(whole, Options())
    before, after = (run_of(graph, frame, Run.LIKELY, lost=lost) for lost in ({}, {id: share}))
    for was, item in zip(before.items, after.items, strict=True):
        left = 1 - share if item.node.id == id else 1
        assert item.yearly == was.yearly
        assert near(item.sum, was.sum * left)


@settings(max_examples=40)
@given(chains())
def test_the_runs_are_those_of_factors_with_the_values_of_the_run(whole):
    for run in (Run.LOWEST, Run.HIGHEST):
        numbers = {f.id: getattr(f, run.value) for f in whole.calculation.factors}
        asked = calculate(Graph(whole), Options(changed=numbers))
        assert asked.likely.items == calculate(Graph(whole)).runs[run].items


@given(st.text(max_size=50), st.text(max_size=50), st.text(max_size=20))
def test_nothing_raises_whatever_formulas_and_names_there_are(yearly, hours, id):
    own = {"yearly": yearly, "hours": hours, "factors": (factor(id, formula=hours), factor("a", 1))}
    made = calculate(Graph(chain(change("n"), benefit("n", own), factors=(factor(id, 2),))))
    assert len(made.items) == 1
