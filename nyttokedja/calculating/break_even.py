"""The value of a factor at which the net is nothing, where the net follows it in a straight line."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from nyttokedja.calculating.shares import whole_of
from nyttokedja.model.calculation import Factor

HALF, MORE_BY_HALF = Decimal("0.5"), Decimal("1.5")
"""The parts of its likely value at which the net is asked for, to see whether it is a line."""

_STRAIGHT = Decimal("1e-9")
"""How far from a line the net may be, as a part of its size."""

_NOISE = Decimal("1e-18")
"""What the last digits of exact sums may come to, as a part of their size."""


class BreakEven(NamedTuple):
    """The value; None where there is none.

    ``out_of_reach`` is the end of a share, none or the whole, at which the net is still below nothing.
    """

    value: Decimal | None = None
    out_of_reach: int | None = None


def break_even(factor: Factor, less: Decimal, here: Decimal, more: Decimal) -> BreakEven:
    """Where the line meets nothing.

    Args:
        factor: a factor with a likely value.
        less: the net at half of it.
        here: the net at all of it.
        more: the net at half as much again.
    """
    likely = factor.likely
    size = max(abs(less), abs(here), abs(more))
    bends = abs(here - (less + more) / 2) > _STRAIGHT * size
    if not likely or bends or abs(more - less) <= _NOISE * size:
        return BreakEven()
    value = likely - here * likely / (more - less)
    if abs(value) <= _NOISE * abs(likely):
        value = Decimal(0)
    whole = whole_of(factor.unit)
    if whole is not None and not 0 <= value <= whole:
        return BreakEven(out_of_reach=(whole if value > 0 else 0) if here < 0 else None)
    return BreakEven(value if value >= 0 else None)
