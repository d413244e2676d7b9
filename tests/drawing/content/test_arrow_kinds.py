"""Forward, backward, band: no circle is left among the forward arrows."""

import networkx as nx
import pytest

from nyttokedja.drawing.content.arrow_kinds import count_ends, group_arrows, longest_paths
from nyttokedja.model.chain import Chain
from nyttokedja.model.graph import Graph
from tests.drawing.chains import BACKWARD, OFFERS, effect, tangled


def ends(arrows):
    return [arrow.ends for arrow in arrows]


def test_an_arrow_to_an_earlier_column_runs_back():
    arrow_groups = group_arrows(Graph(BACKWARD))
    assert ("m1", "c1") in ends(arrow_groups.backward)
    assert ("n2", "e3") in ends(arrow_groups.backward)
    assert ("c1", "e1") in ends(arrow_groups.forward)


def test_the_arrow_that_closes_a_circle_runs_back():
    chain = Chain("x", nodes=(effect("a", to="b"), effect("b", to="c"), effect("c", to="a")))
    arrow_groups = group_arrows(Graph(chain))
    assert ends(arrow_groups.backward) == [("c", "a")]


def test_arrows_of_opportunities_are_the_bands():
    assert ("c1", "o2") in ends(group_arrows(Graph(OFFERS)).band)
    assert ("o3", "o1") in ends(group_arrows(Graph(OFFERS)).band)


@pytest.mark.parametrize("seed", range(40))
def test_no_circle_is_left_and_no_arrow_lost(seed):
    graph = Graph(tangled(seed))
    arrow_groups = group_arrows(graph)
    assert nx.is_directed_acyclic_graph(nx.DiGraph(ends(arrow_groups.forward)))
    assert sorted(ends(arrow_groups.forward + arrow_groups.backward + arrow_groups.band)) == sorted(
        ends(graph.arrows)
    )


def test_a_chain_of_thousands_needs_no_recursion():
    nodes = tuple(effect(f"e{n}", to=f"e{n + 1}") for n in range(5000))
    assert len(group_arrows(Graph(Chain("x", nodes=nodes))).forward) == 4999


def test_arrows_are_counted_at_both_their_ends():
    chain = Chain("x", nodes=(effect("a", to="b c"), effect("b", to="c"), effect("c"), effect("d")))
    forward = group_arrows(Graph(chain)).forward
    assert count_ends(forward) == ({"a": 2, "b": 1}, {"b": 1, "c": 2})


def test_the_longest_way_to_a_box_is_counted_in_arrows():
    chain = Chain("x", nodes=(effect("a", to="b c"), effect("b", to="c"), effect("c"), effect("d")))
    forward = group_arrows(Graph(chain)).forward
    assert dict(longest_paths("abcd", forward)) == {"a": 0, "b": 1, "c": 2, "d": 0}
