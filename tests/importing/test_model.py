"""Remarks on what was left out or guessed, as sentences."""

from nyttokedja.importing.model import Remark, remark_sentence

ITEMS = tuple("abcdef")


def test_a_remark_is_a_sentence_with_one_or_several():
    one, several = (Remark("arrow-note", {"n": n, "items": ITEMS[:n]}) for n in (1, 2))
    assert remark_sentence(one, "sv") != remark_sentence(several, "sv")
    assert "a" in remark_sentence(one, "sv")
    assert "2" in remark_sentence(several, "sv")
    assert len({remark_sentence(several, language) for language in ("sv", "nb", "en")}) == 3


def test_only_five_items_are_named():
    five, six = (remark_sentence(Remark("arrow-note", {"n": n, "items": ITEMS[:n]}), "sv") for n in (5, 6))
    assert "e" in five
    assert "…" not in five
    assert "…" in six
    assert "f." not in six


def test_a_remark_without_a_number_has_its_particulars():
    assert "shape=x" in remark_sentence(Remark("mapping-unused", {"entry": "shape=x"}), "en")
