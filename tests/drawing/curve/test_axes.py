from datetime import date

import pytest

from nyttokedja.drawing.curve.days import days_axis
from nyttokedja.drawing.curve.values import values_axis, words_axis
from nyttokedja.language.figures import MINUS, NO_BREAK, Figures
from nyttokedja.language.texts import texts


@pytest.mark.parametrize(
    ("values", "labels"),
    [
        ([420, 250, 330], ["200", "250", "300", "350", "400", "450"]),
        ([0, 95], ["0", "20", "40", "60", "80", "100"]),
        ([30, 95], ["0", "20", "40", "60", "80", "100"]),
        ([5, 5], ["0", "2", "4", "6", "8"]),
        ([0, 0], ["0", "0,2", "0,4", "0,6", "0,8", "1"]),
        ([-12.5, 3.25], [f"{MINUS}15", f"{MINUS}10", f"{MINUS}5", "0", "5"]),
        ([-5, -9], [f"{MINUS}10", f"{MINUS}9", f"{MINUS}8", f"{MINUS}7", f"{MINUS}6", f"{MINUS}5"]),
        ([0.1, 0.3], ["0", "0,1", "0,2", "0,3"]),
        ([1000, 3000], [f"{n}{NO_BREAK}000" if n else "0" for n in range(4)]),
    ],
)
def test_values_have_round_numbers_at_even_steps(values, labels):
    axis = values_axis(values, Figures("sv"))
    assert [mark.label for mark in axis.marks] == labels
    assert (axis.marks[0].at, axis.marks[-1].at) == (0, 1)


@pytest.mark.parametrize(("largest", "power"), [(9e5, 0), (9e7, 6), (9e10, 9), (9e15, 16), (9e-9, -8)])
def test_labels_are_counted_in_what_keeps_them_short(largest, power):
    axis = values_axis([0, largest], Figures("sv"))
    assert axis.power == power
    assert max(len(mark.label) for mark in axis.marks) <= 10


def test_a_value_is_where_it_is_between_the_ends():
    axis = values_axis([0, 100], Figures("sv"))
    assert [axis.place(value) for value in (0, 50, 100)] == [0, 0.5, 1]
    assert words_axis(["bad", "fair", "good"]).place(1) == 0.5


@pytest.mark.parametrize(
    ("first", "last", "language", "some"),
    [
        (date(2027, 9, 28), date(2027, 10, 2), "en", "29 Sep 2027"),
        (date(2027, 1, 1), date(2027, 6, 30), "sv", "mars 2027"),
        (date(2027, 1, 1), date(2028, 6, 30), "sv", "kv 1 2028"),
        (date(2027, 1, 1), date(2028, 6, 30), "nb", "1. kv. 2028"),
        (date(2027, 1, 1), date(2033, 6, 30), "en", "2030"),
        (date(1900, 1, 1), date(2100, 1, 1), "en", "2000"),
        (date.min, date.max, "en", "2000"),
    ],
)
def test_days_are_marked_by_what_fits(first, last, language, some):
    marks = days_axis([first, last]).marks(texts(language), lambda label: len(label) / 90)
    assert some in [mark.label for mark in marks]
    assert 2 <= len(marks) <= 25
    assert all(0 <= mark.at <= 1 for mark in marks)


@pytest.mark.parametrize("day", [date.min, date(2027, 2, 28), date.max])
def test_a_single_day_has_room_on_both_sides(day):
    axis = days_axis([day])
    assert 0 <= axis.place(day.toordinal()) <= 1
    assert axis.low < axis.high
