"""The y of units, lines and ends of arrows."""

import pytest

from nyttokedja.model.chain import Chain
from tests.drawing.chains import ALL, SIXTY, benefit, change, effect, goal, obstacle
from tests.drawing.laid import laid_out


def placed(*nodes):
    canvas = laid_out(Chain("x", nodes=nodes)).canvas
    return canvas, canvas.placed


@pytest.mark.parametrize("name", ["full", "docks", "backward", "sixty"])
def test_the_topmost_is_at_the_top_and_the_foot_below_all(name):
    picture = laid_out(ALL[name])
    placement = picture.canvas.placed
    lines = [y - 8 for y in placement.lines.values()]
    assert min([*placement.tops.values(), *lines]) == pytest.approx(picture.top + 46, abs=0.1)
    feet = [placement.tops[id] + unit.height for id, unit in picture.canvas.units.items()]
    assert placement.foot == pytest.approx(max([*feet, *(y + 8 for y in placement.lines.values())]))


def test_a_single_arrow_is_level():
    canvas, placement = placed(
        change("c", "En lång titel som tar flera rader i sin ruta", to="e"), effect("e")
    )
    assert placement.leaves["c", "e"] == placement.enters["c", "e"] == canvas.rect("e").middle


def test_arrows_leave_and_enter_in_the_middle_unless_they_are_level_beside_it():
    canvas = laid_out(SIXTY).canvas
    for tail, head in canvas.layered.paths:
        off = canvas.placed.enters[tail, head] - canvas.rect(head).middle
        assert abs(off) <= 14
        assert off == 0 or canvas.placed.leaves[tail, head] is not None


def test_an_arrow_with_a_dock_at_a_shared_head_enters_below_the_middle():
    canvas, placement = placed(
        change("c", to="a b"), effect("a", to="n x"), effect("b", to="n"), effect("x"), benefit("n", to="m"),
        goal("m"), obstacle("h", hinders=["a > n"]),
    )  # fmt: skip
    assert placement.enters["a", "n"] == pytest.approx(canvas.rect("n").middle + 10)
    assert placement.leaves["a", "n"] == canvas.rect("a").middle
    assert placement.enters["b", "n"] <= canvas.rect("n").middle + 3
