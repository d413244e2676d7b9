"""Canvas → the words of arrows: *direkt*, *indirekt*, *begränsad*. Lengths in px.

A word stands on its own arrow, in a pill that takes the place of a piece of the line, where no other line,
stem or box is: on the channel of an arrow that leads back, and where `layout.word_room` has made room. Where
there is no such place, the arrow says by its line alone how strong the link is, and the legend what that
means: a word never stands where it may be read as that of another arrow.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from nyttokedja.drawing.boxes.box import SMALL
from nyttokedja.drawing.content.wording import PictureWords
from nyttokedja.drawing.layout.canvas import Canvas
from nyttokedja.drawing.layout.word_room import Spot
from nyttokedja.drawing.routing.collisions import CollisionIndex, collision_index, points_of
from nyttokedja.drawing.routing.forward import IN, OUT
from nyttokedja.drawing.routing.pen import HEAD_HALF, HEAD_LONG, Point, Route
from nyttokedja.drawing.routing.stems import Stem
from nyttokedja.drawing.svg.elements import Element, element, text_line, with_data
from nyttokedja.drawing.svg.geometry import Rect
from nyttokedja.drawing.svg.theme import Theme

LABELLED = ("direct", "indirect", "limited")
"""The strengths of links that have a word."""

HIGH, _PAD, _BASELINE = 15.0, 4.0, 3.9
"""A pill: its height, what is free at both ends of its word, and from its middle to the baseline."""

_CLEAR = 2.0
"""What is free around a pill."""

_BEFORE_HEAD = 3.0
"""From a pill to the head of its arrow."""

_BEFORE_JOIN = 12.0
"""How far left of where an arrow comes to its channel its word is."""

_IN_RANK = 40.0
"""How far behind the left edge of the boxes of a rank the word of an arrow that passes it has its middle."""

_CHEVRON = 6.0
"""What a chevron takes to the left and right."""


def word_lengths(words: PictureWords, *, downwards: bool = False) -> Mapping[str, float]:
    """Strength → the length of a line that its word takes."""
    if downwards:
        return dict.fromkeys(LABELLED, HIGH + 2 * _CLEAR)
    return {
        strength: SMALL.width(words.word("link", strength)) + 2 * (_PAD + _CLEAR) for strength in LABELLED
    }


@dataclass(frozen=True, slots=True)
class Pill:
    """A word in its place on the arrow with these ends."""

    word: str
    ends: tuple[str, str]
    rect: Rect


def pills_of(
    canvas: Canvas,
    routes: Sequence[Route],
    stems: Iterable[Stem],
    taken: Iterable[Rect],
    words: PictureWords,
) -> list[Pill]:
    """The words in their places, none on another.

    Args:
        canvas: what is placed in the columns.
        routes: those of all arrows, first the forward ones in file order.
        stems: those of all docks.
        taken: rectangles besides the boxes of the columns.
        words: in which language.
    """
    wanted = [*_forward(canvas, routes), *_backward(routes)]
    if not wanted:
        return []
    index = collision_index(canvas, routes, stems, [*taken, *_chevrons(routes)])
    pills: list[Pill] = []
    for route, strength, places in wanted:
        word = words.word("link", strength)
        if place := _free(_rects(word, places, route, canvas.downwards), route, index, pills):
            pills.append(Pill(word, route.ends, place))
    return pills


def _free(places: Iterable[Rect], route: Route, index: CollisionIndex, pills: Sequence[Pill]) -> Rect | None:
    """The first place with nothing but the arrow's own line."""
    for place in places:
        around = _grown(place, _CLEAR)
        if not any(_meet(around, pill.rect) for pill in pills) and index.is_free(around, route.ends):
            return place
    return None


def _rects(word: str, middles: Iterable[Point], route: Route, downwards: bool) -> Iterator[Rect]:
    """The pill at each of the points, those apart where it would hide the head of its arrow."""
    wide, high = SMALL.width(word) + 2 * _PAD, HIGH
    if downwards:  # what is laid out to the right is turned, and the word is not
        wide, high = high, wide
    head = _head(route)
    for x, y in middles:
        place = Rect(x - wide / 2, y - high / 2, wide, high)
        if head is None or not _meet(_grown(place, _BEFORE_HEAD), head):
            yield place


def _head(route: Route) -> Rect | None:
    if route.tip is None:
        return None
    x, y = route.tip
    return Rect(x - HEAD_LONG, y - HEAD_HALF, HEAD_LONG, 2 * HEAD_HALF)


def _forward(canvas: Canvas, routes: Sequence[Route]) -> Iterator[tuple[Route, str, list[Point]]]:
    """(route, strength, places of the word, the best first) of arrows whose line is not that of another."""
    for arrow, route in zip(canvas.arrow_groups.forward, routes, strict=False):
        if spot := canvas.word_room.spots.get(arrow.ends):
            best = _best(canvas.ranks.of[arrow.source.id], spot, canvas)
            yield route, arrow.link.strength, sorted(points_of(route.d), key=lambda at: abs(at[0] - best))


def _best(gutter: int, spot: Spot, canvas: Canvas) -> float:
    """The x of the middle of a word that is the longest there."""
    (left, right), room = canvas.bends(gutter, OUT, IN), canvas.word_room
    if spot is Spot.RANK:
        return canvas.rank_edges.left(gutter + 1) + _IN_RANK
    if spot is Spot.TAIL:
        return left - (room.tails[gutter] + room.disc) / 2
    if spot is Spot.HEAD:
        return right + (room.heads[gutter] - room.disc) / 2
    return (left + right) / 2


def _backward(routes: Sequence[Route]) -> Iterator[tuple[Route, str, list[Point]]]:
    """The same for arrows that lead back: on the channel that those of one strength into one box share, best
    after the last has come to it.
    """
    back = [route for route in routes if route.join and route.style in LABELLED]
    for route in back:
        if route.join and route.tip:
            y, strength, head = route.join[1], route.style, route.ends[1]
            joins = [one.join[0] for one in back if one.ends[1] == head and one.join and one.join[1] == y]
            best = min(joins) - _BEFORE_JOIN
            places = sorted(points_of(route.d), key=lambda at: abs(at[0] - best) + abs(at[1] - y))
            yield route, strength, places


def _chevrons(routes: Iterable[Route]) -> Iterator[Rect]:
    for route in routes:
        for x, y in route.chevrons:
            yield Rect(x - _CHEVRON, y - _CHEVRON, 2 * _CHEVRON, 2 * _CHEVRON)


def _grown(rect: Rect, by: float) -> Rect:
    return Rect(rect.x - by, rect.y - by, rect.width + 2 * by, rect.height + 2 * by)


def _meet(one: Rect, other: Rect) -> bool:
    across = one.x < other.right and other.x < one.right
    return across and one.y < other.foot and other.y < one.foot


def draw_pills(pills: Iterable[Pill], theme: Theme, *, named: bool = False) -> list[Element]:
    """The pills, with the ids of the ends of their arrows if they are ``named``."""
    drawn = [(pill, part) for pill in pills for part in _drawn(pill, theme)]
    if not named:
        return [part for _, part in drawn]
    return [with_data(part, source=pill.ends[0], target=pill.ends[1]) for pill, part in drawn]


def _drawn(pill: Pill, theme: Theme) -> tuple[Element, Element]:
    at = pill.rect
    background = element(
        "rect", x=at.x, y=at.y, width=at.width, height=at.height, rx=HIGH / 2,
        fill=theme.page, stroke=theme.arrow, stroke_width=0.8,
    )  # fmt: skip
    word = text_line(at.x + _PAD, at.middle + _BASELINE, pill.word, SMALL.size, theme.soft)
    return background, word
