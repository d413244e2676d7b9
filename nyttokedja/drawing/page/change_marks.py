"""Routes → the discs that say what has become of an arrow: + − Δ ~ on its line. Lengths in px.

A disc stands half-way along what an arrow has for itself: the last gutter before its head, or, of one
that goes by right angles, all of its way. Where that is taken, it stands at the nearest free point.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nyttokedja.drawing.content.overlay import Overlay, Status
from nyttokedja.drawing.layout.canvas import Canvas
from nyttokedja.drawing.page.status_styles import DISC, draw_disc
from nyttokedja.drawing.routing.arrow_labels import SPOKEN
from nyttokedja.drawing.routing.collisions import Ground, Owner, ground_of, points_of
from nyttokedja.drawing.routing.pen import Point, Route
from nyttokedja.drawing.routing.stems import Joint
from nyttokedja.drawing.svg.elements import Element
from nyttokedja.drawing.svg.geometry import Rect
from nyttokedja.drawing.svg.theme import Theme

_ROOM, _BESIDE_WORD = DISC + 1.5, 28.0


@dataclass(frozen=True, slots=True)
class Disc:
    """The sign of an arrow in its place."""

    status: Status
    at: Point

    @property
    def rect(self) -> Rect:
        """The room it takes."""
        return _around(self.at)


def discs_of(
    overlay: Overlay,
    canvas: Canvas,
    routes: Sequence[Route],
    joints: Iterable[Joint],
    taken: Iterable[Rect],
) -> list[Disc]:
    """A disc for each arrow that is not as it was; ``taken`` is what stands beside the boxes."""
    told = [route for route in routes if overlay.status(route.ends) is not Status.KEPT]
    if not told:
        return []
    ground = ground_of(canvas, routes, joints, taken)
    discs: list[Disc] = []
    for route in told:
        at = _place(_points(route, canvas), route.ends, discs, ground)
        discs.append(Disc(overlay.status(route.ends), at))
    return discs


def _place(points: Sequence[Point], own: Owner, discs: Sequence[Disc], ground: Ground) -> Point:
    """The first point that is free of all but the arrow's own line, else of other discs, else of nothing."""
    apart: Point | None = None
    for at in points:
        if not any(_meet(at, disc.at) for disc in discs):
            if ground.is_free(_around(at), own):
                return at
            apart = apart or at
    return apart or points[0]


def _points(route: Route, canvas: Canvas) -> list[Point]:
    """The points of a line, the best place for a disc first: not where a link word stands at the tail."""
    points = points_of(route.d)
    tail, head = (canvas.ranks.of.get(end) for end in route.ends)
    if head is not None and tail is not None and head > tail:
        left, right = canvas.across.edge(head - 1), canvas.across.left(head)
        spoken = route.style in SPOKEN and tail == head - 1
        middle = right - _BESIDE_WORD if spoken else (left + right) / 2
        return sorted(points, key=lambda at: abs(at[0] - middle))
    half = len(points) / 2
    order = sorted(range(len(points)), key=lambda number: abs(number - half))
    return [points[number] for number in order]


def _around(at: Point) -> Rect:
    return Rect(at[0] - _ROOM, at[1] - _ROOM, 2 * _ROOM, 2 * _ROOM)


def _meet(one: Point, other: Point) -> bool:
    return abs(one[0] - other[0]) < 2 * _ROOM and abs(one[1] - other[1]) < 2 * _ROOM


def draw_discs(discs: Iterable[Disc], theme: Theme) -> list[Element]:
    """The elements of the discs."""
    return [part for disc in discs for part in draw_disc(disc.status, *disc.at, DISC, theme)]
