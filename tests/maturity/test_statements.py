"""Our statements: fourteen in each language, with anchors that nobody can mistake for one another."""

import re
from itertools import combinations

import pytest

from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.texts import texts
from nyttokedja.maturity.statements import our_statements
from nyttokedja.model.maturity import LEVELS
from nyttokedja.model.spelling import fold

_ALIKE = 0.5
"""More than this part of the words of the shorter anchor is never shared with another."""


def words(text):
    return {fold(word) for word in re.findall(r"\w+", text)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_seven_statements_on_a_change_and_seven_on_steering(language):
    asked = our_statements(language)
    assert [one.area for one in asked.statements] == ["change"] * 7 + ["steering"] * 7
    assert len(asked.levels) == len(set(asked.levels)) == LEVELS
    assert len({one.title for one in asked.statements}) == 14
    assert [one.id for one in asked.statements] == [one.id for one in our_statements("sv").statements]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_anchors_of_a_statement_share_most_of_their_words(language):
    for one in our_statements(language).statements:
        assert len(one.anchors) == LEVELS
        for first, other in combinations(one.anchors, 2):
            shared = words(first) & words(other)
            assert len(shared) <= _ALIKE * min(len(words(first)), len(words(other))), (one.id, first, other)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_anchor_says_something_of_its_own_and_is_short_enough_to_compare(language):
    anchors = [anchor for one in our_statements(language).statements for anchor in one.anchors]
    assert len(set(map(fold, anchors))) == 70
    assert all(7 <= len(anchor.split()) <= 32 for anchor in anchors)


@pytest.mark.parametrize("language", ["sv", "nb"])
def test_the_anchors_of_a_language_are_its_own(language):
    english = {anchor for one in our_statements("en").statements for anchor in one.anchors}
    other = our_statements("nb" if language == "sv" else "sv")
    foreign = english | {anchor for one in other.statements for anchor in one.anchors}
    assert not foreign & {anchor for one in our_statements(language).statements for anchor in one.anchors}


def test_freed_time_is_never_called_a_saving():
    told = " ".join(anchor for one in our_statements("sv").statements for anchor in one.anchors).casefold()
    assert not re.search("bespar|sparar pengar|ekonomisk nytta|anhörig", told)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_of_files_means_one_thing_in_all_languages(language):
    known = {}
    for one in LANGUAGES:
        for name, word in texts(one).group("maturity/keys").items():
            assert known.setdefault(fold(word), name) == name
    assert fold(texts(language).word("maturity/keys", "maturity")) in known
