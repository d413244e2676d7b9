"""Canvas → the words *direkt*, *indirekt*, *begränsad* at the tails of their arrows. Lengths in px."""

from __future__ import annotations

from collections.abc import Iterator

from nyttokedja.drawing.boxes import SMALL
from nyttokedja.drawing.canvas import Canvas
from nyttokedja.drawing.columns import ground_at
from nyttokedja.drawing.elements import Element, words
from nyttokedja.drawing.flow import style_of
from nyttokedja.drawing.theme import Theme
from nyttokedja.drawing.words import PictureWords
from nyttokedja.graph import Arrow

_AFTER, _ABOVE, _BELOW, _LINE = 7.0, -5.0, 13.0, 13.0


def draw_link_words(canvas: Canvas, words_: PictureWords, theme: Theme) -> list[Element]:
    """The words; those of one box never stand on each other, and one word stands once on a side."""
    drawn: list[Element] = []
    taken: set[tuple[str, float]] = set()
    said: set[tuple[str, str, bool]] = set()
    for arrow, x, y, rises in _tails(canvas):
        tail, word = arrow.source.id, words_.word("link", arrow.link.strength)
        if (tail, word, rises) in said:
            continue
        said.add((tail, word, rises))
        at, step = (y + _BELOW, _LINE) if rises else (y + _ABOVE, -_LINE)
        while (tail, at) in taken:
            at += step
        taken.add((tail, at))
        ground = ground_at(canvas, x + _AFTER + SMALL.width(word) / 2, theme)
        drawn.append(_haloed(x + _AFTER, at, word, ground, theme))
    return drawn


def _tails(canvas: Canvas) -> Iterator[tuple[Arrow, float, float, bool]]:
    """Each spoken arrow with where it leaves its tail, and whether it rises."""
    for arrow in canvas.flow.forward:
        if style_of(arrow) in ("direct", "indirect", "limited"):
            start = canvas.placed.leaves[arrow.ends]
            way = canvas.net.stops[arrow.ends]
            then = canvas.placed.lines.get(way[1], canvas.placed.enters[arrow.ends])
            yield arrow, canvas.rect(arrow.source.id).right, start, then < start
    for arrow in canvas.flow.backward:
        if style_of(arrow) in ("direct", "indirect", "limited"):
            x, y = canvas.exit(arrow.source.id, 0)
            yield arrow, x, y, True


def _haloed(x: float, y: float, word: str, ground: str, theme: Theme) -> Element:
    return words(
        x, y, word, SMALL.size, theme.soft,
        stroke=ground, stroke_width=3.0, paint_order="stroke", stroke_linejoin="round",
    )  # fmt: skip
