"""Fields set, unset, lengthened and shortened: the steps."""

import pytest

from nyttokedja.editing import CannotEdit, Lengthen, Set, Shorten, Unset
from nyttokedja.editing.fields import lengthen, set_field, shorten, unset_field
from nyttokedja.editing.steps import Drop, Insert, Put
from nyttokedja.writing.draft import DraftGroup, Piece, Text
from tests.editing.opened import document_of

CHAIN = """\
effekter:
  e: Effekten
  tom:
nyttor:
  ny:
    ägare: A
    leder_till: m
    indikatorer: {fel: {målvärde: 3}}
    etiketter: [a, b]
  i:
    ägare: A
mål:
  m: {rubrik: M}
"""


@pytest.fixture
def document():
    return document_of(CHAIN)


@pytest.mark.parametrize(
    ("edit", "steps"),
    [
        (Set("ny", ("owner",), "B"), [Put((3, 0, 0), Text("B"))]),
        (Set("ny", ("owner",), "A"), []),
        (Set("e", ("title",), "Ny"), [Put((2, 0), Text("Ny"))]),
        (Set("", ("stage",), "plan"), [Insert((), 2, Piece("skede", Text("plan")))]),
        (Set("m", ("owner",), "x"), [Insert((4, 0), 1, Piece("ägare", Text("x")))]),
        (Set("ny", ("title",), "x"), [Insert((3, 0), 0, Piece("rubrik", Text("x")))]),
        (Set("ny", ("x-egen",), 1), [Insert((3, 0), 4, Piece("x-egen", Text(1)))]),
        (Set("ny", ("indicators", "fel", "target", "value"), 4), [Put((3, 0, 2, 0, 0), Text(4))]),
        (
            Set("ny", ("indicators", "tid", "target"), 4),
            [Insert((3, 0, 2), 1, Piece("tid", DraftGroup((Piece("målvärde", Text(4)),), flow=False)))],
        ),
        (
            Set("e", ("text",), "x"),
            [
                Put(
                    (2, 0),
                    DraftGroup(
                        (Piece("rubrik", Text("Effekten", "Effekten")), Piece("beskrivning", Text("x")))
                    ),
                )
            ],
        ),
        (Set("tom", ("text",), "x"), [Put((2, 1), DraftGroup((Piece("beskrivning", Text("x")),)))]),
    ],
)
def test_a_field_is_set(document, edit, steps):
    assert set_field(edit, document) == steps


def test_a_number_is_not_the_truth_that_equals_it():
    document = document_of("mål:\n  m: {x-a: 1}\n")
    assert set_field(Set("m", ("x-a",), value=True), document) == [Put((2, 0, 0), Text(value=True))]
    assert set_field(Set("m", ("x-a",), 1), document) == []


@pytest.mark.parametrize(
    ("edit", "reason"),
    [
        (Set("", (), {}), "no-field"),
        (Set("m", (1,), "x"), "no-item"),
        (Set("ny", ("tags", 2), "x"), "no-item"),
        (Set("ny", ("tags", "x"), "x"), "no-field"),
        (Set("ny", ("owner", "x"), "x"), "no-field"),
    ],
)
def test_what_cannot_be_set(document, edit, reason):
    with pytest.raises(CannotEdit) as refused:
        set_field(edit, document)
    assert refused.value.reason == reason


def test_a_field_is_unset(document):
    assert unset_field(Unset("ny", ("owner",)), document) == [Drop((3, 0, 0))]
    assert unset_field(Unset("", ("benefits",)), document) == [Drop((3,))]
    for edit, reason, key in (
        (Unset("ny", ()), "no-field", None),
        (Unset("ny", ("when",)), "not-there", "när"),
        (Unset("ny", ("tags", 4)), "not-there", "5"),
    ):
        with pytest.raises(CannotEdit) as refused:
            unset_field(edit, document)
        assert (refused.value.reason, refused.value.particulars.get("key")) == (reason, key)


def test_a_short_form_is_lengthened(document):
    titled = DraftGroup((Piece("rubrik", Text("Effekten", "Effekten")),))
    assert lengthen(Lengthen("e"), document) == [Put((2, 0), titled)]
    assert lengthen(Lengthen("tom"), document) == [Put((2, 1), DraftGroup((Piece("rubrik", Text("Tom")),)))]
    assert lengthen(Lengthen("ny", ("leads_to",)), document) == [
        Put((3, 0, 1), DraftGroup((Piece("till", Text("m", "m")),), flow=True))
    ]
    assert lengthen(Lengthen("ny"), document) == []
    for edit in (Lengthen("e", ("owner",)), Lengthen("ny", ("owner",))):
        with pytest.raises(CannotEdit) as refused:
            lengthen(edit, document)
        assert refused.value.reason == "no-field"


def test_a_mapping_is_shortened_where_nothing_is_lost(document):
    assert shorten(Shorten("m"), document) == [Put((4, 0), Text(None))]  # its id says it
    assert shorten(Shorten("e"), document) == []
    assert shorten(Shorten("ny"), document) == []
    assert shorten(Shorten(""), document) == []
    titled = document_of("mål:\n  m: {rubrik: Målet}\n")
    assert shorten(Shorten("m"), titled) == [Put((2, 0), Text("Målet", "Målet"))]
    for lossy in ("mål:\n  m:\n    # anm\n    rubrik: Målet\n", "mål:\n  m: {rubrik: Målet, okänt: 1}\n"):
        assert shorten(Shorten("m"), document_of(lossy)) == []
    with pytest.raises(CannotEdit):
        shorten(Shorten("m", ("owner",)), titled)


def test_nodes_get_brackets_where_the_file_has_them():
    document = document_of("mål:\n  m: {ägare: A}\n  n: N\n")
    (step,) = set_field(Set("n", ("text",), "x"), document)
    assert step.value.flow


def test_a_field_that_should_be_first_comes_second_where_nothing_can_stand_before_the_first():
    after_dash = document_of("nyttor:\n  ny:\n    åtgärder:\n      - vem: A\n        när: 2027\n")
    (step,) = set_field(Set("ny", ("actions", 0, "what"), "x"), after_dash)
    assert (step.path, step.number) == ((2, 0, 0, 0), 1)
    further_in = document_of("mål:\n  m:\n      # längre in\n    ägare: A\n")
    assert set_field(Set("m", ("title",), "x"), further_in)[0].number == 1
    empty = document_of("mål:\n  m: {}\n")
    assert set_field(Set("m", ("title",), "x"), empty) == [Insert((2, 0), 0, Piece("rubrik", Text("x")))]
    flow = document_of("mål:\n  m: {ägare: A}\n")
    assert set_field(Set("m", ("title",), "x"), flow)[0].number == 0
