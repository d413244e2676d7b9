"""How an indicator stands to its target on a day."""

from datetime import date

import pytest

from nyttokedja.checking.check import check
from nyttokedja.model.targets import TargetState, due, is_shown_as_reached, target_state

CHAIN = """nyttokedja: 1
title: A
changes: {{c: {{{change}, leads_to: b}}}}
{section}: {{b: {{{box}indicators: {{i: {{{indicator}}}}}}}}}
"""


def stands(
    day, measurements, target="{value: 10, date: 2028-12-31}", baseline="21", section="benefits", **more
):
    """The state of an indicator on a day, and whether it is to be said that its target is reached."""
    said = f"better: lower, baseline: {baseline}, target: {target}, measurements: {{{measurements}}}"
    every = f", every: {more['every']}" if "every" in more else ""
    when = f"when: {more['when']}, " if "when" in more else ""
    change = more.get("change", "title: C")
    text = CHAIN.format(change=change, section=section, box=when, indicator=said + every)
    graph = check(text.encode()).graph
    node = graph.nodes["b"]
    (one,) = node.indicators
    today = date.fromisoformat(day)
    return target_state(node, one, graph, today, 0.1), is_shown_as_reached(node, one, graph, today)


@pytest.mark.parametrize(
    ("day", "state"),
    [
        ("2028-12-31", TargetState.OPEN),
        ("2029-01-01", TargetState.MISSED),
        ("2035-01-01", TargetState.MISSED),
    ],
)
@pytest.mark.parametrize("when", ["2027", "2028", "2030"])
def test_a_target_is_missed_the_day_after_its_date_whatever_the_box_says(day, state, when):
    assert stands(day, "2028-12-31: 14", when=when) == (state, False)


@pytest.mark.parametrize(
    ("measured", "state"),
    [("11.2", TargetState.MISSED), ("11.1", TargetState.OPEN), ("10", TargetState.REACHED)],
)
def test_what_is_short_by_the_tolerance_is_neither_missed_nor_reached(measured, state):
    assert stands("2029-01-01", f"2028-12-31: {measured}")[0] is state


@pytest.mark.parametrize(
    ("every", "last_day"),
    [("week", "2029-01-31"), ("month", "2029-01-31"), ("quarter", "2029-03-31"), ("year", "2029-03-31")],
)
def test_how_long_one_waits_for_a_measurement(every, last_day):
    day = date.fromisoformat(last_day)
    after = date.fromordinal(day.toordinal() + 1).isoformat()
    assert stands(last_day, "2028-06-30: 14", every=every)[0] is TargetState.OPEN
    assert stands(after, "2028-06-30: 14", every=every)[0] is TargetState.UNMEASURED
    assert stands(after, "2028-06-30: 10", every=every) == (TargetState.REACHED, True)


def test_only_the_latest_measurement_until_the_day_counts():
    assert stands("2029-01-01", "2028-06-30: 9, 2028-12-31: 14, 2029-02-01: 9")[0] is TargetState.MISSED
    assert stands("2029-02-01", "2028-06-30: 9, 2028-12-31: 14, 2029-02-01: 9") == (TargetState.REACHED, True)
    assert stands("2028-06-30", "2028-06-30: 9") == (TargetState.REACHED, True)


def test_early_in_a_long_time_is_not_yet_its_end():
    long = "{value: 10, date: 2028}"
    assert stands("2029-03-01", "2028-03-01: 14", long)[0] is TargetState.OPEN
    assert stands("2029-04-01", "2028-03-01: 14", long)[0] is TargetState.UNMEASURED
    assert stands("2029-01-01", "2028-11-15: 14", long)[0] is TargetState.MISSED
    assert stands("2029-01-01", "2028: 14", long)[0] is TargetState.MISSED


def test_a_target_without_a_date_is_due_when_its_box_is():
    assert stands("2029-01-01", "2028-12-31: 14", "10", when="2028")[0] is TargetState.MISSED
    assert stands("2028-12-31", "2028-12-31: 14", "10", when="2028")[0] is TargetState.OPEN
    assert stands("2099-01-01", "2028-12-31: 14", "10")[0] is TargetState.OPEN


def test_an_effect_is_due_with_the_first_benefit_and_a_change_too():
    graph = check(
        b"nyttokedja: 1\ntitle: A\n"
        b"changes: {c: {when: 2026, leads_to: e, indicators: {i: {target: 3}}}}\n"
        b"effects: {e: {leads_to: [x, y], indicators: {i: {target: 3}}}}\n"
        b"benefits: {x: {when: 2028}, y: {when: 2027-Q2}}\n"
    ).graph
    dues = [due(graph.nodes[id], graph.nodes[id].indicators[0], graph).written for id in "ce"]
    assert dues == ["2027-Q2", "2027-Q2"]


def test_a_ceiling_is_missed_but_never_reached():
    ceiling = {"target": "{value: 5, date: 2028-12-31}", "baseline": "0", "section": "drawbacks"}
    assert stands("2029-01-01", "2028-12-31: 9", **ceiling) == (TargetState.MISSED, False)
    assert stands("2029-01-01", "2028-12-31: 4", **ceiling) == (TargetState.REACHED, False)
    assert stands("2029-01-01", "2028-12-31: 9", **{**ceiling, "section": "benefits"}) == (
        TargetState.OPEN,
        False,
    )


def test_what_was_so_before_the_change_is_not_said_to_be_reached():
    assert stands("2029-01-01", "2026-12-31: 9", change="when: 2027") == (TargetState.REACHED, False)
