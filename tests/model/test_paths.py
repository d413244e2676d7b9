"""The arrows on every path, and those that a longer path makes redundant."""

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nyttokedja.model.paths import bottlenecks, longer_paths

ENDS = st.sampled_from("abcdef")
ARROWS = st.lists(st.tuples(ENDS, ENDS).filter(lambda ends: ends[0] != ends[1]), max_size=14)


def graph(*arrows):
    return nx.DiGraph([tuple(arrow) for arrow in arrows])


def test_the_last_arrow_on_every_path_comes_first():
    assert bottlenecks(graph("ab", "bc", "cd"), "a", "d", 9) == {"d": (("c", "d"), ("b", "c"), ("a", "b"))}


def test_at_most_so_many_are_given():
    assert bottlenecks(graph("ab", "bc", "cd"), "a", "d", 2) == {"d": (("c", "d"), ("b", "c"))}


def test_two_paths_have_only_in_common_what_both_use():
    assert bottlenecks(graph("ab", "bd", "ac", "cd", "de"), "a", "de", 9) == {"d": (), "e": (("d", "e"),)}


def test_paths_from_two_starts_count_together():
    assert bottlenecks(graph("ac", "bc", "cd"), "ab", "cd", 9) == {"c": (), "d": (("c", "d"),)}


def test_what_is_not_reached_has_no_entry_and_a_start_no_arrow():
    assert bottlenecks(graph("ab", "cd"), "a", "abd", 9) == {"a": (), "b": (("a", "b"),)}
    assert bottlenecks(graph("ab"), "x", "b", 9) == {}
    assert bottlenecks(graph("ab"), "", "b", 9) == {}


@given(ARROWS, st.sets(ENDS, max_size=2))
def test_an_arrow_is_on_every_path_where_nothing_is_reached_without_it(arrows, starts):
    held = nx.DiGraph(arrows)
    begin = [start for start in sorted(starts) if start in held]

    def reached(without=None):
        rest = nx.restricted_view(held, [], [without] if without else [])
        return set().union(*(nx.descendants(rest, start) | {start} for start in begin))

    answers = bottlenecks(held, sorted(starts), sorted(held), 99)
    assert answers.keys() == reached()
    for end, found in answers.items():
        assert set(found) == {arrow for arrow in held.edges if end not in reached(arrow)}


@pytest.mark.parametrize(
    ("arrows", "expected"),
    [
        (("ab", "bc", "ac"), {("a", "c"): ["a", "b", "c"]}),
        (("ab", "bc", "cd", "ad", "bd"), {("a", "d"): ["a", "b", "d"], ("b", "d"): ["b", "c", "d"]}),
        (("ab", "ac", "bd", "cd"), {}),
        (("ab", "ba"), {}),
        (("ab", "ac", "dc"), {}),
    ],
)
def test_an_arrow_is_redundant_where_a_longer_path_connects_its_ends(arrows, expected):
    held = graph(*arrows)
    assert dict(longer_paths(held, held.edges)) == expected


def test_only_the_arrows_asked_about_are_answered():
    assert list(longer_paths(graph("ab", "bc", "ac"), [("a", "b")])) == []


@given(ARROWS)
def test_the_longer_path_is_the_shortest_without_the_arrow(arrows):
    held = nx.DiGraph(arrows)
    answers = dict(longer_paths(held, list(held.edges)))
    for source, target in held.edges:
        rest = nx.restricted_view(held, [], [(source, target)])
        expected = nx.has_path(rest, source, target)
        assert ((source, target) in answers) == expected
        if expected:
            assert len(answers[source, target]) == nx.shortest_path_length(rest, source, target) + 1
