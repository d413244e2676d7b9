"""Indicators as values; what is asked of them is in test_progress.py."""

from dataclasses import FrozenInstanceError

import pytest

from nyttokedja.model.findings import NOWHERE
from nyttokedja.model.indicators import Indicator, Level, Measurement
from nyttokedja.model.periods import parse


@pytest.mark.parametrize(
    "value",
    [
        Indicator("i", "Antal besök", NOWHERE),
        Level(60, NOWHERE),
        Measurement(parse("2027"), 30, NOWHERE),
    ],
)
def test_a_value_says_nothing_that_it_is_not_given_and_never_changes(value):
    given = {"id", "title", "value", "span", "date"}
    fields = [name for name in value.__slots__ if name not in given]
    assert not any(getattr(value, name) for name in fields)
    assert hash(value) == hash(value)
    with pytest.raises(FrozenInstanceError):
        value.span = NOWHERE
