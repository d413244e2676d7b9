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
        ([("färre_besök", "x"), ("Färre fysiska besök", "Tystare nätter")], {}),
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
