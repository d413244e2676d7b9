"""Pictures with goals to the left, and downwards: everything in its place, and text as ever."""

from itertools import combinations, pairwise

import pytest

from nyttokedja.batch.engines import lay_out
from nyttokedja.drawing.layout.trials import best_draft
from nyttokedja.drawing.page.compose import around_of, lay_out_picture
from nyttokedja.drawing.page.document import svg_of
from nyttokedja.drawing.page.places import arrow_points, box_places
from nyttokedja.drawing.svg.theme import LIGHT

from .chains import ALL, BACKWARD, DOCKS, FULL, tangled
from .laid import laid_out, parsed, subject_of, texts
from .test_geometry import apart, passes

CHAINS = [pytest.param(chain, id=name) for name, chain in ALL.items() if name not in ("nothing", "many")]
CHAINS += [pytest.param(tangled(seed), id=f"tangled {seed}") for seed in range(15)]


def read(chain, direction):
    subject = subject_of(chain)
    draft = best_draft(subject, around_of(subject), direction=direction)
    answer = lay_out([draft.dot])[0] if draft.units else {}
    return lay_out_picture(subject, draft, answer, LIGHT, direction)


@pytest.mark.parametrize("direction", ["right", "left", "down"])
@pytest.mark.parametrize("chain", CHAINS)
def test_boxes_keep_apart_and_inside_and_no_arrow_runs_through_them(chain, direction):
    picture = read(chain, direction)
    places = box_places(picture)
    assert [(a, b) for a, b in combinations(places, 2) if not apart(places[a], places[b])] == []
    for place in places.values():
        assert place.x >= 28 - 0.1
        assert place.right <= picture.width - 28 + 0.1
        assert picture.top <= place.y
        assert place.foot <= picture.height
    graph = picture.subject.graph
    bodies = {id: place for id, place in places.items() if graph.nodes[id].type != "change"}
    for ends, points in arrow_points(picture).items():
        for run in pairwise(points):
            assert [id for id, place in bodies.items() if id not in ends and passes(run, place)] == []


@pytest.mark.parametrize(
    ("direction", "along", "way"), [("right", "x", 1), ("left", "x", -1), ("down", "y", 1)]
)
def test_every_arrow_leads_that_way_but_those_that_lead_back(direction, along, way):
    for chain in (FULL, DOCKS, BACKWARD):
        picture = read(chain, direction)
        places = box_places(picture)
        back = {arrow.ends for arrow in picture.draft.arrow_groups.backward}
        for arrow in picture.draft.arrow_groups.forward:
            tail, head = (getattr(places[end], along) for end in arrow.ends)
            assert (head - tail) * way > 0
        for tail, head in back:
            assert (getattr(places[head], along) - getattr(places[tail], along)) * way < 0


@pytest.mark.parametrize("direction", ["left", "down"])
def test_the_same_is_said_in_every_direction(direction):
    """No text is turned, cut or left out, but lines break where boxes are of another width."""
    there, here = (" ".join(texts(svg_of(read(FULL, one)))).split() for one in ("right", direction))
    assert sorted(there) == sorted(here)
    assert "transform" not in "".join(
        one.get("transform", "") for one in parsed(svg_of(read(FULL, direction))).iter()
    )


def test_to_the_left_is_the_mirrored_picture():
    right, left = read(FULL, "right"), read(FULL, "left")
    for id, place in box_places(right).items():
        if id in right.draft.units:
            assert box_places(left)[id].x == pytest.approx(right.width - place.right)
            assert box_places(left)[id].y == pytest.approx(place.y)


def test_downwards_docks_are_beside_their_box():
    picture = read(DOCKS, "down")
    places = box_places(picture)
    assert places["osaker"].x > places["tid"].right
    assert places["nej"].x > places["nyckel"].right
    assert places["nej"].foot > places["nyckel"].y


def test_a_picture_is_read_to_the_right_if_nothing_is_said():
    assert laid_out(FULL).orientation.direction == "right"


def test_the_legend_points_as_the_picture_does():
    right, left = (
        svg_of(read(FULL, direction)).rpartition("Teckenförklaring")[2] for direction in ("right", "left")
    )
    change, mirrored = (
        legend.partition("<path")[2].partition('d="')[2].partition('"')[0] for legend in (right, left)
    )
    points = [float(x) for x, _ in (point.split() for point in change.strip("MZ").split("L"))]
    other = [float(x) for x, _ in (point.split() for point in mirrored.strip("MZ").split("L"))]
    assert other == [min(points) + max(points) - x for x in points]
    assert points[2] == max(points)  # the point of the block arrow
