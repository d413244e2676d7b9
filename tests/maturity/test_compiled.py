"""Compiled answers as a file: read back as they were, in every language, and refused with places."""

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.validators import fits
from nyttokedja.maturity.compiled import SCHEMA, json_text, read_compiled, yaml_text
from nyttokedja.maturity.figures import compile_answers
from nyttokedja.maturity.files import held
from nyttokedja.maturity.statements import our_statements
from nyttokedja.model.chain import Action
from nyttokedja.model.findings import NOWHERE
from nyttokedja.model.periods import parse
from nyttokedja.reading.sniffing import is_chain


def compiled(language="sv", n=7, **aims):
    asked = our_statements(language).statements
    people = [{one.id: 1 + (k + m) % 5 for m, one in enumerate(asked)} for k in range(n)]
    made = compile_answers([replace(one, anchors=()) for one in asked], people, language, parse("2027-03"))
    first = replace(made.tallies[0], **aims)
    return replace(made, tallies=(first, *made.tallies[1:]))


ACTIONS = (
    Action("Skriv en rutin: kort, tydlig", NOWHERE, "Ekonomichef", parse(2027), done=True),
    Action("{Pröva} #den", NOWHERE, "", None, parse("2027-Q3")),
    Action("2027-06-30", NOWHERE),
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("written", [yaml_text, json_text])
def test_what_is_written_is_read_back(language, written):
    made = compiled(language, target=4, actions=ACTIONS)
    text = written(made)
    assert read_compiled(text.encode(), "m.yaml", "sv") == made
    assert written(read_compiled(text.encode(), "m.yaml", "en")) == text
    assert not is_chain(text.encode())


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_fits_its_schema_in_canonical_words(language):
    data = held(
        yaml_text(compiled(language, target=2)).encode(), "m.yaml", free=frozenset({"statements"})
    ).data
    areas = {"change", "steering"}
    for one in data["statements"].values():
        one["area"] = one["area"] if one["area"] in areas else "change"
    assert fits(data, SCHEMA)


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=40).filter(lambda text: text.isprintable() and text == text.strip()))
def test_any_text_of_an_action_stays(text):
    made = compiled(actions=(Action(text, NOWHERE, text[:60]),))
    (action,) = read_compiled(yaml_text(made).encode(), "m.yaml", "sv").tallies[0].actions
    assert action.what == unicodedata.normalize("NFC", text)


def test_nothing_of_a_person_is_in_the_file():
    few = compiled(n=4)
    assert "antal" not in yaml_text(few).partition("påståenden:")[2]
    assert "counts" not in json_text(few)


def test_counts_of_a_few_are_passed_over_whoever_wrote_them():
    text = "maturity: 1\nanswers: 3\nstatements: {a: {title: A, statement: B, counts: [1, 1, 1, 0, 0]}}\n"
    assert read_compiled(text.encode(), "m.yaml", "en").tallies[0].counts is None


HEAD = "mognad: 1\nsvar: 9\npåståenden:\n  a:\n    rubrik: A\n    påstående: B\n"


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        (HEAD + "    antal: [1, 2]\n", 7, "fem delar"),
        (HEAD + "    antal: [9, 9, 9, 9, 9]\n", 7, "fler än de som har svarat"),
        (HEAD + "    målnivå: 6\n", 7, "heltal från 1 till 5"),
        (HEAD + "    målnivå: fyra\n", 7, "heltal från 1 till 5"),
        (HEAD + "    åtgärder: [{vem: Chef}]\n", 7, "vad saknas"),
        (HEAD + "    åtgärder: [{vad: X, senast: i vår}]\n", 7, "ska vara en tid"),
        (HEAD + "    åtgärder: Gör något\n", 7, "ska vara en lista"),
        (HEAD + "    målnviå: 3\n", 7, "Är ”målnivå” menat"),
        (HEAD + "    rubrik: C\n", 7, "två gånger"),
        (HEAD.replace("mognad: 1", "mognad: 2"), 1, "annan version"),
        (HEAD.replace("svar: 9\n", ""), 1, "svar saknas"),
        ("- a\n", 1, "ord med värden"),
        ("a: [\n", 1, ""),
    ],
)
def test_a_fault_is_told_with_its_line(text, line, said):
    (fault, *_) = read_compiled(text.encode(), "m.yaml", "sv")
    assert said in fault.sentence("sv")
    assert fault.place.line in (line, line + 1)
    assert all(fault.sentence(language) for language in LANGUAGES)
