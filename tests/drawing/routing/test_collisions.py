"""What labels and discs may not cover, and points on paths."""

from itertools import pairwise
from math import dist

import pytest

from nyttokedja.drawing.routing.collisions import (
    CollisionIndex,
    collision_index,
    corners_of,
    points_of,
    points_on,
)
from nyttokedja.drawing.routing.pen import Route
from nyttokedja.drawing.routing.stems import Stem
from nyttokedja.drawing.svg.geometry import Rect
from nyttokedja.model.chain import Chain
from tests.drawing.chains import change
from tests.drawing.laid import laid_out

BOX = Rect(100, 100, 50, 20)


@pytest.mark.parametrize(
    ("rect", "free"),
    [
        (Rect(0, 0, 10, 10), True),
        (Rect(90, 90, 10, 10), True),  # touches the corner
        (Rect(90, 90, 10.1, 10.1), False),
        (Rect(150, 100, 10, 10), True),
        (Rect(149.9, 100, 10, 10), False),
        (Rect(100, 120, 10, 10), True),
        (Rect(100, 119.9, 10, 10), False),
        (Rect(120, 105, 1, 1), False),
    ],
)
def test_a_box_is_not_covered(rect, free):
    assert CollisionIndex([BOX]).is_free(rect) is free


@pytest.mark.parametrize(
    ("point", "free"),
    [((5, 5), False), ((0, 0), False), ((10, 10), False), ((10.1, 5), True), ((5, -0.1), True)],
)
def test_a_point_on_a_line_is_not_covered(point, free):
    index = CollisionIndex([])
    index.add([point])
    assert index.is_free(Rect(0, 0, 10, 10)) is free


def test_the_line_of_one_arrow_may_be_ignored():
    index = CollisionIndex([])
    index.add([(5, 5)], ("a", "b"))
    index.add([(500, 500)])
    assert not index.is_free(Rect(0, 0, 10, 10))
    assert index.is_free(Rect(0, 0, 10, 10), ("a", "b"))
    assert not index.is_free(Rect(0, 0, 10, 10), ("b", "a"))
    assert not index.is_free(Rect(495, 495, 10, 10), ("a", "b"))


@pytest.mark.parametrize("at", [(0, 0), (47, 49), (96, -3), (-100, 240)])
def test_points_are_found_across_squares(at):
    index = CollisionIndex([])
    index.add([at])
    assert not index.is_free(Rect(at[0] - 60, at[1] - 60, 120, 120))


def test_all_that_is_drawn_is_in_the_index():
    canvas = laid_out(Chain("x", nodes=(change("c"),))).canvas
    host = canvas.rect("c")
    far = host.right + 500
    route = Route(("a", "b"), "plain", f"M{far} 0H{far + 30}", (), (far + 40, 0))
    stem = Stem("risk", "bar", ((far, 100), (far, 130)), (far, 130), 30)
    index = collision_index(canvas, [route], [stem], [Rect(far, 300, 10, 10)])

    def covered(x, y):
        return not index.is_free(Rect(x - 1.5, y - 1.5, 3, 3))

    assert covered(host.x + 5, host.y + 5)
    assert all(covered(far + x, 0) for x in (0, 15, 30, 40))
    assert all(covered(far, y) for y in (100, 115, 130))
    assert covered(far - 15, 130)
    assert covered(far + 15, 130)
    assert covered(far + 5, 305)
    assert not covered(far + 20, 130.0 + 5)


@pytest.mark.parametrize(
    "d", ["M0 0H30", "M0 0L30 40", "M0 0C20 0 20 50 40 50", "M5 5Q50 5 50 50", "M0 0H30C50 0 50 40 70 40H90"]
)
def test_points_on_a_path_are_close(d):
    points = points_of(d)
    assert max(dist(one, other) for one, other in pairwise(points)) <= 3
    assert points[0] == ((5, 5) if d.startswith("M5") else (0, 0))


@pytest.mark.parametrize(
    ("d", "corners"),
    [
        ("M0 0H30", [(0, 0), (30, 0)]),
        ("M0 0H30L30 40", [(0, 0), (30, 0), (30, 40)]),
        ("M1 2L1 2", [(1, 2), (1, 2)]),
    ],
)
def test_corners_of_straight_parts(d, corners):
    assert corners_of(d) == corners


def test_a_curve_goes_through_its_middle():
    assert corners_of("M0 0C20 0 20 40 40 40", 1000) == [(0, 0), (40, 40)]
    assert corners_of("M0 0C20 0 20 40 40 40", 40)[1] == pytest.approx((20, 20))
    assert corners_of("M0 0Q40 0 40 40", 40)[1] == pytest.approx((30, 10))


def test_points_on_corners():
    points = points_on(((0, 0), (0, 9), (9, 9)))
    assert points[:4] == [(0, 0), (0, 3), (0, 6), (0, 9)]
    assert points[-1] == (9, 9)
