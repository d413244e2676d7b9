"""The form of a box and of the chain: what can be filled in, in the words of the format."""

import pytest

from nyttokedja.board.details import details_of
from nyttokedja.board.protocol import answer
from nyttokedja.editing import CannotEdit
from nyttokedja.editing.document import document
from nyttokedja.language.codes import LANGUAGES
from tests.board.rooms import do, room

CHAIN = """\
nyttokedja: 1
rubrik: Larm
skede: plan
effekter:
  lugn:
    rubrik: Lugnare nätter
    beteende: ja
    etiketter: [natt, larm]
    leder_till: sömn
nyttor:
  sömn: {kategori: kvalitet, när: 2027-03, ägare: [Enhetschef, Rektor], värde: {per_år: 1}}
hinder:
  nej: {hindrar: lugn, andel: 0.3}
"""


def fields(id, language="sv"):
    return {one["key"]: one for one in details_of(document(room(CHAIN).parsed), id, language)}


def test_what_stands_there_is_shown_as_people_write_it():
    assert fields("lugn")["behaviour"]["value"] == "ja"
    assert fields("lugn")["tags"]["value"] == "natt, larm"
    assert fields("sömn")["category"]["choices"] == ["finansiell", "omfördelning", "kvalitet", "miljö"]
    assert (fields("sömn")["category"]["value"], fields("sömn")["when"]["value"]) == ("kvalitet", "2027-03")
    assert fields("nej")["share"]["value"] == "0,3"
    assert fields("")["stage"]["value"] == "plan"
    assert "långt" in fields("")["stage"]["help"]


def test_what_is_more_than_a_plain_fact_is_left_to_other_gestures():
    assert not {"leads_to", "title", "indicators"} & fields("lugn").keys()
    assert (
        not {"value", "owner", "actions"} & fields("sömn").keys()
    )  # more than a field can hold stands there
    assert not {"hinders"} & fields("nej").keys()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("id", ["", "lugn", "sömn", "nej"])
def test_every_field_has_a_name_and_help(id, language):
    for field in fields(id, language).values():
        assert field["label"]
        assert field["help"]


def test_every_listed_value_can_be_set():
    made = room(CHAIN)
    for id in ("lugn", "sömn", "nej"):
        for key, field in fields(id).items():
            for value in field["choices"]:
                do(made, do="set", id=id, key=key, value=value)
                shown = {one["key"]: one["value"] for one in details_of(document(made.parsed), id, "sv")}
                assert shown[key] == value


def test_a_box_that_is_not_there_has_none():
    with pytest.raises(CannotEdit):
        list(details_of(document(room().parsed), "borta", "sv"))
    for text, id in (("nyttokedja: [", ""), (CHAIN, "borta")):
        told = answer({"ask": "details", "id": id, "who": "a"}, room(text), lambda dots: [])
        assert told["answer"] == "refused"
        assert told["why"]
