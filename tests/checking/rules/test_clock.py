"""Only the run says what day it is, and how far behind an indicator may be."""

from datetime import date
from pathlib import Path

import pytest

from nyttokedja.checking.check import check
from nyttokedja.checking.config import Config

CHAIN = """nyttokedja: 1
title: A year of measuring
stage: follow-up
changes:
  camera:
    when: 2026-12
    indicators:
      used:
        every: month
        baseline: {value: 0, date: 2026-12-31}
        target: {value: 100, date: 2027-12-31}
        measurements: {2027-07-01: 35}
"""


def codes(config):
    said = ("NK508", "NK509")
    return [finding.code for finding in check(CHAIN.encode(), config=config).findings if finding.code in said]


def test_without_a_day_nothing_is_late():
    assert codes(Config()) == []


def test_without_a_day_no_target_is_missed():
    text = Path("tests/cases/rules/targets.yaml").read_bytes()
    of_the_day = {"NK508", "NK509", "NK511", "NK512"}
    assert not of_the_day & {finding.code for finding in check(text).findings}
    a_day = Config(today=date(2029, 3, 1))
    assert of_the_day - {"NK508"} <= {finding.code for finding in check(text, config=a_day).findings}


@pytest.mark.parametrize(
    ("today", "late"), [(date(2027, 7, 1), False), (date(2027, 8, 1), False), (date(2027, 8, 2), True)]
)
def test_a_measurement_is_late_the_day_after_it_was_due(today, late):
    assert ("NK508" in codes(Config(today=today))) is late


def test_what_has_been_written_ahead_has_not_been_measured():
    assert codes(Config(today=date(2027, 1, 1))) == []
    assert codes(Config(today=date(2027, 3, 1))) == ["NK508"]


@pytest.mark.parametrize(("tolerance", "behind"), [(0.1, True), (0.14, True), (0.16, False)])
def test_how_far_behind_is_too_far_can_be_chosen(tolerance, behind):
    assert codes(Config(today=date(2027, 7, 1), tolerance=tolerance)) == ["NK509"] * behind


def test_without_a_day_no_action_is_overdue_and_no_precondition_is_past_due():
    text = Path("tests/cases/rules/exposed_benefits.yaml").read_bytes()
    found = {(finding.code, finding.node) for finding in check(text).findings}
    assert "NK608" not in {code for code, _ in found}
    assert ("NK605", "home") not in found  # behind an action that is overdue
    a_day = check(text, config=Config(today=date(2026, 11, 1))).findings
    assert ("NK605", "home") in {(finding.code, finding.node) for finding in a_day}
