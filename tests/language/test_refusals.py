"""Refusals in the language of a chain."""

import pytest

from nyttokedja.language.refusals import Refusal, unknown_node
from nyttokedja.model.findings import NOWHERE, Place, Span


def place(span):
    return Place(line=span.start, column=span.end)


def test_it_speaks_english_until_it_knows_its_file():
    refusal = Refusal("linked", id="a", target="b")
    assert (str(refusal), refusal.spoken, refusal.place) == ("“a” points at “b” already.", False, None)
    refusal.at(place, "sv", "nb")
    assert (str(refusal), refusal.spoken, refusal.place) == ("”a” pekar redan på ”b”.", True, None)
    assert (refusal.language, refusal.keys) == ("sv", "nb")


def test_it_has_a_place_where_it_has_a_span():
    refusal = Refusal("unreadable", Span(3, 7))
    refusal.at(place, "nb", "nb")
    assert (refusal.place.line, refusal.place.column) == (3, 7)
    assert Refusal("unreadable").span == NOWHERE


@pytest.mark.parametrize(
    ("known", "reason", "meant"),
    [
        (["färre_fel", "annat"], "no-node-but", "färre_fel"),
        (["annat"], "no-node", None),
        ([], "no-node", None),
        ({"färre_fel": "Säkrare dos", "annat": "Annat"}, "no-node-but", "färre_fel"),
        ({"a1": "Färre fel", "annat": "Annat"}, "no-node-but", "a1"),
        (["färre_fel_i_dos", "farre_fell_och_fler", "annat"], "no-node-but", "farre_fell_och_fler"),
    ],
)
def test_a_node_that_may_be_meant_is_named(known, reason, meant):
    refusal = unknown_node(Refusal, "farre_fell", known)
    assert (type(refusal), refusal.reason) == (Refusal, reason)
    assert refusal.particulars == {"id": "farre_fell"} | ({"meant": meant} if meant else {})
