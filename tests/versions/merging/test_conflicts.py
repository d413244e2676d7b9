"""A conflict as a sentence: the box by its title, the fact as a file would name it."""

import pytest

from nyttokedja.versions.merging.conflicts import Conflict
from nyttokedja.versions.merging.tree import TYPE, Tree

OURS = Tree({}, {"n": {TYPE: "benefits", "title": "Mer tid"}, "färre_fel": {TYPE: "effects"}})
THEIRS = Tree({}, {"n": {TYPE: "goals", "title": "Deras"}, "m": {TYPE: "goals", "title": "Mål"}})
CASES = [
    (Conflict("both", "n", ("owner",)), "Båda sidorna har ändrat ägare för ”Mer tid” (n), på olika sätt."),
    (Conflict("both", "n", (TYPE,)), "typ av ruta för ”Mer tid” (n)"),
    (Conflict("both", "n", ("indicators", "i", "target", "value")), "indikatorer, i, målvärde, värde"),
    (Conflict("both", "färre_fel", ("leads_to", "m", "because")), "leder_till, m, eftersom"),
    (Conflict("both", "färre_fel", ("x-egen",)), "x-egen"),
    (Conflict("both", "", ("stage",)), "skede"),
    (Conflict("removed-named", "m", other="färre_fel"), "”Färre fel”"),
    (Conflict("added", "okänd_ruta"), "en ruta som heter okänd_ruta"),
    (Conflict("renamed", "okänd_ruta"), "Okänd ruta"),
]


@pytest.mark.parametrize(("conflict", "words"), CASES, ids=lambda one: getattr(one, "reason", None))
def test_a_sentence(conflict, words):
    assert words in conflict.sentence(OURS, THEIRS, "sv")


def test_the_language_is_that_which_is_asked_for():
    assert "owner" in Conflict("both", "n", ("owner",)).sentence(OURS, THEIRS, "en")
