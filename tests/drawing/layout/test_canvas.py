"""Where boxes are, where right-angled lines meet them, and what is free in gutters."""

import pytest

from nyttokedja.drawing.layout.spacing import DOCK_GUTTER, HEAD_STEM, TAIL_STEM
from nyttokedja.model.chain import Chain
from tests.drawing.chains import BACKWARD, DOCKS, benefit, change, effect, goal, obstacle
from tests.drawing.laid import laid_out


def canvas(*nodes):
    return laid_out(Chain("x", nodes=nodes)).canvas


def test_a_rectangle_has_the_size_of_its_box():
    laid = laid_out(DOCKS).canvas
    for id, unit in laid.units.items():
        rect = laid.rect(id)
        assert (rect.width, rect.height) == (unit.box.width, unit.box.height)
        assert (rect.x, rect.y) == (laid.rank_edges.left(laid.ranks.of[id]), laid.placed.tops[id])


def test_right_angled_lines_end_below_the_middle_one_below_the_other():
    laid = canvas(
        effect("e", "En titel på flera rader, så att rutan blir hög nog för alla sina pilar", owner="X")
    )
    rect = laid.rect("e")
    ys = [laid.exit("e", number)[1] - rect.middle for number in range(3)]
    assert ys[:2] == [16, 24]
    assert ys[2] == min(32, rect.height / 2 - 5)
    assert laid.exit("e", 0)[0] == rect.right
    assert laid.entry("e", 0) == (rect.x, rect.middle + 16)
    assert laid.entry("e", 1) == (rect.x, rect.middle + 24)


def test_a_line_leaves_a_change_at_its_point():
    laid = canvas(change("c", to="e"), effect("e"))
    rect = laid.rect("c")
    x, y = laid.exit("c", 0)
    assert x == pytest.approx(rect.right - 12 * (y - rect.middle) / (rect.height / 2))


def test_a_line_into_a_full_lower_half_enters_the_upper():
    low = canvas(effect("e"))
    rect = low.rect("e")
    assert low.entry("e", 2) == (rect.x, rect.middle - rect.height / 4)
    assert low.entry("e", 1)[1] > rect.middle


def test_a_dock_at_the_head_takes_the_first_place():
    nodes = (
        change("c", to="a b"), effect("a", to="n x"), effect("b", to="n"), effect("x"), benefit("n", to="m"),
        goal("m"),
    )  # fmt: skip
    free, docked = canvas(*nodes), canvas(*nodes, obstacle("h", hinders=["a > n"]))
    assert docked.entry("n", 0)[1] - docked.rect("n").middle == free.entry("n", 1)[1] - free.rect("n").middle


@pytest.mark.parametrize(
    ("hindrances", "left", "right"),
    [
        ([], 0, 0),
        ([obstacle("h", hinders=["c > e"])], 0, HEAD_STEM),
        ([obstacle("h", hinders=["c > e"]), obstacle("i", hinders=["c > e"])], 0, HEAD_STEM + DOCK_GUTTER),
    ],
)
def test_stems_take_their_part_of_a_gutter(hindrances, left, right):
    laid = canvas(change("c", to="e"), effect("e"), *hindrances)
    edges = laid.rank_edges
    assert laid.free(0) == pytest.approx((edges.edge(0) + left, edges.left(1) - right))


def test_stems_at_a_tail_take_theirs_too():
    laid = canvas(change("c", to="n"), effect("e", to="n"), benefit("n"), obstacle("h", hinders=["c > n"]))
    assert laid.units["c"].docks[0].end == "tail"
    assert laid.free(0)[0] == pytest.approx(laid.rank_edges.edge(0) + TAIL_STEM)


def test_tracks_take_their_part_of_a_gutter():
    laid = laid_out(BACKWARD).canvas
    for gutter, (tails, heads) in laid.tracks.counts.items():
        if 0 <= gutter < laid.ranks.count - 1:
            left, right = laid.free(gutter)
            edges = laid.rank_edges
            assert left == (edges.tail_track(gutter, tails - 1) if tails else edges.edge(gutter))
            assert right == (edges.head_track(gutter + 1, heads - 1) if heads else edges.left(gutter + 1))
