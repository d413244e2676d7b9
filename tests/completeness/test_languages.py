"""A language in `nyttokedja.language.codes` fails here in each place that does not have it yet."""

import json
import re
import tomllib
from pathlib import Path

import click
import pytest
from pyphen import LANGUAGES as DICTIONARIES

from nyttokedja.checking.check import check
from nyttokedja.cli import COMMANDS, program
from nyttokedja.drawing.typesetting.hyphenation import _parts as seams
from nyttokedja.language.codes import CANONICAL, HYPHENATION, LANGUAGES, NAMES, guessed
from nyttokedja.language.editor_schemas import file_name
from nyttokedja.language.keywords import words
from nyttokedja.language.tables import table
from nyttokedja.writing.template import starting_chain

TEXTS = Path("nyttokedja/language/texts")
ONLY_TRANSLATED = {
    *("words.toml", "help.toml", "start.toml", "commands.toml", "usage.toml", "manuals.toml"),
    "command_names.toml",
}
"""What the language of the schema and of the code has there."""
PARTS_APART = {"en"}
"""Languages that write the parts of a compound apart, so that there are no seams to break a word at."""
OWN_WORDS = {"words", "help", "lexicon", "findings", "command_names"}
"""Files whose tables hold a language's own words, as keys or in numbers of their own."""


def structure(tree, at=()):
    for key, value in tree.items():
        yield (*at, key)
        if isinstance(value, dict):
            yield from structure(value, (*at, key))


def test_a_language_has_a_folder_with_all_texts():
    assert {path.name for path in TEXTS.iterdir() if path.is_dir() and path.name != "__pycache__"} == set(
        LANGUAGES
    )
    every = {path.name for path in (TEXTS / LANGUAGES[0]).iterdir()}
    for language in LANGUAGES:
        has = {path.name for path in (TEXTS / language).iterdir()}
        assert has == (every - ONLY_TRANSLATED if language == CANONICAL else every), language


@pytest.mark.parametrize("name", sorted(path.stem for path in (TEXTS / LANGUAGES[0]).glob("*.toml")))
def test_the_texts_of_all_languages_have_the_same_keys(name):
    spoken = [one for one in LANGUAGES if one != CANONICAL or f"{name}.toml" not in ONLY_TRANSLATED]
    for language in spoken:
        first, other = table(spoken[0], name), table(language, name)
        if name in OWN_WORDS:
            assert set(other) == set(first), language
        else:
            assert set(structure(other)) == set(structure(first)), language


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_is_named_hyphenated_and_guessed(language):
    assert NAMES[language]
    assert HYPHENATION[language] in DICTIONARIES
    assert guessed(f"{words(language).key('title', 'chain')}: x\n") == language
    for other in LANGUAGES:
        assert guessed(f"{words(language).key('language', 'chain')}: {other}\n") == other


def test_a_language_has_its_seams_or_none_on_purpose():
    assert set(seams()) | PARTS_APART == set(LANGUAGES)
    assert not set(seams()) & PARTS_APART


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_its_schema_template_and_cases(language):
    assert Path("schemas", file_name(language)).exists()
    assert Path(f"tests/cases/rules/wording_{language}.yaml").exists()
    started = check(starting_chain("T", language, "t.yaml", None).encode())
    assert started.chain.language == language
    assert started.source.root.entries[1][0].value == words(language).key("title", "chain")


def enums(tree):
    """Every list of values in a schema that names a language."""
    for key, value in tree.items() if isinstance(tree, dict) else enumerate(tree):
        if key == "enum" and "sv" in value:
            yield set(value)
        elif isinstance(value, dict | list):
            yield from enums(value)


@pytest.mark.parametrize("path", sorted(Path("schemas").glob("*.json")), ids=lambda path: path.name)
def test_the_schemas_list_all_languages(path):
    listed = list(enums(json.loads(path.read_text("utf-8"))))
    assert all(one == set(LANGUAGES) for one in listed)
    assert listed or path.name in ("baseline.schema.json", "page.schema.json", "users.schema.json")


@pytest.mark.parametrize("name", COMMANDS)
def test_the_command_line_offers_all_languages(name):
    for option in program.get_command(click.Context(program), name).params:
        choices = getattr(option.type, "choices", ())
        if "sv" in choices:
            assert tuple(choices) == LANGUAGES
        named = set(re.findall(r"\b(?:sv|nb|en)\b", getattr(option, "help", None) or ""))
        assert named in (set(), set(LANGUAGES)), option.name


def test_the_rule_pages_name_all_languages():
    page = Path("docs/rules/NK201.md").read_text("utf-8")
    for language in LANGUAGES:
        assert NAMES[language] in page
        assert table(language, "findings")["NK201"]["title"] in page
        assert Path("docs/rules", "" if language == CANONICAL else language, "NK201.md").exists()


def test_the_project_says_which_languages_it_speaks():
    said = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))["project"]["classifiers"]
    assert sum(one.startswith("Natural Language") for one in said) == len(LANGUAGES)
