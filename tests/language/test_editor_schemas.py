import json
import re
from pathlib import Path

import jsonschema_rs
import pytest

from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.editor_schemas import file_name, modeline, schema_files, schema_in
from nyttokedja.language.forms import localized
from nyttokedja.language.schema import canonical
from nyttokedja.language.validators import FORMATS
from nyttokedja.reading.parts import plain
from nyttokedja.reading.source import read
from nyttokedja.reading.translation import translate

CHAINS = sorted(Path("chains").glob("*.yaml"))


def validator(language):
    return jsonschema_rs.validator_for(schema_in(language), formats=dict(FORMATS), validate_formats=True)


@pytest.mark.parametrize("name", schema_files())
def test_the_schemas_in_the_repository_are_those_that_would_be_written_now(name):
    assert Path("schemas", name).read_text("utf-8") == schema_files()[name], "run: nyttokedja schema"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", CHAINS, ids=lambda path: path.stem)
def test_a_chain_in_the_words_of_a_language_fits_its_schema_and_no_other(path, language):
    data = plain(translate(read(path.read_bytes()).root).root)
    for other in LANGUAGES:
        assert validator(other).is_valid(localized(data, language)) is (other == language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "broken",
    [
        {"benefits": {"a": {"ownr": "x"}}},
        {"benefits": {"a": {"category": "no such"}}},
        {"benefits": {"a b": None}},
        {"benefits": "text"},
        {"effects": {"a": {"behaviour": "perhaps"}}},
        {"about": {"horizon": -1}},
        {"changes": {"a": {"leads_to": {"because": "x"}}}},
    ],
    ids=lambda broken: str(broken)[:30],
)
def test_what_does_not_fit_fits_in_no_language(broken, language):
    assert not validator(language).is_valid(localized({"nyttokedja": 1, "title": "x", **broken}, language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_teaches_in_the_language(language):
    schema = schema_in(language)
    places = [("chain", schema), *schema["$defs"].items()]
    for name, place in places:
        for key, held in place.get("properties", {}).items():
            taught = {**schema["$defs"].get(held.get("$ref", "")[8:], {}), **held}
            assert {"title", "description"} <= set(taught), (name, key)


@pytest.mark.parametrize("language", ["sv", "nb"])
def test_help_is_not_in_english(language):
    english, other = canonical(), schema_in(language)
    assert other["description"] != english["description"]
    for name, place in english["$defs"].items():
        if "description" in place:
            assert other["$defs"][name]["description"] != place["description"], name


def test_the_modeline_names_the_file():
    assert modeline("sv", "../schemas/") == f"# yaml-language-server: $schema=../schemas/{file_name('sv')}"
    assert json.loads(schema_files()[file_name("nb")])["$id"] == "chain.nb.schema.json"


def texts_of(example):
    """Every text of an example, its keys too."""
    if isinstance(example, str):
        yield from example.split(" -> ")
    for item in (
        example.items() if isinstance(example, dict) else example if isinstance(example, list) else ()
    ):
        for part in item if isinstance(item, tuple) else (item,):
            yield from texts_of(part)


def shown(schema):
    """Every example in a schema."""
    for key, value in schema.items() if isinstance(schema, dict) else enumerate(schema):
        if key == "examples":
            yield from value
        elif isinstance(value, dict | list):
            yield from shown(value)


ENGLISH = re.compile(
    r"\b(the|of|with|at|for the|more|fewer|less|when|who|night|time|visits?|camera|training)\b", re.IGNORECASE
)
SWEDISH = re.compile(r"[äö]|\b(och|inte|för|hemtjänst|nyttor|rubrik|leder_till|besök)\b")


def test_the_examples_of_a_schema_are_in_its_language():
    swedish, norwegian = (
        {text for one in shown(schema_in(each)) for text in texts_of(one)} for each in ("sv", "nb")
    )
    assert {text for text in swedish | norwegian if ENGLISH.search(text)} == set()
    assert {text for text in norwegian if SWEDISH.search(text)} == set()
    assert {"Digital nattillsyn", "Bättre sömn"} <= swedish
    assert {"Digitalt tilsyn om natten", "Bedre søvn", "nb"} <= norwegian


def test_no_example_is_shown_twice():
    for language in ("sv", "nb"):
        for definition in schema_in(language)["$defs"].values():
            for place in (definition, *definition.get("properties", {}).values()):
                examples = [json.dumps(one, sort_keys=True) for one in place.get("examples", [])]
                assert len(examples) == len(set(examples))
