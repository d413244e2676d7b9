"""A layout pushed together into the height that there is for it."""

import random
from itertools import pairwise

import pytest

from nyttokedja.drawing.boxes.box import TypesetBox
from nyttokedja.drawing.boxes.docks import Unit
from nyttokedja.drawing.layout.engine_input import span_of
from nyttokedja.drawing.layout.layers import Cell, LayeredGraph
from nyttokedja.drawing.layout.squeeze import squeezed, tallest


def random_layout(seed):
    dice = random.Random(seed)
    cells, ys = {}, {}
    for rank in range(4):
        y = dice.uniform(-300, 300)
        for _ in range(dice.randrange(1, 8)):
            unit = (
                Unit(TypesetBox("x", "effect", "", "", 100.0, dice.randrange(40, 160), ()))
                if dice.random() < 0.6
                else None
            )
            name = f"n{len(cells)}"
            cells[name] = Cell(name, rank, unit)
            high = unit.height if unit else 4.32
            ys[name] = y + high / 2
            y += high + dice.uniform(18, 120)
    return LayeredGraph(cells, (), {}, {}, 4), ys


@pytest.mark.parametrize("seed", range(40))
def test_order_and_distances_stay_and_the_height_is_kept(seed):
    layered, ys = random_layout(seed)
    least = max(tallest(layered, 18, 10))
    for most in (0.0, least + 50, 10_000.0):
        moved = squeezed(layered, ys, most, 18, 10)
        spans = [span_of(cell, moved[name]) for name, cell in layered.cells.items()]
        high = max(foot for _, foot in spans) - min(top for top, _ in spans)
        assert high <= max(least, most) + 0.01
        if most == 10_000:
            assert moved == ys
        for rank in range(4):
            names = sorted((n for n, c in layered.cells.items() if c.rank == rank), key=ys.get)
            assert names == sorted(names, key=moved.get)
            for one, other in pairwise(names):
                free = (
                    span_of(layered.cells[other], moved[other])[0]
                    - span_of(layered.cells[one], moved[one])[1]
                )
                both = layered.cells[one].unit and layered.cells[other].unit
                assert free >= (18 if both else 10) - 0.01
