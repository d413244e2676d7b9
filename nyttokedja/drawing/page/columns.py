"""The grounds and headings of the columns. Lengths in px."""

from __future__ import annotations

from nyttokedja.drawing.content.wording import PictureWords
from nyttokedja.drawing.layout.canvas import Canvas
from nyttokedja.drawing.layout.channels import BESIDE
from nyttokedja.drawing.svg.elements import Element, rect, words
from nyttokedja.drawing.svg.icons import pictogram
from nyttokedja.drawing.svg.theme import Theme

HEADING, BELOW, RULE = 46.0, 16.0, 4.0


def draw_columns(
    canvas: Canvas, top: float, foot: float, words_: PictureWords, theme: Theme
) -> list[Element]:
    """The columns from ``top`` to ``foot``, each with its rule, pictogram and heading."""
    drawn = []
    for column in canvas.ranks.columns:
        left = canvas.across.left(column.first) - BESIDE
        wide = canvas.across.edge(column.last) + BESIDE - left
        colour = theme.kinds[column.kind].line
        drawn += [
            rect(left, top, wide, foot - top, theme.column),
            rect(left, top, wide, RULE, colour),
            pictogram(column.kind, left + BESIDE, top + 14, 16, colour),
            words(left + 37, top + 27, words_.word("columns", column.kind), 14, colour, bold=True),
        ]
    return drawn


def ground_at(canvas: Canvas, x: float, theme: Theme) -> str:
    """The colour of the ground at ``x``: a column's or the page's."""
    for column in canvas.ranks.columns:
        if canvas.across.left(column.first) - BESIDE <= x <= canvas.across.edge(column.last) + BESIDE:
            return theme.column
    return theme.page
