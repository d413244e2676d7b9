"""Values that nodes pass on along the arrows, against plain searches."""

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from nyttokedja.model.propagation import gathered, nearest, spread

ENDS = st.integers(0, 7)


@given(st.lists(st.tuples(ENDS, ENDS), max_size=20), st.lists(ENDS, max_size=4, unique=True))
def test_the_nearest_source_is_the_one_fewest_steps_away_and_then_the_first(arrows, sources):
    graph = nx.DiGraph(arrows)
    graph.add_nodes_from(range(8))
    steps = {source: nx.single_source_shortest_path_length(graph, source) for source in sources}
    expected = {
        node: min(reaching, key=lambda source: (steps[source][node], sources.index(source)))
        for node in range(8)
        if (reaching := [source for source in sources if node in steps[source]])
    }
    assert nearest(((source, source) for source in sources), graph.successors) == expected


@given(st.lists(st.tuples(ENDS, ENDS), max_size=20), st.lists(ENDS, max_size=4, unique=True))
def test_the_first_source_that_reaches_a_node_gives_it_its_value(arrows, sources):
    graph = nx.DiGraph(arrows)
    graph.add_nodes_from(range(8))
    reached = {source: nx.descendants(graph, source) | {source} for source in sources}
    expected = {
        node: next(source for source in sources if node in reached[source])
        for node in range(8)
        if any(node in reached[source] for source in sources)
    }
    assert spread(((source, source) for source in sources), graph.successors) == expected


@given(st.lists(st.tuples(ENDS, ENDS), max_size=20), st.lists(st.integers(0, 15), min_size=8, max_size=8))
def test_a_node_gathers_the_bits_of_all_that_lead_to_it(arrows, bits):
    graph = nx.DiGraph(arrows)
    graph.add_nodes_from(range(8))
    expected = {}
    for node in range(8):
        expected[node] = bits[node]
        for before in nx.ancestors(graph, node):
            expected[node] |= bits[before]
    assert gathered(graph, dict(enumerate(bits))) == expected
