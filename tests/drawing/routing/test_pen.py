"""Paths as they are written: level parts, bends, right angles, and what ends them."""

import pytest

from nyttokedja.drawing.routing.pen import STROKES, Pen, chevron, draw_arrow_end, right_angled


def test_level_parts_are_written_and_kept():
    pen = Pen(10, 20)
    pen.level(50)
    pen.level(50.04)
    assert pen.d == "M10 20H50"
    assert pen.runs == [((10, 20), (50, 20))]


@pytest.mark.parametrize(
    ("centre", "handle"), [(60, "60"), (30, "30"), (29, "30"), (90, "90"), (91, "90"), (500, "90")]
)
def test_the_handles_of_a_bend_are_well_inside_it(centre, handle):
    pen = Pen(10, 20)
    pen.bend(110, 80, centre)
    assert pen.d == f"M10 20C{handle} 20 {handle} 80 110 80"
    assert (pen.x, pen.y, pen.runs) == (110, 80, [])


def test_a_bend_that_cannot_be_seen_is_level():
    pen = Pen(10, 20)
    pen.bend(110, 20.04, 60)
    assert pen.d == "M10 20H110"
    assert pen.y == 20


@pytest.mark.parametrize(
    ("points", "d"),
    [
        ([(0, 0), (50, 0), (50, 50)], "M0 0L41 0Q50 0 50 9L50 50"),
        ([(0, 0), (10, 0), (10, 50)], "M0 0L5 0Q10 0 10 5L10 50"),
        ([(0, 0), (0, 0), (50, 0)], "M0 0L50 0"),
        ([(0, 0), (50, 0), (50, -8), (90, -8)], "M0 0L46 0Q50 0 50 -4L50 -4Q50 -8 54 -8L90 -8"),
    ],
)
def test_right_angles_have_round_corners(points, d):
    path, runs = right_angled(points)
    assert path == d
    assert runs[0][0] == points[0]
    assert runs[-1][1] == points[-1]


def test_a_smaller_radius():
    assert right_angled([(0, 0), (50, 0), (50, 50)], 7)[0] == "M0 0L43 0Q50 0 50 7L50 50"


def test_an_arrow_head_ends_at_its_tip():
    drawn = draw_arrow_end((100, 50), "head", "#111111", "#FFFFFF")
    assert (drawn.attributes["d"], drawn.attributes["fill"]) == ("M100 50L91 45.4L91 54.6Z", "#111111")


def test_a_line_beside_the_chain_ends_in_a_ring():
    drawn = draw_arrow_end((100, 50), "ring", "#111111", "#FFFFFF")
    assert drawn.name == "circle"
    assert (drawn.attributes["cx"], drawn.attributes["r"], drawn.attributes["fill"]) == (
        "96.7",
        "3.5",
        "#FFFFFF",
    )


def test_a_chevron_points_to_the_left():
    assert chevron(100, 50, "#111111").attributes["d"] == "M103 45.5L97.5 50L103 54.5"


def test_no_two_styles_look_the_same():
    assert len(set(STROKES.values())) == len(STROKES)
