"""Steps in blocks: which lines come and go."""

import pytest

from nyttokedja.editing import CannotEdit
from nyttokedja.editing.block_style import after_sign, can_precede
from nyttokedja.editing.steps import Drop, Insert, Put
from nyttokedja.writing.draft import DraftGroup, Piece, Text
from tests.editing.opened import file_of, stepped

NEW = Piece("ny", Text(1))
LIST = DraftGroup((Piece("", Text("x")), Piece("", Text("z"))), listing=True)


@pytest.mark.parametrize(
    ("text", "path", "number", "after"),
    [
        ("a: 1\nb: 2\n", (), 0, "ny: 1\na: 1\nb: 2\n"),
        ("a: 1\nb: 2\n", (), 1, "a: 1\nny: 1\nb: 2\n"),
        ("a: 1\nb: 2\n", (), 2, "a: 1\nb: 2\nny: 1\n"),
        ("a: 1\nb: 2", (), 2, "a: 1\nb: 2\nny: 1"),
        ("a: 1\r\nb: 2\r\n", (), 1, "a: 1\r\nny: 1\r\nb: 2\r\n"),
        (
            "x:\n    a: 1  # anm\n    # under\ny: 2\n",
            (0,),
            1,
            "x:\n    a: 1  # anm\n    ny: 1\n    # under\ny: 2\n",
        ),
        ("x:\n  # om a\n  a: 1\n", (0,), 0, "x:\n  ny: 1\n  # om a\n  a: 1\n"),
        ("x:\n  a: |+\n    t\n\ny: 1\n", (0,), 1, "x:\n  a: |+\n    t\n\n  ny: 1\ny: 1\n"),
        (
            "x:\n  a:\n    b: 1\n\n  c:\n    d: 1\n",
            (0, 0),
            1,
            "x:\n  a:\n    b: 1\n    ny: 1\n\n  c:\n    d: 1\n",
        ),
    ],
)
def test_an_entry_is_put_in(text, path, number, after):
    assert stepped(text, Insert(path, number, NEW)) == after


@pytest.mark.parametrize(
    ("text", "number", "after"),
    [
        ("x:\n  a:\n    b: 1\n\n  c:\n    d: 1\n", 2, "x:\n  a:\n    b: 1\n\n  c:\n    d: 1\n\n  ny: 1\n"),
        ("x:\n  a:\n    b: 1\n\n  c:\n    d: 1\n", 1, "x:\n  a:\n    b: 1\n\n  ny: 1\n\n  c:\n    d: 1\n"),
        ("x:\n  a:\n    b: 1\n  c:\n    d: 1\n", 2, "x:\n  a:\n    b: 1\n  c:\n    d: 1\n  ny: 1\n"),
        ("x:\n  a:\n    b: 1\n\n  c:\n    d: 1\n", 0, "x:\n  ny: 1\n\n  a:\n    b: 1\n\n  c:\n    d: 1\n"),
    ],
)
def test_nodes_are_set_off_as_those_around_them(text, number, after):
    found = stepped(text, Insert((0,), number, NEW, ("ny: 1",)))
    assert found == after or number == 0


def test_a_new_section_is_set_off_where_others_are():
    section = Piece("ny", DraftGroup((Piece("n1", Text(1)),)))
    assert stepped("a: 1\n\nb:\n  c: 1\n", Insert((), 2, section)).endswith("  c: 1\n\nny:\n  n1: 1\n")
    assert stepped("a: 1\nb:\n  c: 1\n", Insert((), 2, section)).endswith("  c: 1\nny:\n  n1: 1\n")
    assert stepped("a: 1\n", Insert((), 1, section)) == "a: 1\n\nny:\n  n1: 1\n"


def test_what_stands_elsewhere_keeps_its_lines():
    lines = ("# om ny", "ny:", "", "    a: 1  # anm")
    insert = Insert((0,), 1, Piece("ny", DraftGroup((Piece("a", Text(1)),))), lines)
    assert stepped("x:\n    b: 1\n", insert) == "x:\n    b: 1\n    # om ny\n    ny:\n\n        a: 1  # anm\n"


def test_what_can_come_first():
    file = file_of("x:\n- a: 1\n- # om b\n  b: 1\n")
    children = file.outline.children
    assert [can_precede(file, children[path]) for path in ((0,), (0, 0), (0, 0, 0), (0, 1, 0))] == [
        True,
        True,
        False,
        True,
    ]
    further = file_of("x:\n    # längre in\n  a: 1\n")
    assert not can_precede(further, further.outline.children[0, 0])
    with pytest.raises(CannotEdit) as refused:
        stepped("x:\n- a: 1\n", Insert((0, 0), 0, NEW))
    assert refused.value.reason == "uncertain"


@pytest.mark.parametrize(
    ("text", "path", "after"),
    [
        ("a: 1\nb: 2\nc: 3\n", (1,), "a: 1\nc: 3\n"),
        ("a: 1\n# om b\nb: 2  # anm\nc: 3\n", (1,), "a: 1\nc: 3\n"),
        ("a: 1\nb: 2", (1,), "a: 1"),
        ("a: 1\r\nb: 2", (1,), "a: 1"),
        ("a: 1\n\nb: 2\n\nc: 3\n", (0,), "b: 2\n\nc: 3\n"),
        ("a: 1\n\nb: 2\n\nc: 3\n", (1,), "a: 1\n\nc: 3\n"),
        ("a: 1\n\nb: 2\n\nc: 3\n", (2,), "a: 1\n\nb: 2\n"),
        ("a: 1\n\nb: 2\nc: 3\n", (1,), "a: 1\n\nc: 3\n"),
        ("a: |+\n  t\n\nb: 2\n", (1,), "a: |+\n  t\n\n"),
        ("a:\n- b: 1\n  c: 2\n", (0, 0, 0), "a:\n- c: 2\n"),
        ("a:\n- b: 1\n", (0, 0, 0), "a:\n-\n"),
        ("a:\n- b: 1\n  # om c\n  c: 2\n", (0, 0, 0), "a:\n-\n  # om c\n  c: 2\n"),
    ],
)
def test_an_entry_is_dropped(text, path, after):
    assert stepped(text, Drop(path)) == after


def test_the_only_entry_stays():
    with pytest.raises(CannotEdit) as refused:
        stepped("a: 1\n", Drop((0,)))
    assert refused.value.reason == "only-entry"


@pytest.mark.parametrize(
    ("text", "value", "after"),
    [
        ("a: 1  # anm\nb: 2\n", LIST, "a:  # anm\n  - x\n  - z\nb: 2\n"),
        ("a:  # anm\nb: 2\n", Text(3), "a: 3  # anm\nb: 2\n"),
        ("a:\n  - x\nb: 2\n", Text(3), "a: 3\nb: 2\n"),
        ("a:  # anm\n  x: 1\nb: 2\n", Text(3), "a: 3  # anm\nb: 2\n"),
        ("a: |  # anm\n  t\n  u\nb: 2\n", Text(3), "a: 3  # anm\nb: 2\n"),
        ("a: [x,\n  y]\nb: 2\n", Text(3), "a: 3\nb: 2\n"),
        ("a : 1\nb: 2\n", LIST, "a :\n  - x\n  - z\nb: 2\n"),
    ],
)
def test_a_value_takes_the_place_of_another(text, value, after):
    assert stepped(text, Put((0,), value)) == after


@pytest.mark.parametrize("text", ["a:\n  # om x\n  x: 1\n", "a: [  # anm\n  x]\n"])
def test_comments_inside_a_value_are_not_lost(text):
    with pytest.raises(CannotEdit) as refused:
        stepped(text, Put((0,), Text(3)))
    assert refused.value.reason == "comments-inside"


def test_where_a_value_begins():
    file = file_of("a : 1\nb:\n  - x\n")
    children = file.outline.children
    assert [after_sign(file, children[path]) for path in ((0,), (1,), (1, 0))] == [3, 8, 12]
    with pytest.raises(CannotEdit) as refused:
        stepped("? a\n: 1\n", Put((0,), LIST))
    assert refused.value.reason == "uncertain"
