"""Points without random numbers, and the numbers that are drawn with them."""

from fractions import Fraction
from math import fsum

import pytest

from nyttokedja.calculating.points import BASES, halton, quantile, triangular


def mirrored(number: int, base: int) -> Fraction:
    """The digits of a number, mirrored behind the point: the definition, digit by digit."""
    share, place = Fraction(0), Fraction(1)
    while number:
        number, digit = divmod(number, base)
        place /= base
        share += digit * place
    return share


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize("count", [1, 2, 36, 37, 38, 500])
def test_points_are_the_digits_mirrored_to_the_last_bit(base: int, count: int) -> None:
    assert halton(count, base) == [float(mirrored(number, base)) for number in range(1, count + 1)]


def test_there_are_as_many_points_as_asked_for_and_none_twice() -> None:
    for base in BASES:
        points = halton(4096, base)
        assert len(set(points)) == len(points) == 4096
        assert 0 < min(points) < max(points) < 1


def test_the_triangular_distribution_has_its_ends_its_top_and_its_mean() -> None:
    assert triangular([0.0, 0.25, 1.0], 0.0, 1.0, 4.0) == [0.0, 1.0, 4.0]
    drawn = triangular(halton(4096, 2), 30.0, 35.0, 40.0)
    assert fsum(drawn) / 4096 == pytest.approx(35, abs=0.01)
    assert min(drawn) >= 30
    assert max(drawn) <= 40


@pytest.mark.parametrize(("likely", "middle"), [(0.0, 1 - 0.5**0.5), (1.0, 0.5**0.5)])
def test_the_likely_value_may_be_the_least_or_the_most(likely: float, middle: float) -> None:
    assert triangular([0.5], 0.0, likely, 1.0) == [pytest.approx(middle)]
    assert triangular([0.0, 1.0], 0.0, likely, 1.0) == [0.0, 1.0]


def test_a_quantile_is_the_value_that_so_many_come_before() -> None:
    ordered = [float(number) for number in range(4096)]
    assert [quantile(ordered, p) for p in (10, 50, 90)] == [409, 2048, 3686]
