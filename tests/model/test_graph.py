import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from nyttokedja.model.chain import IN_GRAPH, Chain, Link, Node, NodeType
from nyttokedja.model.findings import NOWHERE
from nyttokedja.model.graph import Graph
from nyttokedja.model.periods import parse
from nyttokedja.model.pointers import Reference

TYPES = sorted(IN_GRAPH)


def build(types, arrows, hinders=(), handled=(), goals=(), whens=(), quality=()):
    """A graph of nodes n0, n1 … of these types with these arrows, and obstacles at nodes or arrows."""
    when = dict(enumerate(whens))
    nodes = [
        Node(
            f"n{n}",
            kind,
            f"Node {n}",
            NOWHERE,
            links=tuple(Link(f"n{n}", f"n{b}", NOWHERE) for a, b in arrows if a == n),
            effect_goal=n in goals and kind in ("effect", "benefit"),
            when=parse(when[n]) if when.get(n) else None,
            category="quality" if n in quality else "",
        )
        for n, kind in enumerate(types)
    ]
    for n, what in enumerate(hinders):
        target = Reference(f"n{what[-1]}", NOWHERE, f"n{what[0]}" if len(what) == 2 else None)
        owner = "Somebody" if n in handled else ""
        nodes.append(
            Node(f"o{n}", NodeType.OBSTACLE, f"Obstacle {n}", NOWHERE, hinders=(target,), owner=owner)
        )
    return Graph(Chain("x", nodes=tuple(nodes)))


@st.composite
def graphs(draw):
    types = draw(st.lists(st.sampled_from(TYPES), min_size=1, max_size=8))
    ends = st.integers(0, len(types) - 1)
    arrows = draw(st.lists(st.tuples(ends, ends), max_size=16))
    hinders = draw(st.lists(st.one_of(st.tuples(ends), st.sampled_from(arrows or [(0,)])), max_size=3))
    handled = draw(st.sets(st.integers(0, 2)))
    whens = draw(st.lists(st.sampled_from(["", "2026", "2027", "2027-06", "2027-Q1"]), max_size=8))
    return build(types, arrows, hinders, handled, draw(st.sets(ends)), whens, draw(st.sets(ends)))


def walk(graph, starts, gone=(), cut=()):
    """What is reached, step by step, as the definitions say it."""
    reached, todo = set(), [id for id in starts if id not in gone]
    while todo:
        id = todo.pop()
        if id in reached:
            continue
        reached.add(id)
        if graph.nodes[id].type is NodeType.DRAWBACK:
            continue
        todo += [
            a.target.id
            for a in graph.arrows
            if a.source.id == id and a.target.id not in gone and a.ends not in cut
        ]
    return reached


def ids(graph, *kinds):
    return [node.id for node in graph.chain.of(*kinds)]


@given(graphs())
def test_possible_and_expected_are_as_defined(graph):
    changes, opportunities = ids(graph, NodeType.CHANGE), ids(graph, NodeType.OPPORTUNITY)
    assert graph.possible == walk(graph, changes + opportunities)
    assert graph.expected == walk(graph, changes, gone=opportunities)


@given(graphs())
def test_exposed_goals_are_those_lost_with_what_unhandled_obstacles_hinder(graph):
    gone, cut = set(ids(graph, NodeType.OPPORTUNITY)), set()
    for obstacle in graph.chain.of(NodeType.OBSTACLE):
        for reference in () if obstacle.owner else obstacle.hinders:
            if reference.source is None:
                gone.add(reference.target)
            else:
                cut.add((reference.source, reference.target))
    left = walk(graph, ids(graph, NodeType.CHANGE), gone, cut)
    goals = {goal.id for goal in graph.chain.goals}
    assert graph.exposed == (goals & graph.expected) - left


@given(graphs())
def test_leading_to_is_reaching_backwards(graph):
    for end in graph.digraph:
        assert graph.leading_to([end]) == {id for id in graph.digraph if end in walk(graph, [id])} | {end}


@given(graphs())
def test_each_knot_has_one_shortest_circle(graph):
    knots = [knot for knot in nx.strongly_connected_components(graph.digraph) if len(knot) > 1]
    assert len(graph.cycles) == len(knots)
    for circle in graph.cycles:
        (knot,) = [knot for knot in knots if circle[0] in knot]
        assert all(ends in graph.arrow_between for ends in zip(circle, circle[1:] + circle[:1], strict=True))
        assert len(set(circle)) == len(circle)
        assert len(circle) == min(len(c) for c in nx.simple_cycles(graph.digraph.subgraph(knot)))


@given(graphs())
def test_the_first_change_is_the_earliest_of_those_that_lead_there(graph):
    for id in graph.digraph:
        wanted = graph.nodes[id].is_wanted
        before = [
            c
            for c in graph.chain.of(NodeType.CHANGE)
            if c.when
            and (id in walk(graph, [c.id]) if wanted else id in {c.id} | nx.descendants(graph.digraph, c.id))
        ]
        earliest = min(before, key=lambda change: change.when.last, default=None)
        assert graph.times.first_change.get(id) is earliest


@given(graphs())
def test_quality_after_is_reached_by_effects_alone(graph):
    quality = {n.id for n in graph.chain.of(NodeType.BENEFIT) if n.category == "quality"}
    for id in graph.digraph:
        others = [n.id for n in graph.chain.nodes if n.type is not NodeType.EFFECT and n.id != id]
        effects = walk(graph, [id], gone=others)
        nexts = {a.target.id for a in graph.arrows if a.source.id in effects}
        is_step = graph.nodes[id].type is NodeType.EFFECT
        assert (id in graph.quality_after) == (id in quality or bool(is_step and nexts & quality))
        assert graph.quality_after.get(id, graph.nodes[id]).id in {id} | nexts & quality


def test_a_circle_begins_at_its_first_box_and_follows_the_arrows():
    graph = build(["effect"] * 4, [(3, 1), (1, 2), (2, 3)])
    assert graph.cycles == (("n1", "n2", "n3"),)


def test_a_shortcut_is_an_arrow_that_a_longer_path_says_too():
    graph = build(["change", "effect", "effect"], [(0, 1), (1, 2), (0, 2)])
    ((arrow, longer),) = graph.shortcuts
    assert arrow.ends == ("n0", "n2")
    assert [node.id for node in longer] == ["n0", "n1", "n2"]


def test_a_path_begins_at_what_nothing_leads_to():
    graph = build(["effect", "effect", "benefit", "effect"], [(0, 1), (1, 2), (3, 3)])
    assert graph.beginning("n2").id == "n0"


def test_a_path_out_of_a_circle_has_no_beginning():
    circle = build(["effect", "effect", "benefit"], [(0, 1), (1, 0), (1, 2)])
    assert circle.beginning("n2") is None


class TestNames:
    graph = Graph(
        Chain(
            "x",
            nodes=(
                Node("färre_besök", NodeType.EFFECT, "Färre besök i hemmet", NOWHERE),
                Node("fler_besök", NodeType.EFFECT, "Fler besök", NOWHERE),
                Node("tid", NodeType.BENEFIT, "Tid", NOWHERE, links=(Link("tid", "farre_besok", NOWHERE),)),
            ),
        )
    )

    def test_an_id_is_found(self):
        assert self.graph.find("färre_besök") == (self.graph.nodes["färre_besök"], True)

    def test_a_title_or_a_slip_is_forgiven(self):
        for written in ("Färre besök", "farre_besok", "Färre besök i hemmet", "färe_besök"):
            found = self.graph.find(written)
            assert (found.node.id, found.exact) == ("färre_besök", False)

    def test_what_is_near_nothing_is_not_found(self):
        assert self.graph.find("ökad_trygghet") == (None, False)

    def test_an_arrow_with_a_slip_leads_where_it_was_meant_to(self):
        assert [arrow.ends for arrow in self.graph.arrows] == [("tid", "färre_besök")]

    def test_a_pointer_at_an_arrow(self):
        assert self.graph.resolve(Reference("färre_besök", NOWHERE, "tid")) is self.graph.arrows[0]
        assert self.graph.resolve(Reference("tid", NOWHERE, "färre_besök")) is None


def test_large_graphs_are_asked_in_time_that_grows_evenly():
    """A circle and a fan of thousands: nothing here may be quadratic, or the suite would stand still."""
    n = 4000
    graph = build(
        ["change"] + ["effect"] * n,
        [(0, i) for i in range(1, n)] + [(i, i + 1) for i in range(1, n)] + [(n, 1)],
    )
    assert len(graph.possible) == n + 1
    assert len(graph.cycles) == 1
    assert graph.exposed == frozenset()


@given(graphs())
def test_threats_are_the_unhandled_obstacles_on_the_way(graph):
    for id in graph.digraph:
        threats = graph.threats_to(id, 99)
        for obstacle in graph.chain.of(NodeType.OBSTACLE):
            (reference,) = obstacle.hinders
            at_arrow = reference.source is not None and graph.resolve(reference) is None
            reached = not at_arrow and not obstacle.owner and id in walk(graph, [reference.target])
            assert (obstacle in threats) == reached


# -- where a node that nothing reaches hangs --------------------------------------------------------------


def test_the_beginning_of_a_path_is_a_node_that_nothing_leads_to():
    graph = build(["effect"] * 3 + ["benefit"], [(0, 1), (1, 2), (2, 3)])
    assert [graph.beginning(f"n{n}").id for n in range(4)] == ["n0"] * 4


def test_a_path_out_of_a_cycle_has_no_beginning():
    graph = build(["effect"] * 4, [(0, 1), (1, 0), (1, 2), (2, 3)])
    assert [graph.beginning(f"n{n}") for n in (3, 0, 1, 2)] == [None] * 4


@given(graphs())
def test_what_is_caused_may_have_drawbacks_on_the_way(graph):
    starts = ids(graph, NodeType.CHANGE, NodeType.OPPORTUNITY)
    assert graph.caused == frozenset().union(starts, *(nx.descendants(graph.digraph, id) for id in starts))


@given(graphs())
def test_the_drawbacks_before_what_is_not_possible_are_the_last_ones_on_its_paths(graph):
    for id in graph.caused - graph.possible:
        bad = {d for d in ids(graph, NodeType.DRAWBACK) if d in graph.caused and d != id}
        last = {d for d in bad if any(id in walk(graph, [a.target.id], bad) for a in graph.leaving[d])}
        if graph.nodes[id].type is not NodeType.DRAWBACK:
            assert {node.id for node in graph.drawbacks_before(id, 99)} == last
            assert last


def test_a_drawback_carries_consequences_but_nothing_good():
    types = [NodeType.CHANGE, NodeType.DRAWBACK, NodeType.EFFECT, NodeType.BENEFIT]
    graph = build(types, [(0, 1), (1, 2), (2, 3)], whens=["2027"])
    assert graph.possible == {"n0", "n1"}
    assert graph.caused == {"n0", "n1", "n2", "n3"}
    assert graph.times.first_change.keys() == {"n0", "n1", "n2"}


def test_what_follows_from_the_drawback_of_a_risk_is_caused():
    links = {"r": "d", "d": "e"}
    types = {"r": NodeType.RISK, "d": NodeType.DRAWBACK, "e": NodeType.EFFECT}
    nodes = (
        Node(id, kind, id, NOWHERE, links=(Link(id, links[id], NOWHERE),) if id in links else ())
        for id, kind in types.items()
    )
    assert Graph(Chain("x", nodes=tuple(nodes))).caused == {"d", "e"}


def test_of_several_arrows_the_first_is_followed():
    graph = build(["effect"] * 4, [(0, 2), (1, 2), (2, 3)])
    assert graph.beginning("n3").id == "n0"


@given(graphs())
def test_what_rests_on_one_arrow_is_not_expected_without_it(graph):
    gone = ids(graph, NodeType.OPPORTUNITY)
    assert graph.sole_arrow.keys() <= graph.expected
    for id in graph.expected:
        needed = {a.ends for a in graph.arrows if id not in walk(graph, ids(graph, "change"), gone, {a.ends})}
        assert (id in graph.sole_arrow) == bool(needed)
        assert id not in graph.sole_arrow or graph.sole_arrow[id].ends in needed


def test_no_more_threats_are_given_than_asked_for():
    graph = build(["change", "effect", "goal"], [(0, 1), (1, 2)], hinders=[(1,), (2,), (0, 1)])
    assert [node.id for node in graph.threats_to("n2", 2)] == ["o0", "o1"]


def test_a_node_that_can_be_no_end_of_an_arrow_has_none():
    graph = build(["change", "effect", NodeType.COST], [(0, 1), (0, 2), (2, 1), (1, 1), (0, 1)])
    assert [arrow.ends for arrow in graph.arrows] == [("n0", "n1")]
    assert graph.leaving["n2"] == graph.entering["n2"] == ()
