"""What labels and discs of arrows must not cover: lines, stems and boxes. Lengths in px."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import ceil, fsum, hypot, inf

from nyttokedja.drawing.layout.canvas import Canvas
from nyttokedja.drawing.routing.pen import Point, Route
from nyttokedja.drawing.routing.stems import Stem
from nyttokedja.drawing.svg.geometry import Rect

_STEP, _SQUARE = 3.0, 48.0
"""From point to point on a line; the side of the squares by which points are indexed."""

_COMMAND = re.compile(r"([MHLCQ])([^MHLCQZ]*)")

Owner = tuple[str, str] | None
"""The ends of the arrow whose line it is; None for a stem."""


class CollisionIndex:
    """Rectangles of boxes, and points on lines, indexed by square."""

    def __init__(self, boxes: Iterable[Rect]) -> None:
        self._boxes = list(boxes)
        self._points: dict[tuple[int, int], list[tuple[float, float, Owner]]] = {}

    def add(self, points: Iterable[Point], owner: Owner = None) -> None:
        """Add points on the line of an owner."""
        for x, y in points:
            self._points.setdefault((int(x // _SQUARE), int(y // _SQUARE)), []).append((x, y, owner))

    def is_free(self, place: Rect, ignored: Owner = None) -> bool:
        """Whether nothing is there, the line of the ``ignored`` arrow apart."""
        if any(
            place.x < box.right and box.x < place.right and place.y < box.foot and box.y < place.foot
            for box in self._boxes
        ):
            return False
        return not any(
            place.x <= x <= place.right
            and place.y <= y <= place.foot
            and (ignored is None or owner != ignored)
            for x, y, owner in self._near(place)
        )

    def _near(self, place: Rect) -> Iterator[tuple[float, float, Owner]]:
        for column in range(int(place.x // _SQUARE), int(place.right // _SQUARE) + 1):
            for row in range(int(place.y // _SQUARE), int(place.foot // _SQUARE) + 1):
                yield from self._points.get((column, row), ())


def collision_index(
    canvas: Canvas, routes: Iterable[Route], stems: Iterable[Stem], taken: Iterable[Rect]
) -> CollisionIndex:
    """The index of the boxes of the columns, other rectangles that are ``taken``, arrows and stems."""
    index = CollisionIndex([*(canvas.rect(id) for id in canvas.units), *taken])
    for route in routes:
        index.add(points_of(route.d), route.ends)
        if route.tip:
            index.add([route.tip], route.ends)
    for stem in stems:
        x, y = stem.at
        index.add(points_on(stem.points))
        index.add(points_on(((x - stem.width / 2, y), (x + stem.width / 2, y))))
    return index


def points_of(d: str, step: float = _STEP) -> list[Point]:
    """Points on a path of M, H, L, C and Q commands, at most ``step`` px apart."""
    return [point for points in _parts(d, step, step) for point in points]


def corners_of(d: str, step: float = _STEP) -> list[Point]:
    """The ends of the straight parts of such a path, and points on its curves at most ``step`` px apart."""
    return [point for points in _parts(d, inf, step) for point in points]


def _parts(d: str, straight: float, curved: float) -> Iterator[list[Point]]:
    """The points on each part of a path after its start, so far apart on ``straight`` and ``curved`` ones."""
    at: Point = (0.0, 0.0)
    for command, written in _COMMAND.findall(d):
        numbers = [float(one) for one in written.split()]
        if command == "M":
            at = (numbers[0], numbers[1])
            yield [at]
            continue
        if command == "H":
            numbers.append(at[1])
        corners = [at, *zip(numbers[::2], numbers[1::2], strict=True)]
        length = fsum(hypot(bx - ax, by - ay) for (ax, ay), (bx, by) in pairwise(corners))
        many = max(1, ceil(length / (curved if command in "CQ" else straight)))
        points = [_on_curve(corners, n / many) for n in range(1, many + 1)]
        yield points
        at = points[-1]


def points_on(corners: Sequence[Point]) -> list[Point]:
    """Points on the straight lines from corner to corner."""
    (x, y), *rest = corners
    return points_of(f"M{x} {y}" + "".join(f"L{a} {b}" for a, b in rest))


def _on_curve(corners: Sequence[Point], share: float) -> Point:
    """The point at a share of a Bézier curve, by de Casteljau's algorithm."""
    while len(corners) > 1:
        corners = [
            (ax + (bx - ax) * share, ay + (by - ay) * share) for (ax, ay), (bx, by) in pairwise(corners)
        ]
    return corners[0]
