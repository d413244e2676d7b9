"""Full forms → short forms, and a canonical draft → one in a language's words."""

import pytest

from nyttokedja.language.forms import root_form
from nyttokedja.writing.draft import DraftGroup, Piece, Text, bare
from nyttokedja.writing.from_data import drafted, spoken
from nyttokedja.writing.short_forms import short_draft, shortened

SHORT = [
    ({"effects": {"färre_fel": {"title": "Färre fel"}}}, {"effects": {"färre_fel": None}}),
    ({"effects": {"e": {"title": "Färre fel"}}}, {"effects": {"e": "Färre fel"}}),
    ({"effects": {"e": "E"}}, {"effects": {"e": None}}),
    ({"effects": {"e": {"title": "X", "text": "Y"}}}, {"effects": {"e": {"title": "X", "text": "Y"}}}),
    ({"effects": {"e": {"title": "E", "text": "Y"}}}, {"effects": {"e": {"text": "Y"}}}),
    ({"effects": {"e": {"leads_to": [{"to": "m"}]}}}, {"effects": {"e": {"leads_to": "m"}}}),
    ({"effects": {"e": {"leads_to": ["m", "n"]}}}, {"effects": {"e": {"leads_to": ["m", "n"]}}}),
    ({"effects": {"e": {"leads_to": []}}}, {"effects": {"e": {"leads_to": []}}}),
    ({"effects": {"e": {"tags": ["x"]}}}, {"effects": {"e": {"tags": ["x"]}}}),
    ({"obstacles": {"h": {"actions": [{"what": "Öva"}]}}}, {"obstacles": {"h": {"actions": ["Öva"]}}}),
    ({"effects": {"e": {"title": ""}}}, {"effects": {"e": {"title": ""}}}),
    (
        {"goals": {"m": {"indicators": {"i": {"target": {"value": 2}}}}}},
        {"goals": {"m": {"indicators": {"i": {"target": 2}}}}},
    ),
]


@pytest.mark.parametrize(("long", "short"), SHORT)
def test_short_forms(long, short):
    assert shortened(long) == short


def test_what_has_a_comment_keeps_its_key():
    form = root_form().within("effects").within("e")
    for piece in (Piece("title", Text("X"), ("# c",)), Piece("title", Text("X"), beside="# c")):
        assert isinstance(short_draft(DraftGroup((piece,)), form, "e"), DraftGroup)
    assert short_draft(DraftGroup((Piece("title", Text("X")),), below=("# c",)), form, "e").below
    assert short_draft(DraftGroup((Piece("title", Text("X"), ("",)),)), form, "e") == Text("X")


def test_a_draft_in_the_words_of_a_language():
    data = {"effects": {"e": {"behaviour": True, "leads_to": {"to": "m", "link": "direct"}, "x": True}}}
    said = bare(spoken(drafted(data, root_form()), root_form(), "sv"))
    assert said == {
        "effekter": {"e": {"beteende": "ja", "leder_till": {"till": "m", "koppling": "direkt"}, "x": True}}
    }


def test_which_drafts_stand_on_one_line():
    draft = drafted(
        {"effects": {"e": {"leads_to": ["a"], "tags": ["b"]}, "f": {"leads_to": {"to": "m"}}}}, root_form()
    )
    effects = draft.pieces[0].value
    e, f = (piece.value for piece in effects.pieces)
    assert [g.flow for g in (draft, effects, e, f, *(p.value for p in (*e.pieces, *f.pieces)))] == [
        *[False] * 4,
        *[True] * 3,
    ]


def test_a_list_that_stands_alone_in_a_place_for_one_keeps_its_key():
    long = {"obstacles": {"h": {"actions": [{"what": ["Öva"]}]}}}
    assert shortened(long) == long
    alone = {"effects": {"e": {"leads_to": [["m"]]}}}
    assert shortened(alone) == alone
