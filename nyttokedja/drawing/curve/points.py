"""An indicator on a day → what its curve shows: points in time, the course, and the target."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from nyttokedja.drawing.svg.elements import one_line
from nyttokedja.language.figures import NO_BREAK, THIN, Figures
from nyttokedja.model.chain import Node
from nyttokedja.model.graph import Graph
from nyttokedja.model.indicators import Indicator, Level, Measurement
from nyttokedja.model.periods import Period
from nyttokedja.model.progress import Course, course_of, made_by
from nyttokedja.model.targets import began, due


class Point(NamedTuple):
    """A value at a time, which is a day or a whole period, and the value and the time as people read them."""

    value: float
    shown: str
    period: Period | None

    @property
    def middle(self) -> float | None:
        """The middle of its time, as the number of a day; None where it has none."""
        return (self.period.first.toordinal() + self.period.last.toordinal()) / 2 if self.period else None

    @property
    def when(self) -> str:
        """Its time as the file has it; "" where it has none."""
        return self.period.written if self.period else ""


@dataclass(frozen=True, slots=True)
class Plotted:
    """All that a curve shows of an indicator; ``by`` is when the target is to be reached."""

    indicator: Indicator
    measured: tuple[Point, ...]
    baseline: Point | None
    target: Point | None
    by: Period | None
    course: Course | None

    @property
    def values(self) -> Iterator[float]:
        """Every value that has to be seen."""
        yield from (point.value for point in (*self.measured, self.baseline, self.target) if point)

    @property
    def days(self) -> Iterator[date]:
        """Every day that has to be seen."""
        periods = [point.period for point in (*self.measured, self.baseline) if point]
        for period in (*periods, self.by):
            if period is not None:
                yield from (period.first, period.last)
        if self.course:
            yield from (self.course.first, self.course.last)


def plotted(
    node: Node, indicator: Indicator, graph: Graph, today: date | None, language: str
) -> Plotted | None:
    """What is to be drawn; None where nothing is measured and there is no course to be measured against."""
    figures = Figures(language)
    by = due(node, indicator, graph)
    course = course_of(indicator, began(node, graph), by)
    made = made_by(indicator, today)
    if not made and course is None:
        return None
    return Plotted(
        indicator,
        tuple(_point(one, one.date, figures) for one in made),
        _level(indicator.baseline, figures),
        _level(indicator.target, figures),
        by if indicator.target else None,
        course,
    )


def _level(level: Level | None, figures: Figures) -> Point | None:
    return _point(level, level.date, figures) if level else None


def _point(level: Level | Measurement, period: Period | None, figures: Figures) -> Point:
    shown = one_line(level.word) or figures.value(level.value).replace(THIN, NO_BREAK)
    return Point(level.value, shown, period)
