"""An indicator → which direction is better, what was measured last, and where it ought to be by then."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from nyttokedja.model.indicators import Indicator, Measurement
from nyttokedja.model.periods import Period

MONTHS_BETWEEN: Mapping[str, int] = {
    "day": 1, "week": 1, "month": 1, "quarter": 3, "tertial": 4, "half-year": 6, "year": 12, "two-years": 24,
}  # fmt: skip
"""How many months there may be between two measurements in the file: daily figures are noted monthly."""

TOLERANCE = 0.10
"""How far behind an indicator may be where nobody says, as a share of the way to its target."""

_EXACT = 1 + 1e-9
"""What is just as far behind as it may be is not farther, although no binary fraction is a tenth."""


def direction(indicator: Indicator) -> int:
    """1 where higher is better, -1 where lower is, 0 where nothing says which.

    Where the file does not say, it follows from where the target lies, seen from the baseline.
    """
    if indicator.scale:
        return 1
    if indicator.better:
        return 1 if indicator.better == "higher" else -1
    if indicator.baseline is None or indicator.target is None:
        return 0
    change = indicator.target.value - indicator.baseline.value
    return (change > 0) - (change < 0)


def is_contrary(indicator: Indicator) -> bool:
    """Whether the target is worse than the baseline."""
    if indicator.baseline is None or indicator.target is None:
        return False
    return (indicator.target.value - indicator.baseline.value) * direction(indicator) < 0


def short_of(indicator: Indicator, level: float, value: float) -> float | None:
    """How much worse a value is than a level, below 0 where better; None where nothing says which is."""
    return (level - value) * direction(indicator) if direction(indicator) else None


def is_worse(indicator: Indicator, made: Measurement) -> bool:
    """Whether a measurement is worse than the baseline, where the target is not so itself."""
    if indicator.baseline is None or is_contrary(indicator):
        return False
    short = short_of(indicator, indicator.baseline.value, made.value)
    return short is not None and short > 0


def room(indicator: Indicator, tolerance: float) -> float:
    """How far behind it may be: a share of the way from the baseline to the target, else of the target.

    A step of a scale has no shares.
    """
    if indicator.target is None or indicator.scale:
        return 0.0
    way = indicator.target.value - indicator.baseline.value if indicator.baseline else 0.0
    return tolerance * abs(way or indicator.target.value) * _EXACT


def made_by(indicator: Indicator, today: date | None) -> tuple[Measurement, ...]:
    """The measurements that have been made by a day, in the order of their dates; without a day, all."""
    made = (one for one in indicator.measurements if today is None or one.date.first <= today)
    return tuple(sorted(made, key=lambda measured: measured.date.last))


def latest(indicator: Indicator, today: date | None) -> Measurement | None:
    """The last measurement that has been made by a day; without a day, the last of all."""
    return max(made_by(indicator, today), key=lambda measured: measured.date.last, default=None)


class Course(NamedTuple):
    """The straight line to a target: its first and last day, and the values there."""

    first: date
    last: date
    begins: float
    ends: float


def course_of(indicator: Indicator, began: Period | None, due: Period | None) -> Course | None:
    """The straight line to the target; None where nothing says when it begins or ends, or it ends first.

    The line begins at the later of the baseline and ``began``, when the change did, and ends when the target
    is ``due``. Of a period it is the day that asks for least which counts. There is none between the words of
    a scale.
    """
    baseline, target = indicator.baseline, indicator.target
    if baseline is None or target is None or due is None or indicator.scale:
        return None
    begins = [period.last for period in (baseline.date, began) if period is not None]
    if not begins or max(begins) >= due.last:
        return None
    return Course(max(begins), due.last, baseline.value, target.value)


def expected(indicator: Indicator, began: Period | None, due: Period | None, at: Period) -> float | None:
    """Where the straight line to the target is at a time; from its last day on, at the target.

    Of a period it is the day that asks for least which counts.
    """
    baseline, target = indicator.baseline, indicator.target
    if baseline is None or target is None or due is None or indicator.scale:
        return None
    if at.first >= due.last:
        return target.value
    line = course_of(indicator, began, due)
    if line is None:
        return None
    share = (at.first - line.first).days / (line.last - line.first).days
    return line.begins + (line.ends - line.begins) * max(0.0, share)
