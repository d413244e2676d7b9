"""The arrows on every path, and those that a longer path makes redundant."""

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nyttokedja.model.paths import longer_paths, sole_arrows

ENDS = st.sampled_from("abcdef")
ARROWS = st.lists(st.tuples(ENDS, ENDS).filter(lambda ends: ends[0] != ends[1]), max_size=14)


def graph(*arrows):
    return nx.DiGraph([tuple(arrow) for arrow in arrows])


def test_a_node_rests_on_the_last_arrow_on_every_path():
    assert sole_arrows(graph("ab", "bc"), "a") == {"b": ("a", "b"), "c": ("b", "c")}


def test_two_paths_have_only_in_common_what_both_use():
    found = sole_arrows(graph("ab", "bd", "ac", "cd", "de", "df", "eg", "fg"), "a")
    assert found.keys() == set("bcef")


def test_a_node_rests_on_an_arrow_far_before_it():
    found = sole_arrows(graph("xa", "ab", "bd", "ac", "cd"), "x")
    assert found["d"] == ("x", "a")


def test_paths_from_two_starts_count_together():
    assert sole_arrows(graph("ac", "bc", "cd"), "ab") == {"d": ("c", "d")}


def test_what_is_not_reached_and_a_start_have_no_entry():
    assert sole_arrows(graph("ab", "cd"), "a") == {"b": ("a", "b")}
    assert sole_arrows(graph("ab"), "x") == sole_arrows(graph("ab"), "") == {}


@given(ARROWS, st.sets(ENDS, max_size=2))
def test_an_arrow_is_on_every_path_where_nothing_is_reached_without_it(arrows, starts):
    held = nx.DiGraph(arrows)
    begin = [start for start in sorted(starts) if start in held]

    def reached(begin, without=None):
        rest = nx.restricted_view(held, [], [without] if without else [])
        return set().union(*(nx.descendants(rest, start) | {start} for start in begin))

    answers = sole_arrows(held, sorted(starts))
    for end in reached(begin):
        on_every = {arrow for arrow in held.edges if end not in reached(begin, arrow)}
        assert (end in answers) == bool(on_every)
        if on_every:  # the others come before it
            last = answers[end]
            assert last in on_every
            assert all(last[0] not in reached(begin, arrow) for arrow in on_every - {last})


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
