"""Places of the schema, with the keys and values that may stand there."""

import pytest

from nyttokedja.language import forms
from nyttokedja.language.forms import NODES, ONE_OR_SEVERAL, TITLED, alone_key, localized, root_form
from nyttokedja.model.chain import SECTIONS


def form(*keys):
    held = root_form()
    for key in keys:
        held = held.item if key == 0 else held.within(key)
    return held


@pytest.mark.parametrize(
    ("path", "name", "key"),
    [
        ((), "chain", ""),
        (("changes",), "changes", "changes"),
        (("changes", "any_id"), "change", "changes"),
        (("changes", "any_id", "leads_to"), "leads_to", "leads_to"),
        (("changes", "any_id", "leads_to", 0), "link", "leads_to"),
        (("changes", "any_id", "title"), "title", "title"),
        (("effects", "any_id", "behaviour"), "", "behaviour"),
        (("benefits", "any_id", "indicators", "i", "baseline"), "level", "baseline"),
    ],
)
def test_a_form_knows_its_name_and_its_key(path, name, key):
    assert (form(*path).name, form(*path).key) == (name, key)


def test_what_the_schema_lacks_has_no_form():
    assert form("about", "no such") is None
    assert form("title").item is None
    assert form("title").within("no such") is None


def test_sections_hold_nodes():
    assert [name for name in SECTIONS if not form(name).holds_nodes] == []
    assert not form("about").holds_nodes
    assert form("goals", "x").is_node
    assert not form("goals").is_node
    assert not form("about").is_node
    assert {form(name, "x").name for name in SECTIONS} == NODES


def test_keys_are_known_in_every_language_and_without_diacritics():
    keys = form("benefits", "x").keys
    assert {keys[word] for word in ("ägare", "agare", "eier", "owner")} == {"owner"}
    assert form("benefits").keys == {}
    assert (
        root_form().keys["nyttor"] == root_form().keys["nytta"] == root_form().keys["benefit"] == "benefits"
    )
    assert "nytta" not in keys


def test_a_spelling_that_could_mean_two_things_means_none():
    assert forms._unambiguous([("får", 1), ("fär", 2), ("mål", 3)]) == {
        "får": 1,
        "fär": 2,
        "mål": 3,
        "mal": 3,
    }
    assert forms._unambiguous([("får", 1), ("far", 2)]) == {"får": 1, "far": 2}
    assert forms._unambiguous([("får", 1), ("fär", 1)]) == {"får": 1, "fär": 1, "far": 1}


def test_listed_values_have_words():
    category = form("benefits", "x", "category")
    assert category.listed == ("financial", "redistribution", "quality", "environment")
    assert category.word("environment", "sv") == "miljö"
    assert category.word("something else", "sv") == "something else"
    assert (
        category.values["miljo"]
        == category.values["miljø"]
        == category.values["environment"]
        == "environment"
    )
    assert form("benefits", "x", "title").listed == ()


def test_a_section_may_say_none():
    none = [name for name in SECTIONS if form(name).listed == ("none",)]
    assert "risks" in none
    assert form("risks").word("none", "sv") == "inga"


def test_true_and_false_have_words():
    behaviour = form("effects", "x", "behaviour")
    assert [behaviour.values[word] for word in ("ja", "JA", "Nei", "usant")] == [True, True, False, False]
    assert (behaviour.truth(value=True, language="sv"), behaviour.truth(value=False, language="nb")) == (
        "ja",
        "nei",
    )
    assert behaviour.truth(value=False, language="en") is False


def test_some_values_can_stand_alone_for_what_holds_them():
    assert alone_key(form("changes", "x")) == alone_key(form("benefits", "x", "indicators", "i")) == "title"
    assert alone_key(form("changes", "x", "leads_to", 0)) == "to"
    assert alone_key(form("benefits", "x", "indicators", "i", "target")) == "value"
    assert alone_key(form("about")) == ""
    assert NODES < TITLED


def test_one_arrow_or_pointer_may_stand_without_a_list():
    assert {form("changes", "x", "leads_to").name, form("risks", "x", "at").name} == ONE_OR_SEVERAL


def test_data_is_put_into_the_words_of_a_language():
    data = {
        "title": "quality",
        "effects": {"title": {"behaviour": True, "leads_to": [{"to": "b", "link": "direct"}, "c"]}},
        "benefits": {"b": {"category": "quality", "x-own": {"title": "quality"}}, "c": None},
        "risks": "none",
        "accepted": [{"rule": "NK101", "at": "b"}],
        "horizon": 3,
    }
    assert localized(data, "en") == data
    assert localized(data, "sv") == {
        "rubrik": "quality",
        "effekter": {"title": {"beteende": "ja", "leder_till": [{"till": "b", "koppling": "direkt"}, "c"]}},
        "nyttor": {"b": {"kategori": "kvalitet", "x-own": {"title": "quality"}}, "c": None},
        "risker": "inga",
        "undantag": [{"regel": "NK101", "gäller": "b"}],
        "horizon": 3,
    }
