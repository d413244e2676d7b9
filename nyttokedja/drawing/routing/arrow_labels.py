"""Canvas → the labels of arrows: the words *direkt*, *indirekt*, *begränsad*. Lengths in px.

A label is at the tail of its arrow, above the line, or below a line that rises. Where other arrows leave the
same tail, it is on the arrow's own bend; a backward arrow has it on its channel. Where another line, a stem
or a box is in the way, it is at the first free place along its own line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from nyttokedja.drawing.boxes.box import SMALL
from nyttokedja.drawing.content.arrow_kinds import count_ends
from nyttokedja.drawing.content.wording import PictureWords
from nyttokedja.drawing.layout.canvas import Canvas, background_at
from nyttokedja.drawing.routing.collisions import CollisionIndex, Owner, collision_index, points_of
from nyttokedja.drawing.routing.forward import bends_of
from nyttokedja.drawing.routing.pen import Point, Route
from nyttokedja.drawing.routing.stems import Stem
from nyttokedja.drawing.svg.elements import Element, text_line, with_data
from nyttokedja.drawing.svg.geometry import Rect
from nyttokedja.drawing.svg.theme import Theme
from nyttokedja.model.graph import Arrow

LABELLED = ("direct", "indirect", "limited")
"""The strengths of links that have a label."""

_AFTER = 7.0
"""How far behind the tail a label begins."""

_ABOVE, _BELOW, _MIDDLE = -5.0, 13.0, 4.0
"""From a line to the baseline of a label above it, below it, and on it."""

_FLAT = 24.0
"""An arrow that falls or rises less than this has its label above the bend."""

_LINE, _LABELS_APART = 14.0, 4.0
"""The least distance of labels, from baseline to baseline and side by side."""

_UP, _DOWN, _BESIDE = 10.0, 3.0, 2.0
"""The space of a label above its baseline and below it, and what is left free at its sides."""

_SIDE, _EVERY = 6.0, 3
"""How far beside a point on its line a label is; one point in so many is tried."""

_AFTER_TRACKS, _BEFORE_HEAD = 4.0, 6.0
"""The distance of a label on a bend from both ends of the gutter."""

_BEFORE_JOIN, _ABOVE_CHANNEL, _STEP, _STEPS = 12.0, 4.0, 12.0, 12
"""Where the label of a backward arrow is on its channel: left of where the arrow joins it, above it; how far
to the left other places are, and how many are tried.
"""

_HALO = 3.0
"""The width of the outline of a label in the colour of its background."""

Label = tuple[float, float, str]
"""(left edge, baseline, word) of a label in its place."""


@dataclass(frozen=True, slots=True)
class _Candidates:
    """A word and the places where it may be, as (left edge, baseline), the best first.

    ``ends`` are those of its arrow. Where that has a line that it may cover, it is the ``owner``; where
    ``on_line``, the best place is on that line.
    """

    word: str
    places: Sequence[tuple[float, float]]
    ends: tuple[str, str]
    owner: Owner = None
    on_line: bool = False


def draw_arrow_labels(
    canvas: Canvas,
    routes: Sequence[Route],
    stems: Iterable[Stem],
    taken: Iterable[Rect],
    words: PictureWords,
    theme: Theme,
    *,
    named: bool = False,
) -> list[Element]:
    """The labels, none on another.

    Args:
        canvas: what is placed in the columns.
        routes: those of all arrows, first the forward ones in file order.
        stems: those of all docks.
        taken: rectangles besides the boxes of the columns.
        words: the words of the labels.
        theme: their colours.
        named: whether each has the ids of the ends of its arrow.
    """
    labels = [*_forward(canvas, routes, words), *_backward(routes, words)]
    if not labels:
        return []
    index = collision_index(canvas, routes, stems, taken)
    placed: list[Label] = []
    drawn = [(label.ends, _place(label, placed, index, canvas, theme)) for label in labels]
    if not named:
        return [element for _, element in drawn]
    return [with_data(element, source=source, target=target) for (source, target), element in drawn]


def _place(
    label: _Candidates, placed: list[Label], index: CollisionIndex, canvas: Canvas, theme: Theme
) -> Element:
    """The label at the first place that is free, if need be on its own line.

    Where none is free it is at the best place, or below labels that are there, without a halo.
    """
    candidates = [(x, y, label.word) for x, y in label.places]
    apart = [one for one in candidates if not _covers(one, placed)]
    for ignored in (None, label.owner):
        for one in apart:
            own = label.owner if label.on_line and one is candidates[0] else ignored
            if index.is_free(_rect(*one), own):
                return _drawn(one, placed, canvas, theme)
    x, y, _ = candidates[0]
    while _covers((x, y, label.word), placed):
        y += _LINE
    return _drawn((x, y, label.word), placed, canvas, theme, haloed=False)


def _rect(x: float, y: float, word: str) -> Rect:
    return Rect(x - _BESIDE, y - _UP, SMALL.width(word) + 2 * _BESIDE, _UP + _DOWN)


def _forward(canvas: Canvas, routes: Sequence[Route], words: PictureWords) -> Iterator[_Candidates]:
    out, _ = count_ends(canvas.arrow_groups.forward)
    drawn: set[tuple[str, str]] = set()
    for arrow, route in zip(canvas.arrow_groups.forward, routes, strict=False):
        edges = list(pairwise(canvas.layered.paths[arrow.ends]))
        new = [edge not in drawn for edge in edges]
        drawn.update(edges)
        if arrow.link.strength in LABELLED and any(new):
            word = words.word("link", arrow.link.strength)
            at_tail = out[arrow.source.id] == 1
            best = _at_tail(arrow, canvas) if at_tail else _on_bend(arrow, canvas, new.index(True), word)
            along = _along(points_of(route.d), SMALL.width(word))
            yield _Candidates(word, [best, *along], arrow.ends, arrow.ends, on_line=not at_tail)


def _at_tail(arrow: Arrow, canvas: Canvas) -> tuple[float, float]:
    gutter, start, end = next(bends_of(arrow, canvas))
    rises = end < start and not canvas.units[arrow.source.id].on_arrow("tail")
    return canvas.rank_edges.edge(gutter) + _AFTER, start + (_BELOW if rises else _ABOVE)


def _on_bend(arrow: Arrow, canvas: Canvas, first: int, word: str) -> tuple[float, float]:
    gutter, start, end = list(bends_of(arrow, canvas))[first]
    left, right = canvas.free(gutter)
    wide = SMALL.width(word)
    x = max(left + _AFTER_TRACKS, min((left + right) / 2 - wide / 2, right - _BEFORE_HEAD - wide))
    y = (start + end) / 2 + _MIDDLE if abs(end - start) > _FLAT else min(start, end) + _ABOVE
    return x, y


def _along(points: Sequence[Point], wide: float) -> Iterator[tuple[float, float]]:
    """Places above, below, right and left of points on a line, from its tail."""
    for x, y in points[::_EVERY]:
        yield x + _SIDE, y + _ABOVE
        yield x + _SIDE, y + _BELOW
        yield x + _SIDE, y + _MIDDLE
        yield x - _SIDE - wide, y + _MIDDLE


def _backward(routes: Iterable[Route], words: PictureWords) -> Iterator[_Candidates]:
    for route in routes:
        if route.join and route.style in LABELLED:
            word = words.word("link", route.style)
            x, y = route.join[0] - SMALL.width(word) - _BEFORE_JOIN, route.join[1] - _ABOVE_CHANNEL
            yield _Candidates(word, [(x - _STEP * step, y) for step in range(_STEPS)], route.ends)


def _covers(label: Label, placed: Iterable[Label]) -> bool:
    """Whether a label comes too near to another one."""
    x, y, word = label
    return any(
        abs(y - other_y) < _LINE and _meet(x, word, other_x, other) for other_x, other_y, other in placed
    )


def _meet(x: float, word: str, other_x: float, other: str) -> bool:
    return (
        x < other_x + SMALL.width(other) + _LABELS_APART and other_x < x + SMALL.width(word) + _LABELS_APART
    )


def _drawn(
    label: Label, placed: list[Label], canvas: Canvas, theme: Theme, *, haloed: bool = True
) -> Element:
    placed.append(label)
    x, y, word = label
    if not haloed:
        return text_line(x, y, word, SMALL.size, theme.soft)
    background = background_at(canvas, x + SMALL.width(word) / 2, theme)
    return text_line(
        x, y, word, SMALL.size, theme.soft,
        stroke=background, stroke_width=_HALO, paint_order="stroke", stroke_linejoin="round",
    )  # fmt: skip
