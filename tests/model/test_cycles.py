"""The shortest cycle of each strongly connected component."""

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nyttokedja.model import cycles
from nyttokedja.model.cycles import shortest_cycles

NODES = "abcdefg"
ORDER = {id: n for n, id in enumerate(NODES)}


def found(*arrows, order=ORDER):
    return shortest_cycles(nx.DiGraph([tuple(arrow) for arrow in arrows]), order)


def test_a_graph_without_a_way_back_has_none():
    assert found("ab", "bc", "ac") == ()


def test_a_cycle_follows_the_arrows_from_its_first_node():
    assert found("cb", "bd", "dc") == (("b", "d", "c"),)
    assert found("cb", "bd", "dc", order={"d": 0, "c": 1, "b": 2}) == (("d", "c", "b"),)


def test_of_several_in_a_component_the_shortest_is_given():
    assert found("ab", "bc", "cd", "da", "dc") == (("c", "d"),)


def test_each_component_has_one_in_the_order_of_their_first_nodes():
    assert found("ef", "fe", "ab", "bc", "ca", "ce") == (("a", "b", "c"), ("e", "f"))


@given(st.lists(st.tuples(st.sampled_from(NODES), st.sampled_from(NODES)), max_size=20))
def test_there_is_one_cycle_for_each_component_and_none_is_shorter(arrows):
    graph = nx.DiGraph((one, other) for one, other in arrows if one != other)
    components = [set(held) for held in nx.strongly_connected_components(graph) if len(held) > 1]
    answers = shortest_cycles(graph, ORDER)
    assert sorted(map(min, components)) == sorted(
        min(component) for answer in answers for component in components if answer[0] in component
    )
    for answer in answers:
        assert nx.is_simple_path(graph, list(answer))
        assert graph.has_edge(answer[-1], answer[0])
        assert answer[0] == min(answer)
        component = next(held for held in components if answer[0] in held)
        assert len(answer) == min(map(len, nx.simple_cycles(graph.subgraph(component))))
    assert list(answers) == sorted(answers, key=lambda answer: answer[0])


@pytest.mark.parametrize(("budget", "length"), [(1, 4), (11, 4), (12, 2)])
def test_past_the_budget_a_cycle_need_not_be_the_shortest(monkeypatch, budget, length):
    """With six arrows in the component, one start is tried for each six of the budget, and always one."""
    monkeypatch.setattr(cycles, "_BUDGET", budget)
    (cycle,) = found("ab", "bc", "cd", "da", "be", "eb")
    assert len(cycle) == length
