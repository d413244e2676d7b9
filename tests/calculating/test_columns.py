"""A number at many points: each operation is that of the numbers at each point."""

from decimal import Decimal
from operator import add, mul, sub, truediv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nyttokedja.calculating.columns import Column

A, B = Column([1.0, 2.0, 4.0]), Column([3.0, 5.0, 8.0])
EIGHT = Decimal(8)


@pytest.mark.parametrize(
    ("column", "values"),
    [
        (A + B, [4, 7, 12]),
        (A - B, [-2, -3, -4]),
        (A * B, [3, 10, 32]),
        (B / A, [3, 2.5, 2]),
        (A + EIGHT, [9, 10, 12]),
        (EIGHT + A, [9, 10, 12]),
        (A - EIGHT, [-7, -6, -4]),
        (EIGHT - A, [7, 6, 4]),
        (A * EIGHT, [8, 16, 32]),
        (EIGHT * A, [8, 16, 32]),
        (A / EIGHT, [0.125, 0.25, 0.5]),
        (EIGHT / A, [8, 4, 2]),
        (-A, [-1, -2, -4]),
        (A * 3 + A * 5, [8, 16, 32]),
        ((A + EIGHT) * (B - EIGHT), [-45, -30, 0]),
    ],
)
def test_an_operation_is_made_at_each_point(column, values):
    assert column.values == values


NUMBERS = st.integers(-9, 9).filter(bool)
STEPS = st.lists(
    st.tuples(st.sampled_from((add, sub, mul, truediv)), st.sampled_from("abn"), NUMBERS, st.booleans())
)


@given(STEPS)
def test_many_operations_are_those_of_the_numbers_at_each_point(steps):
    columns = {"a": Column([1.5, -2.0, 7.0]), "b": Column([3.0, 0.25, -8.0])}

    def calculated(values):
        result = values["a"]
        for act, name, number, first in steps:
            other = values.get(name, Decimal(number) if isinstance(result, Column) else number)
            result = act(other, result) if first else act(result, other)
        return result

    points = [{name: column.values[n] for name, column in columns.items()} for n in range(3)]
    try:
        expected = [calculated(point) for point in points]
    except ZeroDivisionError:
        return
    if all(abs(value) < 1e9 for value in expected):
        try:
            found = calculated(columns).values
        except ZeroDivisionError:  # two numbers that are nothing but for their last digits
            return
        assert found == pytest.approx(expected, rel=1e-6, abs=1e-6)


def test_division_by_a_point_that_is_zero_is_an_error_as_it_is_for_numbers():
    with pytest.raises(ZeroDivisionError):
        A / Column([1.0, 0.0, 1.0])
    with pytest.raises(ZeroDivisionError):
        A / Decimal(0)
    with pytest.raises(ZeroDivisionError):
        EIGHT / (A - 2)
    with pytest.raises(ZeroDivisionError):
        A / (B * 0)
