"""The backgrounds and headings of the columns. Lengths in px."""

from __future__ import annotations

from nyttokedja.drawing.content.wording import PictureWords
from nyttokedja.drawing.layout.canvas import Canvas
from nyttokedja.drawing.layout.spacing import COLUMN_PADDING
from nyttokedja.drawing.svg.elements import Element, rect, text_line
from nyttokedja.drawing.svg.icons import pictogram
from nyttokedja.drawing.svg.theme import Theme

RULE = 4.0
"""The height of the coloured line at the top of a column."""

_ICON_DOWN, _ICON = 14.0, 16.0
"""From the top of a column to its pictogram, and its size."""

_WORD_IN, _WORD_DOWN, _WORD = 37.0, 27.0, 14.0
"""The heading: its x and baseline in the column, and its size."""


def draw_columns(canvas: Canvas, top: float, foot: float, words: PictureWords, theme: Theme) -> list[Element]:
    """The columns from ``top`` to ``foot``, each with a coloured line, a pictogram and a heading."""
    drawn = []
    for column in canvas.ranks.columns:
        left = canvas.rank_edges.left(column.first) - COLUMN_PADDING
        wide = canvas.rank_edges.edge(column.last) + COLUMN_PADDING - left
        colour = theme.kinds[column.kind].line
        drawn += [
            rect(left, top, wide, foot - top, theme.column),
            rect(left, top, wide, RULE, colour),
            pictogram(column.kind, left + COLUMN_PADDING, top + _ICON_DOWN, _ICON, colour),
            text_line(
                left + _WORD_IN,
                top + _WORD_DOWN,
                words.word("columns", column.kind),
                _WORD,
                colour,
                bold=True,
            ),
        ]
    return drawn
