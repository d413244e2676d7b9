"""Steps done to a bare tree: what the text must be read as afterwards."""

import pytest

from nyttokedja.editing.steps import Drop, Insert, Name, Put, done, tree, tree_of
from nyttokedja.writing.draft import DraftGroup, Piece, Text
from tests.editing.opened import file_of


def tree_at(text):
    return tree(file_of(text).parsed.source.root)


def test_a_tree_is_what_a_part_says():
    assert tree_at("a: [1, '1']\nb: {c: }\n") == [
        "map",
        ["a", ["list", ["text", "int", 1], ["text", "str", "1"]]],
        ["b", ["map", ["c", ["text", "NoneType", None]]]],
    ]


def test_a_draft_has_the_tree_that_it_will_be_read_as():
    draft = DraftGroup(
        (Piece("a", DraftGroup((Piece("", Text(1)),), listing=True)), Piece("b", Text("x", "'x'")))
    )
    assert tree_of(draft) == ["map", ["a", ["list", ["text", "int", 1]]], ["b", ["text", "str", "x"]]]


@pytest.mark.parametrize(
    ("before", "step", "after"),
    [
        ("a: 1\nb: 2\n", Name((1,), "c"), "a: 1\nc: 2\n"),
        ("a: 1\nb: 2\n", Put((1,), Text(3)), "a: 1\nb: 3\n"),
        ("a: [1, 2]\n", Put((0, 1), Text(3)), "a: [1, 3]\n"),
        ("a: 1\nb: 2\n", Insert((), 1, Piece("c", Text(3))), "a: 1\nc: 3\nb: 2\n"),
        ("a: [1, 2]\n", Insert((0,), 2, Piece("", Text(3))), "a: [1, 2, 3]\n"),
        ("a:\n", Insert((0,), 0, Piece("c", Text(3))), "a: {c: 3}\n"),
        ("a:\n", Insert((0,), 0, Piece("", Text(3))), "a: [3]\n"),
        ("a: 1\nb: 2\n", Drop((0,)), "b: 2\n"),
        ("a:\n  b: {c: 1, d: 2}\n", Drop((0, 0, 0)), "a:\n  b: {d: 2}\n"),
        ("a:\n  - 1\n", Drop((0, 0)), "a:\n"),
    ],
)
def test_a_step(before, step, after):
    assert done(tree_at(before), [step], frozenset()) == tree_at(after)


def test_brackets_from_which_all_is_taken_are_empty():
    assert done(tree_at("a: [1]\n"), [Drop((0, 0))], frozenset({(0,)})) == tree_at("a: []\n")
    assert done(tree_at("a: [1]\n"), [Drop((0, 0))], frozenset({()})) == tree_at("a:\n")


def test_steps_are_done_in_turn():
    steps = [Drop((1,)), Put((0,), Text(3)), Insert((), 1, Piece("c", Text(4)))]
    assert done(tree_at("a: 1\nb: 2\n"), steps, frozenset()) == tree_at("a: 3\nc: 4\n")
