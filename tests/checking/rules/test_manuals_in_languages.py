"""The manuals in Swedish and Norwegian: of every rule, and about the same as the English ones."""

import re

import pytest

from nyttokedja.checking.check import check
from nyttokedja.checking.rules import BY_NAME, RULES
from nyttokedja.language.codes import CANONICAL, LANGUAGES
from nyttokedja.language.keywords import words
from nyttokedja.language.translations import translations
from nyttokedja.reports.rule_pages.examples import checked_examples

OTHERS = [language for language in LANGUAGES if language != CANONICAL]
PARTS = {"summary", "why", "bad", "good"}
GROUPS = {"page", "sources"}


@pytest.mark.parametrize("language", OTHERS)
def test_no_rule_is_without_a_manual(language):
    assert [rule.code for rule in RULES if set(translations(language, "manuals", rule.code)) != PARTS] == []


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_manual_says_in_its_language_what_the_english_one_does(rule, language):
    if not translations(language, "manuals", rule.code):
        pytest.skip("told by the test of those that are missing")
    said, english = rule.manual_in(language), rule.manual
    assert said.summary.endswith((".", ":"))
    assert len(said.why) > 0.5 * len(english.why)
    assert said.summary != english.summary
    assert (said.bad.choice, said.good.choice) == (english.bad.choice, english.good.choice)
    for code in re.findall(r"NK\d+", english.why):
        assert code in said.why
    # what is named in the format's words is named in those of the language
    known = {words(each).key(key) for key in ("because", "owner", "when", "every") for each in (CANONICAL,)}
    assert not set(re.findall(r"`(\w+)`", said.why)) & known - {words(language).key("when")}


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_its_examples_give_just_what_the_english_ones_give(rule, language):
    if not translations(language, "manuals", rule.code):
        pytest.skip("told by the test of those that are missing")
    for shown, english in zip(checked_examples(rule, language), checked_examples(rule), strict=True):
        assert [(f.code, f.variant) for f in shown.found] == [(f.code, f.variant) for f in english.found]
        assert bool(shown.found) is (shown.kind == "bad")
        if shown.checked is not None:
            assert shown.text != english.text
            every = [
                sorted((f.code, f.variant) for f in check(one.text.encode()).findings)
                for one in (shown, english)
            ]
            assert every[0] == every[1]
            assert {f.language for f in shown.found} <= {language, "sv"}


def test_the_manual_of_a_language_that_has_none_is_the_english_one(monkeypatch):
    monkeypatch.setattr("nyttokedja.language.translations.translations", lambda *_: {})
    rule = BY_NAME["NK501"]
    assert rule.manual_in("sv") == rule.manual == rule.manual_in(CANONICAL)


def test_the_text_of_a_manual_has_its_examples():
    text = BY_NAME["NK501"].manual_in("sv").text
    assert text.startswith("En nytta eller ett mål som inget mäter")
    assert "\n\nDåligt:\n\n    skede: plan\n" in text
    assert "\n\nBra:\n\n    skede: plan\n" in text
    assert text.endswith("\n\nKälla: E-delegationen, fråga 7: vilka mått används? Inera.")
