"""Places of boxes and points of arrows: the numbers that stand in the SVG."""

import re

import pytest

from nyttokedja.drawing.page.document import svg_of
from nyttokedja.drawing.page.places import arrow_points, box_places
from nyttokedja.drawing.routing.collisions import points_of
from tests.drawing.chains import ALL, BACKWARD, OFFERS, STACKED
from tests.drawing.laid import SVG, laid_out, parsed


def drawn_groups(picture):
    return parsed(svg_of(picture, data_attributes=True)).iter(f"{SVG}g")


def bounds(d):
    """The least and greatest x and y of an outline of M, L, H, V and A commands."""
    xs, ys = [], []
    for command, written in re.findall(r"([MLHVA])([^MLHVAZ]*)", d):
        numbers = [float(number) for number in written.split()]
        xs += [] if command == "V" else [numbers[0] if command == "H" else numbers[-2]]
        ys += [] if command == "H" else [numbers[-1]]
    return min(xs), min(ys), max(xs), max(ys)


@pytest.mark.parametrize("name", ALL)
def test_every_node_has_a_place(name):
    assert box_places(laid_out(ALL[name])).keys() == {node.id for node in ALL[name].nodes}


@pytest.mark.parametrize("chain", [OFFERS, STACKED], ids=["offers", "stacked"])
def test_a_place_is_that_of_the_outline(chain):
    picture = laid_out(chain)
    outlines = {}
    for group in drawn_groups(picture):
        if node := group.get("data-node"):
            outlines.setdefault(node, []).append(bounds(next(group.iter(f"{SVG}path")).get("d")))
    places = box_places(picture)
    assert outlines.keys() == places.keys()
    for node, rect in places.items():
        written = (rect.x, rect.y, rect.right, rect.foot)
        assert any(one == pytest.approx(written, abs=0.051) for one in outlines[node])


def test_a_node_drawn_twice_has_the_place_of_its_full_box():
    picture = laid_out(STACKED)
    place = box_places(picture)["batteri"]
    assert place.y > picture.canvas.rect("nyckel").foot
    assert place.x < picture.canvas.rect("nyckel").right


@pytest.mark.parametrize("chain", [OFFERS, BACKWARD], ids=["offers", "backward"])
def test_points_are_those_of_the_line(chain):
    picture = laid_out(chain)
    (arrows,) = [group for group in drawn_groups(picture) if group.get("class") == "arrows"]
    lines, heads = {}, {}
    for path in arrows.iter(f"{SVG}path"):
        ends = path.get("data-source"), path.get("data-target")
        if path.get("fill") == "none" and ends != (None, None):
            lines.setdefault(ends, path.get("d"))
        elif ends != (None, None):
            heads[ends] = tuple(map(float, re.findall(r"[\d.]+", path.get("d"))[:2]))
    found = arrow_points(picture)
    assert found.keys() == lines.keys() == {route.ends for route in picture.routes}
    for ends, points in found.items():
        on_line = points_of(lines[ends])
        assert points[0] == on_line[0]
        assert (points[-2] if ends in heads else points[-1]) == pytest.approx(on_line[-1])
        if ends in heads:
            assert points[-1] == pytest.approx(heads[ends], abs=0.051)
        for point in points[:-1]:
            assert any(point == pytest.approx(other, abs=0.001) for other in on_line)
