"""The band of opportunities: where cards are, and how their arrows run."""

from itertools import combinations, pairwise

import pytest

from nyttokedja.drawing.page.opportunities import card_order
from nyttokedja.drawing.svg.geometry import Rect
from nyttokedja.model.chain import Chain
from tests.drawing.chains import benefit, change, effect, goal, opportunity
from tests.drawing.laid import laid_out

CHANGE, BENEFIT = change("c", to="n"), benefit("n", to="m")


def band(*nodes):
    picture = laid_out(Chain("x", nodes=(*nodes, goal("m"))))
    return picture, picture.opportunities, {route.ends: route for route in picture.opportunities.routes}


def test_a_card_is_below_the_track_of_its_target():
    picture, placed, routes = band(CHANGE, BENEFIT, opportunity("o", to="m"))
    rect, route = placed.rects["o"], routes["o", "m"]
    track = picture.canvas.rank_edges.head_track(2, 0)
    assert rect.x == pytest.approx(track - 0.65 * rect.width, abs=0.1)
    assert route.runs[0] == ((track, rect.y), (track, picture.canvas.entry("m", 0)[1]))
    assert len(route.runs) == 2
    assert (route.style, route.direction) == ("band", "right")


def test_a_card_is_below_the_track_of_its_source():
    picture, placed, routes = band(change("c", to="n o"), BENEFIT, opportunity("o"))
    rect, route = placed.rects["o"], routes["c", "o"]
    track = picture.canvas.rank_edges.tail_track(0, 0)
    assert rect.x == pytest.approx(max(178, track - 36), abs=0.1)
    assert route.direction == "down"
    assert route.tip[1] == pytest.approx(rect.y - 1.2)
    assert rect.x < route.tip[0] < rect.right


def test_a_card_that_cannot_be_there_has_a_channel():
    picture, placed, routes = band(CHANGE, BENEFIT, opportunity("a", to="m"), opportunity("b", to="m"))
    first, second = sorted(placed.rects.values(), key=lambda rect: rect.x)
    assert second.x == pytest.approx(first.right + 28, abs=0.1)
    straight, turned = sorted(routes.values(), key=lambda route: len(route.runs))
    assert len(straight.runs) == 2
    level = turned.runs[1]
    assert level[0][1] == level[1][1] == pytest.approx(picture.foot + 12)
    assert turned.runs[0][0][0] == level[0][0]


def test_the_hairline_is_below_all_channels():
    offers = [opportunity(f"o{n}", to="m n") for n in range(4)]
    picture, placed, routes = band(CHANGE, BENEFIT, *offers)
    ys = {run[0][1] for route in routes.values() for run in route.runs if run[0][1] == run[1][1]}
    channels = [y for y in ys if picture.foot < y < placed.hairline + 1]
    assert channels
    assert placed.hairline == pytest.approx(max(picture.foot + 26, max(channels) + 8))
    assert min(rect.y for rect in placed.rects.values()) == placed.hairline + 16
    plain = band(CHANGE, BENEFIT, opportunity("o"))
    assert plain[1].hairline == plain[0].foot + 26


def test_what_overlaps_has_channels_of_its_own():
    offers = [opportunity(f"o{n}", to="c n m") for n in range(3)]
    _, _, routes = band(CHANGE, BENEFIT, *offers)
    spans = {}
    for route in routes.values():
        for (x, y), (end, same) in route.runs[1:-1]:
            if y == same:
                spans.setdefault(y, []).append((min(x, end), max(x, end), route.ends))
    for several in spans.values():
        for one, other in combinations(several, 2):
            assert one[1] < other[0] or other[1] < one[0]
    assert all(below - above == pytest.approx(10) for above, below in pairwise(sorted(spans)))


def test_several_arrows_out_of_a_card_leave_at_different_places():
    _, placed, routes = band(CHANGE, BENEFIT, effect("e"), opportunity("o", to="c e n"))
    rect = placed.rects["o"]
    starts = [route.runs[0][0][0] for route in routes.values()]
    assert len(set(starts)) == 3
    assert all(rect.x + 20 <= x <= rect.right - 20 for x in starts)


def test_several_arrows_into_a_card_enter_from_its_left_end():
    tails = [effect(f"e{n}", to="o") for n in range(8)]
    _, placed, routes = band(*tails, opportunity("o"))
    rect = placed.rects["o"]
    ends = sorted(route.tip[0] - rect.x for route in routes.values())
    assert set(ends) <= {36 + 12 * n for n in range(6)} | {end for end in ends if 18 <= end <= 36.1}
    assert max(ends) <= 36 + 12 * 5


def test_cards_that_do_not_fit_in_a_row_break_into_rows():
    offers = [opportunity(f"o{n}", to="n") for n in range(9)]
    _, placed, routes = band(CHANGE, BENEFIT, *offers)
    assert not placed.single_row
    ys = sorted({rect.y for rect in placed.rects.values()})
    height = next(iter(placed.rects.values())).height
    assert all(below - above == pytest.approx(height + 28) for above, below in pairwise(ys))
    lower = [id for id, rect in placed.rects.items() if rect.y == ys[1]]
    for id in lower:
        rect, route = placed.rects[id], routes[id, "n"]
        (_, up), (left, turn) = route.runs[0][1], route.runs[1][1]
        assert up == turn == rect.y - 14
        assert left == rect.x - 8
    assert placed.foot == pytest.approx(ys[-1] + height + 14)


def test_after_a_backward_arrow_the_band_has_the_second_place():
    picture, _, routes = band(change("c", to="n o"), benefit("n", to="m c"), opportunity("o", to="n"))
    assert routes["o", "n"].tip[1] == picture.canvas.entry("n", 0)[1]
    back, _, again = band(CHANGE, benefit("n", to={"m": "", "c": ""}), opportunity("o", to="c"))
    assert again["o", "c"].tip[1] == back.canvas.entry("c", 1)[1] != back.canvas.entry("c", 0)[1]


def test_cards_are_read_row_by_row():
    rects = {"a": Rect(300, 10, 5, 5), "b": Rect(100, 50, 5, 5), "c": Rect(100, 10, 5, 5)}
    assert list(card_order(rects)) == ["c", "a", "b"]
