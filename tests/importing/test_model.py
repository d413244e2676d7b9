"""Remarks on what was left out or guessed, as sentences."""

import re

import pytest

from nyttokedja.importing.model import ONLY_HERE, Place, Remark, remark_sentences
from nyttokedja.language.texts import texts


def said(*remarks, language="sv"):
    return list(remark_sentences(remarks, language))


def of(items):
    return [Remark("arrow-note", item) for item in items]


def test_remarks_of_a_kind_are_one_sentence_with_one_or_several():
    (one,), (several,) = said(*of("a")), said(*of("ab"))
    assert one != several
    assert "a" in one
    assert "2" in several
    assert len({said(*of("ab"), language=language)[0] for language in ("sv", "nb", "en")}) == 3


def test_remarks_of_two_kinds_are_two_sentences():
    assert len(said(*of("ab"), Remark("arrow-self", "c"), *of("d"))) == 2
    entries = [Remark("mapping-unused", particulars={"entry": entry}) for entry in ("shape=x", "shape=y")]
    assert len(said(*entries)) == 2


def test_only_five_items_are_named():
    (five,), (six,) = said(*of("abcde")), said(*of("abcdef"))
    assert "e" in five
    assert "…" not in five
    assert "…" in six
    assert "f." not in six


def test_a_thing_stands_with_its_place():
    places = {
        Place("line", 3): "rad 3",
        Place("row", 4, "Blad1"): "blad ”Blad1” rad 4",
        Place("page", 0, "B"): "sida ”B”",
    }
    for place, words in places.items():
        (sentence,) = said(Remark("arrow-note", "A → B", place))
        assert f"A → B ({words})" in sentence


def test_a_remark_without_a_thing_has_its_particulars():
    assert "shape=x" in said(Remark("mapping-unused", particulars={"entry": "shape=x"}), language="en")[0]


def particulars(sentence):
    """A word, or a type, for all that a sentence is filled with beside its items."""
    template = sentence if isinstance(sentence, str) else sentence["other"]
    fields = dict(re.findall(r"\{(\w+):?(\w*)\}", template))
    of_types = {name for name, kind in fields.items() if kind in ("type", "a", "the")}
    return {name: "effect" if name in of_types else "x7" for name in fields if name not in ("n", "items")}


@pytest.mark.parametrize("language", ["sv", "nb", "en"])
@pytest.mark.parametrize("n", [1, 12])
def test_every_remark_is_said_in_every_language(language, n):
    for key, sentence in texts(language).group("exchange/remarks").items():
        filled = particulars(sentence)
        (made,) = said(
            *(Remark(key, f"A{i} → {{B}}", particulars=filled) for i in range(n)), language=language
        )
        assert made.endswith((".", "…"))
        assert ("A7" in made) == (key in ONLY_HERE and n > 7)
        assert "{n}" not in made
        assert all(word in made for word in filled.values() if word == "x7")


def test_what_is_long_is_shortened_and_an_arrow_keeps_both_ends():
    long = "Ord " * 40
    (one,) = said(Remark("arrow-self", long))
    assert len(one) < 200
    assert "Ord…" in one
    (arrow,) = said(Remark("arrow-self", f"Början {long} → Slutet {long}"))
    assert "Början Ord" in arrow
    assert " → Slutet Ord" in arrow
    assert len(arrow) < 200


def test_a_sentence_has_one_stop_at_its_end():
    for item in ("Vad säger facket?", "Mer tid.", "och så vidare …"):
        (sentence,) = said(Remark("arrow-note", item))
        assert sentence.endswith(item)
