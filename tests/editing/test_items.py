"""Items of lists put in and taken out: the steps."""

import pytest

from nyttokedja.editing import AddItem, CannotEdit, RemoveItem
from nyttokedja.editing.items import ALONE, _lists_of_one, add_item, pointer_votes, remove_item
from nyttokedja.editing.steps import Drop, Insert, Put
from nyttokedja.writing.draft import DraftGroup, Piece, Text
from tests.editing.opened import document_of


def items(*texts, flow=True):
    return DraftGroup(tuple(Piece("", text) for text in texts), listing=True, flow=flow)


A, B, NEW = Text("a", "a"), Text("b", "b"), Text("ny")


@pytest.mark.parametrize(
    ("node", "steps"),
    [
        ("{leder_till: [a, b]}", [Insert((2, 0, 0), 2, Piece("", NEW))]),
        ("{leder_till: a}", [Put((2, 0, 0), items(A, NEW))]),
        ("{leder_till: }", [Put((2, 0, 0), items(NEW))]),
        ("{rubrik: X}", [Insert((2, 0), 1, Piece("leder_till", NEW))]),
        ("", [Put((2, 0), DraftGroup((Piece("leder_till", NEW),)))]),
    ],
)
def test_an_arrow_is_added(node, steps):
    document = document_of(f"effekter:\n  e: {node}\n")
    flow = document.file.habits.flow_nodes
    expected = [s._replace(value=s.value._replace(flow=flow)) if node == "" else s for s in steps]
    assert add_item(AddItem("e", ("leads_to",), "ny"), document) == expected


def test_a_file_may_have_lists_of_one():
    text = "effekter:\n  e: {leder_till: [a]}\n  f: {leder_till: [a, b]}\n  g: {rubrik: G}\n"
    assert add_item(AddItem("g", ("leads_to",), "ny"), document_of(text)) == [
        Insert((2, 2), 1, Piece("leder_till", items(NEW)))
    ]
    document = document_of(text.replace("[a]", "a").replace("G}", "G, etiketter: [x]}"))
    assert add_item(AddItem("g", ("leads_to",), "ny"), document) == [
        Insert((2, 2), 2, Piece("leder_till", NEW))
    ]


def test_a_list_of_texts_begins_as_a_list():
    document = document_of("effekter:\n  e: {rubrik: E}\n")
    assert add_item(AddItem("e", ("tags",), "x"), document) == [
        Insert((2, 0), 1, Piece("etiketter", items(Text("x"))))
    ]


def test_a_list_that_outgrows_its_line_becomes_a_block():
    long = ", ".join(f"en_rätt_lång_id_{n}" for n in range(5))
    document = document_of(f"effekter:\n  e:\n    leder_till: [{long}]\n")
    (step,) = add_item(AddItem("e", ("leads_to",), "en_till_som_är_rätt_lång"), document)
    assert isinstance(step, Put)
    assert (step.value.flow, len(step.value.pieces)) == (False, 6)
    inside = document_of(f"effekter:\n  e: {{leder_till: [{long}]}}\n")
    assert isinstance(add_item(AddItem("e", ("leads_to",), "en_till_som_är_rätt_lång"), inside)[0], Insert)


@pytest.mark.parametrize(
    ("node", "number", "steps"),
    [
        ("{leder_till: [a, b, c]}", 1, [Drop((2, 0, 0, 1))]),
        ("{leder_till: [a, b]}", 0, [Put((2, 0, 0), B)]),
        ("{leder_till: [a, b]}", 1, [Put((2, 0, 0), A)]),
        ("{leder_till: [a]}", 0, [Drop((2, 0, 0))]),
        ("{leder_till: a}", 0, [Drop((2, 0, 0))]),
    ],
)
def test_an_arrow_is_taken_away(node, number, steps):
    document = document_of(f"effekter:\n  e: {node}\n  f: {{leder_till: x}}\n  g: {{leder_till: x}}\n")
    assert remove_item(RemoveItem("e", ("leads_to",), number), document) == steps


@pytest.mark.parametrize("rest", ["f: {leder_till: [x]}", "g: {etiketter: [a, b]}\n  f: {leder_till: [x]}"])
def test_what_is_left_of_two_is_a_list_where_single_ones_are(rest):
    document = document_of(f"effekter:\n  e: {{leder_till: [a, b]}}\n  {rest}\n")
    assert remove_item(RemoveItem("e", ("leads_to",), 0), document) == [Drop((2, 0, 0, 0))]


def test_what_is_left_of_two_stays_a_list_for_its_comments_or_its_kind():
    commented = document_of("effekter:\n  e:\n    leder_till:\n      - a  # anm\n      - b\n")
    assert remove_item(RemoveItem("e", ("leads_to",), 1), commented) == [Drop((2, 0, 0, 1))]
    tags = document_of("effekter:\n  e: {etiketter: [a, b]}\n")
    assert remove_item(RemoveItem("e", ("tags",), 1), tags) == [Drop((2, 0, 0, 1))]
    misfit = document_of("effekter:\n  e: {leder_till: [a, [b]]}\n")
    assert remove_item(RemoveItem("e", ("leads_to",), 1), misfit) == [Drop((2, 0, 0, 1))]


@pytest.mark.parametrize(
    ("edit", "reason"),
    [
        (AddItem("e", (), "x"), "no-list"),
        (AddItem("e", ("title",), "x"), "no-list"),
        (RemoveItem("e", (), 0), "no-list"),
        (RemoveItem("e", ("title",), 0), "no-list"),
        (RemoveItem("e", ("tags",), 0), "not-there"),
        (RemoveItem("e", ("leads_to",), 1), "no-item"),
        (RemoveItem("e", ("leads_to",), -1), "no-item"),
    ],
)
def test_what_cannot_be_done(edit, reason):
    document = document_of("effekter:\n  e: {rubrik: E, leder_till: a}\n")
    with pytest.raises(CannotEdit) as refused:
        (add_item if isinstance(edit, AddItem) else remove_item)(edit, document)
    assert refused.value.reason == reason


def test_what_arrows_vote_for_and_what_holds_without_any():
    text = "effekter:\n  e: {leder_till: [a]}\n  f: {leder_till: [a, b]}\n  g: {leder_till: a}\n"
    votes = [(path, vote.habit, vote.value) for path, vote in pointer_votes(document_of(text))]
    assert [(habit, value) for _, habit, value in votes] == [("list of one", True), ("list of one", False)]
    assert {habit for _, habit, _ in votes} == set(ALONE)
    assert _lists_of_one(document_of("effekter:\n  e:\n")) is ALONE["list of one"]
