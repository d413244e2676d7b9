"""Rectangles: their edges."""

from nyttokedja.drawing.svg.geometry import Rect


def test_the_edges_of_a_rectangle():
    rect = Rect(10, 20, 100, 50)
    assert (rect.right, rect.foot, rect.middle) == (110, 70, 45)
