from datetime import date

import pytest

from nyttokedja.model.periods import months_later, parse


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2027", date(2027, 1, 1), date(2027, 12, 31)),
        (2027, date(2027, 1, 1), date(2027, 12, 31)),
        ("2028-02", date(2028, 2, 1), date(2028, 2, 29)),
        ("2027-12", date(2027, 12, 1), date(2027, 12, 31)),
        ("2027-Q1", date(2027, 1, 1), date(2027, 3, 31)),
        ("2027-Q4", date(2027, 10, 1), date(2027, 12, 31)),
        ("2027-06-30", date(2027, 6, 30), date(2027, 6, 30)),
        ("9999-12", date(9999, 12, 1), date(9999, 12, 31)),
    ],
)
def test_a_date_is_the_days_it_covers(written, first, last):
    period = parse(written)
    assert (period.first, period.last) == (first, last)
    assert period.written == str(written)


@pytest.mark.parametrize(
    "written", ["", "27", "2027-13", "2027-00", "2027-02-30", "2027-Q5", "2027-6", "0000", "٢٠٢٧", "2027 "]
)
def test_what_is_no_date_is_refused(written):
    with pytest.raises(ValueError, match=r".*"):
        parse(written)


@pytest.mark.parametrize(
    ("one", "other", "after"),
    [
        ("2027-07", "2027-06", True),
        ("2027-06-30", "2027-06", False),
        ("2027", "2026-12-31", True),
        ("2027-Q2", "2027-03-31", True),
        ("2027-Q2", "2027-04-01", False),
    ],
)
def test_after_means_that_one_begins_when_the_other_has_ended(one, other, after):
    assert parse(one).after(parse(other)) is after


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2027, 1, 15), 1, date(2027, 2, 15)),
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2027, 2, 28), 1, date(2027, 3, 31)),
        (date(2027, 1, 30), 1, date(2027, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2027, 9, 30), 24, date(2029, 9, 30)),
        (date(9999, 12, 31), 1, date.max),
    ],
)
def test_so_many_months_later(day, months, later):
    assert months_later(day, months) == later
