"""Both sides in one chain."""

import pytest

from nyttokedja.comparing import Kind, compare
from nyttokedja.comparing.union import union
from tests.comparing.sides import compared, side

BASE = """\
förändringar: {f: {rubrik: Förändring, leder_till: [a, b]}, g: {rubrik: Annan förändring, leder_till: c}}
effekter:
  a: {rubrik: Färre besök, leder_till: d}
  b: {rubrik: Kortare väntan, leder_till: n2}
  c: {rubrik: Mindre pappersarbete, leder_till: n3}
  d: {rubrik: Färre körda mil, leder_till: n}
nyttor:
  n: {rubrik: Frigjord tid, leder_till: m}
  n2: {rubrik: Ökad trygghet, leder_till: m}
  n3: {rubrik: Mindre kostnad för papper, leder_till: m2}
mål: {m: {rubrik: Hållbar bemanning}, m2: {rubrik: Ekonomi i balans}}
hinder: {h: {rubrik: Ovana, hindrar: f -> a, ägare: Chef}, h2: {rubrik: Avtal, hindrar: c, ägare: Chef}}
kostnader: {k: {rubrik: Hyra}}
"""
EFFECTS = ["a", "b", "c", "d"]


def ends(graph):
    return {arrow.ends for arrow in graph.arrows}


def test_of_a_chain_with_itself_is_the_chain():
    one = union(compared(BASE, BASE))
    assert ends(one.graph) == ends(side(BASE).graph)
    assert list(one.graph.nodes) == list(side(BASE).graph.nodes)
    assert one.arrows == {}


def test_what_is_gone_stands_where_it_stood():
    without_b = BASE.replace("  b: {rubrik: Kortare väntan, leder_till: n2}\n", "").replace("[a, b]", "a")
    one = union(compared(BASE, without_b))
    assert [id for id in one.graph.nodes if id in EFFECTS] == EFFECTS
    assert one.arrows == {("f", "b"): Kind.REMOVED, ("b", "n2"): Kind.REMOVED}


def test_what_is_new_stands_where_it_stands():
    more = BASE.replace("  d: {", "  e: {rubrik: Lugnare dagar, leder_till: n2}\n  d: {")
    one = union(compared(BASE, more))
    assert [id for id in one.graph.nodes if len(id) == 1 and id in "abcde"] == ["a", "b", "c", "e", "d"]
    assert one.arrows == {("e", "n2"): Kind.ADDED}


def test_ids_are_those_of_now_everywhere():
    renamed = BASE.replace("a: {rubrik: Färre besök", "besok: {rubrik: Färre besök")
    renamed = renamed.replace("[a, b]", "[besok, b]").replace("f -> a", "f -> besok")
    comparison = compared(BASE, renamed)
    assert comparison.renamed == {"a": "besok"}
    one = union(comparison)
    assert "a" not in one.graph.nodes
    assert one.arrows == {}
    (spot,) = one.graph.resolve_all(one.graph.nodes["h"].hinders)
    assert spot.ends == ("f", "besok")


def test_an_arrow_with_other_reasons():
    reasoned = BASE.replace("leder_till: d}", "leder_till: {till: d, eftersom: Resorna minskar}}")
    assert union(compared(BASE, reasoned)).arrows == {("a", "d"): Kind.CHANGED}


def test_an_arrow_that_lost_its_head_is_gone_with_it():
    beheaded = BASE.replace("  b: {rubrik: Kortare väntan, leder_till: n2}\n", "")
    one = union(compared(BASE, beheaded))
    assert one.arrows["f", "b"] is Kind.REMOVED
    assert "b" in one.graph.nodes


def test_pointers_at_nothing_are_left_out():
    text = BASE.replace("hindrar: c", "hindrar: något_annat_helt")
    one = union(compared(text, text))
    assert one.graph.nodes["h2"].hinders == ()


@pytest.mark.parametrize("born", [True, False])
def test_of_one_side_alone(born):
    there = side(BASE)
    comparison = compare(None, there) if born else compare(there, None)
    one = union(comparison)
    assert list(one.graph.nodes) == list(there.graph.nodes)
    assert set(one.arrows.values()) == {Kind.ADDED if born else Kind.REMOVED}
    assert one.graph.chain.title == "Prov"


def test_of_no_side_is_empty():
    assert union(compare(None, None)).graph.nodes == {}


def test_what_followed_nothing_that_is_left_stands_first_and_arrows_that_are_kept_stand_once():
    before = "effekter:\n  a: {leder_till: [b, c]}\n  b: {leder_till: c}\n  c: {}\n"
    after = "effekter:\n  b: {leder_till: [c, d]}\n  c: {}\n  d: {}\n"
    one = union(compared(before, after))
    assert list(one.graph.nodes) == ["a", "b", "c", "d"]
    assert [arrow.ends for arrow in one.graph.arrows] == [("a", "b"), ("a", "c"), ("b", "c"), ("b", "d")]


def test_an_arrow_that_is_gone_from_a_box_that_stays_is_put_back_after_those_that_stay():
    before = "effekter:\n  a: {leder_till: [b, c]}\n  b: {}\n  c: {}\n"
    one = union(compared(before, before.replace("[b, c]", "c")))
    assert [arrow.ends for arrow in one.graph.arrows] == [("a", "c"), ("a", "b")]
    assert one.arrows == {("a", "b"): Kind.REMOVED}
