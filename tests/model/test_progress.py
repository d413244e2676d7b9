from datetime import date

import pytest

from nyttokedja.model.findings import NOWHERE
from nyttokedja.model.indicators import Indicator, Level, Measurement
from nyttokedja.model.periods import parse
from nyttokedja.model.progress import direction, expected, is_contrary, latest


def level(value, when=None):
    return None if value is None else Level(value, NOWHERE, parse(when) if when else None)


def indicator(better="", baseline=None, target=None, begun=None, due=None, measured=()):
    made = tuple(Measurement(parse(when), value, NOWHERE) for when, value in measured)
    levels = {"baseline": level(baseline, begun), "target": level(target, due)}
    return Indicator("i", "I", NOWHERE, better=better, measurements=made, **levels)


@pytest.mark.parametrize(
    ("better", "baseline", "target", "way", "contrary"),
    [
        ("lower", 420, 250, -1, False),
        ("lower", 250, 420, -1, True),
        ("higher", 250, 420, 1, False),
        ("higher", 420, 250, 1, True),
        ("higher", None, 250, 1, False),
        ("lower", 3, 3, -1, False),
        ("", 420, 250, -1, False),
        ("", 250, 420, 1, False),
        ("", 3, 3, 0, False),
        ("", 3, None, 0, False),
    ],
)
def test_which_way_is_better(better, baseline, target, way, contrary):
    one = indicator(better, baseline, target)
    assert (direction(one), is_contrary(one)) == (way, contrary)


def test_the_latest_measurement_is_the_last_that_has_begun_by_today():
    one = indicator(measured=[("2027-12-31", 1), ("2028-Q1", 2), ("2028-03-01", 3), ("2029", 4)])
    assert latest(one, date(2028, 6, 1)).value == 2
    assert latest(one, date(2027, 12, 31)).value == 1
    assert latest(one, date(2027, 1, 1)) is None


@pytest.mark.parametrize(
    ("begun", "began", "due", "at", "value"),
    [
        ("2027-01-01", None, "2027-01-11", "2027-01-06", 50),
        ("2027-01-01", "2027-01-05", "2027-01-11", "2027-01-08", 50),
        (None, "2027-01-01", "2027-01-11", "2027-01-06", 50),
        ("2027-01-01", "2026", "2027-01-11", "2027-01-06", 50),
        ("2027-01-01", None, "2027-01-11", "2026-01-06", 0),
        ("2027-01-01", None, "2027-01-11", "2029-01-06", 100),
        (None, None, "2027-01-11", "2029-01-06", 100),
        (None, None, "2027-01-11", "2027-01-06", None),
        ("2027-01-01", None, None, "2027-01-06", None),
        ("2027-06-01", None, "2027-01-11", "2027-01-06", None),
    ],
)
def test_the_course_is_the_straight_line_from_the_later_beginning(begun, began, due, at, value):
    one = indicator("higher", 0, 100, begun, due)
    assert expected(one, parse(began) if began else None, one.target.date, parse(at)) == value


def test_without_a_baseline_or_a_target_there_is_no_course():
    assert expected(indicator("", 0), None, parse("2027"), parse("2027")) is None
    assert expected(indicator("", None, 9), None, parse("2027"), parse("2027")) is None
