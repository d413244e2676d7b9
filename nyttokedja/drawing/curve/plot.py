"""The plot of a curve: its axes, the course and the target as lines, what was measured as points."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from nyttokedja.drawing.curve.days import Days, days_axis
from nyttokedja.drawing.curve.markers import (
    DASHES,
    LINE,
    THIN_LINE,
    draw_baseline,
    draw_measured,
    draw_target,
)
from nyttokedja.drawing.curve.points import Plotted, Point
from nyttokedja.drawing.curve.values import Values, values_axis, words_axis
from nyttokedja.drawing.curve.words import CurveWords
from nyttokedja.drawing.svg.elements import Element, group, number, path, rect, text_line
from nyttokedja.drawing.svg.geometry import Rect
from nyttokedja.drawing.svg.theme import Theme
from nyttokedja.drawing.typesetting.wrap import TextStyle, wrap
from nyttokedja.language.figures import Figures

LABEL = TextStyle(12.0, 15.0)
_VALUE = TextStyle(13.0, 16.0, bold=True)
_MARGIN, _GAP, _RIGHT = 12.0, 8.0, 18.0
_HIGH, _STEP = 210.0, 30.0
"""The height of a plot in px, and of each step of a scale where that is more."""
_WIDEST = 150.0
"""The widest label of the axis of values in px; a longer one is broken into lines."""
_SHORTEST = 16.0
"""The length in px of the shortest time that is drawn."""
_UP = 10.0
"""How far from its point the value that was measured last stands."""


class Plot:
    """A curve on its sheet: the places of its days and values.

    Args:
        shown: what it shows.
        words: the words for it.
        theme: its colours.
        width: that of the sheet in px.
    """

    def __init__(self, shown: Plotted, words: CurveWords, theme: Theme, width: float) -> None:
        self.shown = shown
        self.words = words
        self.theme = theme
        self.width = width

    @cached_property
    def values(self) -> Values:
        """The upright axis."""
        scale = self.shown.indicator.scale
        return words_axis(scale) if scale else values_axis(self.shown.values, Figures(self.words.language))

    @cached_property
    def days(self) -> Days:
        """The level axis."""
        return days_axis(self.shown.days)

    @cached_property
    def labels(self) -> tuple[tuple[str, ...], ...]:
        """The lines of the label of each mark of the upright axis."""
        language = self.words.language
        return tuple(wrap(mark.label, _WIDEST, LABEL, language) for mark in self.values.marks)

    @cached_property
    def head(self) -> tuple[str, ...]:
        """The lines of what stands above the upright axis."""
        counted = self.words.counted_in(self.shown, self.values)
        return wrap(counted, self.width - 2 * _MARGIN, LABEL, self.words.language) if counted else ()

    @cached_property
    def area(self) -> Rect:
        """Where points are."""
        x = _MARGIN + max(LABEL.width(line) for label in self.labels for line in label) + _GAP
        y = _MARGIN + LABEL.lead * len(self.head) + _UP
        step = max(_STEP, *(LABEL.lead * len(label) + 4 for label in self.labels))
        high = max(_HIGH, step * (len(self.labels) - 1)) if self.shown.indicator.scale else _HIGH
        return Rect(x, y, self.width - _RIGHT - x, high)

    @property
    def foot(self) -> float:
        """The y below the labels of the days."""
        return self.area.foot + _GAP + LABEL.lead

    def x(self, day: float) -> float:
        """The x of a day, by its number."""
        return self.area.x + self.days.place(day) * self.area.width

    def y(self, value: float) -> float:
        """The y of a value."""
        return self.area.foot - self.values.place(value) * self.area.height

    def at(self, point: Point) -> tuple[float, float]:
        """The place of a point; one without a time stands at the axis."""
        return self.area.x if point.middle is None else self.x(point.middle), self.y(point.value)


def draw_plot(plot: Plot) -> Iterator[Element]:
    """All that stands above the legend."""
    yield group(_axes(plot), aria_hidden="true")
    yield group(_lines(plot), aria_hidden="true")
    yield group(_points(plot), aria_hidden="true")


def _axes(plot: Plot) -> Iterator[Element]:
    area, theme = plot.area, plot.theme
    for n, line in enumerate(plot.head):
        yield text_line(_MARGIN, _MARGIN + LABEL.size + n * LABEL.lead, line, LABEL.size, theme.soft)
    for mark, label in zip(plot.values.marks, plot.labels, strict=True):
        y = area.foot - mark.at * area.height
        yield _line(area.x, y, area.right, y, theme.rule, 1.0)
        top = y + LABEL.size * 0.36 - (len(label) - 1) * LABEL.lead / 2
        for n, line in enumerate(label):
            x = area.x - _GAP - LABEL.width(line)
            yield text_line(x, top + n * LABEL.lead, line, LABEL.size, theme.soft)
    yield _line(area.x, area.foot, area.right, area.foot, theme.ink, 1.0)
    for mark in plot.days.marks(plot.words.texts, lambda label: (LABEL.width(label) + 12) / area.width):
        x = area.x + mark.at * area.width
        yield _line(x, area.foot, x, area.foot + _GAP + LABEL.size, theme.rule, 1.0)
        if x + 4 + LABEL.width(mark.label) <= plot.width - 2:
            yield text_line(x + 4, area.foot + _GAP + LABEL.size, mark.label, LABEL.size, theme.soft)


def _lines(plot: Plot) -> Iterator[Element]:
    shown, theme, area = plot.shown, plot.theme, plot.area
    if course := shown.course:
        ends = plot.x(course.first.toordinal()), plot.y(course.begins), plot.x(course.last.toordinal())
        yield _line(*ends, plot.y(course.ends), theme.ink, THIN_LINE)
    if shown.target:
        y = plot.y(shown.target.value)
        yield _line(area.x, y, area.right, y, theme.page, LINE + 1)  # it may be the foot of the plot
        yield _line(area.x, y, area.right, y, theme.kinds["goal"].line, LINE, DASHES)
    if len(shown.measured) > 1:
        places = [plot.at(point) for point in shown.measured]
        d = "M" + " L".join(f"{number(x)} {number(y)}" for x, y in places)
        yield path(d, stroke=theme.statuses["changed"], width=LINE, stroke_linejoin="round")


def _points(plot: Plot) -> Iterator[Element]:
    shown, theme = plot.shown, plot.theme
    if shown.target and shown.by:
        yield from draw_target(plot.x(shown.by.last.toordinal()), plot.y(shown.target.value), theme)
    for point in shown.measured:
        yield from _span(plot, point, theme.statuses["changed"])
        yield draw_measured(*plot.at(point), theme)
    if shown.baseline:
        yield from _span(plot, shown.baseline, theme.ink)
        yield draw_baseline(*plot.at(shown.baseline), theme)
    if shown.measured:
        yield from _last_value(plot, shown.measured[-1])


def _span(plot: Plot, point: Point, colour: str) -> Iterator[Element]:
    """The time of a value that is of a whole period, as a thin line with ends."""
    if point.period is None or point.period.first == point.period.last:
        return
    y = plot.y(point.value)
    first, last = (plot.x(day.toordinal()) for day in (point.period.first, point.period.last))
    if last - first < _SHORTEST:
        return
    d = f"M{number(first)} {number(y)} H{number(last)}"
    d += "".join(f" M{number(x)} {number(y - 4)} V{number(y + 4)}" for x in (first, last))
    yield path(d, stroke=colour, width=THIN_LINE)


def _last_value(plot: Plot, point: Point) -> Iterator[Element]:
    """The value that was measured last, above or below its point: where fewer lines are in its way."""
    if plot.shown.indicator.scale:
        return  # its word stands at the axis
    text = point.shown
    (x, y), wide = plot.at(point), _VALUE.width(text)
    left = min(max(x - wide / 2, plot.area.x + 2), plot.area.right - wide)
    middle = min(
        (y - _UP - _VALUE.size / 2, y + _UP + _VALUE.size / 2), key=lambda at: _in_the_way(plot, x, at)
    )
    yield rect(left - 2, middle - _VALUE.size / 2, wide + 4, _VALUE.size, plot.theme.page)
    yield text_line(left, middle + _VALUE.size * 0.36, text, _VALUE.size, plot.theme.ink, bold=True)


def _in_the_way(plot: Plot, x: float, middle: float) -> float:
    """How much is in the way of a text at a place."""
    shown, area = plot.shown, plot.area
    if not area.y - _UP <= middle <= area.foot - _VALUE.size / 2:
        return area.height
    lines = [plot.y(shown.target.value)] if shown.target else []
    if shown.course:
        ends = plot.x(shown.course.first.toordinal()), plot.x(shown.course.last.toordinal())
        share = (x - ends[0]) / (ends[1] - ends[0])
        if -0.1 <= share <= 1.1:
            ys = plot.y(shown.course.begins), plot.y(shown.course.ends)
            lines.append(ys[0] + (ys[1] - ys[0]) * share)
    if len(shown.measured) > 1:
        y, before = plot.y(shown.measured[-1].value), plot.y(shown.measured[-2].value)
        lines.append(y + min(max(before - y, -_UP), _UP))
    return sum(max(0.0, _VALUE.lead - abs(line - middle)) for line in lines)


def _line(
    x: float, y: float, to_x: float, to_y: float, colour: str, width: float, dashes: str | None = None
) -> Element:
    d = f"M{number(x)} {number(y)} L{number(to_x)} {number(to_y)}"
    return path(d, stroke=colour, width=width, stroke_dasharray=dashes)
