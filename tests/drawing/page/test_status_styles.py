"""How each status is drawn."""

import pytest

from nyttokedja.drawing.content.overlay import Status
from nyttokedja.drawing.page.status_styles import (
    GONE,
    box_style,
    draw_badge,
    draw_cut,
    draw_disc,
    draw_route,
    draw_symbol,
)
from nyttokedja.drawing.routing.pen import Route
from nyttokedja.drawing.svg.theme import LIGHT


@pytest.mark.parametrize(
    ("status", "fill", "line", "ink", "heavier", "dashes", "struck"),
    [
        (None, "own", "own", LIGHT.ink, 0, None, False),
        (Status.TOUCHED, "own", "own", LIGHT.ink, 0, None, False),
        (Status.KEPT, LIGHT.pale, "kept", LIGHT.soft, 0, None, False),
        (Status.REMOVED, LIGHT.page, "removed", LIGHT.soft, 0.4, GONE, True),
        (Status.ADDED, "own", "added", LIGHT.ink, 1, "", False),
        (Status.CHANGED, "own", "changed", LIGHT.ink, 1, "", False),
    ],
)
def test_the_style_of_a_box(status, fill, line, ink, heavier, dashes, struck):
    own = LIGHT.kinds["risk"]
    style = box_style("risk", status, LIGHT)
    assert style.colours.fill == (own.fill if fill == "own" else fill)
    assert style.colours.line == (own.line if line == "own" else LIGHT.statuses[line])
    assert (style.ink, style.heavier, style.dashes, style.struck) == (ink, heavier, dashes, struck)


def route(style="plain", **fields):
    return Route(("a", "b"), style, "M0 0H50", (), (60, 0), **fields)


@pytest.mark.parametrize(
    ("style", "status", "width", "dashes", "colour"),
    [
        ("plain", None, "1.6", None, LIGHT.arrow),
        ("plain", Status.TOUCHED, "1.6", None, LIGHT.arrow),
        ("plain", Status.KEPT, "1.6", None, LIGHT.statuses["kept"]),
        ("plain", Status.REMOVED, "2", GONE, LIGHT.statuses["removed"]),
        ("direct", Status.REMOVED, "2.6", GONE, LIGHT.statuses["removed"]),
        ("plain", Status.ADDED, "2.4", None, LIGHT.statuses["added"]),
        ("direct", Status.CHANGED, "3.4", None, LIGHT.statuses["changed"]),
        ("indirect", Status.ADDED, "2.4", "9 4", LIGHT.statuses["added"]),
    ],
)
def test_the_line_of_an_arrow(style, status, width, dashes, colour):
    line, head = draw_route(route(style), status, LIGHT)
    assert line.attributes["stroke-width"] == width
    assert line.attributes.get("stroke-dasharray") == dashes
    assert line.attributes["stroke"] == colour
    assert head.attributes["stroke"] == colour


def test_what_joins_another_line_has_no_head_and_chevrons_are_drawn():
    joining = Route(("a", "b"), "plain", "M0 0H50", ())
    assert len(draw_route(joining, None, LIGHT)) == 1
    assert len(draw_route(route(chevrons=((10, 0), (20, 0))), None, LIGHT)) == 4


@pytest.mark.parametrize(
    ("status", "r", "fill", "dashes", "width"),
    [
        ("added", 8.5, LIGHT.statuses["added"], None, "1.9"),
        ("added", 6, LIGHT.statuses["added"], None, "1.5"),
        ("touched", 8.5, LIGHT.page, "2 2", "1.9"),
        ("touched", 6.5, LIGHT.page, None, "1.5"),
    ],
)
def test_a_disc(status, r, fill, dashes, width):
    disc, symbol = draw_disc(status, 10, 20, r, LIGHT)
    assert disc.attributes["fill"] == fill
    assert disc.attributes.get("stroke-dasharray") == dashes
    assert symbol.attributes["stroke-width"] == width
    hollow = status == "touched"
    assert symbol.attributes["stroke"] == (LIGHT.statuses["touched"] if hollow else LIGHT.page)


def test_a_disc_in_another_colour():
    disc, _ = draw_disc("touched", 10, 20, 6, LIGHT, "#123456")
    assert disc.attributes["stroke"] == "#123456"


@pytest.mark.parametrize(
    ("status", "d"),
    [
        ("added", "M95 50 L105 50 M100 45 L100 55"),
        ("removed", "M95 50 L105 50"),
        ("changed", "M100 44.5 L105.2 54 L94.8 54 L100 44.5"),
    ],
)
def test_symbols_are_around_their_middle(status, d):
    assert draw_symbol(status, 100, 50, 10, "#111111").attributes["d"] == d


@pytest.mark.parametrize(
    ("status", "fill"), [(Status.ADDED, LIGHT.statuses["added"]), (Status.TOUCHED, LIGHT.page)]
)
def test_a_badge_is_on_the_upper_edge_near_the_right_end(status, fill):
    pill, symbol, word = draw_badge(status, "ny", 300, 100, LIGHT)
    assert float(pill.attributes["x"]) + float(pill.attributes["width"]) == pytest.approx(286, abs=0.11)
    assert float(pill.attributes["y"]) + float(pill.attributes["height"]) / 2 == 97
    assert pill.attributes["fill"] == fill
    assert word.text == "ny"
    assert float(word.attributes["x"]) == pytest.approx(float(pill.attributes["x"]) + 21, abs=0.11)
    assert word.attributes["y"] == "101"
    assert symbol.name == "path"


@pytest.mark.parametrize(("direction", "xs"), [(1, ["105", "110", "115"]), (-1, ["95", "90", "85"])])
def test_three_dots(direction, xs):
    assert [dot.attributes["cx"] for dot in draw_cut(100, 50, direction, LIGHT)] == xs
