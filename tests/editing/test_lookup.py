"""Ids and paths of keys looked up in a file."""

import pytest

from nyttokedja.editing import CannotEdit
from nyttokedja.editing.lookup import ids, is_empty, is_several, locate, locate_node, node_type_of, taken_ids
from nyttokedja.language.forms import root_form
from nyttokedja.model.chain import NodeType
from tests.editing.opened import document_of

CHAIN = """\
effekter:
  e: {leder_till: [ny, {till: m, eftersom: x}], etiketter: en}
  tom:
nyttor:
  ny: {leder_till: m, indikatorer: {fel: {målvärde: 3}}, etiketter: [a, 7, b]}
  5: Fel
mål:
  m: Målet
"""


@pytest.fixture
def document():
    return document_of(CHAIN)


def value(location):
    return getattr(location.part, "value", location.part)


def test_a_node_stands_under_its_id(document):
    here = locate_node(document, "m")
    assert (here.path, value(here), here.key, here.form.name) == ((4, 0), "Målet", "m", "goal")
    assert node_type_of(document, "ny") is NodeType.BENEFIT
    assert ids(document) == ("e", "tom", "ny", "5", "m")
    assert taken_ids(document) == {"e", "tom", "ny", "5", "m"}
    broken = document_of("mål:\n  m: 3\n  x:\n")
    assert (ids(broken), taken_ids(broken)) == (("x",), {"m", "x"})


@pytest.mark.parametrize(
    ("id", "reason"), [("nu", "no-node"), ("tomm", "no-node-but"), ("", "no-node"), ("effekter", "no-node")]
)
def test_a_node_that_is_not_there(id, reason):
    with pytest.raises(CannotEdit) as refused:
        locate_node(document_of(CHAIN), id)
    assert refused.value.reason == reason


def test_where_nodes_may_be_missing_nothing_is_sure_not_to_be_there():
    with pytest.raises(CannotEdit) as refused:
        locate_node(document_of("mål:\n  m: 3\n"), "x")
    assert refused.value.reason == "not-certain"


@pytest.mark.parametrize(
    ("node", "field", "path", "found"),
    [
        ("", ("title",), (1,), "T"),
        ("ny", ("indicators", "fel", "target"), (3, 0, 1, 0, 0), 3),
        ("ny", ("leads_to", 0), (3, 0, 0), "m"),
        ("e", ("leads_to", 0), (2, 0, 0, 0), "ny"),
        ("e", ("leads_to", 1, "to"), (2, 0, 0, 1, 0), "m"),
        ("e", ("tags", 0), (2, 0, 1), "en"),
        ("ny", ("tags", 0), (3, 0, 2, 0), "a"),
        ("ny", ("tags", 2), (3, 0, 2, 2), "b"),
    ],
)
def test_a_field_is_found(document, node, field, path, found):
    here, rest = locate(document, node, field)
    assert (here.path, value(here), rest) == (path, found, ())


@pytest.mark.parametrize(
    ("node", "field", "path", "rest"),
    [
        ("ny", ("owner",), (3, 0), ("owner",)),
        ("ny", ("indicators", "nix", "target", "value"), (3, 0, 1), ("nix", "target", "value")),
        ("ny", ("leads_to", 1), (3, 0, 0), (1,)),
        ("ny", ("leads_to", -1), (3, 0, 0), (-1,)),
        ("e", ("leads_to", 2), (2, 0, 0), (2,)),
        ("e", ("leads_to", -1, "to"), (2, 0, 0), (-1, "to")),
        ("tom", ("title",), (2, 1), ("title",)),
        ("tom", (0,), (2, 1), (0,)),
        ("m", (0,), (4, 0), (0,)),
        ("m", ("title", "x"), (4, 0), ("title", "x")),
    ],
)
def test_of_a_field_that_is_not_there_the_last_part_is(document, node, field, path, rest):
    here, left = locate(document, node, field)
    assert (here.path, left) == (path, rest)


def test_an_item_that_does_not_fit_the_format_keeps_its_number():
    here, rest = locate(document_of("mål:\n  m: {etiketter: [a, {x: 1}, b]}\n"), "m", ("tags", 1))
    assert (here.path, rest) == ((2, 0, 0, 1), ())
    assert (
        locate(document_of("mål:\n  m: {etiketter: [a, {x: 1}, b]}\n"), "m", ("tags", 2))[0].part.value == "b"
    )


def test_a_key_that_is_there_twice_is_refused_with_both_lines():
    with pytest.raises(CannotEdit) as refused:
        locate(document_of("mål:\n  m:\n    ägare: A\n    owner: B\n"), "m", ("owner",))
    assert refused.value.reason == "doubled"
    assert [refused.value.particulars[name].line for name in ("first", "second")] == [5, 6]


def test_what_is_several_and_what_is_empty(document):
    goal = root_form().within("goals").within("m")
    assert [is_several(goal.within(key)) for key in ("tags", "accepted", "title", "leads_to")] == [
        True,
        False,
        False,
        goal.within("leads_to") is not None,
    ]
    assert not is_several(None)
    assert is_empty(locate_node(document, "tom").part)
    assert not is_empty(locate_node(document, "m").part)
    assert not is_empty(locate_node(document, "e").part)
