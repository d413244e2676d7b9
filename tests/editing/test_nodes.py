"""Whole nodes added, removed, moved and renamed: the steps."""

import pytest

from nyttokedja.editing import AddNode, CannotEdit, MoveNode, RemoveNode, RenameId
from nyttokedja.editing.nodes import add_node, move_node, node_lines, remove_node, rename_id
from nyttokedja.editing.steps import Drop, Insert, Name, Put
from nyttokedja.model.chain import NodeType
from nyttokedja.writing.draft import DraftGroup, Piece, Text
from tests.editing.opened import document_of

CHAIN = """\
nyttor:
  # om ny
  ny:  # vid ny
    leder_till: [m, n]

    ägare: A
  i: {leder_till: m}
mål:
  m: M
  n:
hinder: inga
"""


@pytest.fixture
def document():
    return document_of(CHAIN)


def test_a_node_comes_last_in_its_section(document):
    edit = AddNode(NodeType.GOAL, "a\u030a", {"owner": "A"})
    assert add_node(edit, document) == [Insert((3,), 2, Piece("å", DraftGroup((Piece("ägare", Text("A")),))))]


def test_a_section_that_is_not_there_comes_after_those_that_are_before_it(document):
    piece = Piece("effekter", DraftGroup((Piece("e", Text("E")),)))
    assert add_node(AddNode(NodeType.EFFECT, "e", "E"), document) == [Insert((), 2, piece)]
    assert add_node(AddNode(NodeType.RISK, "r", "R"), document)[0].number == 5


def test_a_section_that_holds_a_word_is_replaced(document):
    assert add_node(AddNode(NodeType.OBSTACLE, "h", "H"), document) == [
        Put((4,), DraftGroup((Piece("h", Text("H")),)))
    ]


def test_lines_stand_under_a_section_of_their_own_or_in_one_that_is_there(document):
    lines = ("# om e", "e:", "", "  ägare: A")
    (new,) = add_node(AddNode(NodeType.EFFECT, "e", None, lines), document)
    assert new.lines == ("effekter:", "  # om e", "  e:", "", "    ägare: A")
    (there,) = add_node(AddNode(NodeType.GOAL, "e", None, lines), document)
    assert there.lines == lines
    flow = document_of("mål: {m: M}\n")
    assert add_node(AddNode(NodeType.GOAL, "e", None, lines), flow)[0].lines == ()


def test_a_node_is_removed(document):
    assert remove_node(RemoveNode("n"), document) == [Drop((3, 1))]


def test_a_node_is_moved_with_its_lines(document):
    drop, insert = move_node(MoveNode("ny", NodeType.GOAL), document)
    assert (drop, insert.path, insert.number) == (Drop((2, 0)), (3,), 2)
    assert insert.lines == ("# om ny", "ny:  # vid ny", "  leder_till: [m, n]", "", "  ägare: A")
    assert move_node(MoveNode("ny", NodeType.BENEFIT), document) == []


def test_comments_that_brackets_cannot_hold_stop_a_node():
    document = document_of("nyttor:\n  ny: N  # anm\n  i: I\nmål: {m: M}\n")
    with pytest.raises(CannotEdit) as refused:
        move_node(MoveNode("ny", NodeType.GOAL), document)
    assert refused.value.reason == "comments-inside"
    assert move_node(MoveNode("i", NodeType.GOAL), document)[1].lines == ()


def test_a_node_that_shares_a_line_has_none_of_its_own():
    document = document_of("mål: {m: M}\nnyttor:\n    n: N\n")
    assert node_lines(document, "m") == ()
    assert node_lines(document, "n") == ("n: N",)


def test_an_id_is_renamed_wherever_it_is_named(document):
    assert rename_id(RenameId("m", "x"), document) == [
        Name((3, 0), "x"),
        Put((2, 0, 0, 0), Text("x")),
        Put((2, 1, 0), Text("x")),
    ]
    assert rename_id(RenameId("m", "m"), document) == []


@pytest.mark.parametrize(
    ("steps", "edit", "reason"),
    [
        (add_node, AddNode(NodeType.GOAL, "a b"), "bad-id"),
        (add_node, AddNode(NodeType.GOAL, "ny"), "taken"),
        (add_node, AddNode(NodeType.GOAL, "fel"), "not-certain"),
        (add_node, AddNode(NodeType.RISK, "r"), "not-certain"),
        (rename_id, RenameId("m", "ny"), "taken"),
        (rename_id, RenameId("m", "x"), "not-certain"),
        (remove_node, RemoveNode("fel"), "not-certain"),
        (move_node, MoveNode("m", NodeType.RISK), "not-certain"),
    ],
)
def test_what_cannot_be_done(steps, edit, reason):
    text = CHAIN if reason in ("bad-id", "taken") else "nyttor:\n  fel: 3\nmål:\n  m: M\nrisker: 3\n"
    with pytest.raises(CannotEdit) as refused:
        steps(edit, document_of(text))
    assert refused.value.reason == reason
