import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from nyttokedja.model.propagation import nearest

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
