"""Steps made in a text, several at once where they do not meet."""

import pytest

from nyttokedja.editing import CannotEdit
from nyttokedja.editing.apply import _batches, _order
from nyttokedja.editing.steps import Drop, Insert, Name, Put
from nyttokedja.writing.draft import Piece, Text
from tests.editing.opened import file_of, stepped

NEW = Piece("n", Text("1"))


def batches(*steps):
    return list(_batches(sorted(steps, key=_order, reverse=True)))


def test_steps_go_from_the_end_of_the_file_on():
    name, put = Name((0,), "x"), Put((2,), Text("y"))
    assert batches(name, put) == [[put, name]]


def test_no_two_insertions_or_removals_in_one_container_are_made_together():
    first, second, third = Drop((0, 0)), Drop((0, 1)), Drop((1, 1))
    assert batches(first, second, third) == [[third, second], [first]]
    put_in = Insert((0,), 2, NEW)
    assert batches(first, put_in) == [[put_in], [first]]
    assert batches(Insert((), 0, NEW), Drop((1,))) == [[Drop((1,))], [Insert((), 0, NEW)]]


def test_steps_in_different_containers_and_changes_in_place_are_made_together():
    steps = [Drop((0, 0)), Drop((1, 0)), Insert((2,), 0, NEW), Put((0, 1), Text("y")), Name((0, 2), "z")]
    assert [len(batch) for batch in batches(*steps)] == [5]
    assert batches() == []


def test_what_is_there_is_changed_before_something_is_put_before_it():
    put, insert = Put((1,), Text("y")), Insert((), 1, NEW)
    assert batches(insert, put) == [[put, insert]]


def test_the_paths_are_those_before_any_step():
    text = "a: [x, y, z]\nb:\n  c: 1\n  d: 2\n"
    steps = (Drop((0, 0)), Drop((0, 2)), Name((1, 0), "e"), Drop((1, 1)), Insert((), 0, Piece("ny", Text(1))))
    assert stepped(text, *steps) == "ny: 1\na: [y]\nb:\n  e: 1\n"


def test_a_text_that_would_be_read_as_something_else_is_refused():
    with pytest.raises(CannotEdit) as refused:
        stepped("a: 1\n", Put((0,), Text("x", "y")))
    assert refused.value.reason == "differs"


@pytest.mark.parametrize(
    ("text", "value", "after"),
    [
        ("a: 'x'\n", "ny", "a: 'ny'\n"),
        ('a: "x"  # anm\n', "ny", 'a: "ny"  # anm\n'),
        ("a: 'x: y'\n", "ny", "a: ny\n"),
        ("a: x\n", "ja: nej", 'a: "ja: nej"\n'),
        ("a: |\n  x\n", "ny", "a: ny\n"),
        ("a: [x, 'y']\n", "ny", "a: ny\n"),
    ],
)
def test_one_text_takes_the_place_of_another_quoted_as_that_was(text, value, after):
    assert stepped(text, Put((0,), Text(value))) == after


def test_nothing_to_do_is_the_same_file():
    assert stepped("a: 1\n") == "a: 1\n"
    assert file_of("a: 1\n").text == "a: 1\n"
