"""The picture's words: the same keys and placeholders in every language, and none left unused."""

import re
import string
from pathlib import Path

import pytest

import nyttokedja.drawing
from nyttokedja.drawing.content.wording import picture_words
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.model.chain import NodeType
from nyttokedja.model.stage import Stage


def entries(language):
    """(section, key) → the placeholders of its sentences."""
    found = {}
    for section, table in picture_words(language).table.items():
        for key, value in table.items():
            sentences = value.values() if isinstance(value, dict) else [value]
            fields = {f for s in sentences for _, f, _, _ in string.Formatter().parse(s) if f}
            found[section, key, isinstance(value, dict)] = fields
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_keys_and_placeholders_are_the_same(language):
    assert entries(language) == entries("sv")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_empty_but_the_notes_of_bands(language):
    for section, table in picture_words(language).table.items():
        for key, value in table.items():
            if not key.endswith("_note"):
                assert value, (section, key)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_type_and_stage_has_words(language):
    words = picture_words(language)
    for kind in NodeType:
        assert words.has("boxes", kind.value)
        assert words.has("none", kind.value)
        assert words.has("counts", kind.value)
    for stage in Stage:
        assert words.has("stages", stage.value)


def test_one_and_other():
    words = picture_words("sv")
    assert words.say("title", "missing", n=1) == "1 uppgift saknas"
    assert words.say("title", "missing", n=2) == "2 uppgifter saknas"


def test_braces_of_a_chain_are_text():
    assert picture_words("sv").say("lines", "owner", owner="{0} {x}") == "Ägare: {0} {x}"


def test_an_unknown_language_is_swedish():
    assert picture_words("da").language == "sv"


def test_swedish_keeps_to_the_words_of_the_method():
    swedish = str(picture_words("sv").table).lower()
    for word in ("ekonomisk", "besparing", "anhörig", "nollalternativ"):
        assert word not in swedish


def test_every_sentence_is_used():
    folder = Path(nyttokedja.drawing.__file__).parent
    source = "".join(path.read_text(encoding="utf-8") for path in folder.rglob("*.py"))
    said = set(re.findall(r'(?:say|word|has)\(\s*"(\w+)",\s*"([\w-]+)"', source))
    for section in ("lines", "aria"):
        for key in picture_words("sv").table[section]:
            assert (section, key) in said or f'"{key}"' in source, (section, key)
