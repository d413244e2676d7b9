"""The picture as a whole: what is below what, and which bands are beside the opportunities."""

import pytest

from nyttokedja.drawing.layout.estimate import print_size
from nyttokedja.drawing.page.compose import dock_rects
from nyttokedja.drawing.page.document import svg_of
from nyttokedja.drawing.svg.geometry import Rect
from nyttokedja.model.chain import Chain, Note
from nyttokedja.model.findings import NOWHERE
from nyttokedja.model.stage import Stage
from tests.drawing.chains import (
    ALL,
    DOCKS,
    FULL,
    HUGE,
    NOTHING,
    OFFERS,
    ONE,
    benefit,
    change,
    cost,
    effect,
    goal,
    obstacle,
    opportunity,
    precondition,
)  # fmt: skip
from tests.drawing.laid import laid_out, parsed, texts

WIDE = (
    change("c", to="e"), effect("e", to="f"), effect("f", to="n"), benefit("n", to="m"), goal("m"),
)  # fmt: skip


@pytest.mark.parametrize("name", [name for name in ALL if name not in ("nothing", "one")])
def test_the_picture_ends_a_margin_right_of_its_columns(name):
    picture = laid_out(ALL[name])
    assert picture.width == max(720, picture.canvas.rank_edges.right + 28)
    assert picture.right == picture.width - 28


def test_the_least_width_and_that_without_columns():
    assert laid_out(ONE).width == 720
    assert laid_out(NOTHING).width == 1040
    assert laid_out(Chain("x", nodes=(precondition("p"),))).width == 1040


@pytest.mark.parametrize("name", ["full", "docks", "offers"])
def test_columns_end_below_the_lowest_of_them(name):
    picture = laid_out(ALL[name])
    assert picture.foot >= picture.canvas.placed.foot + 16
    tops = [picture.canvas.rect(id).y for id in picture.canvas.units]
    assert min(tops) >= picture.top + 46 - 0.1


def test_the_routes_are_forward_and_backward():
    picture = laid_out(OFFERS)
    groups = picture.canvas.arrow_groups
    ends = [route.ends for route in picture.routes]
    assert ends[: len(groups.forward)] == [arrow.ends for arrow in groups.forward]
    assert sorted(ends) == sorted(arrow.ends for arrow in (*groups.forward, *groups.backward))


def test_bands_are_in_rows_below_the_columns():
    picture = laid_out(Chain("x", nodes=(*WIDE, precondition("p"), cost("k"))))
    assert [band.key for band in picture.bands] == ["preconditions", "costs"]
    assert picture.hairlines == (picture.foot + 22,)
    assert {band.y for band in picture.bands} == {picture.foot + 22 + 26}
    assert all(rect.y == picture.foot + 22 + 12 for band in picture.bands for _, rect in band.cards)


def test_a_band_that_fits_is_right_of_the_opportunities():
    nodes = (*WIDE, opportunity("o", to="c"), precondition("p"), cost("k"))
    picture = laid_out(Chain("x", nodes=nodes))
    rect = picture.opportunities.rects["o"]
    first, *_ = picture.bands
    assert first.x == rect.right + 40
    assert first.y == picture.opportunities.hairline + 26
    assert first.cards[0][1].y == rect.y == picture.opportunities.hairline + 12
    assert rect.x == 28 + 122


def test_cards_are_narrower_where_that_takes_less_height():
    nodes = (*WIDE, *(precondition(f"p{n}") for n in range(2)), *(cost(f"k{n}") for n in range(3)))
    picture = laid_out(Chain("x", nodes=nodes))
    rects = [rect for band in picture.bands for _, rect in band.cards]
    assert {rect.width for rect in rects} <= {215.0, 190.0}
    assert all(rect.right <= picture.right for rect in rects)
    few = laid_out(Chain("x", nodes=(*WIDE, precondition("p"))))
    assert few.bands[0].cards[0][1].width == 250


def test_bands_are_beside_the_opportunities_where_that_is_lower():
    tall = precondition("p", "En lång titel " * 9, who="Alla " * 30)
    notes = tuple(Note(f"Lapp {n}", NOWHERE) for n in range(3))
    nodes = (*WIDE, opportunity("o", to="m"), tall)
    picture = laid_out(Chain("x", said_stage=Stage.DRAFT, nodes=nodes, notes=notes))
    assert picture.hairlines == (picture.opportunities.hairline,)
    right = picture.opportunities.rects["o"].right
    for band in picture.bands:
        assert band.x >= right + 40
        right = max(rect.right for _, rect in band.cards)
    assert right <= picture.right


def test_bands_that_do_not_fit_beside_the_opportunities_are_below_them():
    many = tuple(opportunity(f"o{n}", to="m") for n in range(3))
    notes = tuple(Note(f"Lapp {n}", NOWHERE) for n in range(3))
    nodes = (*WIDE, *many, precondition("p", "En titel"))
    picture = laid_out(Chain("x", said_stage=Stage.DRAFT, nodes=nodes, notes=notes))
    assert picture.hairlines[1] == picture.opportunities.foot
    assert picture.bands[0].y == picture.hairlines[1] + 26


def test_the_legend_is_last():
    picture = laid_out(FULL)
    ys = [float(one.attributes["y"]) for one in picture.legend if one.name == "text"]
    lowest = max(rect.foot for band in picture.bands for _, rect in band.cards)
    assert min(ys) > lowest
    assert max(ys) < picture.height < max(ys) + 40


def test_without_boxes_there_is_no_legend():
    picture = laid_out(NOTHING)
    assert picture.legend == ()
    assert picture.height == picture.top + 22 + 56


def test_docks_are_at_the_right_end_of_their_host():
    unit = laid_out(DOCKS).draft.units["nyckel"]
    host = Rect(100, 200, unit.box.width, unit.box.height)
    rects = dock_rects(unit, host)
    assert [rect.right for rect in rects] == [host.right] * len(unit.docks)
    assert [rect.y for rect in rects] == [200 + dock.top for dock in unit.docks]
    assert dock_rects(laid_out(ONE).draft.units["n"], host) == []


def test_obstacles_that_hinder_nothing_are_a_band():
    picture = laid_out(Chain("x", nodes=(*WIDE, obstacle("h"))))
    assert [band.key for band in picture.bands] == ["unplaced"]


def test_a_picture_that_is_small_in_print_says_so():
    """And where it need not be."""
    told = [one for one in texts(svg_of(laid_out(HUGE))) if one.startswith("På ett enda A3")]
    root = parsed(svg_of(laid_out(HUGE)))
    size = print_size(float(root.get("width")), float(root.get("height")))
    written = f"{size:.1f}".replace(".", ",")
    assert [one.split(" punkter")[0].rpartition(" ")[2] for one in told] == [written]
    assert not any(one.startswith("På ett enda A3") for one in texts(svg_of(laid_out(FULL))))
