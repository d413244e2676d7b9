"""Stems of docks: where they run, and what ends them."""

import pytest

from nyttokedja.drawing.page.compose import dock_rects
from nyttokedja.drawing.routing.backward import backward_routes
from nyttokedja.drawing.routing.stems import Stem, draw_mark, draw_stem, stems_of
from nyttokedja.drawing.svg.theme import LIGHT
from nyttokedja.model.chain import Chain
from tests.drawing.chains import OFFERS, benefit, change, effect, obstacle, risk
from tests.drawing.laid import laid_out


def stems(id, *nodes):
    canvas = laid_out(Chain("x", nodes=nodes)).canvas
    unit, host = canvas.units[id], canvas.rect(id)
    rects = dock_rects(unit, host)
    return canvas, host, rects, list(stems_of(unit, host, rects, canvas))


@pytest.mark.parametrize(
    ("dock", "mark", "down", "width"),
    [(obstacle("h", hinders=["c"]), "bar", 4.2, 30), (risk("h", at=["c"]), "ring", 0, 8)],
)
def test_the_first_dock_has_its_stem_straight_up(dock, mark, down, width):
    _, host, (rect,), (stem,) = stems("c", change("c"), dock)
    assert (stem.mark, stem.width, stem.kind) == (mark, width, dock.type)
    assert stem.points == ((rect.x + 28, rect.y), stem.at)
    assert stem.at == pytest.approx((rect.x + 28, host.foot + down))


def test_later_docks_have_theirs_at_the_left():
    docks = [obstacle("h", hinders=["c"]), risk("r", hinders=["c"]), risk("s", at=["c"])]
    _, host, rects, found = stems("c", change("c"), *docks)
    assert [stem.at[0] - host.x for stem in found[1:]] == [28, 14]
    for rect, stem in zip(rects[1:], found[1:], strict=True):
        assert stem.points == ((rect.x, rect.y + 14), (stem.at[0], rect.y + 14), stem.at)
    assert [stem.width for stem in found] == [30, 11, 8]
    assert stems("c", change("c"), *docks[:2])[3][1].width == 12


def test_docks_at_the_head_of_an_arrow_have_theirs_in_the_gutter():
    nodes = (change("c", to="e"), effect("e"), obstacle("h", hinders=["c > e"]), risk("r", at=["c > e"]))
    canvas, host, rects, found = stems("e", *nodes)
    line = canvas.placed.enters["c", "e"]
    assert [stem.at for stem in found] == [(host.x - 24, line + 6), (host.x - 50, line)]
    assert [stem.points[0] for stem in found] == [(rect.x, rect.y + 14) for rect in rects]


def test_a_dock_at_a_tail_has_its_stem_behind_it():
    nodes = (change("c", to="n"), effect("e", to="n"), benefit("n"), obstacle("h", hinders=["c > n"]))
    canvas, host, (rect,), (stem,) = stems("c", *nodes)
    assert stem.at == (host.right + 20, canvas.placed.leaves["c", "n"] + 6)
    assert stem.points[0] == (rect.right, rect.y + 14)


def test_a_unit_outside_the_columns_has_the_stems_at_its_box():
    picture = laid_out(OFFERS)
    unit, host = picture.draft.opportunities["o1"], picture.opportunities.rects["o1"]
    (stem,) = stems_of(unit, host, dock_rects(unit, host), None)
    assert stem.at[1] == pytest.approx(host.foot + 4.2)


@pytest.mark.parametrize(
    ("kind", "mark", "d", "dashes"),
    [("obstacle", "bar", "M10 90L10 40", None), ("risk", "ring", "M10 90L10 44", "4 3")],
)
def test_a_stem_ends_below_its_ring(kind, mark, d, dashes):
    line, end = draw_stem(Stem(kind, mark, ((10, 90), (10, 40)), (10, 40), 8), LIGHT)
    assert line.attributes["d"] == d
    assert line.attributes.get("stroke-dasharray") == dashes
    assert line.attributes["stroke"] == LIGHT.kinds[kind].line
    assert end.name == ("circle" if mark == "ring" else "path")


def test_marks_have_their_middle_where_they_are():
    assert draw_mark("bar", 50, 20, 30, "#111111", "#FFFFFF").attributes["d"] == "M35 20H65"
    ring = draw_mark("ring", 50, 20, 8, "#111111", "#FFFFFF").attributes
    assert (ring["cx"], ring["cy"], ring["r"], ring["fill"]) == ("50", "20", "4", "#FFFFFF")


@pytest.mark.parametrize(
    ("dock", "width"), [(risk("x", at=["e > c"]), 8), (obstacle("x", hinders=["e > c"]), 16)]
)
def test_a_dock_at_an_arrow_that_leads_back_has_its_stem_on_that(dock, width):
    nodes = change("c", to="e"), effect("e", to="c n"), benefit("n"), dock
    canvas, host, _, (stem,) = stems("c", *nodes)
    back = next(route for route in backward_routes(canvas)[0] if route.ends == ("e", "c"))
    (left, y), (right, _) = back.runs[-1]
    assert left < stem.at[0] - stem.width / 2
    assert stem.at[0] + stem.width / 2 < right < host.x
    assert stem.at[1] == pytest.approx(y + (6 if stem.mark == "bar" else 0))
    assert stem.width == width
