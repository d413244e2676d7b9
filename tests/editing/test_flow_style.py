"""Steps inside brackets: which commas and spaces come and go."""

import pytest

from nyttokedja.editing import CannotEdit
from nyttokedja.editing.flow_style import drop
from nyttokedja.editing.steps import Drop, Insert, Put
from nyttokedja.writing.draft import DraftGroup, Piece, Text
from tests.editing.opened import file_of, stepped


@pytest.mark.parametrize(
    ("text", "number", "after"),
    [
        ("a: [x, y, z]\n", 0, "a: [y, z]\n"),
        ("a: [x, y, z]\n", 1, "a: [x, z]\n"),
        ("a: [x, y, z]\n", 2, "a: [x, y]\n"),
        ("a: [x,   y  , z]\n", 1, "a: [x  , z]\n"),
        ("a: [ x ,y,z ]\n", 0, "a: [ y,z ]\n"),
        ("a: [ x ,y,z ]\n", 2, "a: [ x ,y ]\n"),
        ("a: [ x ]\n", 0, "a: [  ]\n"),
        ("a: [ x , ]\n", 0, "a: [  ]\n"),
        ("a: {x: 1, y: 2}\n", 1, "a: {x: 1}\n"),
        ("a: {x: 1, y: 2}\n", 0, "a: {y: 2}\n"),
        ("a: [\n  x,\n  y,\n  z\n  ]\n", 0, "a: [\n  y,\n  z\n  ]\n"),
        ("a: [\n  x,\n  y,\n  z\n  ]\n", 1, "a: [\n  x,\n  z\n  ]\n"),
        ("a: [\n  x,\n  y,\n  z\n  ]\n", 2, "a: [\n  x,\n  y\n  ]\n"),
        ("a: [\n  x,\n  y,\n  ]\n", 1, "a: [\n  x,\n  ]\n"),
        ("a: [\n  x,  # om x\n  y  # om y\n  ]\n", 1, "a: [\n  x  # om x\n  ]\n"),
        ("a: [\n  # om x\n  x,\n  y\n  ]\n", 0, "a: [\n  y\n  ]\n"),
    ],
)
def test_an_item_is_dropped(text, number, after):
    assert stepped(text, Drop((0, number))) == after


def test_the_span_before_a_last_item_goes_and_no_more():
    file = file_of("a: [x, y]\n")
    assert list(drop(file, file.outline.children[0, 1])) == [(5, 8, "")]


@pytest.mark.parametrize(
    ("text", "number"), [("a: [ x,  # om x\n  y ]\n", 0), ("a: [\n  x  # om x\n  , y\n  ]\n", 1)]
)
def test_an_item_whose_comment_would_be_lost_stays(text, number):
    with pytest.raises(CannotEdit) as refused:
        stepped(text, Drop((0, number)))
    assert refused.value.reason == "comments-inside"


@pytest.mark.parametrize(
    ("text", "number", "after"),
    [
        ("a: []\n", 0, "a: [ny]\n"),
        ("a: [x]\n", 0, "a: [ny, x]\n"),
        ("a: [x]\n", 1, "a: [x, ny]\n"),
        ("a: [x, ]\n", 1, "a: [x, ny, ]\n"),
        ("a: [\n  x,\n  y\n  ]\n", 1, "a: [\n  x,\n  ny,\n  y\n  ]\n"),
        ("a: [\n  x,\n  y\n  ]\n", 2, "a: [\n  x,\n  y,\n  ny\n  ]\n"),
        ("a: [\n  x,\n  y,\n  ]\n", 2, "a: [\n  x,\n  y,\n  ny,\n  ]\n"),
        ("a: [\n  x  # om x\n  ]\n", 1, "a: [\n  x,  # om x\n  ny\n  ]\n"),
        ("a: [\n  x,  # om x\n  ]\n", 1, "a: [\n  x,  # om x\n  ny,\n  ]\n"),
    ],
)
def test_an_item_is_put_in(text, number, after):
    assert stepped(text, Insert((0,), number, Piece("", Text("ny")))) == after


@pytest.mark.parametrize(
    ("text", "path", "after"),
    [
        ("{a: 1, b: 2}\n", (0,), "{a: [ny], b: 2}\n"),
        ("{a: , b: 2}\n", (0,), "{a: [ny] , b: 2}\n"),
        ("{a, b: 2}\n", (0,), "{a: [ny], b: 2}\n"),
        ('{"a":1}\n', (0,), '{"a":[ny]}\n'),
        ("a: [1, 2]\n", (0, 1), "a: [1, [ny]]\n"),
    ],
)
def test_a_value_takes_the_place_of_another(text, path, after):
    assert stepped(text, Put(path, DraftGroup((Piece("", Text("ny")),), listing=True))) == after
