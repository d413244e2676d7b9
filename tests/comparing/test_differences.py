"""Boxes and arrows that are new, gone or changed, and arrows to examine again."""

import pytest

from nyttokedja.comparing import differences
from nyttokedja.comparing.model import Weight
from tests.comparing.sides import side

BASE = """\
effekter:
  a: {rubrik: Färre besök hos brukarna, leder_till: [{till: b, eftersom: Så är det}, borta]}
  b: {rubrik: Mer tid, leder_till: n}
  c: {rubrik: Lugnare kvällar}
nyttor: {n: {rubrik: Nyttan, ägare: Chef}}
mål: {m: Målet}
"""


def graphs(*pairs, base=BASE):
    after = base
    for old, new in pairs:
        assert old in after
        after = after.replace(old, new)
    return side(base).graph, side(after).graph


def nodes(*pairs, renamed=None):
    found = differences.nodes(*graphs(*pairs), renamed or {})
    return [(c.kind.value, c.node.id, [(f.path[0], f.weight.word) for f in c.fields]) for c in found]


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([], []),
        ([("ägare: Chef", "ägare: Rektor")], [("changed", "n", [("owner", "detail")])]),
        ([("Färre besök hos", "Färre besök av")], [("changed", "a", [("title", "wording")])]),
        ([("Färre besök hos brukarna", "Ny teknik")], [("changed", "a", [("title", "reasoning")])]),
        ([("m: Målet", "m: Målet nu")], [("changed", "m", [("title", "reasoning")])]),
        (
            [("Mer tid", "Lugnare kvällar?")],
            [("changed", "b", [("title", "reasoning")])],
        ),
        ([("  c: {rubrik: Lugnare kvällar}\n", "")], [("removed", "c", [])]),
        ([("  b: {r", "  ny: {}\n  b: {r")], [("added", "ny", [])]),
    ],
    ids=["same", "fact", "reworded", "another", "goal", "words of another box", "removed", "added"],
)
def test_boxes_that_are_new_gone_or_changed(pairs, expected):
    assert nodes(*pairs) == expected


def test_a_box_with_another_id_is_the_same_where_that_is_known():
    pair = ("  c: {rubrik", "  d: {rubrik")
    assert nodes(pair) == [("added", "d", []), ("removed", "c", [])]
    assert nodes(pair, renamed={"c": "d"}) == [("changed", "d", [])]
    reworded = ("  c: {rubrik: Lugnare kvällar}", "  d: {rubrik: Lugnare kväll}")
    assert nodes(reworded, renamed={"c": "d"}) == [("changed", "d", [("title", "reasoning")])]


def test_what_is_gone_comes_last():
    changes = nodes(("  c: {rubrik: Lugnare kvällar}\n", ""), ("ägare: Chef", "ägare: Rektor"))
    assert [kind for kind, *_ in changes] == ["changed", "removed"]


def arrows(*pairs, renamed=None, base=BASE):
    found = differences.arrows(*graphs(*pairs, base=base), renamed or {})
    return [(c.kind.value, "->".join(c.ends), c.loose, c.weight.word) for c in found]


@pytest.mark.parametrize(
    ("pair", "expected"),
    [
        (
            ("leder_till: n}", "leder_till: c}"),
            [("added", "b->c", False, "reasoning"), ("removed", "b->n", False, "reasoning")],
        ),
        (("Så är det", "Så blir det"), [("changed", "a->b", False, "wording")]),
        (("eftersom: Så", "underlag: Så"), [("changed", "a->b", False, "reasoning")]),
        ((", borta]", "]"), [("removed", "a->borta", True, "reasoning")]),
        (
            ("borta]", "bort]"),
            [("added", "a->bort", True, "reasoning"), ("removed", "a->borta", True, "reasoning")],
        ),
        (("leder_till: n}", "leder_till: Nyttan}"), []),
    ],
    ids=["another head", "words", "evidence", "no more", "loose", "typo"],
)
def test_arrows_that_are_new_gone_or_changed(pair, expected):
    assert arrows(pair) == expected


def test_arrows_at_a_box_with_another_id_are_the_same_where_that_is_known():
    pairs = [("  b: {", "  x: {"), ("till: b", "till: x")]
    assert arrows(*pairs, renamed={"b": "x"}) == []
    assert len(arrows(*pairs)) == 4


def test_of_two_arrows_to_the_same_box_the_first_counts():
    twice = BASE.replace("Så är det}, borta", "Så är det}, {till: b, eftersom: Annat}")
    assert arrows(("eftersom: Annat", "eftersom: Nytt"), base=twice) == []


def doubts(*pairs, renamed=None):
    before, after = graphs(*pairs)
    renamed = renamed or {}
    changed = tuple(differences.nodes(before, after, renamed))
    found = differences.doubts(before, after, changed, renamed)
    return [(d.source.id, d.target.id, [node.id for node in d.reworded]) for d in found]


def test_an_arrow_that_was_there_is_doubted_where_an_end_has_other_words():
    assert doubts(("Mer tid", "Mer ro")) == [("a", "b", ["b"]), ("b", "n", ["b"])]
    assert doubts(("Mer tid", "Mer ro"), ("Nyttan", "Vinsten"))[1] == ("b", "n", ["b", "n"])
    assert doubts(("ägare: Chef", "ägare: Rektor, text: Mer")) == [("b", "n", ["n"])]
    assert doubts(("ägare: Chef", "ägare: Rektor")) == []


def test_an_arrow_that_is_new_or_a_box_that_is_new_is_not_doubted():
    assert doubts(("kvällar}", "kväll, leder_till: n}")) == []
    assert doubts(("mål: {m: Målet}", "mål: {m: Målet, ny: {}}")) == []


def test_a_renamed_box_is_no_new_one():
    pairs = [("  b: {rubrik: Mer tid", "  x: {rubrik: Mer ro"), ("till: b", "till: x")]
    assert doubts(*pairs, renamed={"b": "x"}) == [("a", "x", ["x"]), ("x", "n", ["x"])]


def test_the_weight_of_other_words_is_the_only_one_that_rises():
    (change,) = differences.nodes(
        *graphs(("n: {rubrik: Nyttan, ägare: Chef", "n: {rubrik: Vinsten, ägare: Rektor")), {}
    )
    assert {f.path[0]: f.weight for f in change.fields} == {"title": Weight.REASONING, "owner": Weight.DETAIL}


MEASURED = """\
effekter:
  a:
    rubrik: Kortare väg
    indikatorer:
      m: {rubrik: Minuter till dörren}
      n: {rubrik: Antal hämtningar av nycklar}
"""


@pytest.mark.parametrize(
    ("pairs", "weights"),
    [
        ([("Minuter till dörren", "Minuter till dörrarna")], {"detail"}),
        ([("Minuter till dörren", "Nöjda brukare")], {"reasoning"}),
        (
            [("Minuter till dörren", "?"), ("Antal hämtningar av nycklar", "Minuter till dörren"),
             ("?", "Antal hämtningar av nycklar")],
            {"reasoning"},
        ),
    ],
    ids=["reworded", "another", "swapped"],
)  # fmt: skip
def test_an_indicator_is_another_where_its_words_are(pairs, weights):
    (found,) = differences.nodes(*graphs(*pairs, base=MEASURED), {})
    assert {field.weight.word for field in found.fields if field.path[2:] == ("title",)} == weights


def test_another_fact_of_an_indicator_is_weighed_as_its_key_says():
    pair = ("Minuter till dörren}", "Minuter till dörren, källa: Stegräknaren}")
    (found,) = differences.nodes(*graphs(pair, base=MEASURED), {})
    assert [(field.path, field.weight.word) for field in found.fields] == [
        (("indicators", "m", "source"), "detail")
    ]
