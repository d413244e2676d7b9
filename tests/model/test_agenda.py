"""What there is to do in a chain on a day."""

from datetime import date

import pytest

from nyttokedja.checking.check import check
from nyttokedja.model.agenda import TaskKind, agenda

CHAIN = """\
nyttokedja: 1
language: en
title: T
changes:
  camera: {{when: 2027-03-01, leads_to: fewer, actions: [{action}]}}
effects:
  fewer:
    indicators:
      visits: {{{who}better: lower, baseline: {{value: 420, date: 2026-10-01}}, {indicator}}}
preconditions:
  coverage: {{needed_for: camera, {precondition}}}
"""
TARGET = "target: {value: 250, date: 2027-12-31}"


def tasks(day, indicator="unit: v", action="Buy", precondition="who: It"):
    who = "" if "measured_by" in indicator else "measured_by: Head, "
    text = CHAIN.format(who=who, indicator=indicator, action=action, precondition=precondition)
    found = agenda(check(text.encode()).graph, date.fromisoformat(day))
    return [(task.by.isoformat(), task.kind.value, task.item, task.role) for task in found]


@pytest.mark.parametrize(
    ("day", "indicator", "by"),
    [
        ("2027-03-02", "every: quarter", "2027-06-01"),
        ("2027-09-01", "every: quarter", "2027-06-01"),
        ("2027-09-01", "every: quarter, measurements: {2027-06-30: 400}", "2027-09-30"),
        ("2027-09-01", "every: year, measurements: {2027-06-30: 400}, " + TARGET, "2027-12-31"),
        ("2027-09-01", "every: year, measurements: {2027-12-31: 400}, " + TARGET, "2027-12-31"),
        ("2027-09-01", TARGET, "2027-12-31"),
        ("2028-09-01", TARGET, "2027-12-31"),
        ("2027-09-01", "every: once", None),
        ("2027-09-01", "unit: v", None),
        ("2028-03-01", "every: quarter, measurements: {2027-12-31: 400}, " + TARGET, None),
        ("2028-03-01", "every: quarter, measurements: {2027-06-30: 250}, " + TARGET, None),
    ],
)
def test_what_is_to_be_measured(day, indicator, by):
    assert tasks(day, indicator) == ([(by, "measure", "visits", "Head")] if by else [])


def test_who_judges_has_the_measurement_that_nobody_has_judged_else_the_next():
    said = "every: quarter, measured_by: Planner, judged_by: Judge, measurements: "
    measure = ("2027-09-30", "measure", "visits", "Planner")
    waiting = tasks("2027-09-01", said + "{2027-06-30: 400}")
    assert waiting == [("2027-06-30", "judge", "visits", "Judge"), measure]
    judged = tasks("2027-09-01", said + "{2027-06-30: {value: 400, judgement: Good}}")
    assert judged == [measure, ("2027-09-30", "judge", "visits", "Judge")]


@pytest.mark.parametrize(
    ("action", "found"),
    [
        ("Buy", []),
        ("{what: Buy, due: 2027-Q1, who: Buyer}", [("2027-03-31", "act", "1", "Buyer")]),
        ("{what: Buy, due: 2027-Q1, done: true}", []),
        ("{what: Buy, due: 2027-Q1, done: 2027-01-10}", []),
        ("{what: Buy, due: 2027-Q1, done: 2027-03-10}", [("2027-03-31", "act", "1", "")]),
    ],
)
def test_what_is_to_be_done(action, found):
    assert tasks("2027-02-01", action=action) == found


@pytest.mark.parametrize(
    ("precondition", "found"),
    [
        ("due: 2027-01", [("2027-01-31", "arrange", "", "")]),
        ("due: 2027-01, who: It, met: false", [("2027-01-31", "arrange", "", "It")]),
        ("due: 2027-01, met: true", []),
        ("who: It", []),
    ],
)
def test_what_is_to_be_arranged(precondition, found):
    assert tasks("2027-02-01", precondition=precondition) == found


def test_the_first_comes_first_and_what_has_passed_is_overdue():
    found = agenda(
        check(
            CHAIN.format(
                who="", indicator=TARGET, action="{what: Buy, due: 2027-Q1}", precondition="due: 2027-01"
            ).encode()
        ).graph,
        date(2027, 3, 31),
    )
    assert [task.kind for task in found] == [TaskKind.ARRANGE, TaskKind.ACT, TaskKind.MEASURE]
    assert [task.is_overdue(date(2027, 3, 31)) for task in found] == [True, False, False]
