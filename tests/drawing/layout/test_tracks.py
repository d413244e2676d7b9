"""Tracks: one for each end of backward arrows, in the right gutter."""

import pytest

from nyttokedja.drawing.content.arrow_kinds import group_arrows
from nyttokedja.drawing.layout.ranks import in_columns, rank
from nyttokedja.drawing.layout.tracks import APART, Tracks, tracks_of
from nyttokedja.model.chain import Chain
from nyttokedja.model.graph import Graph
from tests.drawing.chains import benefit, change, effect, goal, opportunity

CHAIN = Chain(
    "x",
    nodes=(
        change("c", to="e1 e2 o"),
        effect("e1", to="n"),
        effect("e2", to="n"),
        benefit("n", to={"m": "", "e1": "", "e2": ""}),
        goal("m", to="c"),
        opportunity("o", to="n"),
    ),
)
YS = {"c": 0.0, "e1": 100.0, "e2": 200.0, "n": 50.0, "m": 0.0}


def tracks():
    graph = Graph(CHAIN)
    groups = group_arrows(graph)
    ranks = rank(in_columns(CHAIN.nodes), groups.forward, {})
    return tracks_of(groups.backward, ranks, YS.__getitem__)


def test_arrows_into_one_box_share_a_track_and_so_those_out_of_it():
    assert set(tracks().heads) == {("back", "e1"), ("back", "e2"), ("back", "c")}
    assert set(tracks().tails) == {("back", "n"), ("back", "m")}


def test_those_of_low_boxes_are_next_to_the_boxes():
    heads = tracks().heads
    assert (heads["back", "e2"], heads["back", "e1"]) == (0, 1)


def test_what_is_in_each_gutter():
    # ranks: c 0, e1 e2 1, n 2, m 3; gutter g is right of rank g, gutter -1 left of the first
    assert tracks().counts == {-1: (0, 1), 0: (0, 2), 2: (1, 0), 3: (1, 0)}


@pytest.mark.parametrize(("counts", "width"), [((0, 0), 0), ((2, 0), 2), ((0, 1), 2), ((2, 3), 6)])
def test_the_width_of_tracks(counts, width):
    assert Tracks({}, {}, {0: counts}).width(0) == width * APART
    assert Tracks({}, {}, {0: counts}).width(1) == 0
