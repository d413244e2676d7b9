"""The words of a text, and what stands near what among them."""

import re

import pytest

from nyttokedja.language.heard_words import alternatives, followed, frozen, pairs, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ()),
        ("Färre, och KORTARE besök!", ("färre", "och", "kortare", "besök")),
        ("vård- och omsorgspersonal", ("vård", "och", "omsorgspersonal")),
        ("x-ray & C’s 5 €", ("x-ray", "&", "c’s", "5", "€")),
        ("fa\u0308rre_resor", ("färre", "resor")),
    ],
)
def test_words_are_small_letters_without_signs(text, words):
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("words", "near"),
    [
        (("lägre", "kostnader"), True),
        (("lägre", "fasta", "kostnader"), True),
        (("lägre", "de", "fasta", "kostnader"), False),
        (("kostnader", "lägre"), False),
        ((), False),
    ],
)
def test_what_comes_soon_after(words, near):
    assert followed(words, {"lägre"}, ("kostnader",)) is near


def test_each_word_has_the_one_after_it():
    assert list(pairs(("a", "b"))) == [("a", "b"), ("b", "")]
    assert list(pairs(())) == []


def test_the_longest_alternative_goes_first_and_no_sign_is_a_pattern():
    assert re.match(alternatives(["a", "a.b"]), "a.bc")[0] == "a.b"
    assert re.match(alternatives(["a.b"]), "axb") is None


def test_lists_become_tuples_however_deep():
    assert frozen({"a": ["b", ["c"]], "d": {"e": []}, "f": 1}) == {"a": ("b", ("c",)), "d": {"e": ()}, "f": 1}
