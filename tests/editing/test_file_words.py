"""Data and parts → drafts in the words and habits of a file."""

import pytest

from nyttokedja.editing import CannotEdit
from nyttokedja.editing.file_words import at, bare_day, copied, draft_of
from nyttokedja.language.forms import root_form
from nyttokedja.writing.draft import DraftGroup, Piece, Text
from tests.editing.opened import document_of

NODES = "mål:\n  m:\n    beslutat_i: x\n    när: {DATE}\n"


def form(*keys):
    here = root_form()
    for key in keys:
        here = here.within(key)
    return here


@pytest.mark.parametrize(("date", "day"), [("2027-01-31", True), ("'2027-01-31'", False)])
def test_dates_stand_as_the_file_has_them(date, day):
    document = document_of(NODES.replace("{DATE}", date))
    when = form("goals", "m", "when")
    assert draft_of("2028-02-01", when, document) == Text("2028-02-01", "2028-02-01" if day else "")
    assert draft_of("2028", when, document) == (Text(2028, "2028") if day else Text("2028"))
    assert draft_of("2028-Q2", when, document) == Text("2028-Q2", "2028-Q2" if day else "")
    assert bare_day("2028-01-01", document) == ("2028-01-01" if day else "")
    assert bare_day("owner", document) == ""


def test_data_is_said_in_the_words_of_the_file():
    document = document_of(NODES.replace("{DATE}", "2027"))
    data = {"title": "A\u030a", "category": "quality", "leads_to": ["m", "n"]}
    assert draft_of(data, form("benefits", "x"), document) == DraftGroup(
        (
            Piece("rubrik", Text("Å")),
            Piece("kategori", Text("kvalitet")),
            Piece(
                "leder_till",
                DraftGroup((Piece("", Text("m")), Piece("", Text("n"))), listing=True, flow=True),
            ),
        )
    )
    assert draft_of({"behaviour": True}, form("effects", "x"), document).pieces[0].value == Text("ja")
    assert draft_of(Text("x", "'x'"), None, document) == Text("x", "'x'")
    assert draft_of(["x", ("y",)], None, document).listing


def test_lists_stand_in_blocks_where_the_file_has_them_so():
    document = document_of("mål:\n  m:\n    etiketter:\n      - a\n      - b\n")
    assert not draft_of(["x", "y"], form("goals", "m", "tags"), document).flow


def test_a_character_that_no_file_may_have_is_refused():
    with pytest.raises(CannotEdit) as refused:
        draft_of({"a": ["x", "\x07"]}, None, document_of(""))
    assert refused.value.reason == "forbidden"


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("'x'", "'x'"),
        ('"x"', '"x"'),
        ("x", "x"),
        ("x # y", "x"),
        ("x-y", "x-y"),
        ("a,b", ""),
        ("a:b", ""),
        ("a?", ""),
        ("'a\n    b'", ""),
    ],
)
def test_a_text_is_copied_as_it_is_written_where_it_may_stand_anywhere(written, kept):
    document = document_of(f"mål:\n  m:\n    beskrivning: {written}\n")
    draft = at(document, (2, 0, 0))
    assert draft.written == kept


def test_a_group_is_copied_with_its_brackets():
    document = document_of("mål:\n  m: {a: [x], b: {c: 1}}\n")
    draft = copied(document.file.outline.container((2, 0)), document.file.text)
    assert (draft.flow, [piece.key for piece in draft.pieces]) == (True, ["a", "b"])
    assert draft.pieces[0].value == DraftGroup((Piece("", Text("x", "x")),), listing=True, flow=True)
    block = at(document, (2,))
    assert (block.flow, block.listing) == (False, False)
