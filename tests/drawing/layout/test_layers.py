"""The layered graph: cells, dummies where arrows pass ranks, and which arrows share them."""

from dataclasses import replace

from nyttokedja.drawing.content.overlay import Overlay, Status, TitleBlock
from nyttokedja.drawing.layout.layers import layered_graph
from nyttokedja.drawing.layout.trials import Trial, draft_of
from nyttokedja.model.chain import Chain
from tests.drawing.chains import benefit, change, effect, goal
from tests.drawing.laid import subject_of

# c → e → n → m, and past them from c to n and m
NODES = (
    change("c", to={"e": "", "n": "", "m": ""}),
    effect("e", to="n"),
    benefit("n", to="m"),
    goal("m"),
)


def layered(nodes=NODES, arrows=None):
    subject = subject_of(Chain("x", nodes=nodes))
    overlay = Overlay(TitleBlock("", "", ()), "", "", "", {}, arrows, {}) if arrows else None
    return draft_of(replace(subject, overlay=overlay), Trial()).layered


def test_units_come_first_in_file_order_and_dummies_after_them():
    graph = layered()
    assert graph.names == {"c": "n0", "e": "n1", "n": "n2", "m": "n3"}
    assert [(cell.rank, cell.unit is None) for cell in graph.cells.values()] == [
        (0, False), (1, False), (2, False), (3, False), (1, True), (2, True),
    ]  # fmt: skip
    assert graph.ranks == 4


def test_arrows_that_pass_the_same_rank_from_one_box_share_a_dummy():
    graph = layered()
    assert graph.paths["c", "e"] == ("n0", "n1")
    assert graph.paths["c", "n"] == ("n0", "n4", "n2")
    assert graph.paths["c", "m"] == ("n0", "n4", "n5", "n3")
    assert len(graph.edges) == len(set(graph.edges)) == 7


def test_arrows_of_another_style_or_status_have_dummies_of_their_own():
    strong = (change("c", to={"e": "", "n": "", "m": "direct"}), *NODES[1:])
    assert layered(strong).paths["c", "m"][1] != layered(strong).paths["c", "n"][1]
    graph = layered(arrows={("c", "m"): Status.ADDED})
    assert graph.paths["c", "m"][1] != graph.paths["c", "n"][1]


def test_every_edge_is_between_adjacent_ranks():
    graph = layered()
    assert all(graph.cells[head].rank - graph.cells[tail].rank == 1 for tail, head in graph.edges)


def test_a_graph_without_units_is_empty():
    draft = draft_of(subject_of(Chain("x", nodes=NODES)), Trial())
    assert layered_graph({}, draft.ranks, ()).cells == {}
