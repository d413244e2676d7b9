"""The words of keys and values in each language."""

import pytest

from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.keywords import format_words, words


@pytest.mark.parametrize(
    ("language", "name", "form", "word"),
    [
        ("sv", "title", "", "rubrik"),
        ("nb", "title", "", "tittel"),
        ("en", "title", "", "title"),
        ("sv", "at", "", "vid"),
        ("sv", "at", "acceptance", "gäller"),  # the only key that has another word somewhere
        ("sv", "rule", "acceptance", "regel"),
        ("sv", "at", "risk", "vid"),
        ("sv", "x-own", "", "x-own"),
        ("sv", "acceptance", "", "acceptance"),  # the name of a `$def` is no key
    ],
)
def test_a_key_has_a_word_in_each_language_and_in_some_places_another(language, name, form, word):
    assert words(language).key(name, form) == word


@pytest.mark.parametrize(
    ("language", "value", "key", "word"),
    [
        ("sv", "quality", "category", "kvalitet"),
        ("sv", "quality", "title", "quality"),
        ("nb", "quality", "category", "kvalitet"),
        ("en", "quality", "category", "quality"),
        ("sv", "no such", "category", "no such"),
    ],
)
def test_a_listed_value_has_a_word_under_its_key(language, value, key, word):
    assert words(language).value(value, key) == word


def test_true_and_false_have_further_words():
    assert words("sv").truths("true") == ["ja", "sant"]
    assert words("en").truths("false") == []


def test_a_section_may_be_named_in_the_singular():
    assert [words(language).singular("benefits") for language in LANGUAGES] == ["nytta", "gevinst", "benefit"]
    assert [words(language).singular("title") for language in LANGUAGES] == [None] * 3


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        (" Ansvarig ", ("owner",)),
        ("rubrik", ("title",)),
        ("gäller", ("at",)),
        ("vid", ("at",)),
        ("Nuläge", ("baseline", "now")),
        ("nulage", ("baseline", "now")),
        ("kostnader som krävs", ("costs",)),
        ("helt annat", ()),
    ],
)
def test_an_everyday_word_hints_at_the_key_that_is_meant(word, meant):
    assert words("sv").hinted(word) == meant


def test_all_words_of_the_format_are_known():
    assert {"rubrik", "tittel", "title", "gäller", "leads_to", "nyttokedja"} <= format_words()
    assert {"gäller", "vid", "rubrik"} <= set(words("sv").all_keys())
    assert all(isinstance(word, str) for word in format_words())
    assert format_words().isdisjoint({"acceptance", "ansvarig"})
