"""Ranks in rows: one below another, with room for what turns between them, and headings in each."""

from itertools import combinations, pairwise

import pytest

from nyttokedja.model.chain import Chain
from tests.drawing.chains import change, effect, goal
from tests.drawing.laid import drawn, laid_out, parsed
from tests.drawing.layout.test_trials import deep


def grid(ranks, each):
    """Boxes in ranks, each of which leads to the one beside it: no line need cross another."""
    nodes = [change(f"c{n}", to=f"e0_{n}") for n in range(each)]
    for rank in range(ranks):
        nodes += [
            effect(f"e{rank}_{n}", to=f"e{rank + 1}_{n}" if rank < ranks - 1 else "g") for n in range(each)
        ]
    return Chain("x", nodes=(*nodes, goal("g")))


@pytest.mark.parametrize("rows", [2, 3, 4])
def test_rows_follow_each_other_downwards_and_begin_at_the_left(rows):
    picture = laid_out(grid(10, 3), rows=rows)
    canvas = picture.canvas
    assert len(canvas.placed.rows) == rows
    for (_, foot), (top, _) in pairwise(canvas.placed.rows):
        assert top - foot >= 46 + 16  # the heading, and the foot of the column above
    assert len({canvas.rank_edges.left(first) for first, _ in canvas.ranks.rows}) == 1
    for (_, foot), (top, _) in pairwise(canvas.row_spans(picture.top, picture.foot)):
        assert top > foot


@pytest.mark.parametrize("rows", [2, 3, 4])
@pytest.mark.parametrize("each", [1, 3, 6])
def test_lines_that_turn_do_not_cross_each_other(rows, each):
    routes = laid_out(grid(10, each), rows=rows).routes
    turning = [route for route in routes if "Q" in route.d]
    assert len(turning) == each * (rows - 1)
    for one, other in combinations(turning, 2):
        assert [(a, b) for a in one.runs for b in other.runs if crosses(a, b)] == []


def crosses(one, other):
    """Whether two level or upright runs cross inside both."""
    (ax, ay), (bx, _) = sorted(one)
    (cx, cy), (dx, dy) = sorted(other)
    if (ax == bx) == (cx == dx):
        return False
    if ax == bx:
        return crosses(other, one)
    low, high = sorted((cy, dy))
    return ax + 0.1 < cx < bx - 0.1 and low + 0.1 < ay < high - 0.1


def test_an_arrow_that_turns_runs_in_the_corridor_and_enters_from_the_left():
    picture = laid_out(grid(6, 1), rows=2)
    canvas = picture.canvas
    (_, foot), (top, _) = canvas.row_spans(picture.top, picture.foot)
    route = next(route for route in picture.routes if "Q" in route.d)
    channel = min(route.runs, key=lambda run: run[1][0] - run[0][0])
    assert foot < channel[0][1] == channel[1][1] < top
    assert channel[1][0] < canvas.rank_edges.left(0) < canvas.rank_edges.right < picture.width
    assert route.tip == pytest.approx((canvas.rect(route.ends[1]).x - 1.2, canvas.rect(route.ends[1]).middle))


def test_headings_stand_in_each_row():
    svg = drawn(deep(12))
    words = [one.text for one in parsed(svg).iter("{http://www.w3.org/2000/svg}text")]
    assert words.count("Effekter") == words.count("Effekter (forts.)") == 1


def test_an_arrow_back_into_a_row_above_goes_round_no_box():
    nodes = list(grid(10, 2).nodes)
    last = next(n for n, one in enumerate(nodes) if one.id == "e9_0")
    nodes[last] = effect("e9_0", to="g e0_0")
    picture = laid_out(Chain("x", nodes=tuple(nodes)), rows=3)
    back = next(route for route in picture.routes if route.ends == ("e9_0", "e0_0"))
    assert back.tip is not None
    assert back.chevrons
    assert min(min(a[0], b[0]) for a, b in back.runs) < picture.canvas.rank_edges.left(0) - 14
