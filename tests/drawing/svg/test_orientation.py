"""Shapes turned to the left and downwards; what has text keeps it upright."""

import pytest

from nyttokedja.drawing.routing.collisions import points_of
from nyttokedja.drawing.svg.elements import circle, group, path, rect
from nyttokedja.drawing.svg.geometry import Rect
from nyttokedja.drawing.svg.orientation import DOWN, LEFT, TO_THE_RIGHT, Orientation

MIRRORED, TURNED = Orientation(LEFT, 200.0), Orientation(DOWN, 3.0, 50.0)


def test_points():
    assert TO_THE_RIGHT.point(10, 20) == (10, 20)
    assert MIRRORED.point(10, 20) == (190, 20)
    assert TURNED.point(10, 20) == (23, 60)


def test_rectangles_keep_their_size_or_change_its_sides():
    assert MIRRORED.rect(Rect(10, 20, 30, 40)) == Rect(160, 20, 30, 40)
    assert TURNED.rect(Rect(10, 20, 30, 40)) == Rect(23, 60, 40, 30)


@pytest.mark.parametrize("orientation", [MIRRORED, TURNED], ids=["left", "down"])
def test_a_turned_path_runs_through_the_turned_points(orientation):
    d = "M10 20H40C50 20 50 60 70 60L80 60Q90 60 90 70L90 100"
    for found, point in zip(points_of(orientation.path(d)), points_of(d), strict=True):
        assert found == pytest.approx(orientation.point(*point), abs=0.11)


def test_turning_twice_gives_the_same():
    d = "M10 20L40 20A5 5 0 0 1 45 25V60Z"
    assert MIRRORED.path(MIRRORED.path(d)) == "M10 20L40 20A5 5 0 0 1 45 25L45 60Z"
    there_and_back = Orientation(DOWN).path(Orientation(DOWN).path(d))
    assert there_and_back == "M10 20L40 20A5 5 0 0 1 45 25L45 60Z"


def test_groups_circles_and_rectangles():
    drawn = group(
        [circle(10, 20, 4, fill="x", stroke="y", width=1), rect(10, 20, 30, 40, "z"), path("M0 0H9")]
    )
    turned = MIRRORED.shape(drawn)
    one, two, three = turned.children
    assert (one.attributes["cx"], one.attributes["cy"]) == ("190", "20")
    assert (two.attributes["x"], two.attributes["width"]) == ("160", "30")
    assert three.attributes["d"] == "M200 0L191 0"
    assert TO_THE_RIGHT.shape(drawn) is drawn
