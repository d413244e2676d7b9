"""Levels that several chose, a row a statement → SVG: median, middle half, aim, and what was before.

Each sign has a shape of its own and room inside the next, so that no colour is needed where they meet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from nyttokedja.drawing.svg.elements import (
    Element,
    circle,
    document,
    group,
    number,
    path,
    rect,
    text_line,
)
from nyttokedja.drawing.svg.theme import LIGHT, Theme
from nyttokedja.drawing.typesetting.wrap import TextStyle, wrap

_WIDTH, _MARGIN, _LABELS, _GAP = 640.0, 12.0, 210.0, 34.0
_LABEL, _SMALL = TextStyle(12.0, 15.0), TextStyle(11.0, 14.0)
_ROW, _LEGEND = 26.0, 30.0
_DISC, _DIAMOND, _SQUARE, _BAND = 4.6, 11.0, 7.0, 5.0
"""The radii of the median and the aim, half the side of what was before, half the height of the middle."""
_SAMPLE = 26.0


class LevelRow(NamedTuple):
    """A statement: its median and middle half, None where they are not shown; 0 for no aim."""

    label: str
    median: float | None = None
    lower: int = 0
    upper: int = 0
    before: float | None = None
    target: int = 0


class LevelWords(NamedTuple):
    """What the drawing is called and shows, and the names of its signs."""

    title: str
    alt: str
    median: str
    before: str
    middle: str
    target: str


@dataclass(frozen=True, slots=True)
class LevelDrawing:
    """SVG of ``width`` × ``height`` px."""

    svg: str
    width: float
    height: float


def levels_of(
    rows: Sequence[LevelRow], levels: Sequence[str], words: LevelWords, language: str, theme: Theme = LIGHT
) -> LevelDrawing:
    """The drawing of some statements on a scale of levels, which are named by their words."""
    return _Drawn(rows, levels, words, language, theme).made()


class _Drawn:
    def __init__(
        self, rows: Sequence[LevelRow], levels: Sequence[str], words: LevelWords, language: str, theme: Theme
    ) -> None:
        self._rows, self._levels, self._words, self._theme = rows, levels, words, theme
        self._language = language
        self._labels = [wrap(row.label, _LABELS, _LABEL, language) for row in rows]
        step = (_WIDTH - _MARGIN - _LABELS - 2 * _GAP - _MARGIN) / (len(levels) - 1)
        self._heads = [wrap(word, step - 6, _SMALL, language) for word in levels]
        self._top = _MARGIN + _LABEL.lead + _SMALL.lead * max(map(len, self._heads)) + 4

    def made(self) -> LevelDrawing:
        drawn, foot = [*self._statements()], self._foot
        legend, height = self._legend(foot)
        body = (group(part, aria_hidden="true") for part in (self._scale(foot), drawn, legend))
        svg = document(
            body,
            title=self._words.title,
            alt=self._words.alt,
            page=self._theme.page,
            width=_WIDTH,
            height=height,
            language=self._language,
        )
        return LevelDrawing(svg, _WIDTH, height)

    def _x(self, level: float) -> float:
        left, right = _MARGIN + _LABELS + _GAP, _WIDTH - _MARGIN - _GAP
        return left + (level - 1) / (len(self._levels) - 1) * (right - left)

    def _high(self, n: int) -> float:
        return max(_ROW, _LABEL.lead * len(self._labels[n]) + 8)

    @property
    def _foot(self) -> float:
        return self._top + sum(map(self._high, range(len(self._rows))))

    def _scale(self, foot: float) -> Iterator[Element]:
        """The levels as upright lines, each with its number and word."""
        theme = self._theme
        for level, lines in enumerate(self._heads, 1):
            x = self._x(level)
            yield path(f"M{number(x)} {number(self._top)} V{number(foot)}", stroke=theme.rule)
            for n, line in enumerate((str(level), *lines)):
                style = _SMALL if n else _LABEL
                y = _MARGIN + _LABEL.size + n * _SMALL.lead
                left = x - style.width(line) / 2
                yield text_line(left, y, line, style.size, theme.soft if n else theme.ink, bold=not n)

    def _statements(self) -> Iterator[Element]:
        y = self._top
        for n, row in enumerate(self._rows):
            high, lines = self._high(n), self._labels[n]
            middle = y + high / 2
            first = middle - (len(lines) - 1) * _LABEL.lead / 2 + _LABEL.size * 0.36
            for k, line in enumerate(lines):
                yield text_line(_MARGIN, first + k * _LABEL.lead, line, _LABEL.size, self._theme.ink)
            yield from self._signs(row, middle)
            y += high

    def _signs(self, row: LevelRow, y: float) -> Iterator[Element]:
        if row.median is not None and row.upper > row.lower:
            left, right = self._x(row.lower), self._x(row.upper)
            yield rect(left, y - _BAND, right - left, 2 * _BAND, self._theme.rule, _BAND)
        if row.target:
            yield self._target(self._x(row.target), y)
        if row.before is not None:
            yield self._before(self._x(row.before), y)
            if row.median is not None and row.median != row.before:
                sign = 1 if row.median > row.before else -1
                start, end = self._x(row.before) + sign * _SQUARE, self._x(row.median)
                yield path(f"M{number(start)} {number(y)} H{number(end)}", stroke=self._theme.ink, width=1.4)
        if row.median is not None:
            yield self._median(self._x(row.median), y)

    def _median(self, x: float, y: float) -> Element:
        return circle(x, y, _DISC, fill=self._theme.statuses["changed"], stroke=self._theme.page, width=1.0)

    def _before(self, x: float, y: float) -> Element:
        side = number(2 * _SQUARE)
        d = f"M{number(x - _SQUARE)} {number(y - _SQUARE)} h{side} v{side} h-{side} Z"
        return path(d, stroke=self._theme.ink, width=1.6)

    def _target(self, x: float, y: float) -> Element:
        r = number(_DIAMOND)
        d = f"M{number(x)} {number(y - _DIAMOND)} l{r} {r} l-{r} {r} l-{r} -{r} Z"
        return path(d, stroke=self._theme.kinds["goal"].line, width=2.0)

    def _middle(self, x: float, y: float) -> Element:
        return rect(x - _SAMPLE / 2, y - _BAND, _SAMPLE, 2 * _BAND, self._theme.rule, _BAND)

    def _legend(self, foot: float) -> tuple[list[Element], float]:
        """The signs that are there, each with its name; and the height of the whole."""
        rows, words = self._rows, self._words
        entries: list[tuple[Callable[[float, float], Element], str]] = [(self._median, words.median)]
        if any(row.upper > row.lower and row.median is not None for row in rows):
            entries.append((self._middle, words.middle))
        if any(row.before is not None for row in rows):
            entries.append((self._before, words.before))
        if any(row.target for row in rows):
            entries.append((self._target, words.target))
        x, y, drawn = _MARGIN, foot + _LEGEND, []
        for sign, name in entries:
            wide = _SAMPLE + 8 + _LABEL.width(name)
            if x > _MARGIN and x + wide > _WIDTH - _MARGIN:
                x, y = _MARGIN, y + _ROW
            drawn.append(sign(x + _SAMPLE / 2, y - _LABEL.size * 0.36))
            drawn.append(text_line(x + _SAMPLE + 8, y, name, _LABEL.size, self._theme.ink))
            x += wide + 22
        return drawn, y + _MARGIN + 4
