from pathlib import Path

import pytest

from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.forms import Form, localized, root_form
from nyttokedja.language.keywords import words
from nyttokedja.language.schema import canonical
from nyttokedja.reading.parts import plain
from nyttokedja.reading.source import read
from nyttokedja.reading.translation import translate

CHAINS = sorted(Path("chains").glob("*.yaml"))


def translated(text):
    return translate(read(text.encode()).root)


def forms(form=None, seen=None):
    """Every place in the schema that has fixed keys, once."""
    seen = {} if seen is None else seen
    form = form or root_form()
    if form.name in seen:
        return seen
    seen[form.name] = form
    inner = [form.within(key) for key in form.schema.get("properties", {})]
    for held in [*inner, form.within("an id"), form.item]:
        if held is not None and held.name:
            forms(held, seen)
    return seen


def test_every_key_and_value_has_a_word_of_its_own_in_every_language():
    for form in forms().values():
        keys = form.schema.get("properties", {})
        for language in LANGUAGES:
            spoken = [words(language).key(key, form.name) for key in keys]
            assert len(set(spoken)) == len(spoken), (language, form.name)
            assert all(form.keys[word] == key for word, key in zip(spoken, keys, strict=True))
        for key in keys:
            held = form.within(key)
            for language in LANGUAGES:
                for value in held.listed:
                    assert held.values[held.word(value, language)] == value


@pytest.mark.parametrize("language", ["sv", "nb"])
def test_words_are_those_of_the_language(language):
    said = {words(language).key(key, "benefit") for key in canonical()["$defs"]["benefit"]["properties"]}
    assert not said & {"owner", "leads_to", "title", "when", "use"}


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("förändringar: {a: {leder_till: b}}", {"changes": {"a": {"leads_to": "b"}}}),
        ("forandringar: {a: {leder_till: b}}", {"changes": {"a": {"leads_to": "b"}}}),
        ("endringer: {a: {fører_til: b}}", {"changes": {"a": {"leads_to": "b"}}}),
        ("endringer: {a: {forer_til: b}}", {"changes": {"a": {"leads_to": "b"}}}),
        ("nytta: {a: {kategori: omfördelning}}", {"benefits": {"a": {"category": "redistribution"}}}),
        ("gevinst: {a: {type: frigjorte_ressurser}}", {"benefits": {"a": {"category": "redistribution"}}}),
        ("change: {a: b}", {"changes": {"a": "b"}}),
        ("opportunity: {a: b}", {"opportunities": {"a": "b"}}),
        ("effekter: {a: {beteende: ja}}", {"effects": {"a": {"behaviour": True}}}),
        ("effekter: {a: {atferd: nei}}", {"effects": {"a": {"behaviour": False}}}),
        ("risker: inga", {"risks": "none"}),
        ("nyttor: {rubrik: {rubrik: kvalitet}}", {"benefits": {"rubrik": {"title": "kvalitet"}}}),
        ("om: {perspektiv: {invånare: ja}}", {"about": {"perspectives": {"residents": "ja"}}}),
        ("risker: {a: {vid: b}}", {"risks": {"a": {"at": "b"}}}),
        ("undantag: [{gäller: b}]", {"accepted": [{"at": "b"}]}),
        ("nyttor: {a: {x-ägare: {rubrik: b}}}", {"benefits": {"a": {"x-ägare": {"rubrik": "b"}}}}),
    ],
)
def test_words_become_canonical_by_their_place(text, meaning):
    assert plain(translated(text).root) == meaning


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("rubrik: x\nnyttor: {}", "sv"),
        ("tittel: x\nmål: {}", "nb"),
        ("title: x\nbenefits: {}", "en"),
        ("title: x\nrubrik: y\nnyttor: {}\n", "sv"),
    ],
)
def test_the_language_of_a_file_is_that_of_its_keys(text, language):
    assert translated(text).keys == language


@pytest.mark.parametrize(
    ("text", "variant"),
    [
        ("nyttor: {a: {ägare: x, ägare: y}}", ""),
        ("nyttor: {a: {ägare: x, owner: y}}", "two-words"),
        ("nyttor: {a: x}\nbenefits: {b: y}", "two-words"),
        ("nyttor: {a: x, a: y}", ""),
        ("nyttor: {å: x, a\u030a: y}", ""),
    ],
)
def test_of_a_key_given_twice_the_first_counts(text, variant):
    result = translated(text)
    assert [(fault.rule, fault.variant) for fault in result.faults] == [("duplicate-key", variant)]
    assert "y" not in str(plain(result.root))


def test_parts_keep_their_place_and_what_was_written():
    source = read("nyttor:\n  a:\n    ägare: x\n".encode())
    key = translate(source.root).root.entries[0].value.entries[0].value.entries[0].key
    assert (key.value, key.written) == ("owner", "ägare")
    assert source.text[key.start : key.end] == "ägare"


@pytest.mark.parametrize("path", CHAINS, ids=lambda path: path.stem)
@pytest.mark.parametrize("language", LANGUAGES)
def test_speaking_is_the_way_back(path, language):
    data = plain(translate(read(path.read_bytes()).root).root)
    spoken = localized(data, language)
    assert plain(translated(str_of(spoken)).root) == data


def str_of(data):
    import json

    return json.dumps(data, ensure_ascii=False)  # JSON is YAML


def test_a_form_knows_where_it_is():
    assert isinstance(root_form().within("benefits"), Form)
    assert root_form().within("benefits").within("any").name == "benefit"
    assert root_form().within("x-own") is None
