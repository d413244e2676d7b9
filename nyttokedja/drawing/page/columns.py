"""The grounds and headings of the columns. Lengths in px."""

from __future__ import annotations

from nyttokedja.drawing.content.wording import PictureWords
from nyttokedja.drawing.layout.canvas import Canvas
from nyttokedja.drawing.layout.spacing import COLUMN_PADDING
from nyttokedja.drawing.svg.elements import Element, rect, words
from nyttokedja.drawing.svg.icons import pictogram
from nyttokedja.drawing.svg.theme import Theme

RULE = 4.0


def draw_columns(
    canvas: Canvas, top: float, foot: float, words_: PictureWords, theme: Theme
) -> list[Element]:
    """The columns from ``top`` to ``foot``, each with its rule, pictogram and heading."""
    drawn = []
    for column in canvas.ranks.columns:
        left = canvas.across.left(column.first) - COLUMN_PADDING
        wide = canvas.across.edge(column.last) + COLUMN_PADDING - left
        colour = theme.kinds[column.kind].line
        drawn += [
            rect(left, top, wide, foot - top, theme.column),
            rect(left, top, wide, RULE, colour),
            pictogram(column.kind, left + COLUMN_PADDING, top + 14, 16, colour),
            words(left + 37, top + 27, words_.word("columns", column.kind), 14, colour, bold=True),
        ]
    return drawn
