"""The legend of a curve: each line and marker that is there, with its name, its value and its day."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from nyttokedja.drawing.curve.markers import (
    DASHES,
    LINE,
    THIN_LINE,
    draw_baseline,
    draw_measured,
    draw_target,
)
from nyttokedja.drawing.curve.plot import LABEL, Plot
from nyttokedja.drawing.svg.elements import Element, group, number, path, text_line
from nyttokedja.drawing.svg.theme import Theme
from nyttokedja.drawing.typesetting.wrap import wrap

_MARGIN, _ABOVE, _LEAD, _APART = 12.0, 16.0, 20.0, 22.0
_SAMPLE = 30.0
"""The width of a sample of a line."""
_NEXT = 8.0

Sample = Callable[[float, float, Theme], Iterator[Element]]


def draw_legend(plot: Plot) -> tuple[list[Element], float]:
    """The legend below the plot, and the height of the whole."""
    x, y, drawn = _MARGIN, plot.foot + _ABOVE, []
    for sample, text in _entries(plot):
        indent = _SAMPLE + _NEXT if sample else 0.0
        lines = wrap(text, plot.width - 2 * _MARGIN - indent, LABEL, plot.words.language)
        wide = indent + max(map(LABEL.width, lines))
        if x > _MARGIN and x + wide > plot.width - _MARGIN:
            x, y = _MARGIN, y + _LEAD
        parts = [*sample(x, y - LABEL.size * 0.36, plot.theme)] if sample else []
        for n, line in enumerate(lines):
            base = y + n * LABEL.lead
            parts.append(text_line(x + indent, base, line, LABEL.size, plot.theme.ink))
        drawn.append(group(parts, aria_hidden="true"))
        y += (len(lines) - 1) * LABEL.lead
        x += wide + _APART
    return drawn, y + _MARGIN


def _entries(plot: Plot) -> Iterator[tuple[Sample | None, str]]:
    shown, words = plot.shown, plot.words
    if shown.baseline:
        yield _baseline, words.entry("baseline", shown, shown.baseline, shown.baseline.when)
    if shown.measured:
        last = shown.measured[-1]
        yield _measured, words.entry("measured", shown, last, last.when)
    else:
        yield None, words.say("unmeasured")
    if shown.course:
        yield _course, words.say("course")
    if shown.target:
        yield _target, words.entry("target", shown, shown.target, shown.by.written if shown.by else "")


def _baseline(x: float, y: float, theme: Theme) -> Iterator[Element]:
    yield draw_baseline(x + _SAMPLE / 2, y, theme)


def _measured(x: float, y: float, theme: Theme) -> Iterator[Element]:
    yield _sample(x, y, theme.statuses["changed"], LINE)
    yield draw_measured(x + _SAMPLE / 2, y, theme)


def _course(x: float, y: float, theme: Theme) -> Iterator[Element]:
    yield _sample(x, y, theme.ink, THIN_LINE)


def _target(x: float, y: float, theme: Theme) -> Iterator[Element]:
    yield _sample(x, y, theme.kinds["goal"].line, LINE, DASHES)
    yield from draw_target(x + _SAMPLE / 2, y, theme)


def _sample(x: float, y: float, colour: str, width: float, dashes: str | None = None) -> Element:
    d = f"M{number(x)} {number(y)} h{number(_SAMPLE)}"
    return path(d, stroke=colour, width=width, stroke_dasharray=dashes)
