"""Canvas → the words *direkt*, *indirekt*, *begränsad* at their arrows. Lengths in px.

The word stands at the tail, above the line, or below it where the line rises. Where other arrows
leave the same tail it stands on the arrow's own bend, and a backward arrow has it on its channel.
Where another line, a stem or a box is in the way it goes to the first free place along its own line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from nyttokedja.drawing.boxes.box import SMALL
from nyttokedja.drawing.content.arrow_kinds import count_ends
from nyttokedja.drawing.content.wording import PictureWords
from nyttokedja.drawing.layout.canvas import Canvas, background_at
from nyttokedja.drawing.routing.collisions import Ground, Owner, ground_of, points_of
from nyttokedja.drawing.routing.forward import bends_of
from nyttokedja.drawing.routing.pen import Point, Route
from nyttokedja.drawing.routing.stems import Joint
from nyttokedja.drawing.svg.elements import Element, words
from nyttokedja.drawing.svg.geometry import Rect
from nyttokedja.drawing.svg.theme import Theme
from nyttokedja.model.graph import Arrow

SPOKEN = ("direct", "indirect", "limited")
_AFTER = 7.0
"""How far behind its box the word of an arrow begins that is alone there."""

_ABOVE, _BELOW, _MIDDLE = -5.0, 13.0, 4.0
"""From a line to the baseline of a word above it, below it, and on it."""

_FLAT = 24.0
"""An arrow that falls or rises less than this has its word above it."""

_LINE, _WORDS_APART = 14.0, 4.0
"""How far words stand from each other, from baseline to baseline and side by side."""

_UP, _DOWN, _BESIDE = 10.0, 3.0, 2.0
"""What a word takes up above its baseline and below it, and what is left free at its sides."""

_SIDE, _EVERY = 6.0, 3
"""How far a word stands from a point on its line; which points are tried: one in so many."""

_AFTER_TRACKS, _BEFORE_HEAD = 4.0, 6.0
"""How far a word on a bend stays from what is left and right of the gutter."""

_BEFORE_JOIN, _ABOVE_CHANNEL, _STEP, _STEPS = 12.0, 4.0, 12.0, 12
"""Where the word of a backward arrow stands on its channel, and which places to the left of it are tried."""

_HALO = 3.0
"""The width of the outline in the colour of the ground."""

Spot = tuple[float, float, str]
"""Left edge, baseline, word."""


@dataclass(frozen=True, slots=True)
class _Word:
    """A word and where it would stand, the best place first, which may be ``on_line``, on its ``own``."""

    word: str
    spots: Sequence[tuple[float, float]]
    own: Owner = None
    on_line: bool = False


def draw_link_words(
    canvas: Canvas,
    routes: Sequence[Route],
    joints: Iterable[Joint],
    taken: Iterable[Rect],
    words_: PictureWords,
    theme: Theme,
) -> list[Element]:
    """The words; none stands on another. ``routes`` begin with the forward arrows in file order; ``taken``
    is what stands there besides the boxes of the columns.
    """
    spoken = [*_forward(canvas, routes, words_), *_backward(routes, words_)]
    if not spoken:
        return []
    ground = ground_of(canvas, routes, joints, taken)
    spots: list[Spot] = []
    return [_set(word, spots, ground, canvas, theme) for word in spoken]


def _set(word: _Word, spots: list[Spot], ground: Ground, canvas: Canvas, theme: Theme) -> Element:
    """The word in the first free of its places; in the best without a halo where none is free."""
    places = [(x, y, word.word) for x, y in word.spots]
    free = [spot for spot in places if not _taken(spot, spots)]
    for but in (None, word.own):
        for spot in free:
            own = word.own if word.on_line and spot is places[0] else but
            if ground.is_free(_room(*spot), own):
                return _drawn(spot, spots, canvas, theme)
    x, y, _ = places[0]
    while _taken((x, y, word.word), spots):
        y += _LINE
    return _drawn((x, y, word.word), spots, canvas, theme, haloed=False)


def _room(x: float, y: float, word: str) -> Rect:
    return Rect(x - _BESIDE, y - _UP, SMALL.width(word) + 2 * _BESIDE, _UP + _DOWN)


def _forward(canvas: Canvas, routes: Sequence[Route], words_: PictureWords) -> Iterator[_Word]:
    out, _ = count_ends(canvas.flow.forward)
    drawn: set[tuple[str, str]] = set()
    for arrow, route in zip(canvas.flow.forward, routes, strict=False):
        way = canvas.net.stops[arrow.ends]
        new = [edge not in drawn for edge in pairwise(way)]
        drawn.update(pairwise(way))
        if arrow.link.strength in SPOKEN and any(new):
            word = words_.word("link", arrow.link.strength)
            at_tail = out[arrow.source.id] == 1
            best = _at_tail(arrow, canvas) if at_tail else _on_bend(arrow, canvas, new.index(True), word)
            along = _along(points_of(route.d), SMALL.width(word))
            yield _Word(word, [best, *along], arrow.ends, on_line=not at_tail)


def _at_tail(arrow: Arrow, canvas: Canvas) -> tuple[float, float]:
    gutter, start, end = next(bends_of(arrow, canvas))
    rises = end < start and not canvas.units[arrow.source.id].on_arrow("tail")
    return canvas.across.edge(gutter) + _AFTER, start + (_BELOW if rises else _ABOVE)


def _on_bend(arrow: Arrow, canvas: Canvas, first: int, word: str) -> tuple[float, float]:
    gutter, start, end = list(bends_of(arrow, canvas))[first]
    left, right = canvas.free(gutter)
    wide = SMALL.width(word)
    x = max(left + _AFTER_TRACKS, min((left + right) / 2 - wide / 2, right - _BEFORE_HEAD - wide))
    y = (start + end) / 2 + _MIDDLE if abs(end - start) > _FLAT else min(start, end) + _ABOVE
    return x, y


def _along(points: Sequence[Point], wide: float) -> Iterator[tuple[float, float]]:
    """Above, below, right and left of the points of a line, from its tail on."""
    for x, y in points[::_EVERY]:
        yield x + _SIDE, y + _ABOVE
        yield x + _SIDE, y + _BELOW
        yield x + _SIDE, y + _MIDDLE
        yield x - _SIDE - wide, y + _MIDDLE


def _backward(routes: Iterable[Route], words_: PictureWords) -> Iterator[_Word]:
    for route in routes:
        if route.join and route.style in SPOKEN:
            word = words_.word("link", route.style)
            x, y = route.join[0] - SMALL.width(word) - _BEFORE_JOIN, route.join[1] - _ABOVE_CHANNEL
            yield _Word(word, [(x - _STEP * step, y) for step in range(_STEPS)])


def _taken(spot: Spot, spots: Iterable[Spot]) -> bool:
    """Whether a word stands there already."""
    x, y, word = spot
    return any(
        abs(y - other_y) < _LINE and _meet(x, word, other_x, other) for other_x, other_y, other in spots
    )


def _meet(x: float, word: str, other_x: float, other: str) -> bool:
    return x < other_x + SMALL.width(other) + _WORDS_APART and other_x < x + SMALL.width(word) + _WORDS_APART


def _drawn(spot: Spot, spots: list[Spot], canvas: Canvas, theme: Theme, *, haloed: bool = True) -> Element:
    spots.append(spot)
    x, y, word = spot
    if not haloed:
        return words(x, y, word, SMALL.size, theme.soft)
    ground = background_at(canvas, x + SMALL.width(word) / 2, theme)
    return words(
        x, y, word, SMALL.size, theme.soft,
        stroke=ground, stroke_width=_HALO, paint_order="stroke", stroke_linejoin="round",
    )  # fmt: skip
