"""In a tab a stand-in judges by the schema, in place of jsonschema-rs: it gives the same verdict on all."""

import copy
import importlib.util
import json
from functools import cache
from pathlib import Path

import jsonschema_rs
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from nyttokedja.checking.check import check
from nyttokedja.language import validators
from nyttokedja.language.schema import canonical
from nyttokedja.language.validators import FORMATS, verdict
from nyttokedja.reading import validation
from nyttokedja.reading.parts import plain
from nyttokedja.reading.source import read
from nyttokedja.reading.translation import translate
from nyttokedja.writing.chain_file import to_yaml
from tests.editing.generated import chains
from tests.everything import ALL, FACTS
from tests.language.test_validators import nodes_of, put

STANDIN = Path("nyttokedja/app/scripts/standins/jsonschema_rs.py")
FILES = sorted(
    [*Path("chains").glob("*.yaml"), *Path("tests/cases").rglob("*.yaml"), *Path("docs").rglob("*.yaml")]
)
LANGUAGES = ("sv", "nb", "en")
VALUES = [
    *(None, True, False, 0, 1, -1, 3, 1.0, -0.0, 0.5, 1e300, 10**30),
    *("", " ", "x", "none", "None", "none\n", "own", "1", "1x", "😀", "å\u0301", "\u00a0", "x" * 300),
    *("2027", "2027-02-30", "2027-06", "2027-06\n", "2027-Q1", "2027-Q5", "٢٠٢٧", "NK501", "NK٥01"),
    *([], {}, [None], ["x", "x"], [1, True, 1.0], ["a", {"to": "b"}], [[]], {"": None}, {"to": "x"}),
    *({"x": 1}, {"title": "T", "owner": ""}, {"å b": {}}, {"2027": 1}, {"2027-06\n": 1}, {"none": None}),
]
"""Of each kind, and what two libraries may well see otherwise."""
KEYS = ("x", "", "title", "rubrik", "tittel", "leads_to", "a b", "1", "id\n", "å", "2027-06", "2027-13", "😀")


@cache
def made(schema, formats=None):
    """The stand-in and what it stands for, for the schema of a file."""
    spec = importlib.util.spec_from_file_location("standin", STANDIN)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    held = canonical() if schema is None else json.loads(Path("schemas", schema).read_text("utf-8"))
    given = {"formats": dict(FORMATS), "validate_formats": True} if schema is None else {}
    return module.validator_for(held, **given), jsonschema_rs.validator_for(held, **given)


def standin():
    return made(None)[0]


def data_of(data):
    return plain(translate(read(data).root).root)


@cache
def in_words_of(language):
    """A chain with all that the schema has, its keys in a language, as an editor of text judges it."""
    return yaml.safe_load(to_yaml(ALL, language))


@st.composite
def changed(draw, data):
    """Data with other values, kinds and keys in some places, or less of it."""
    data = copy.deepcopy(data)
    for _ in range(draw(st.integers(1, 4))):
        places = [at for at in nodes_of(data) if at]
        if not places:
            break
        *way, last = draw(st.sampled_from(places))
        holder = data
        for step in way:
            holder = holder[step]
        match draw(st.sampled_from(["value", "value", "key", "gone", "more", "text"])):
            case "key" if isinstance(holder, dict):
                holder[draw(st.sampled_from(KEYS))] = holder.pop(last)
            case "more" if isinstance(holder, dict):
                holder[draw(st.sampled_from(KEYS))] = copy.deepcopy(draw(st.sampled_from(VALUES)))
            case "gone":
                del holder[last]
            case "text":
                holder[last] = draw(st.text(max_size=5))
            case _:
                holder[last] = copy.deepcopy(draw(st.sampled_from(VALUES)))
    return data


def verdicts(data, schema=None):
    return [judge.is_valid(data) for judge in made(schema)]


def found(data):
    """What a check says of a file: of each finding and fault what it is, where it is, and its words."""
    checked = check(data, "k.yaml")
    return checked.findings, checked.chain, checked.complete, checked.source.faults


def found_both(data):
    here = found(data)
    with pytest.MonkeyPatch.context() as patch:
        for module in (validators, validation):
            patch.setattr(module, "verdict", standin)
        there = found(data)
    return here, there


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_file_is_judged_alike(path):
    data = path.read_bytes()
    first, second = verdicts(data_of(data))
    assert first is second
    here, there = found_both(data)
    assert there == here


@pytest.mark.parametrize("value", VALUES, ids=lambda value: repr(value)[:20])
def test_another_value_in_every_place_is_judged_alike(value):
    unlike = [at for at in FACTS if len(set(verdicts(put(ALL, at, value)))) > 1]
    assert unlike == []


def test_both_verdicts_are_seen():
    assert verdicts(ALL) == [True, True]
    assert verdicts({**ALL, "x": 1}) == [False, False]
    assert verdict().is_valid(ALL)


@pytest.mark.parametrize("written", [".nan", ".inf", "-.inf", "1e400"])
def test_no_file_has_a_number_that_is_none(written):
    """They would be judged otherwise: fastjsonschema takes them, jsonschema-rs does not."""
    assert data_of(f"nyttokedja: 1\nrubrik: {written}\n".encode())["title"] == written


@given(st.data())
def test_whatever_is_changed_in_a_file_is_judged_alike(choices):
    data = data_of(choices.draw(st.sampled_from(FILES)).read_bytes())
    data = choices.draw(changed(data))
    first, second = verdicts(data)
    assert first is second


@given(st.data())
def test_whatever_is_changed_in_a_made_chain_is_judged_alike(choices):
    data = choices.draw(st.one_of(chains(), st.just(ALL)))
    if choices.draw(st.booleans()):
        data = choices.draw(changed(data))
    first, second = verdicts(data)
    assert first is second


@pytest.mark.parametrize("language", LANGUAGES)
@given(choices=st.data())
def test_the_schema_of_each_language_judges_alike(language, choices):
    schema = "chain.schema.json" if language == "en" else f"chain.{language}.schema.json"
    everything = st.just(in_words_of(language))
    small = chains().map(lambda data: yaml.safe_load(to_yaml(data, language)))
    data = choices.draw(st.one_of(small, everything))
    first, second = verdicts(choices.draw(st.one_of(st.just(data), changed(data))), schema)
    assert first is second


@pytest.mark.parametrize("language", LANGUAGES)
@given(choices=st.data())
def test_whatever_is_changed_is_found_alike(language, choices):
    """As a check says it, in each language: the findings with their words, and what is left of the chain."""
    data = yaml.safe_load(to_yaml(choices.draw(chains()), language))
    data = choices.draw(changed(data))
    here, there = found_both(yaml.safe_dump(data, allow_unicode=True, sort_keys=False).encode())
    assert there == here
