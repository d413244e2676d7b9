"""The days of a curve → their axis: where years, quarters, months or days begin, as close as labels fit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from nyttokedja.drawing.curve.values import Mark
from nyttokedja.language.texts import Texts

_ALONE = 75
"""So many days are shown before and after a single one."""
_MANY = 50
"""More marks than this are never tried."""
_EDGE = 0.03
"""The part of all days that is shown before the first and after the last."""
_FEW = 8
_BY_DAY = (("day", 1), ("day", 2), ("day", 7))
_BY_MONTH = (
    *(("month", 1), ("quarter", 3), ("month", 6)),
    *(("year", 12 * years) for years in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)),
)
"""What is written at the marks of an axis, and how many days or months they are apart."""


@dataclass(frozen=True, slots=True)
class Days:
    """An axis of days, by their numbers."""

    low: float
    high: float

    def place(self, day: float) -> float:
        """Where a day is, from 0 at the left to 1."""
        return (day - self.low) / (self.high - self.low)

    def marks(self, said: Texts, room: Callable[[str], float]) -> tuple[Mark, ...]:
        """Marks at the beginnings of times, as close as their labels fit.

        Args:
            said: the words for months and quarters.
            room: the part of the axis that a label takes.
        """
        for starts, kind in self._choices():
            marks = [Mark(self.place(day.toordinal()), _label(kind, day, said)) for day in starts]
            if len(marks) > 1 and all(
                after.at - mark.at >= room(mark.label) for mark, after in pairwise(marks)
            ):
                return tuple(marks)
        return ()

    def _choices(self) -> Iterator[tuple[list[date], str]]:
        first, last = int(self.low) + 1, int(self.high)
        for kind, step in _BY_DAY:
            if (last - first) / step < _FEW:
                yield [date.fromordinal(day) for day in range(first, last + 1, step)], kind
        for kind, step in _BY_MONTH:
            if (last - first) / 30 / step < _MANY:
                yield list(_starts(date.fromordinal(first), date.fromordinal(last), step)), kind


def days_axis(days: Iterable[date]) -> Days:
    """The axis that shows some days, with room on both sides."""
    numbers = [day.toordinal() for day in days]
    low, high = min(numbers), max(numbers)
    room = (high - low) * _EDGE if high > low else _ALONE
    return Days(max(low - room, 1.0), min(high + room, float(date.max.toordinal())))


def _starts(first: date, last: date, months: int) -> Iterator[date]:
    """The first days of every so many months, which divide a year or are whole years."""
    years = max(months // 12, 1)
    for year in range(first.year - first.year % years, last.year + 1, years):
        for month in range(1, 13, min(months, 12)):
            if year and first <= date(year, month, 1) <= last:
                yield date(year, month, 1)


def _label(kind: str, day: date, said: Texts) -> str:
    month = said.group("curve/")["months"][day.month - 1]
    named = {"day": day.day, "month": month, "quarter": (day.month + 2) // 3, "year": day.year}
    return said.template("curve/dates", kind).format(**named)
