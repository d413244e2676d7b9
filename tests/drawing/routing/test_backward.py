"""Backward arrows: at right angles, along a channel through a gap, one line into each head."""

from dataclasses import replace
from itertools import combinations

import pytest

from nyttokedja.drawing.content.overlay import Overlay, Status, TitleBlock
from nyttokedja.drawing.routing.backward import backward_routes
from nyttokedja.model.chain import Chain
from tests.drawing.chains import ALL, BACKWARD, benefit, change, effect, goal, tangled
from tests.drawing.laid import laid_out

LOOP = (change("c", to="e"), effect("e", to="n"), benefit("n", to={"e": ""}), goal("m"))


def channel(route):
    """The y of the channel of a route, and its ends."""
    level = [run for run in route.runs if run[0][1] == run[1][1]]
    (start, end) = max(level, key=lambda run: abs(run[0][0] - run[1][0]))
    return start[1], min(start[0], end[0]), max(start[0], end[0])


def test_a_route_leaves_the_lower_half_and_enters_the_lower_half():
    canvas = laid_out(Chain("x", nodes=LOOP)).canvas
    (route,), foot = backward_routes(canvas)
    tail, head = canvas.rect("n"), canvas.rect("e")
    assert route.runs[0][0] == pytest.approx((tail.right - 0.5, canvas.exit("n", 0)[1]))
    assert route.tip == pytest.approx((head.x - 1.2, canvas.entry("e", 0)[1]))
    assert route.runs[-1][1] == pytest.approx((head.x - 9.2, canvas.entry("e", 0)[1]))
    y, left, right = channel(route)
    assert left == pytest.approx(canvas.rank_edges.head_track(1, 0))
    assert right == pytest.approx(canvas.rank_edges.tail_track(2, 0))
    assert route.join == (right, y)
    assert foot == max(canvas.placed.foot, y - 6)


def test_a_channel_below_all_boxes():
    canvas = laid_out(Chain("x", nodes=LOOP)).canvas
    (route,), _ = backward_routes(canvas)
    assert channel(route)[0] == pytest.approx(canvas.placed.foot + 12)


@pytest.mark.parametrize("seed", range(30))
def test_channels_keep_clear_of_boxes_and_of_each_other(seed):
    canvas = laid_out(tangled(seed)).canvas
    routes, _ = backward_routes(canvas)
    whole = [route for route in routes if route.tip]
    for route in whole:
        y, left, right = channel(route)
        for id, unit in canvas.units.items():
            rect = canvas.rect(id)
            if left < rect.x and rect.right < right:
                assert y <= rect.y - 13.9 or y >= rect.y + unit.height + 11.9
    for one, other in combinations(map(channel, whole), 2):
        if one[1] < other[2] and other[1] < one[2]:
            assert abs(one[0] - other[0]) >= 9.9


def test_arrows_into_one_head_share_a_channel():
    canvas = laid_out(BACKWARD).canvas
    routes, _ = backward_routes(canvas)
    into = {}
    for route in routes:
        into.setdefault((route.ends[1], route.style), []).append(route)
    assert len(into["e3", "plain"]) == 2
    assert len(into["e5", "plain"]) == len(into["e5", "indirect"]) == 1  # of two strengths
    for several in into.values():
        assert [route.tip is not None for route in several] == [True] + [False] * (len(several) - 1)
        assert len({route.join[1] for route in several}) == 1
        assert [route.join[0] for route in several] == sorted((r.join[0] for r in several), reverse=True)
        assert all(not route.chevrons for route in several[1:])


def test_arrows_of_different_status_do_not():
    nodes = (effect("e", to="n k"), benefit("n", to={"e": ""}), benefit("k", to={"e": ""}))
    overlay = Overlay(TitleBlock("", "", ()), "", "", "", {}, {("n", "e"): Status.ADDED}, {})
    canvas = laid_out(Chain("x", nodes=nodes)).canvas
    assert sum(route.tip is not None for route in backward_routes(canvas)[0]) == 1
    assert sum(route.tip is not None for route in backward_routes(canvas, overlay)[0]) == 2


def test_a_second_arrow_out_of_the_same_track_ends_at_the_channel():
    nodes = (effect("e", to="n k"), benefit("n", to={"e": ""}), benefit("k", to={"e": ""}))
    canvas = laid_out(Chain("x", nodes=nodes)).canvas
    same = replace(canvas, tracks=replace(canvas.tracks, tails=dict.fromkeys(canvas.tracks.tails, 0)))
    first, second = backward_routes(same)[0]
    assert second.runs[-1][1] == first.join == second.join
    apart = backward_routes(canvas)[0][1]
    assert apart.runs[-1][1] == pytest.approx((apart.join[0] - 18, apart.join[1]))


@pytest.mark.parametrize("name", ["backward", "offers"])
def test_chevrons_stand_evenly_on_the_channel(name):
    canvas = laid_out(ALL[name]).canvas
    for route in backward_routes(canvas)[0]:
        if route.tip:
            y, left, right = channel(route)
            assert len(route.chevrons) == max(1, round((right - left) / 360))
            assert all(left < x < right and at == y for x, at in route.chevrons)
            middle = sum(x for x, _ in route.chevrons) / len(route.chevrons)
            assert middle == pytest.approx((left + right) / 2)


def test_a_label_needs_more_room_above_its_channel():
    def gap(strength):
        nodes = (
            effect("a", to="n k"), effect("b", to="n"), benefit("n", to={"a": ""}),
            benefit("k", to={"b": strength}),
        )  # fmt: skip
        canvas = laid_out(Chain("x", nodes=nodes)).canvas
        ys = sorted(channel(route)[0] for route in backward_routes(canvas)[0])
        return ys[-1] - ys[0]

    assert gap("direct") != gap("")
