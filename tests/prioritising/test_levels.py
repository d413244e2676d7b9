"""The level of a chain by a criterion, or why it has none; levels of no criterion."""

from dataclasses import replace
from decimal import Decimal

import pytest

from nyttokedja.model.priorities import Criterion, Terms
from nyttokedja.prioritising.comparable import comparable
from nyttokedja.prioritising.levels import FAULTY, NOT_JUDGED, NOT_VALUED, UNLIKE, level_of
from nyttokedja.prioritising.model import Row
from tests.prioritising.test_comparable import EMPTY, priced

JUDGED = Criterion("nytta", "Nytta", kind="benefit")
BUDGET = Criterion("budget", "Budget", figure="net_financial", limits=tuple(map(Decimal, (0, 10, 20))))
YEAR = Criterion("year", "Year", figure="year", limits=tuple(map(Decimal, (6, 4, 2))))
ASKED = Criterion("asked", "Asked", figure="completeness", limits=tuple(map(Decimal, (25, 50, 75))))


def level(row, criterion, *others, said=None):
    rows = (row, *others)
    found = level_of(0, rows, criterion, comparable(rows, said or Terms()))
    return found.level, found.why, found.figure


@pytest.mark.parametrize(
    ("row", "criterion", "expected"),
    [
        (EMPTY, JUDGED, (None, NOT_JUDGED, None)),
        (EMPTY, BUDGET, (None, NOT_VALUED, None)),
        (EMPTY, YEAR, (None, NOT_VALUED, None)),
        (priced(financial=Decimal(-1)), BUDGET, (0, "", -1)),
        (priced(financial=Decimal(0)), BUDGET, (1, "", 0)),
        (priced(financial=Decimal(15)), BUDGET, (2, "", 15)),
        (priced(financial=Decimal(20)), BUDGET, (3, "", 20)),
        (priced(), BUDGET, (None, NOT_VALUED, None)),
        (priced(year=2), YEAR, (3, "", 2)),
        (priced(year=5), YEAR, (1, "", 5)),
        (priced(), YEAR, (0, "", None)),  # it never pays
        (replace(priced(year=2), at_fault=True), YEAR, (None, FAULTY, 2)),
        (Row("a", "A", completeness=60, at_fault=True), ASKED, (2, "", 60)),
    ],
)
def test_a_level_is_read_from_its_figure(row, criterion, expected):
    assert level(row, criterion) == expected


def test_a_figure_on_other_terms_has_no_level():
    apart = level(priced(financial=Decimal(5)), BUDGET, priced(currency="NOK"))
    assert apart == (None, UNLIKE, 5)
