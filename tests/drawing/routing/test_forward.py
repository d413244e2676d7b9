"""Forward arrows: level in ranks, bending in gutters, and drawn once where they share a line."""

import pytest

from nyttokedja.drawing.routing.forward import bends_of, forward_routes, stem_numbers
from nyttokedja.model.chain import Chain
from tests.drawing.chains import ALL, benefit, change, effect, goal, obstacle, risk
from tests.drawing.laid import laid_out

FAN = (change("c", to="e n m"), effect("e", to="n"), benefit("n", to="m"), goal("m"))


def routes(*nodes):
    canvas = laid_out(Chain("x", nodes=nodes)).canvas
    return canvas, {route.ends: route for route in forward_routes(canvas)}


def start(route):
    x, y = route.d[1:].split("H")[0].split("C")[0].split()
    return float(x), float(y)


def test_a_route_runs_from_its_tail_to_the_tip_before_its_head():
    canvas, found = routes(change("c", to="e"), effect("e"))
    route = found["c", "e"]
    tail, head = canvas.rect("c"), canvas.rect("e")
    assert start(route) == pytest.approx((tail.right + 0.8, tail.middle), abs=0.1)
    assert route.tip == pytest.approx((head.x - 1.2, head.middle))
    assert route.runs[-1][1] == pytest.approx((head.x - 9.2, head.middle))
    assert "C" not in route.d


def test_a_line_beside_the_chain_ends_nearer_its_head():
    canvas, found = routes(effect("e", to="n"), benefit("n", beside=True))
    assert found["e", "n"].style == "beside"
    assert found["e", "n"].runs[-1][1][0] == pytest.approx(canvas.rect("n").x - 6.2)


@pytest.mark.parametrize("name", ["full", "sixty", "offers"])
def test_what_an_earlier_arrow_draws_is_not_drawn_again(name):
    canvas = laid_out(ALL[name]).canvas
    seen = set()
    for route, arrow in zip(forward_routes(canvas), canvas.arrow_groups.forward, strict=True):
        path = canvas.layered.paths[arrow.ends]
        first = next(n for n in range(len(path) - 1) if n == len(path) - 2 or path[n : n + 2] not in seen)
        seen |= {path[n : n + 2] for n in range(len(path) - 1)}
        rank = canvas.layered.cells[path[first]].rank
        assert start(route)[0] == pytest.approx(
            canvas.rank_edges.edge(rank) + (0 if first else 0.8), abs=0.06
        )


def test_a_later_arrow_of_a_fan_begins_where_it_leaves_the_line():
    canvas, found = routes(*FAN)
    dummy = canvas.layered.paths["c", "m"][1]
    assert canvas.layered.paths["c", "n"][1] == dummy
    assert start(found["c", "m"]) == pytest.approx(
        (canvas.rank_edges.edge(1), canvas.placed.lines[dummy]), abs=0.06
    )


def test_the_bends_of_an_arrow():
    canvas, _ = routes(*FAN)
    (arrow,) = [one for one in canvas.arrow_groups.forward if one.ends == ("c", "m")]
    found = list(bends_of(arrow, canvas))
    path = canvas.layered.paths["c", "m"]
    assert [gutter for gutter, _, _ in found] == [0, 1, 2]
    assert found[0][1] == canvas.placed.leaves["c", "m"]
    assert found[-1][2] == canvas.placed.enters["c", "m"]
    assert [end for _, _, end in found[:-1]] == [canvas.placed.lines[name] for name in path[1:-1]]


def test_arrows_run_level_past_the_stems_of_docks():
    hindered = (obstacle("h", hinders=["c > e"]), risk("r", at=["c > e"]))
    canvas, found = routes(change("c", to="e f"), effect("e"), effect("f"), *hindered)
    assert stem_numbers(canvas) == {("head", ("c", "e")): 1}
    level = found["c", "e"].runs[-1]
    assert level[0][0] == pytest.approx(canvas.rect("e").x - 38 - 26)
    plain = found["c", "f"].runs[-1]
    assert plain[0][0] == pytest.approx(canvas.rect("f").x - 12)


def test_an_arrow_runs_level_past_a_stem_at_its_tail():
    canvas, found = routes(
        change("c", to="n"), effect("e", to="n"), benefit("n"), obstacle("h", hinders=["c > n"])
    )
    assert stem_numbers(canvas) == {("tail", ("c", "n")): 0}
    assert found["c", "n"].runs[0][1][0] == pytest.approx(canvas.rect("c").right + 34)


def test_steep_arrows_from_different_boxes_bend_apart():
    heads = " ".join(f"f{n}" for n in range(8))
    canvas, found = routes(
        change("a", to=heads), change("b", to=heads), *(effect(f"f{n}") for n in range(8)),
    )  # fmt: skip
    handles = {}
    for (tail, head), route in found.items():
        fall = canvas.placed.enters[tail, head] - canvas.placed.leaves[tail, head]
        if abs(fall) > 60:
            handles.setdefault(fall > 0, {}).setdefault(tail, set()).add(route.d.split("C")[1].split()[0])
    for by_tail in handles.values():
        assert all(len(xs) == 1 for xs in by_tail.values())
        assert len({next(iter(xs)) for xs in by_tail.values()}) == len(by_tail)
