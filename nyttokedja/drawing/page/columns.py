"""The backgrounds and headings of the columns. Lengths in px."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nyttokedja.drawing.content.wording import PictureWords
from nyttokedja.drawing.layout.canvas import Canvas
from nyttokedja.drawing.layout.ranks import Span
from nyttokedja.drawing.layout.spacing import COLUMN_HEADING, COLUMN_PADDING
from nyttokedja.drawing.svg.elements import Element, element, rect, text_line
from nyttokedja.drawing.svg.geometry import Rect
from nyttokedja.drawing.svg.icons import pictogram
from nyttokedja.drawing.svg.orientation import DOWN, TO_THE_RIGHT, Orientation
from nyttokedja.drawing.svg.theme import Theme

RULE = 4.0
"""The height of the coloured line at the top of a column."""

_ICON_DOWN, _ICON = 14.0, 16.0
"""From the top of a column to its pictogram, and its size."""

_WORD_IN, _WORD_DOWN, _WORD = 37.0, 27.0, 14.0
"""The heading: its x and baseline in the column, and its size."""


_FRAME_IN, _FRAME_UP, _FRAME_RADIUS = 4.0, 10.0, 8.0
"""A frame around ranks: how far inside the column, how far above the boxes, the radius of its corners."""


@dataclass(frozen=True, slots=True)
class ColumnPart:
    """What a row of ranks has of a column, and its rectangle."""

    kind: str
    place: Rect
    goes_on: bool  # from the row above


def column_parts(
    canvas: Canvas, top: float, foot: float, orientation: Orientation = TO_THE_RIGHT
) -> Iterator[ColumnPart]:
    """The columns from ``top`` to ``foot`` of a picture, row by row."""
    for (first, last), (upper, lower) in zip(canvas.ranks.all_rows, canvas.row_spans(top, foot), strict=True):
        for column in canvas.ranks.columns:
            ranks = max(first, column.first), min(last, column.last)
            if ranks[0] <= ranks[1]:
                place = orientation.rect(_place(ranks, upper, lower, canvas))
                yield ColumnPart(column.kind, place, first > column.first)


def draw_columns(
    canvas: Canvas,
    top: float,
    foot: float,
    words: PictureWords,
    theme: Theme,
    orientation: Orientation = TO_THE_RIGHT,
) -> list[Element]:
    """The columns from ``top`` to ``foot``, each with a coloured line, a pictogram and a heading.

    Where the ranks are in several rows, each row has its columns and their headings. What is side by side and
    not one after another has a frame around it.
    """
    drawn: list[Element] = []
    for part in column_parts(canvas, top, foot, orientation):
        word = words.word("columns_on" if part.goes_on else "columns", part.kind)
        drawn += _column(part.kind, word, part.place, theme, beside=orientation.direction == DOWN)
    for (first, last), (upper, lower) in zip(canvas.ranks.all_rows, canvas.row_spans(top, foot), strict=True):
        for start, end in canvas.ranks.steps:
            ranks = max(first, start), min(last, end)
            if ranks[0] < ranks[1]:
                drawn.append(orientation.shape(_frame(ranks, upper, lower, canvas, theme)))
    return drawn


def _place(ranks: Span, top: float, foot: float, canvas: Canvas) -> Rect:
    left = canvas.rank_edges.left(ranks[0]) - COLUMN_PADDING
    return Rect(left, top, canvas.rank_edges.edge(ranks[1]) + COLUMN_PADDING - left, foot - top)


def _column(kind: str, word: str, place: Rect, theme: Theme, *, beside: bool) -> list[Element]:
    """A column with its coloured line above it, or ``beside`` it."""
    colour = theme.kinds[kind].line
    return [
        rect(place.x, place.y, place.width, place.height, theme.column),
        rect(place.x, place.y, RULE if beside else place.width, place.height if beside else RULE, colour),
        pictogram(kind, place.x + COLUMN_PADDING, place.y + _ICON_DOWN, _ICON, colour),
        text_line(place.x + _WORD_IN, place.y + _WORD_DOWN, word, _WORD, colour, bold=True),
    ]


def _frame(step: Span, top: float, foot: float, canvas: Canvas, theme: Theme) -> Element:
    """The frame around the ranks of a step."""
    place = _place(step, top + COLUMN_HEADING - _FRAME_UP, foot - _FRAME_IN, canvas)
    return element(
        "rect", x=place.x + _FRAME_IN, y=place.y, width=place.width - 2 * _FRAME_IN, height=place.height,
        rx=_FRAME_RADIUS, fill="none", stroke=theme.rule, stroke_width=1.2, stroke_dasharray="2 4",
    )  # fmt: skip
