"""Routes → discs with the symbols + − Δ ~ for the status of arrows, on their lines. Lengths in px.

A disc is in the middle of what is drawn for the arrow alone: the last gutter before its head, or, at right
angles, its whole route. Where that is taken, it is at the nearest free point of the line.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nyttokedja.drawing.content.overlay import Overlay, Status
from nyttokedja.drawing.layout.canvas import HEAD_ROOM, Canvas
from nyttokedja.drawing.layout.word_room import Spot
from nyttokedja.drawing.page.status_styles import DISC, draw_disc
from nyttokedja.drawing.routing.collisions import CollisionIndex, Owner, collision_index, points_of
from nyttokedja.drawing.routing.pen import Point, Route
from nyttokedja.drawing.routing.stems import Stem
from nyttokedja.drawing.svg.elements import Element
from nyttokedja.drawing.svg.geometry import Rect
from nyttokedja.drawing.svg.theme import Theme

_ROOM = DISC + 1.5
"""The radius of the space of a disc."""

DISC_ROOM = 2 * _ROOM + 2.0
"""What a disc takes of a line beside a word."""


@dataclass(frozen=True, slots=True)
class StatusDisc:
    """The disc of an arrow in its place."""

    status: Status
    at: Point

    @property
    def rect(self) -> Rect:
        """The space it takes."""
        return _around(self.at)


def status_discs(
    overlay: Overlay,
    canvas: Canvas,
    routes: Sequence[Route],
    stems: Iterable[Stem],
    taken: Iterable[Rect],
) -> list[StatusDisc]:
    """A disc for each arrow that is not as it was; ``taken`` are rectangles besides those of the boxes."""
    changed = [route for route in routes if overlay.status(route.ends) is not Status.KEPT]
    if not changed:
        return []
    index = collision_index(canvas, routes, stems, taken)
    discs: list[StatusDisc] = []
    for route in changed:
        at = _place(_points(route, canvas), route.ends, discs, index)
        discs.append(StatusDisc(overlay.status(route.ends), at))
    return discs


def _place(points: Sequence[Point], own: Owner, discs: Sequence[StatusDisc], index: CollisionIndex) -> Point:
    """The first point with nothing but the arrow's own line, else the first without discs, else the first."""
    apart: Point | None = None
    for at in points:
        if not any(_meet(at, disc.at) for disc in discs):
            if index.is_free(_around(at), own):
                return at
            apart = apart or at
    return apart or points[0]


def _points(route: Route, canvas: Canvas) -> list[Point]:
    """Points on the line of an arrow, the best for a disc first: behind the word before its head."""
    points = points_of(route.d)
    tail, head = (canvas.ranks.of.get(end) for end in route.ends)
    if head is not None and tail is not None and head > tail:
        left, right = canvas.rank_edges.edge(head - 1), canvas.rank_edges.left(head)
        middle = (left + right) / 2
        if canvas.word_room.spots.get(route.ends) is Spot.HEAD:
            middle = right - HEAD_ROOM - DISC  # behind the word
        return sorted(points, key=lambda at: abs(at[0] - middle))
    half = len(points) / 2
    order = sorted(range(len(points)), key=lambda number: abs(number - half))
    return [points[number] for number in order]


def _around(at: Point) -> Rect:
    return Rect(at[0] - _ROOM, at[1] - _ROOM, 2 * _ROOM, 2 * _ROOM)


def _meet(one: Point, other: Point) -> bool:
    return abs(one[0] - other[0]) < 2 * _ROOM and abs(one[1] - other[1]) < 2 * _ROOM


def draw_discs(discs: Iterable[StatusDisc], theme: Theme) -> list[Element]:
    """The elements of the discs."""
    return [part for disc in discs for part in draw_disc(disc.status, *disc.at, DISC, theme)]
