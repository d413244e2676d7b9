"""Indicators in words: at follow-up with how they stand, by the measurements there are on the day."""

from datetime import date

from nyttokedja.checking.check import check
from nyttokedja.checking.config import Config

from .told import report

FOLLOWED = """
nyttokedja: 1
title: T
stage: follow-up
changes: {c: {leads_to: b}}
benefits:
  b:
    indicators:
      i: {unit: visits, better: lower, baseline: {value: 84, date: 2026-10},
          target: {value: 40, date: 2027-12},
          measurements: {2027-03-31: 70, 2027-08-31: 79}}
      s: {scale: [poor, fair, good], baseline: {value: poor, date: 2026-10},
          target: {value: good, date: 2027-12},
          measurements: {2027-03-31: fair}}
"""


def measured(day, text=FOLLOWED):
    checked = check(text.encode(), "a.yaml", Config(today=day))
    told = report("text", checked, "b", table=False)
    return next(line for line in told.splitlines() if "84 (2026-10)" in line)


def test_at_follow_up_it_is_told_how_each_indicator_stands_on_the_day():
    late, early = measured(date(2027, 11, 1)), measured(date(2027, 6, 1))
    assert "last measured 79 (2027-08-31), off the plan" in late
    assert "last measured 70 (2027-03-31), on course" in early
    assert "not measured yet" in measured(date(2026, 12, 1))
    assert "off the plan" not in measured(date(2027, 11, 1), FOLLOWED.replace("follow-up", "plan"))


def test_a_word_of_a_scale_is_told_as_it_is():
    assert "from poor (2026-10) to good (2027-12), last measured fair" in measured(None)
