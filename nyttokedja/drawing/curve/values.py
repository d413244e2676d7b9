"""The values of a curve → their axis: round numbers at even steps, or the words of a scale."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal, localcontext
from typing import NamedTuple

from nyttokedja.drawing.svg.elements import one_line
from nyttokedja.language.figures import NO_BREAK, THIN, Figures

_STEPS = 5
"""So many steps an axis is divided into, about."""
_FROM_ZERO = Decimal("0.5")
"""An axis begins at nothing where the least value is less than this part of the largest."""
_LEAST, _MILLIONS, _BILLIONS, _MOST = -6, 7, 10, 13
"""Powers of ten: numbers are written as they are up to the second, and by a power of ten past the last."""
_DIGITS = 700
"""Digits that hold a step between the largest and the least number that a file can hold."""


class Mark(NamedTuple):
    """A mark of an axis: its place from 0 to 1, and its label."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Values:
    """An axis of values, and what its labels are counted in: ``power`` of ten, 0 for as they are."""

    low: Decimal
    high: Decimal
    marks: tuple[Mark, ...]
    power: int = 0

    def place(self, value: float) -> float:
        """Where a value is, from 0 at the lower end to 1."""
        with localcontext() as context:
            context.prec = _DIGITS
            return float((Decimal(repr(value)) - self.low) / (self.high - self.low))


def values_axis(values: Iterable[float], figures: Figures) -> Values:
    """The axis of some values, with round numbers at its ends."""
    with localcontext() as context:
        context.prec = _DIGITS
        held = [Decimal(repr(value)) for value in values]
        low, high = _spread(min(held), max(held))
        step = _round_step((high - low) / _STEPS)
        first = (low / step).to_integral_value(ROUND_FLOOR)
        last = (high / step).to_integral_value(ROUND_CEILING)
        if first and first * step == min(held):
            first -= 1  # a target on the axis itself is not seen
        ticks = [step * (first + n) for n in range(int(last - first) + 1)]
        power = _power(max(map(abs, ticks)))
        marks = (
            Mark(n / (len(ticks) - 1), figures.exact(tick.scaleb(-power)).replace(THIN, NO_BREAK))
            for n, tick in enumerate(ticks)
        )
        return Values(ticks[0], ticks[-1], tuple(marks), power)


def words_axis(words: Sequence[str]) -> Values:
    """The axis of a scale: a mark for each of its words, the worst at the foot."""
    most = max(len(words) - 1, 1)
    marks = tuple(Mark(step / most, one_line(word)) for step, word in enumerate(words))
    return Values(Decimal(0), Decimal(most), marks)


def _spread(low: Decimal, high: Decimal) -> tuple[Decimal, Decimal]:
    """The values from which to which an axis has to go; it is never a single one."""
    if low == high:
        apart = abs(low) / 2 or Decimal(1)
        low, high = (low - apart, high + apart) if low else (low, apart)
    if 0 < low < high * _FROM_ZERO:
        return Decimal(0), high
    if 0 > high > low * _FROM_ZERO:
        return low, Decimal(0)
    return low, high


def _round_step(least: Decimal) -> Decimal:
    """The first of 1, 2, 5 and 10 times a power of ten that is no less."""
    unit = Decimal(1).scaleb(least.adjusted())
    return next(unit * n for n in (1, 2, 5, 10) if unit * n >= least)


def _power(largest: Decimal) -> int:
    """The power of ten that labels are counted in."""
    size = largest.adjusted()
    if not _LEAST <= size < _MOST:
        return size
    return 9 if size >= _BILLIONS else 6 if size >= _MILLIONS else 0
