"""A layout pushed together into the height that there is for it."""

import random
from itertools import pairwise
from math import inf

import pytest

from nyttokedja.drawing.boxes.box import TypesetBox
from nyttokedja.drawing.boxes.docks import Unit
from nyttokedja.drawing.layout.engine_input import height_of, span_of
from nyttokedja.drawing.layout.layers import Cell, LayeredGraph
from nyttokedja.drawing.layout.spacing import NARROW
from nyttokedja.drawing.layout.squeeze import squeezed
from nyttokedja.drawing.layout.trials import Trial, draft_of
from tests.drawing.chains import SIXTY
from tests.drawing.laid import subject_of


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
    close = squeezed(layered, ys, 0.0, 18, 10)
    feet = [span_of(cell, close[name])[1] for name, cell in layered.cells.items()]
    tops = [span_of(cell, close[name])[0] for name, cell in layered.cells.items()]
    least = max(feet) - min(tops)
    assert least <= max(_tallest(layered, rank) for rank in range(4)) + 0.01
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


def _tallest(layered, rank):
    """The height of a rank where all are as far apart as boxes."""
    heights = [height_of(cell) for cell in layered.cells.values() if cell.rank == rank]
    return sum(heights) + 18 * (len(heights) - 1)


@pytest.mark.parametrize("most", [inf, 400])
def test_the_least_height_is_that_of_the_layered_graph(most):
    """It is counted before there is one, and the boxes of a rank are in file order above its lines."""
    draft = draft_of(subject_of(SIXTY), Trial(spacing=NARROW, most=most))
    by_rank = [[] for _ in range(draft.ranks.count)]
    for cell in draft.layered.cells.values():
        by_rank[cell.rank].append(cell)
    for cells, height in zip(by_rank, draft.rank_heights, strict=True):
        gaps = [NARROW.boxes if cell.unit else NARROW.lines for cell in cells]
        between = sum((one + other) / 2 for one, other in pairwise(gaps))
        assert height == pytest.approx(sum(map(height_of, cells)) + between)
