"""What a change means for goals and benefits: by example, and against a naive judge."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nyttokedja.checking.check import check
from nyttokedja.comparing import consequences
from nyttokedja.comparing.what_if import without
from nyttokedja.writing.chain_file import to_yaml
from tests.comparing.sides import compared, told

TWO_WAYS = """\
förändringar: {f: {leder_till: [a, b]}}
effekter: {a: {leder_till: n}, b: {leder_till: n}}
nyttor:
  n: {rubrik: Nyttan, ägare: Chef, leder_till: m, indikatorer: {i: {rubrik: Tid, målvärde: {värde: 1}}}}
mål: {m: Målet}
"""
ONE_WAY = TWO_WAYS.replace("[a, b]", "a")
HINDERED = TWO_WAYS + "hinder: {h: {hindrar: [a, b]}}\n"
CHANCE = TWO_WAYS.replace("[a, b]", "[]") + "möjligheter: {c: {leder_till: a}}\n"


@pytest.mark.parametrize(
    ("before", "after", "effects"),
    [
        (TWO_WAYS, TWO_WAYS, set()),
        (TWO_WAYS, ONE_WAY, {("single", "n")}),
        (ONE_WAY, TWO_WAYS, {("several", "n")}),
        (TWO_WAYS, TWO_WAYS.replace("[a, b]", "[]"), {("impossible", "n"), ("impossible", "m")}),
        (TWO_WAYS.replace("[a, b]", "[]"), TWO_WAYS, {("possible", "n"), ("possible", "m")}),
        (TWO_WAYS, HINDERED, {("exposed", "n"), ("exposed", "m")}),
        (
            HINDERED,
            HINDERED.replace("[a, b]}", "[a, b], åtgärder: [{vad: Avtala, vem: Chef}]}"),
            {("safe", "n"), ("safe", "m")},
        ),
        (TWO_WAYS, HINDERED.replace("hindrar: [a, b]", "hindrar: a"), set()),
        (TWO_WAYS, HINDERED.replace("hindrar: [a, b]", "hindrar: f -> a"), set()),
        (ONE_WAY, HINDERED.replace("[a, b]}", "a}", 1), {("exposed", "n"), ("exposed", "m")}),
        (TWO_WAYS, CHANCE, {("unexpected", "n"), ("unexpected", "m")}),
        (CHANCE, TWO_WAYS, {("expected", "n"), ("expected", "m")}),
        (TWO_WAYS, TWO_WAYS.replace(", ägare: Chef", ""), {("owner-lost", "n")}),
        (TWO_WAYS, TWO_WAYS.replace(", målvärde: {värde: 1}", ""), {("target-lost", "n")}),
        (TWO_WAYS, TWO_WAYS.replace("{i: {rubrik", "{ny: {rubrik"), set()),
        (TWO_WAYS, TWO_WAYS.replace(", leder_till: m", "").replace("mål: {m: Målet}\n", ""), {("gone", "m")}),
        (TWO_WAYS, TWO_WAYS.replace("m: Målet", "m: Målet, ny: Nytt"), {("new-unreached", "ny")}),
        (
            TWO_WAYS,
            TWO_WAYS.replace("leder_till: m", "leder_till: [m, ny]").replace(
                "m: Målet", "m: Målet, ny: Nytt"
            ),
            {("new", "ny")},
        ),
        (TWO_WAYS, TWO_WAYS.replace("n: {", "ntt: {").replace("leder_till: n", "leder_till: ntt"), set()),
    ],
)
def test_a_change_means_something_to_goals_and_benefits(before, after, effects):
    assert told(compared(before, after)) == effects


def test_why_is_told():
    (exposed, _) = compared(TWO_WAYS, HINDERED).consequences
    assert [node.id for node in exposed.because] == ["h"]
    (unexpected, _) = compared(TWO_WAYS, CHANCE).consequences
    assert [node.id for node in unexpected.because] == ["c"]
    (benefit,) = compared(TWO_WAYS, ONE_WAY).consequences
    assert [node.id for node in benefit.arrow] == ["a", "n"]
    (lost,) = compared(TWO_WAYS, TWO_WAYS.replace(", ägare: Chef", "")).consequences
    assert lost.lost == "Chef"


def test_of_many_reasons_the_first_three_are_told():
    obstacles = ", ".join(f"h{n}: {{hindrar: a}}" for n in range(5))
    chances = ", ".join(f"c{n}: {{leder_till: a}}" for n in range(5))
    (exposed, _) = compared(ONE_WAY, f"{ONE_WAY}hinder: {{{obstacles}}}\n").consequences
    assert [node.id for node in exposed.because] == ["h0", "h1", "h2"]
    after = ONE_WAY.replace("leder_till: a}", "leder_till: []}") + f"möjligheter: {{{chances}}}\n"
    (unexpected, _) = compared(ONE_WAY, after).consequences
    assert [node.id for node in unexpected.because] == ["c0", "c1", "c2"]


def test_what_is_for_the_worse_comes_first_and_goals_before_benefits():
    one = TWO_WAYS + "konsekvenskostnader: {}\n"
    other = ONE_WAY.replace("m: Målet", "m: Målet, z: {}").replace("leder_till: [a, b]", "leder_till: [a, z]")
    comparison = compared(one, other)
    order = [(c.effect.good, not c.node.is_goal) for c in comparison.consequences]
    assert order == sorted(order)


ROUND = """\
förändringar: {f: {leder_till: x}}
effekter: {x: {leder_till: y}, y: {leder_till: n}}
nyttor: {n: {leder_till: m}}
mål: {m: Målet}
"""


@pytest.mark.parametrize(
    "after",
    [ROUND.replace("leder_till: y", "leder_till: [y, n]"), ROUND.replace("leder_till: y", "leder_till: n")],
)
def test_where_the_narrow_place_only_moves_nothing_is_told(after):
    assert told(compared(ROUND, after)) == told(compared(after, ROUND)) == set()


@st.composite
def graphs(draw):
    """A small chain of every type that matters, with any arrows between them."""
    every = [("changes", "a"), ("changes", "b"), ("effects", "c"), ("effects", "d"), ("benefits", "e")]
    every += [("benefits", "f"), ("goals", "g"), ("opportunities", "o"), ("drawbacks", "w")]
    ids = [id for _, id in every]
    data = {"nyttokedja": 1, "title": "A"}
    for section, id in every:
        heads = draw(
            st.lists(st.sampled_from([other for other in ids if other != id]), max_size=3, unique=True)
        )
        data.setdefault(section, {})[id] = {"title": f"Box {id}", "leads_to": heads}
    hindered = draw(st.lists(st.sampled_from(ids), max_size=2, unique=True))
    data["obstacles"] = {"h": {"title": "Stop", "hinders": hindered}} if hindered else {}
    return check(to_yaml(data, "en").encode()).graph


def reached(graph, starts, gone=(), cut=()):
    """The ids that are reached, by the plainest search there is."""
    seen, waiting = set(), [id for id in starts if id not in gone]
    while waiting:
        here = waiting.pop()
        if here not in seen:
            seen.add(here)
            if graph.nodes[here].type.value != "drawback":
                arrows = (arrow for arrow in graph.leaving[here] if arrow.ends not in cut)
                waiting += [arrow.target.id for arrow in arrows if arrow.target.id not in gone]
    return seen


def naive(graph, gone=(), cut=()):
    """(possible, expected, hindered, id → arrows that all ways run over) when some of the graph is gone."""
    of = {
        kind: [n.id for n in graph.chain.nodes if n.type.value == kind and n.id not in gone]
        for kind in ("change", "opportunity")
    }
    possible = reached(graph, of["change"] + of["opportunity"], gone, cut)
    closed = {*gone, *of["opportunity"]}
    expected = reached(graph, of["change"], closed, cut)
    threatened = {
        spot.id
        for n in graph.chain.nodes
        if n.id == "h" and n.id not in gone
        for spot in graph.resolve_all(n.hinders)
    }
    left = reached(graph, of["change"], closed | threatened, cut)
    narrow = {
        id: {
            arrow.ends
            for arrow in graph.arrows
            if id not in reached(graph, of["change"], closed, {*cut, arrow.ends})
        }
        for id in expected
    }
    return possible, expected, expected - left, narrow


def judged(before, after, ends):
    """What a naive judge says of the ends that both have."""
    for id in ends:
        for n, names in enumerate(
            (("impossible", "possible"), ("unexpected", "expected"), ("exposed", "safe"))
        ):
            was, is_ = id in before[n], id in after[n]
            if was is not is_:
                yield (names[was is (n == 2)], id)
                break
        else:
            if id in before[1] and bool(before[3][id]) is not bool(after[3][id]):
                yield ("single" if after[3][id] else "several", id)


@given(graphs(), st.data())
def test_striking_out_is_as_removing_and_asking_again(graph, data):
    ids = [node.id for node in graph.chain.nodes]
    gone = frozenset(data.draw(st.sets(st.sampled_from(ids), max_size=2)))
    ends = [arrow.ends for arrow in graph.arrows]
    cut = frozenset(data.draw(st.sets(st.sampled_from(ends), max_size=2))) if ends else frozenset()
    after = without(graph, gone, cut)
    left = {arrow.ends for arrow in graph.arrows if not gone & set(arrow.ends) and arrow.ends not in cut}
    assert {arrow.ends for arrow in after.arrows} == left
    said = {(c.effect.value, c.node.id) for c in consequences(graph, after, {})}
    kept = [id for id in "efg" if id not in gone]
    expected = set(judged(naive(graph), naive(graph, gone, cut), kept))
    assert said == expected | {("gone", id) for id in "efg" if id in gone}


MIRROR = {
    "impossible": "possible",
    "unexpected": "expected",
    "exposed": "safe",
    "new": "gone",
    "new-unreached": "gone",
    "single": "several",
}
MIRROR |= {worth: name for name, worth in MIRROR.items() if worth != "gone"}


@given(graphs(), graphs())
def test_the_other_way_round_is_the_mirror(one, other):
    there = {(c.effect.value, c.node.id) for c in consequences(one, other, {})}
    back = {(c.effect.value, c.node.id) for c in consequences(other, one, {})}
    assert {(MIRROR[name], id) for name, id in there} == back
