"""What has become of arrows: each has its own line and a disc on it, which covers no box and no other."""

from itertools import combinations

import pytest

from nyttokedja.batch.engines import lay_out
from nyttokedja.drawing.boxes.box import SMALL
from nyttokedja.drawing.content.annotations import Annotations
from nyttokedja.drawing.content.arrow_kinds import style_of
from nyttokedja.drawing.content.details import Subject
from nyttokedja.drawing.content.overlay import Overlay, Status, TitleBlock
from nyttokedja.drawing.content.wording import picture_words
from nyttokedja.drawing.layout.trials import NATURAL, draft_of
from nyttokedja.drawing.page.change_marks import status_discs
from nyttokedja.drawing.page.compose import lay_out_picture
from nyttokedja.drawing.page.document import svg_of
from nyttokedja.drawing.page.status_styles import DISC
from nyttokedja.drawing.routing.collisions import points_of
from nyttokedja.drawing.svg.theme import LIGHT
from nyttokedja.model.chain import Chain
from nyttokedja.model.graph import Graph
from tests.drawing.chains import BACKWARD, DOCKS, FULL, OFFERS, SIXTY, benefit, goal
from tests.drawing.laid import SVG, all_rects, parsed

CHAINS = (BACKWARD, DOCKS, FULL, OFFERS, SIXTY)
STATUSES = list(Status)


def told(chain, statuses=STATUSES):
    """A picture of the chain in which the arrows are in turn of each of the statuses."""
    graph, words = Graph(chain), picture_words("sv")
    arrows = {arrow.ends: statuses[number % len(statuses)] for number, arrow in enumerate(graph.arrows)}
    overlay = Overlay(TitleBlock("", "", ()), "", "", "", {}, arrows, {})
    subject = Subject(chain, graph, words, Annotations({}), overlay)
    draft = draft_of(subject, NATURAL)
    return overlay, lay_out_picture(subject, draft, lay_out([draft.dot])[0], LIGHT)


@pytest.mark.parametrize("chain", CHAINS, ids=lambda chain: chain.title[:20])
def test_a_disc_for_every_arrow_that_is_not_as_it_was(chain):
    overlay, picture = told(chain)
    boxes = all_rects(picture).values()
    discs = status_discs(overlay, picture.canvas, picture.routes, (), boxes)
    told_of = [route for route in picture.routes if overlay.status(route.ends) is not Status.KEPT]
    assert [disc.status for disc in discs] == [overlay.status(route.ends) for route in told_of]
    for disc, route in zip(discs, told_of, strict=True):
        assert disc.at in points_of(route.d)
        x, y = disc.at
        assert not any(
            b.x < x + DISC and x - DISC < b.right and b.y < y + DISC and y - DISC < b.foot for b in boxes
        )
    for one, other in combinations(discs, 2):
        apart = max(abs(one.at[0] - other.at[0]), abs(one.at[1] - other.at[1]))
        assert apart >= 2 * DISC


def test_a_disc_stands_on_no_other_line_where_there_is_room():
    overlay, picture = told(FULL)
    lines = {route.ends: points_of(route.d) for route in picture.routes}
    for disc, ends in zip(
        status_discs(overlay, picture.canvas, picture.routes, (), ()),
        [route.ends for route in picture.routes if overlay.status(route.ends) is not Status.KEPT],
        strict=True,
    ):
        near = [
            other
            for other, points in lines.items()
            if other != ends
            and any(abs(x - disc.at[0]) < DISC and abs(y - disc.at[1]) < DISC for x, y in points)
        ]
        assert not near


@pytest.mark.parametrize("chain", CHAINS, ids=lambda chain: chain.title[:20])
def test_arrows_of_different_status_share_no_line(chain):
    overlay, picture = told(chain)
    layered, owners = picture.canvas.layered, {}
    for arrow in picture.canvas.arrow_groups.forward:
        for stop in layered.paths[arrow.ends][1:-1]:
            assert owners.setdefault(stop, overlay.status(arrow.ends)) is overlay.status(arrow.ends)
    ends = [route.tip for route in picture.routes if route.tip]
    heads = {
        (arrow.target.id, style_of(arrow), overlay.status(arrow.ends))
        for arrow in picture.canvas.arrow_groups.backward
    }
    assert len(ends) == len(picture.canvas.arrow_groups.forward) + len(heads)


@pytest.mark.parametrize("strength", ["direct", "indirect", "limited"])
def test_a_link_word_stands_beside_the_disc_of_its_arrow(strength):
    chain = Chain("x", nodes=(benefit("n", "N", to={"m": strength}), goal("m", "M")))
    _, picture = told(chain, [Status.ADDED])
    group = next(g for g in parsed(svg_of(picture)).iter(f"{SVG}g") if g.get("class") == "arrows")
    (word,), (disc,) = group.iter(f"{SVG}text"), group.iter(f"{SVG}circle")
    assert float(word.get("x")) + SMALL.width(word.text) <= float(disc.get("cx")) - DISC
