"""Canvas → the words *direkt*, *indirekt*, *begränsad* at their arrows. Lengths in px.

The word stands at the tail, above the line, or below it where the line rises. Where other arrows
leave the same tail it stands on the arrow's own bend, and a backward arrow has it on its channel.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from nyttokedja.drawing.boxes import SMALL
from nyttokedja.drawing.canvas import Canvas
from nyttokedja.drawing.columns import ground_at
from nyttokedja.drawing.elements import Element, words
from nyttokedja.drawing.flow import count_ends
from nyttokedja.drawing.lines import Point
from nyttokedja.drawing.routes import bends_of
from nyttokedja.drawing.theme import Theme
from nyttokedja.drawing.words import PictureWords
from nyttokedja.graph import Arrow

SPOKEN = ("direct", "indirect", "limited")
_AFTER, _ABOVE, _BELOW, _MIDDLE, _LINE = 7.0, -5.0, 13.0, 4.0, 14.0
_FLAT = 24.0

Spot = tuple[float, float, str]
"""Left edge, baseline, word."""


def draw_link_words(
    canvas: Canvas, joins: Iterable[tuple[Point, str]], words_: PictureWords, theme: Theme
) -> list[Element]:
    """The words; none stands on another. A backward arrow has its word where it ``joins`` its channel."""
    spots: list[Spot] = []
    for spot in (*_forward(canvas, words_), *_backward(joins, words_)):
        _add(spot, spots)
    return [_haloed(*spot, canvas, theme) for spot in spots]


def _forward(canvas: Canvas, words_: PictureWords) -> Iterator[Spot]:
    out, _ = count_ends(canvas.flow.forward)
    drawn: set[tuple[str, str]] = set()
    for arrow in canvas.flow.forward:
        way = canvas.net.stops[arrow.ends]
        new = [edge not in drawn for edge in pairwise(way)]
        drawn.update(pairwise(way))
        if arrow.link.strength in SPOKEN and any(new):
            word = words_.word("link", arrow.link.strength)
            if out[arrow.source.id] == 1:
                yield _at_tail(arrow, canvas, word)
            else:
                yield _on_bend(arrow, canvas, new.index(True), word)


def _at_tail(arrow: Arrow, canvas: Canvas, word: str) -> Spot:
    gutter, start, end = next(bends_of(arrow, canvas))
    return canvas.across.edge(gutter) + _AFTER, start + (_BELOW if end < start else _ABOVE), word


def _on_bend(arrow: Arrow, canvas: Canvas, first: int, word: str) -> Spot:
    gutter, start, end = list(bends_of(arrow, canvas))[first]
    left, right = canvas.free(gutter)
    wide = SMALL.width(word)
    x = max(left + 4, min((left + right) / 2 - wide / 2, right - 6 - wide))
    y = (start + end) / 2 + _MIDDLE if abs(end - start) > _FLAT else min(start, end) + _ABOVE
    return x, y, word


def _backward(joins: Iterable[tuple[Point, str]], words_: PictureWords) -> Iterator[Spot]:
    for (x, y), strength in joins:
        word = words_.word("link", strength)
        yield x - SMALL.width(word) - 12, y - 4, word


def _add(spot: Spot, spots: list[Spot]) -> None:
    """Take the spot, a line lower for each word that stands there already."""
    x, y, word = spot
    while any(
        abs(y - other_y) < _LINE and _meet(x, word, other_x, other) for other_x, other_y, other in spots
    ):
        y += _LINE
    spots.append((x, y, word))


def _meet(x: float, word: str, other_x: float, other: str) -> bool:
    return x < other_x + SMALL.width(other) + 4 and other_x < x + SMALL.width(word) + 4


def _haloed(x: float, y: float, word: str, canvas: Canvas, theme: Theme) -> Element:
    ground = ground_at(canvas, x + SMALL.width(word) / 2, theme)
    return words(
        x, y, word, SMALL.size, theme.soft,
        stroke=ground, stroke_width=3.0, paint_order="stroke", stroke_linejoin="round",
    )  # fmt: skip
