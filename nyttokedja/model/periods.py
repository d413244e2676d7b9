"""A date as a chain writes it → Period: the days it covers.

``2027``, ``2027-06``, ``2027-Q3`` and ``2027-06-30`` are all dates in a chain. One that is not a
single day is a period, so that *after* can mean: begins after the other ends.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

_WRITTEN = re.compile(r"(\d{4})(?:-Q([1-4])|-(\d\d)(?:-(\d\d))?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Period:
    """The days from ``first`` to ``last``, both included; ``written`` as the file has it."""

    first: date = field(compare=False)
    last: date = field(compare=False)
    written: str

    def after(self, other: Period) -> bool:
        """Whether this period begins after the other has ended."""
        return self.first > other.last


@lru_cache(maxsize=4096)
def parse(written: str | int) -> Period:
    """The period that a written date means.

    Raises:
        ValueError: it is not one of the four forms, or no such day exists.
    """
    text = str(written)
    match = _WRITTEN.fullmatch(text)
    if match is None:
        raise ValueError(text)
    year, quarter, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    if quarter:
        return Period(date(year, quarter * 3 - 2, 1), _last_of_month(year, quarter * 3), text)
    if month is None:
        return Period(date(year, 1, 1), date(year, 12, 31), text)
    if day is None:
        return Period(date(year, month, 1), _last_of_month(year, month), text)
    return Period(date(year, month, day), date(year, month, day), text)


def months_later(day: date, months: int) -> date:
    """The same day so many months later; from the last day of a month to the last day of one."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    last = _last_of_month(year, month + 1)
    ends = day == _last_of_month(day.year, day.month)
    return last if ends or day.day > last.day else last.replace(day=day.day)


def _last_of_month(year: int, month: int) -> date:
    # via the 28th, which every month has; year 9999 has no January after it
    if month == 12:
        return date(year, 12, 31)
    return date(year, month + 1, 1) - timedelta(days=1)
