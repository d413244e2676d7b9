"""Times are held against each other: every impossible order is told, and nothing that can be otherwise."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nyttokedja.checking.check import check
from nyttokedja.checking.config import Config
from nyttokedja.model.severity import Severity

CHAIN = """nyttokedja: 1
title: Cameras at night
stage: {stage}
changes:
  cameras: {{{change}, leads_to: visits, actions: [{{what: Train, who: Head, due: {training}}}]}}
effects:
  visits: {{leads_to: freed, indicators: {{i: {{baseline: 9, target: {{value: 3, date: {target}}}}}}}}}
benefits:
  freed: {{when: {benefit}, leads_to: staffing, actions: [{{what: Plan, who: Head, due: {planning}}}]}}
goals:
  staffing: {{when: {goal}}}
preconditions:
  coverage:
    {{needed_for: {needed_for}, who: It, due: {due}, met: {met}, actions: [{{what: Test, due: {test}}}]}}
"""
GOOD = {
    "stage": "plan",
    "change": "when: 2028-01",
    "training": "2027-12",
    "target": "2028-12",
    "benefit": "2028-06",
    "planning": "2028-05",
    "goal": "2029",
    "needed_for": "cameras",
    "due": "2027-12",
    "met": "false",
    "test": "2027-11",
}


def told(**differently):
    """Box → variant of what is said of the order of its times."""
    findings = check(CHAIN.format(**{**GOOD, **differently}).encode()).findings
    return {f.node: f.variant for f in findings if f.code == "NK217"}


def test_the_stage_plan_of_which_nothing_was_said():
    impossible = {"training": "2029-01", "benefit": "2027-01", "goal": "2026", "due": "2029-06"}
    at = {"cameras": "rollout", "freed": "", "staffing": "goal", "coverage": "precondition"}
    for stage in ("plan", "follow-up"):
        assert told(stage=stage, **impossible) == at
    for stage in ("draft", "analysis"):
        assert told(stage=stage, **impossible) == {}


@pytest.mark.parametrize("stage", ["plan", "follow-up"])
def test_nothing_is_said_of_what_comes_in_order(stage):
    assert told(stage=stage) == {}


@pytest.mark.parametrize(
    ("differently", "at"),
    [
        ({"benefit": "2027-12", "planning": "2027-11"}, {"freed": ""}),
        ({"goal": "2028-05"}, {"staffing": "goal"}),
        ({"due": "2028-02"}, {"coverage": "precondition"}),
        ({"due": "2028-02", "needed_for": "visits"}, {"coverage": "precondition"}),
        ({"due": "2028-02", "needed_for": "cameras -> visits"}, {"coverage": "precondition"}),
        ({"due": "2028-07", "needed_for": "freed"}, {"coverage": "expected"}),
        ({"test": "2028-01"}, {"coverage": "preparation"}),
        ({"planning": "2028-07"}, {"freed": "action"}),
        ({"training": "2028-07"}, {"cameras": "rollout"}),
        ({"target": "2027-12-31"}, {"visits": "target"}),
    ],
)
def test_each_impossible_order_by_itself(differently, at):
    assert told(**differently) == at


@pytest.mark.parametrize(
    "differently",
    [
        {"benefit": "2028"},
        {"benefit": "2028-01", "planning": "2028-01"},
        {"goal": "2028-Q2"},
        {"due": "2028"},
        {"due": "2028-01"},
        {"due": "2029", "met": "true", "test": "2030"},
        {"due": "2028-02", "needed_for": "freed"},
        {"test": "2027"},
        {"planning": "2028"},
        {"training": "2028-Q2"},
        {"target": "2028"},
        {"stage": "follow-up", "planning": "2030"},
        {
            "change": "title: No time yet",
            "benefit": "2020",
            "planning": "2019",
            "training": "2019",
            "due": "2099",
        },
    ],
)
def test_what_can_be_otherwise_is_not_told(differently):
    assert told(**differently) == {}


@pytest.mark.parametrize("done", ["true", "2027-11"])
@pytest.mark.parametrize("late", ["training", "planning", "test"])
def test_an_action_that_is_done_is_not_too_late(late, done):
    assert told(**{late: f"2028-12, done: {done}"}) == {}
    assert told(**{late: "2028-12, done: false"}) != {}


def test_it_is_a_warning():
    findings = check(CHAIN.format(**{**GOOD, "goal": "2026"}).encode()).findings
    assert [f.severity for f in findings if f.code == "NK217"] == [Severity.WARNING]


@pytest.mark.parametrize("path", sorted(Path("chains").glob("*.yaml")), ids=lambda path: path.stem)
@pytest.mark.parametrize("today", [date(2026, 11, 22), date(2027, 3, 31)])
def test_the_examples_come_in_order_and_on_time(path, today):
    found = check(path.read_bytes(), config=Config(today=today)).findings
    # nobody has written since whether what was to be in place or done by then is
    late = {"NK605", "NK608"} if today.year == 2027 else set()
    assert [f for f in found if f.severity > Severity.INFO and not f.accepted and f.code not in late] == []


MONTH = st.tuples(st.integers(2026, 2028), st.integers(1, 12))


@st.composite
def chains(draw):
    """A chain of twelve boxes with arrows forward, where each time is a year and a month."""
    ids = [f"{section[0]}{n}" for section in ("changes", "effects", "benefits", "goals") for n in range(3)]

    def dated(key):
        year, month = draw(MONTH)
        return f"{key}: {year}-{month:02}"

    def box(id):
        after = [other for other in ids if ids.index(other) // 3 >= ids.index(id) // 3 and other > id]
        later = [other for other in ids[ids.index(id) + 1 :] if other in after or other[0] != id[0]]
        targets = draw(st.lists(st.sampled_from(later), max_size=3, unique=True)) if later else []
        parts = [f"leads_to: [{', '.join(targets)}]"] if targets else []
        if id[0] != "e":
            parts.append(dated("when"))
        if id[0] in "cb":
            parts.append(f"actions: [{{what: A, who: B, {dated('due')}}}]")
        if id[0] in "ebg":
            parts.append(f"indicators: {{i: {{baseline: 9, target: {{value: 3, {dated('date')}}}}}}}")
        return f"  {id}: {{{', '.join(parts)}}}"

    sections = [
        (section, [box(id) for id in ids if id[0] == section[0]])
        for section in ("changes", "effects", "benefits", "goals")
    ]
    needed = draw(st.sampled_from(ids))
    action = f"actions: [{{what: A, {dated('due')}}}]"
    precondition = f"  p: {{needed_for: {needed}, who: It, {dated('due')}, {action}}}"
    lines = [line for section, boxes in sections for line in (f"{section}:", *boxes)]
    return "\n".join(["nyttokedja: 1", "title: A", "stage: plan", *lines, "preconditions:", precondition, ""])


def boxes(text):
    return {f.node for f in check(text.encode()).findings if f.code == "NK217"}


@given(chains(), st.integers(0, 40))
def test_a_time_that_says_less_is_never_at_fault_for_more(text, which):
    times = list(re.finditer(r"(\d{4})-\d\d", text))
    one = times[which % len(times)]
    assert boxes(text[: one.start()] + one[1] + text[one.end() :]) <= boxes(text)
