"""What begins first and what comes last, along the arrows."""

import pytest

from nyttokedja.checking.check import check

HEAD = "nyttokedja: 1\ntitle: A\n"


def times(text):
    return check((HEAD + text).encode()).graph.times


def test_one_that_does_not_say_when_may_come_first_and_last():
    asked = times("changes: {a: {when: 2027, leads_to: e}, b: {leads_to: e}}\neffects: {e: }\n")
    assert asked.first_start["e"].id == asked.last_start["e"].id == "b"
    assert asked.first_start["a"].id == "a"


def test_an_opportunity_begins_nothing_that_is_expected():
    asked = times(
        "changes: {a: {when: 2027, leads_to: e}}\neffects: {e: , f: }\n"
        "opportunities: {o: {leads_to: [e, f]}}\n"
    )
    assert asked.first_start["e"].id == asked.last_start["e"].id == "a"
    assert "f" not in asked.first_start


@pytest.mark.parametrize(("arrow", "first"), [("", "x"), ("leads_to: g", None)])
def test_benefits_before_count_only_where_there_is_no_way_around_them(arrow, first):
    asked = times(
        f"changes: {{a: {{leads_to: [x, y, e]}}}}\neffects: {{e: {{{arrow}}}}}\n"
        "benefits: {x: {when: 2027, leads_to: g}, y: {when: 2028, leads_to: g}}\ngoals: {g: }\n"
    )
    assert getattr(asked.first_benefit_before.get("g"), "id", None) == first


def test_benefits_after_are_those_that_say_when():
    asked = times(
        "changes: {a: {leads_to: [x, o, d]}}\n"
        "opportunities: {o: {leads_to: y}}\ndrawbacks: {d: {leads_to: z}}\n"
        "benefits:\n  {x: {when: 2028, leads_to: w}, w: {when: 2029, leads_to: v}, v: , "
        "y: {when: 2027-01}, z: {when: 2020}}\n"
    )
    assert (asked.last_benefit_after["a"].id, asked.first_benefit_after["a"].id) == ("w", "x")
    assert "o" not in asked.first_benefit_after  # it comes only after a new decision


def test_a_circle_has_no_benefit_before_itself():
    asked = times("benefits: {x: {when: 2027, leads_to: e}}\neffects: {e: {leads_to: x}}\n")
    assert "x" not in asked.first_benefit_before


@pytest.mark.parametrize(
    ("one", "other", "last"),
    [
        ("2027-03-01: 4, 2028-02-01: 5", "2027-12-31: 1", "2028-02-01"),
        ("2027-03-01: 4", "2028-01-01: 1, 2027-12-31: 2", "2028-01-01"),
    ],
)
def test_the_latest_measurement_is_that_of_any_box(one, other, last):
    box = "{{indicators: {{I: {{measurements: {{{}}}}}}}}}"
    asked = times(f"effects: {{e: {box.format(one)}}}\nbenefits: {{b: {box.format(other)}}}\n")
    assert asked.last_measured.first.isoformat() == last


def test_a_chain_without_measurements_has_no_latest():
    assert times("effects: {e: {indicators: {I: }}}\n").last_measured is None
