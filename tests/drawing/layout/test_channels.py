"""The x of ranks: what makes gutters wider, and where tracks are in them."""

import pytest

from nyttokedja.drawing.content.wording import picture_words
from nyttokedja.drawing.layout.channels import RankEdges
from nyttokedja.drawing.layout.spacing import DOCK_GUTTER, WIDE
from nyttokedja.drawing.layout.tracks import APART, HEAD_FIRST, TAIL_FIRST
from nyttokedja.drawing.routing.arrow_labels import word_lengths
from nyttokedja.model.chain import Chain
from tests.drawing.chains import ALL, benefit, change, effect, goal, obstacle
from tests.drawing.laid import laid_out


def gutter(*nodes, number=0):
    """The width of a gutter of the picture of nodes."""
    edges = laid_out(Chain("x", nodes=nodes)).canvas.rank_edges
    return edges.left(number + 1) - edges.edge(number)


def pair(**fields):
    return change("c", to="e"), effect("e", **fields)


def test_a_gutter_is_as_wide_as_its_spacing():
    assert gutter(*pair()) == pytest.approx(WIDE.between)
    assert gutter(*pair(to="f"), effect("f"), number=1) == pytest.approx(WIDE.inside)


@pytest.mark.parametrize(
    ("nodes", "more"),
    [
        ((*pair(), obstacle("h", hinders=["c > e"])), DOCK_GUTTER),
        ((*pair(), obstacle("h", hinders=["c > e"]), obstacle("i", hinders=["c > e"])), 2 * DOCK_GUTTER),
        # a track behind the tail of the arrow that goes back, and one before its head, with its free space
        ((change("c", to="e"), effect("e", to="n"), benefit("n", to="e")), 2 * APART),
    ],
    ids=["dock", "docks", "track"],
)
def test_what_widens_a_gutter(nodes, more):
    assert gutter(*nodes) == pytest.approx(WIDE.between + more)


def test_words_widen_a_gutter_by_their_length_where_other_lines_bend():
    fan = change("c", to={"e": "direct", "f": ""}), effect("e"), effect("f")
    plain = change("c", to="e f"), effect("e"), effect("f")
    direct = word_lengths(picture_words("sv"))["direct"]
    assert gutter(*fan) - gutter(*plain) == pytest.approx(direct, abs=0.1)
    assert gutter(change("c", to={"e": "direct"}), effect("e")) < WIDE.between + 2


def test_a_steep_arrow_widens_its_gutter_up_to_a_limit():
    fan = [effect(f"e{n}") for n in range(14)]
    steep = gutter(change("c", to=" ".join(node.id for node in fan)), *fan)
    assert WIDE.between + 20 < steep <= WIDE.between + WIDE.most + 0.1


def test_there_is_room_for_tracks_beside_the_columns():
    plain = laid_out(Chain("x", nodes=(change("c", to="m"), goal("m"))))
    back = laid_out(Chain("x", nodes=(change("c", to="m"), goal("m", to="c"))))
    assert back.canvas.rank_edges.left(0) == plain.canvas.rank_edges.left(0) - 14 + HEAD_FIRST + APART
    behind = back.canvas.rank_edges.right - back.canvas.rank_edges.edge(1)
    assert behind == pytest.approx(TAIL_FIRST + APART)


def test_tracks_are_numbered_from_the_boxes():
    edges = RankEdges((100.0, 500.0), (200.0, 200.0), (1, 0), (0, 2), 800.0)
    assert edges.edge(0) == 300
    assert [edges.tail_track(0, n) for n in (0, 1)] == [344, 353]
    assert [edges.head_track(1, n) for n in (0, 1)] == [438, 429]
    assert edges.head_track(0, 0) == 64


@pytest.mark.parametrize("name", ["docks", "offers", "backward", "sixty"])
def test_ranks_follow_each_other(name):
    edges = laid_out(ALL[name]).canvas.rank_edges
    spans = zip(edges.lefts, edges.lefts[1:], edges.widths, strict=False)
    assert all(after - before > width for before, after, width in spans)
