"""Which boxes are the same ones under another id."""

import pytest

from nyttokedja.comparing import matching
from tests.comparing.sides import side

BASE = """\
förändringar: {f: {leder_till: färre_besök}}
effekter:
  färre_besök: {rubrik: Färre fysiska besök, ägare: Chef, leder_till: [n, m]}
  annat: {rubrik: Något helt annat, leder_till: n}
nyttor: {n: Nyttan, m: Mer}
"""


def renamed(before, after):
    there = matching.renamed(side(before).graph, side(after).graph)
    back = matching.renamed(side(after).graph, side(before).graph)
    assert {new: old for old, new in there.items()} == back
    return dict(there)


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ([], {}),
        ([("färre_besök", "besök")], {"färre_besök": "besök"}),
        (
            [("färre_besök", "besök"), ("Färre fysiska besök", "FÄRRE fysiska  besök!")],
            {"färre_besök": "besök"},
        ),
        (
            [("färre_besök", "besök"), ("Färre fysiska besök", "Färre besök på plats")],
            {"färre_besök": "besök"},
        ),
        ([("färre_besök", "x"), ("Färre fysiska besök", "Tystare nätter")], {"färre_besök": "x"}),
        ([("färre_besök", "x"), ("Färre fysiska besök", "Tystare nätter"), ("[n, m]", "o")], {}),
        ([("färre_besök", "x"), ("annat", "y")], {"färre_besök": "x", "annat": "y"}),
        ([("  färre_besök: {rubrik: Färre fysiska besök, ägare: Chef, leder_till: [n, m]}\n", "")], {}),
        ([("färre_besök", "x"), ("[n, m]", "[]")], {"färre_besök": "x"}),
        (
            [
                ("effekter:\n  färre_besök", "konsekvenskostnader:\n  x"),
                ("  annat: {rubrik: Något helt annat, leder_till: n}\n", ""),
            ],
            {},
        ),
    ],
)
def test_a_renamed_box_is_known_by_words_arrows_and_facts(changes, found):
    after = BASE
    for old, new in changes:
        after = after.replace(old, new)
    assert renamed(BASE, after) == found


def test_of_two_that_could_be_the_same_none_is():
    one = "effekter: {a: Samma ord}\nnyttor: {n: Nyttan}\n"
    two = "effekter: {b: Samma ord, c: Samma ord}\nnyttor: {n: Nyttan}\n"
    assert renamed(one, two) == {}
    three = "effekter: {b: {rubrik: Samma ord, beskrivning: Text}, c: Samma ord}\nnyttor: {n: Nyttan}\n"
    assert renamed(three, "effekter: {a: {rubrik: Samma ord, beskrivning: Text}}\nnyttor: {n: Nyttan}\n") == {
        "b": "a"
    }


def test_however_many_are_renamed_they_are_known_by_their_words():
    many = "effekter:\n" + "".join(f"  a{n}: Box {n}\n" for n in range(400))
    assert renamed(many, many.replace("  a", "  b")) == {f"a{n}": f"b{n}" for n in range(400)}
    assert renamed(many, many.replace("  a", "  b").replace("Box", "Låda")) == {}


GAIN = """\
effekter: {a: {rubrik: Färre besök, leder_till: %s}}
nyttor:
  %s: {rubrik: %s, ägare: Chef, indikatorer: {i: {rubrik: Timmar, enhet: h, målvärde: 40}}, leder_till: m}
mål: {m: Målet}
"""


def test_other_words_between_the_same_arrows_are_the_same_box():
    old = GAIN % ("tid", "tid", "Frigjord tid")
    assert renamed(old, GAIN % ("x", "x", "Sparad arbetstid")) == {"tid": "x"}
    assert renamed(old, (GAIN % ("x", "x", "Sparad arbetstid")).replace("Timmar", "Kronor")) == {"tid": "x"}


def test_one_arrow_alone_is_not_enough():
    old = "effekter: {a: {leder_till: m}}\nmål: {m: Kortare köer}\n"
    assert (
        renamed(old, old.replace("Kortare köer", "Nöjda brukare").replace("m:", "x:").replace(": m", ": x"))
        == {}
    )


def test_a_reworded_obstacle_is_known_by_where_it_stands():
    old = "effekter: {a: A, b: B}\nhinder: {h: {rubrik: Alla har inte dator, hindrar: [a, b], ägare: Chef}}\n"
    assert renamed(old, old.replace("h:", "x:").replace("Alla har inte dator", "Ont om mobiler")) == {
        "h": "x"
    }


def test_a_row_of_reworded_boxes_is_found_from_its_ends():
    old = (
        "förändringar: {f: {leder_till: [a, b]}}\n"
        "effekter: {a: {rubrik: Ett, leder_till: [n, b]}, b: {rubrik: Annat, leder_till: [n, m]}}\n"
        "nyttor: {n: Nyttan, m: Mer}\n"
    )
    new = (
        "förändringar: {f: {leder_till: [x, y]}}\n"
        "effekter: {x: {rubrik: Qwop, leder_till: [n, y]}, y: {rubrik: Zzzz, leder_till: [n, m]}}\n"
        "nyttor: {n: Nyttan, m: Mer}\n"
    )
    assert renamed(old, new) == {"a": "x", "b": "y"}
