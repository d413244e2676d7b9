"""Lines made straight: what is moved, how far, and what stops it."""

from itertools import pairwise

import pytest

from nyttokedja.drawing.boxes.box import TypesetBox
from nyttokedja.drawing.boxes.docks import Unit
from nyttokedja.drawing.layout.layers import Cell, LayeredGraph
from nyttokedja.drawing.layout.straighten import straightened


def unit(id, height=40.0):
    return Unit(TypesetBox(id, "effect", "", "", 100.0, height, ()))


def straight(line_ys, start=20.0, end=20.0, boxes=(), lines=()):
    """The y of the dummies of one line from a box with its middle at ``start`` to one at ``end``.

    ``boxes`` and ``lines`` are (rank, y) of further boxes, by their tops, and of further dummies.
    """
    last = len(line_ys) + 1
    cells = {"a": Cell("a", 0, unit("a")), "b": Cell("b", last, unit("b"))}
    tops = {"a": start - 20, "b": end - 20}
    path = ["a", *(f"d{n}" for n in range(len(line_ys))), "b"]
    edges = list(pairwise(path))
    ys = {f"d{n}": y for n, y in enumerate(line_ys)}
    cells |= {f"d{n}": Cell(f"d{n}", n + 1) for n in range(len(line_ys))}
    for number, (rank, top) in enumerate(boxes):
        cells[f"x{number}"] = Cell(f"x{number}", rank, unit(f"x{number}"))
        tops[f"x{number}"] = top
    for number, (rank, y) in enumerate(lines):
        name = f"y{number}"
        cells[name], ys[name] = Cell(name, rank), y
        edges += [("a", name), (name, "b")]
    units = {name: cell.unit for name, cell in cells.items() if cell.unit}
    graph = LayeredGraph(cells, tuple(edges), {name: name for name in units}, {}, last + 1)
    found = straightened(graph, units, tops, ys)
    return [found[f"d{n}"] for n in range(len(line_ys))]


@pytest.mark.parametrize(
    ("line", "ends", "expected"),
    [
        ([25.0], (20, 20), [20]),  # near: level with both ends
        ([32.0], (20, 120), [20]),  # 12 px is near, from its tail
        ([32.1], (20, 120), [20]),  # farther, but alone on its way: the nearer end
        ([110.0], (20, 120), [120]),  # near its head
        ([60.0, 60.0], (20, 120), [20, 20]),  # a whole strand goes to the nearer end
        ([100.0, 95.0], (20, 120), [120, 120]),
        ([93.0, 93.0], (20, 400), [93, 93]),  # farther than a strand is moved
    ],
)
def test_a_line_becomes_level(line, ends, expected):
    assert straight(line, *ends) == expected


@pytest.mark.parametrize(
    ("line", "box", "expected"),
    [
        ([30.0], 0.0, [30]),  # a box from 0 to 40 is where the line would come
        ([30.0], 200.0, [20]),
        ([60.0], 31.9, [60]),  # less than 12 px from the new place
        ([60.0], 80.0, [20]),
        ([60.0], 25.0, [60]),  # a box between the old place and the new
    ],
)
def test_a_box_stops_a_line(line, box, expected):
    assert straight(line, 20, 400, boxes=[(1, box)]) == expected


@pytest.mark.parametrize(("other", "expected"), [(28.9, [30]), (11.1, [30]), (10.0, [20]), (45.0, [20])])
def test_another_line_stops_a_line(other, expected):
    assert straight([30.0], 20, 400, lines=[(1, other)]) == expected
