"""The pictures of one chain and of many, by a layout that is handed in."""

from nyttokedja.batch.engines import layout_of
from nyttokedja.drawing import draw, draw_many
from nyttokedja.drawing.layout.trials import Trial, draft_of
from nyttokedja.errors import CannotDraw
from nyttokedja.model.graph import Graph
from tests.drawing.chains import FULL, NOTHING, ONE, SIXTY, TINY
from tests.drawing.laid import drawn, subject_of

LAYOUT = layout_of()


def jobs(*chains):
    return [(chain, Graph(chain), ()) for chain in chains]


def test_many_at_once_are_as_one_by_one():
    several = jobs(FULL, TINY, SIXTY, ONE)
    assert draw_many(several, LAYOUT) == [draw(*job, layout=LAYOUT) for job in several]


def test_many_share_the_calls_of_the_layout():
    called = []

    def layout(dots):
        called.append(len(dots))
        return LAYOUT(dots)

    draw_many(jobs(FULL, TINY, ONE), layout)
    assert called[0] == 3
    assert len(called) < sum(called)


def test_a_chain_without_boxes_needs_no_layout():
    def layout(dots):
        raise AssertionError

    assert "<svg" in draw(*jobs(NOTHING)[0], layout=layout)


def test_one_chain_that_fails_stops_no_other():
    bad = draft_of(subject_of(TINY), Trial()).dot

    def moody(dots):
        if bad in dots:
            raise CannotDraw("The layout engine crashed.")
        return LAYOUT(dots)

    first, second, third = draw_many(jobs(FULL, TINY, ONE), moody)
    assert first == drawn(FULL)
    assert isinstance(second, CannotDraw)
    assert third == drawn(ONE)
