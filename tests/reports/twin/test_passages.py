"""Which sentences a chain is read in: each arrow in one, each way, however the arrows run."""

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nyttokedja.model.chain import Chain
from nyttokedja.model.graph import Graph
from nyttokedja.reports.twin.passages import backwards, forwards
from tests.drawing.chains import behaviour, benefit, change, drawback, effect, goal, opportunity

KINDS = (change, behaviour, effect, benefit, drawback, goal, opportunity)


def graph(*nodes):
    return Graph(Chain("x", nodes=nodes))


@st.composite
def graphs(draw):
    """Any boxes with any arrows between them: circles, arrows back, boxes that nothing leads to."""
    count = draw(st.integers(0, 12))
    ids = [f"n{n}" for n in range(count)]
    heads = st.lists(st.sampled_from(ids), max_size=5) if ids else st.just([])
    return graph(*(draw(st.sampled_from(KINDS))(id, to=" ".join(draw(heads))) for id in ids))


def starts_and_ends(reading):
    return {
        node.id
        for passage in reading.passages
        for node in (passage.start, *map(reading.onward, passage.arrows))
    }


@given(graphs())
def test_every_arrow_is_read_once_each_way_and_every_box_comes(made):
    for reading in (forwards(made), backwards(made)):
        read = [arrow.ends for passage in reading.passages for arrow in passage.arrows]
        assert sorted(read) == sorted(arrow.ends for arrow in made.arrows)
        alone = {node.id for node in reading.alone}
        assert starts_and_ends(reading) | alone == set(made.nodes)
        assert not alone & starts_and_ends(reading)


@given(graphs())
def test_sentences_are_numbered_follow_the_arrows_and_say_where_they_go_on(made):
    for reading in (forwards(made), backwards(made, first=10)):
        first = 10 if reading.backwards else 1
        assert [one.number for one in reading.passages] == list(range(first, first + len(reading.passages)))
        by_number = {one.number: one for one in reading.passages}
        for passage in reading.passages:
            here = passage.start
            for step in passage.steps:
                behind = [arrow.target if reading.backwards else arrow.source for arrow in step]
                assert {node.id for node in behind} == {here.id}
                assert reading.number_of[here.id] == passage.number
                here = reading.onward(step[0])
            assert all(len(step) == 1 for step in passage.steps[:-1])
            assert len(passage.steps) <= 3
        for id, number in reading.number_of.items():
            arrows = (made.entering if reading.backwards else made.leaving)[id]
            assert {arrow.ends for arrow in arrows} <= {arrow.ends for arrow in by_number[number].arrows}


@given(graphs())
def test_an_arrow_that_comes_back_closes_a_circle(made):
    import networkx as nx

    for reading in (forwards(made), backwards(made)):
        for source, target in reading.returning:
            assert nx.has_path(made.digraph, target, source)
        left = made.digraph.copy()
        left.remove_edges_from(reading.returning)
        assert nx.is_directed_acyclic_graph(left)


@given(graphs(), st.data())
def test_one_box_is_read_with_all_that_hangs_on_it_and_nothing_else(made, data):
    import networkx as nx

    if not made.nodes:
        return
    node = made.nodes[data.draw(st.sampled_from(sorted(made.nodes)))]
    for read, reached in ((forwards, nx.descendants), (backwards, nx.ancestors)):
        reading = read(made, node)
        assert starts_and_ends(reading) - {node.id} == reached(made.digraph, node.id) - {node.id}


def test_the_reading_begins_with_the_changes_and_backwards_with_the_goals():
    made = graph(effect("e", to="b"), goal("g"), benefit("b", to="g"), change("c", to="e"))
    assert [one.start.id for one in forwards(made).passages] == ["c"]
    assert [one.start.id for one in backwards(made).passages] == ["g"]


def test_a_shared_tail_is_read_once_and_referred_to():
    made = graph(
        change("c", to="x y"), effect("x", to="t"), effect("y", to="t"), effect("t", to="b"), benefit("b")
    )
    reading = forwards(made)
    said = [[arrow.ends for arrow in one.arrows] for one in reading.passages]
    assert said == [[("c", "x"), ("c", "y")], [("x", "t"), ("t", "b")], [("y", "t")]]
    assert reading.number_of["t"] == 2


@pytest.mark.parametrize("count", [60, 200])
def test_a_dense_chain_takes_no_time(count):
    dice = random.Random(14)
    ids = [f"n{n}" for n in range(count)]
    made = graph(*(dice.choice(KINDS)(id, to=" ".join(dice.sample(ids, min(20, count)))) for id in ids))
    begun = time.perf_counter()
    for reading in (forwards(made), backwards(made)):
        assert len(reading.passages) <= count
        assert sum(1 for one in reading.passages for _ in one.arrows) == len(made.arrows)
    assert time.perf_counter() - begun < 2
