"""Outlines: each kind of box has its own, inside the rectangle that it is given."""

import pytest

from nyttokedja.drawing.boxes.shapes import right_edge
from nyttokedja.drawing.svg.geometry import Rect


@pytest.mark.parametrize(
    ("kind", "dy", "x"),
    [("change", 0, 210), ("change", 15, 204), ("change", -30, 198), ("drawback", 30, 210)],
)
def test_the_point_of_a_change(kind, dy, x):
    assert right_edge(kind, Rect(10, 0, 200, 60), dy) == x
