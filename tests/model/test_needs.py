"""What needs all comes as documents say it: only when every box with an arrow to it does."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nyttokedja.comparing.what_if import without
from nyttokedja.model import needs
from nyttokedja.model.chain import Chain, NodeType
from nyttokedja.model.graph import Graph
from tests.model.test_graph import build, graphs, ids


@st.composite
def needing(draw):
    """A graph where some boxes need all of what leads to them."""
    graph = draw(graphs())
    picked = draw(st.sets(st.integers(0, 7)))
    return with_needs(graph, {f"n{n}" for n in picked})


def with_needs(graph, needy):
    nodes = tuple(replace(node, needs_all=node.id in needy) for node in graph.chain.nodes)
    return Graph(replace(graph.chain, nodes=nodes))


def rounds(graph, starts, gone=(), cut=()):
    """What comes, in rounds from nothing, each box judged by the definition alone."""
    come = set()
    while True:
        more = {id for id in graph.digraph if id not in come and comes(graph, id, come, starts, gone, cut)}
        if not more:
            return come
        come |= more


def comes(graph, id, come, starts, gone, cut):
    if id in gone:
        return False
    ways = [(arrow, arrow.source.id in come and arrow.ends not in cut) for arrow in graph.entering[id]]
    lifted = id in starts or any(has and arrow.source.type is not NodeType.DRAWBACK for arrow, has in ways)
    lacking = id in graph.lacking or not all(has for _, has in ways)
    return lifted and not (graph.nodes[id].needs_all and lacking)


def starts_of(graph):
    return ids(graph, NodeType.CHANGE), ids(graph, NodeType.OPPORTUNITY)


@given(needing())
def test_possible_and_expected_are_the_least_answers(graph):
    changes, opportunities = starts_of(graph)
    assert graph.possible == rounds(graph, {*changes, *opportunities})
    assert graph.expected == rounds(graph, set(changes), gone=opportunities)


@given(needing())
def test_what_is_hindered_does_not_come_nor_what_needs_it(graph):
    changes, opportunities = starts_of(graph)
    gone, cut = set(opportunities), set()
    for _, spots in graph.in_the_way:
        for spot in spots:
            if hasattr(spot, "ends"):
                cut.add(spot.ends)
            else:
                gone.add(spot.id)
    assert graph.hindered == graph.expected - rounds(graph, set(changes), gone, cut)
    assert graph.exposed == graph.hindered & {goal.id for goal in graph.chain.goals}


@given(needing())
def test_the_sole_arrow_is_one_that_it_falls_without(graph):
    changes, opportunities = starts_of(graph)
    left = {arrow.ends: rounds(graph, set(changes), opportunities, {arrow.ends}) for arrow in graph.arrows}
    for id in graph.digraph:
        needed = {ends for ends, still in left.items() if id in graph.expected and id not in still}
        assert (id in graph.sole_arrow) == bool(needed)
        assert not needed or graph.sole_arrow[id].ends in needed


@given(graphs())
def test_where_nothing_needs_all_the_answers_are_those_of_paths(graph):
    """The two engines say the same: one box that needs its only arrow changes nothing."""
    alone = [id for id in graph.digraph if len(graph.entering[id]) == 1]
    carried = [id for id in alone if graph.entering[id][0].source.type is not NodeType.DRAWBACK]
    same = with_needs(
        graph, {id for id in carried if graph.nodes[id].type in (NodeType.EFFECT, NodeType.GOAL)}
    )
    assert (same.possible, same.expected) == (graph.possible, graph.expected)
    assert (same.hindered, same.weakened) == (graph.hindered, graph.weakened)
    assert {id: arrow.ends for id, arrow in same.sole_arrow.items()} == {
        id: arrow.ends for id, arrow in graph.sole_arrow.items()
    }


@given(needing(), st.data())
def test_what_is_struck_out_is_needed_still(graph, data):
    changes, opportunities = starts_of(graph)
    boxes = data.draw(st.sets(st.sampled_from(sorted(graph.digraph)), max_size=2))
    after = without(graph, frozenset(boxes))
    assert after.expected == rounds(graph, set(changes), {*opportunities, *boxes})
    assert after.possible == rounds(graph, {*changes, *opportunities}, boxes)
    if graph.arrows:
        arrow = data.draw(st.sampled_from(graph.arrows)).ends
        after = without(graph, frozenset(), frozenset({arrow}))
        assert after.expected == rounds(graph, set(changes), opportunities, {arrow})


def needed_both():
    """Two changes, an effect of each, and a goal that needs both effects."""
    kinds = (NodeType.CHANGE, NodeType.CHANGE, NodeType.EFFECT, NodeType.EFFECT, NodeType.GOAL)
    return with_needs(build(kinds, [(0, 2), (1, 3), (2, 4), (3, 4)]), {"n4"})


def test_a_goal_that_needs_both_falls_without_either():
    graph = needed_both()
    assert "n4" in graph.expected
    for id in ("n0", "n1", "n2", "n3"):
        assert "n4" not in without(graph, frozenset({id})).expected
    for arrow in graph.arrows:
        assert "n4" not in without(graph, frozenset(), frozenset({arrow.ends})).expected
    assert graph.sole_arrow["n4"].ends == ("n2", "n4")


def test_a_circle_does_not_lift_itself():
    kinds = (NodeType.CHANGE, NodeType.EFFECT, NodeType.EFFECT)
    arrows = [(0, 1), (1, 2), (2, 1)]
    assert with_needs(build(kinds, arrows), set()).possible == {"n0", "n1", "n2"}
    assert with_needs(build(kinds, arrows), {"n1"}).possible == {"n0"}


def test_what_needs_an_opportunity_too_is_possible_and_not_expected():
    kinds = (NodeType.CHANGE, NodeType.OPPORTUNITY, NodeType.BENEFIT)
    graph = with_needs(build(kinds, [(0, 2), (1, 2)]), {"n2"})
    assert ("n2" in graph.possible, "n2" in graph.expected, graph.hangs("n2")) == (True, False, True)


def test_what_lacks_says_which_box_needs_it():
    kinds = (NodeType.CHANGE, NodeType.EFFECT, NodeType.EFFECT, NodeType.EFFECT, NodeType.GOAL)
    graph = with_needs(build(kinds, [(0, 3), (1, 2), (2, 3), (3, 4)]), {"n3"})
    found = {id: needs.unmet_need(graph, graph.possible, id) for id in graph.nodes}
    assert {id: unmet for id, unmet in found.items() if unmet} == {"n3": ("n3", "n2"), "n4": ("n3", "n2")}
    assert graph.beginning("n4").id == "n1"


def test_a_chain_without_needs_asks_paths_alone(monkeypatch):
    graph = build((NodeType.CHANGE, NodeType.OPPORTUNITY, NodeType.GOAL), [(0, 2), (1, 2)])
    for name in ("coming", "last_needed"):
        monkeypatch.setattr(f"nyttokedja.model.graph.{name}", pytest.fail)
    assert (len(graph.possible), len(graph.expected), len(graph.sole_arrow)) == (3, 2, 1)
    assert not graph.needing
    assert not Graph(Chain("x")).needing


def test_a_long_chain_of_needs_takes_little_time():
    kinds = [NodeType.CHANGE, NodeType.CHANGE] + [NodeType.EFFECT] * 1000
    arrows = [(n - one, n) for n in range(2, 1002) for one in (1, 2)]
    graph = with_needs(build(kinds, arrows), {f"n{n}" for n in range(2, 1002)})
    assert len(graph.expected) == 1002
    assert len(needs.last_needed(graph, {"n0", "n1"}, graph.expected)) == 1000
