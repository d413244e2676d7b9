"""A chain without some of its boxes and arrows."""

import pytest

from nyttokedja.comparing.what_if import struck, without
from nyttokedja.model.chain import POINTERS
from tests.comparing.sides import side, told

CHAIN = """\
förändringar: {f: {leder_till: [a, b, borta]}}
effekter: {a: {leder_till: n}, b: {leder_till: n}}
nyttor: {n: Nyttan}
hinder: {h: {hindrar: [a, f -> b, finns_inte]}}
risker: {r: {vid: [b, f -> b]}}
förutsättningar: {p: {behövs_för: [a, n]}}
"""
SIDE = side(CHAIN)


def kept(ids=(), arrows=()):
    graph = without(SIDE.graph, frozenset(ids), frozenset(arrows))
    return {
        node.id: [link.target for link in node.links] + [one.written for one in node.references]
        for node in graph.chain.nodes
    }


ALL = {
    "f": ["a", "b", "borta"],
    "a": ["n"],
    "b": ["n"],
    "n": [],
    "h": ["a", "f -> b", "finns_inte"],
    "r": ["b", "f -> b"],
    "p": ["a", "n"],
}


@pytest.mark.parametrize(
    ("ids", "arrows", "changed"),
    [
        ("", [], {}),
        ("a", [], {"f": ["b", "borta"], "h": ["f -> b", "finns_inte"], "p": ["n"]}),
        ("b", [], {"f": ["a", "borta"], "h": ["a", "finns_inte"], "r": []}),
        ("f", [], {"h": ["a", "finns_inte"], "r": ["b"]}),
        ("", [("f", "b")], {"f": ["a", "borta"], "h": ["a", "finns_inte"], "r": ["b"]}),
        ("", [("a", "n")], {"a": []}),
        ("hrp", [], {}),
    ],
)
def test_boxes_and_arrows_go_with_all_that_points_at_them(ids, arrows, changed):
    assert kept(ids, arrows) == {id: held for id, held in {**ALL, **changed}.items() if id not in ids}


def test_every_kind_of_pointer_is_among_these():
    used = {key for node in SIDE.chain.nodes for key in POINTERS if getattr(node, key)}
    assert used == set(POINTERS)


def test_what_would_become_of_the_others_is_told():
    comparison = struck(SIDE, frozenset("f"))
    assert told(comparison) == {("impossible", "n")}
    assert [(c.kind.value, c.node.id) for c in comparison.nodes] == [("removed", "f")]
    assert [c.ends for c in comparison.arrows] == [("f", "a"), ("f", "b"), ("f", "borta")]
    assert {c.kind.value for c in comparison.arrows} == {"removed"}
    assert comparison.before is SIDE
    assert comparison.after.graph.chain is comparison.after.chain
    assert comparison.after.findings == ()


def test_nothing_is_told_of_what_is_struck_out_itself():
    assert told(struck(SIDE, frozenset("n"))) == set()
    assert told(struck(SIDE, frozenset(), frozenset({("f", "a")}))) == {("single", "n")}
