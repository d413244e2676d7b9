"""Dots → the SVG of a matrix: two axes of levels, numbered dots, labels, and a list of what has no room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from nyttokedja.drawing.matrix.places import LABEL, Dot, Placed, placed, shortened, x_of, y_of
from nyttokedja.drawing.svg.elements import (
    Element,
    circle,
    document,
    group,
    number,
    one_line,
    path,
    rect,
    text_line,
)
from nyttokedja.drawing.svg.geometry import Rect
from nyttokedja.drawing.svg.theme import LIGHT, Theme
from nyttokedja.drawing.typesetting.wrap import TextStyle, wrap

_WIDTH, _LIST = 960.0, 250.0
_AREA = Rect(40.0, 44.0, 630.0, 480.0)
_MARGIN = 14.0
_NUMBER, _SMALL = TextStyle(11.0, 13.0, bold=True), TextStyle(8.5, 10.0, bold=True)
_HEAD = TextStyle(13.0, 17.0, bold=True)
_DASHES = "3 2"
_SAMPLES = (10.0, 18.0)


class MatrixWords(NamedTuple):
    """What stands in a matrix: its title and what it shows, its axes, the legend and the list's heading."""

    language: str
    title: str
    alt: str
    across: str
    up: str
    sized: str
    unsized: str
    unlabelled: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Matrix:
    """A drawn matrix: SVG of ``width`` × ``height`` px."""

    svg: str
    width: float
    height: float


def matrix_of(dots: Sequence[Dot], words: MatrixWords, theme: Theme = LIGHT) -> Matrix:
    """The matrix of some dots, each with its number in it."""
    shown = placed([dot._replace(title=one_line(dot.title)) for dot in dots], _AREA)
    listed = [one.dot for one in shown if one.label is None]
    legend, foot = _legend(shown, words, theme)
    beside, below = _list(listed, words, theme)
    height = max(foot, below) + _MARGIN
    parts = (_axes(words, theme), _leaders(shown, theme), _dots(shown, theme), _labels(shown, theme))
    svg = document(
        (group(part, aria_hidden="true") for part in (*parts, legend, beside)),
        title=words.title,
        alt=words.alt,
        page=theme.page,
        width=_WIDTH,
        height=height,
        language=words.language,
    )
    return Matrix(svg, _WIDTH, height)


def _axes(words: MatrixWords, theme: Theme) -> Iterator[Element]:
    area = _AREA
    up, across = (one_line(text) for text in (words.up, words.across))
    yield text_line(_MARGIN, 24.0, f"↑ {shortened(up, area.width)}", _HEAD.size, theme.ink, bold=True)
    for level in range(4):
        x, y = x_of(level, area), y_of(level, area)
        yield _line(x, area.y, x, area.foot, theme.rule)
        yield _line(area.x, y, area.right, y, theme.rule)
        yield text_line(x - 3.3, area.foot + 17, str(level), LABEL.size, theme.soft)
        yield text_line(area.x - 16, y + 4.3, str(level), LABEL.size, theme.soft)
    yield _line(area.x, area.foot, area.right, area.foot, theme.ink)
    yield _line(area.x, area.y, area.x, area.foot, theme.ink)
    said = f"{shortened(across, area.width)} →"
    yield text_line(area.right - _HEAD.width(said), area.foot + 36, said, _HEAD.size, theme.ink, bold=True)


def _leaders(shown: Sequence[Placed], theme: Theme) -> Iterator[Element]:
    """From each dot that had to give way, a line to where its levels are."""
    for x, y in dict.fromkeys(one.at for one in shown):
        yield path(f"M{number(x - 3)} {number(y)} h6 M{number(x)} {number(y - 3)} v6", stroke=theme.soft)
    for one in shown:
        if (one.x, one.y) != one.at:
            yield _line(one.x, one.y, *one.at, theme.soft, 0.7)


def _dots(shown: Sequence[Placed], theme: Theme) -> Iterator[Element]:
    for one in shown:
        yield from _dot(one.x, one.y, one.r, one.dot.size is not None, theme)
        said = str(one.dot.number)
        style = _NUMBER if _NUMBER.width(said) < 2 * one.r - 5 else _SMALL
        yield text_line(
            one.x - style.width(said) / 2,
            one.y + style.size * 0.36,
            said,
            style.size,
            theme.ink,
            bold=True,
        )


def _dot(x: float, y: float, r: float, is_sized: bool, theme: Theme) -> Iterator[Element]:
    """A disc; a square of dashes where its size says nothing."""
    colours = theme.kinds["benefit"]
    if is_sized:
        yield circle(x, y, r, fill=colours.fill, stroke=colours.line, width=1.5)
        return
    half, side = r * 0.86, number(2 * r * 0.86)
    d = f"M{number(x - half)} {number(y - half)} h{side} v{side} h-{side} Z"
    yield path(d, fill=theme.page, stroke=theme.ink, width=1.3, stroke_dasharray=_DASHES)


def _labels(shown: Sequence[Placed], theme: Theme) -> Iterator[Element]:
    for one in shown:
        if one.label:
            yield rect(one.label.x - 1, one.label.y + 1, one.label.width + 2, LABEL.lead - 1, theme.page)
            yield text_line(one.label.x, one.label.y + LABEL.size, one.text, LABEL.size, theme.ink)


def _legend(shown: Sequence[Placed], words: MatrixWords, theme: Theme) -> tuple[list[Element], float]:
    """What the shapes mean, below the plot; and the y below it."""
    y = _AREA.foot + 62
    drawn: list[Element] = []
    entries = [(True, words.sized)] if any(one.dot.size is not None for one in shown) else []
    entries += [(False, words.unsized)] if any(one.dot.size is None for one in shown) else []
    for is_sized, text in entries:
        x = _MARGIN
        for r in _SAMPLES[: 2 if is_sized else 1]:
            drawn += _dot(x + r, y, r * 0.8, is_sized, theme)
            x += 2 * r + 3
        for n, line in enumerate(wrap(text, _WIDTH - 2 * _MARGIN - x, LABEL, words.language)):
            y += LABEL.lead if n else 0
            drawn.append(text_line(x + 6, y + 4.3, line, LABEL.size, theme.ink))
        y += 2 * _SAMPLES[1]
    for note in words.notes:
        for line in wrap(note, _WIDTH - 2 * _MARGIN, LABEL, words.language):
            drawn.append(text_line(_MARGIN, y, line, LABEL.size, theme.soft))
            y += LABEL.lead
        y += 4
    return drawn, y - LABEL.lead


def _list(dots: Sequence[Dot], words: MatrixWords, theme: Theme) -> tuple[list[Element], float]:
    """The numbers and titles of what has no label, beside the plot; and the y below it."""
    x, y = _AREA.right + 22, _AREA.y
    drawn: list[Element] = []
    room = _WIDTH - _MARGIN - x
    for line in wrap(words.unlabelled, room, LABEL, words.language) if dots else ():
        drawn.append(text_line(x, y, line, LABEL.size, theme.soft))
        y += LABEL.lead
    indent = max((_NUMBER.width(str(dot.number)) for dot in dots), default=0.0) + 8
    for dot in dots:
        y += 2
        drawn.append(text_line(x, y, str(dot.number), _NUMBER.size, theme.ink, bold=True))
        drawn.append(text_line(x + indent, y, shortened(dot.title, room - indent), LABEL.size, theme.ink))
        y += LABEL.lead
    return drawn, y


def _line(x: float, y: float, to_x: float, to_y: float, colour: str, width: float = 1.0) -> Element:
    return path(f"M{number(x)} {number(y)} L{number(to_x)} {number(to_y)}", stroke=colour, width=width)
