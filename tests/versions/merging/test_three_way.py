"""Trees of base, ours and theirs → the tree that says both changes, and the conflicts."""

import pytest

from nyttokedja.reading.parsed import Parsed
from nyttokedja.versions.merging.three_way import merged
from nyttokedja.versions.merging.tree import TYPE, Tree, dangling, data_of, in_one_order, tree_of

HEAD = "nyttokedja: 1\nrubrik: X\n"
BASE = """\
effekter:
  a: {rubrik: A, leder_till: [b, n]}
  b: {rubrik: B}
nyttor:
  n: {ägare: Chef, indikatorer: {i: {enhet: st, mätningar: {2027-01-01: 1}}}}
hinder:
  h: {hindrar: b}
"""


def tree(text=BASE):
    found = tree_of(Parsed((HEAD + text).encode()))
    assert found is not None
    return found


def changed(*pairs):
    text = BASE
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    return tree(text)


def told(base, ours, theirs):
    result, conflicts = merged(base, ours, theirs)
    return result, [(c.reason, c.node, c.keys, c.other) for c in conflicts]


CHEF = ("Chef", "Ny chef")
CLEAN = {
    "one side": ([CHEF], [], [CHEF]),
    "both alike": ([CHEF], [CHEF], [CHEF]),
    "two facts of a box": ([CHEF], [("{ägare", "{när: 2027-01, ägare")], None),
    "an arrow here, another gone there": (
        [("[b, n]", "[b, n, h]")],
        [("[b, n]", "[n]")],
        [("[b, n]", "[n, h]")],
    ),
    "a box taken away": ([("hinder:\n  h: {hindrar: b}\n", "")], [CHEF], None),
    "two facts of an indicator": (
        [("st,", "antal,")],
        [("2027-01-01: 1", "2027-01-01: 1, 2027-02-01: 2")],
        None,
    ),
}


@pytest.mark.parametrize("name", CLEAN)
def test_changes_of_different_facts_are_merged(name):
    ours, theirs, result = CLEAN[name]
    wanted = changed(*(result or [*ours, *theirs]))
    assert told(tree(), changed(*ours), changed(*theirs)) == (wanted, [])
    assert told(tree(), changed(*theirs), changed(*ours)) == (wanted, [])


CONFLICTS = {
    "one fact": ([CHEF], [("Chef", "Annan")], ("both", "n", ("owner",), "")),
    "a fact given by both": ([("{rubrik: B}", "{text: s}")], [("{rubrik: B}", "{rubrik: B, text: t}")], None),
    "a box changed and gone": (
        [("rubrik: B", "rubrik: BB")],
        [("  b: {rubrik: B}\n", ""), ("[b, n]", "[n]"), ("hindrar: b", "hindrar: a")],
        ("removed-changed", "b", (), ""),
    ),
    "a box that both added": (
        [("hinder:", "  ny: {ägare: A}\nhinder:")],
        [("hinder:", "  ny: {ägare: B}\nhinder:")],
        ("added", "ny", (), ""),
    ),
    "an arrow to a box that is gone": (
        [("leder_till: [b, n]}", "leder_till: [b, n]}\n  c: {leder_till: h}")],
        [("hinder:\n  h: {hindrar: b}\n", "")],
        ("removed-named", "h", (), "c"),
    ),
    "one item replaced by two": (
        [("[b, n]", "[a, n]")],
        [("[b, n]", "[h, n]")],
        ("both", "a", ("leads_to",), ""),
    ),
    "no boxes and one more": (
        [("hinder:\n  h: {hindrar: b}\n", "hinder: inga\n")],
        [("h: {hindrar: b}", "h: {hindrar: b}\n  k: {hindrar: a}")],
        None,
    ),
}


@pytest.mark.parametrize("name", CONFLICTS)
def test_changes_of_one_fact_are_a_conflict(name):
    ours, theirs, conflict = CONFLICTS[name]
    _, conflicts = told(tree(), changed(*ours), changed(*theirs))
    assert conflicts
    assert conflict is None or conflict in conflicts


# -- trees ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["mål: {m: }\nnyttor: {m: }", "mål: {m: [a]}", "mål: {m: }\nmål: {n: }", "mål: [", "okänd: 1"]
)
def test_what_is_not_sound_has_no_tree(text):
    assert tree_of(Parsed((HEAD + text).encode())) is None


def test_a_list_is_known_by_what_its_items_name():
    found = changed(("[b, n]", "[{till: b, koppling: direkt}, n]"))
    assert list(found.nodes["a"]["leads_to"]) == ["b", "n"]
    assert found.nodes["a"][TYPE] == "effects"
    assert data_of(found.nodes["a"]) == {
        "leads_to": [{"to": "b", "link": "direct"}, {"to": "n"}],
    }
    twice = changed(("[b, n]", "[b, {till: b, koppling: direkt}]"))
    assert data_of(twice.nodes["a"]["leads_to"]) == [{"to": "b"}, {"to": "b", "link": "direct"}]


def test_what_points_at_no_box():
    decision = "undantag: [{regel: NK202, gäller: a -> y, varför: v, beslutat_av: d}]\n"
    found = tree(BASE.replace("[b, n]", "[x, n]").replace("hindrar: b", "hindrar: a -> z") + decision)
    assert dangling(found) == {("a", "x"), ("h", "z"), ("", "y")}
    assert dangling(tree()) == frozenset()


def test_the_order_of_boxes():
    a, b = {TYPE: "effects"}, {TYPE: "goals"}
    one = Tree({}, {"a": a, "b": a, "c": b})
    assert in_one_order(one, Tree({}, {"a": a, "x": a, "b": a}))
    assert in_one_order(one, Tree({}, {"b": b, "a": a}))
    assert not in_one_order(one, Tree({}, {"b": a, "a": a}))
