"""A file as it is written: lines, and where what belongs to an entry begins and ends."""

import pytest

from tests.editing.opened import file_of

TEXT = """\
# överst

a: 1  # vid a
# om b
b:  # vid b
  # om c
  c: [x, y]  # vid c
  # under c

d:
  - e
"""


@pytest.fixture
def file():
    return file_of(TEXT)


def lines(file, path):
    child = file.outline.children[path]
    return file.text[file.top(child) : file.bottom(child)]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ((0,), "a: 1  # vid a\n"),
        ((1,), "# om b\nb:  # vid b\n  # om c\n  c: [x, y]  # vid c\n  # under c\n"),
        ((1, 0), "  # om c\n  c: [x, y]  # vid c\n"),
        ((2,), "d:\n  - e\n"),
        ((2, 0), "  - e\n"),
    ],
)
def test_the_lines_of_a_child_with_its_comments(file, path, text):
    assert lines(file, path) == text


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_lines_begin_and_end(newline):
    file = file_of(f"a: 1{newline}{newline}bc: 2")
    second, third = 4 + len(newline), 4 + 2 * len(newline)
    assert [file.line_start(at) for at in (0, 3, second, third, third + 2)] == [0, 0, second, third, third]
    assert [file.line_end(at) for at in (0, second, third)] == [4, second, third + 5]
    assert [file.next_line(at) for at in (0, second, third)] == [second, third, third + 5]
    assert [file.line_before(at) for at in (0, second, third)] == [-1, 0, second]
    assert [file.is_blank(at) for at in (-1, 0, second, third, third + 5)] == [
        False,
        False,
        True,
        False,
        False,
    ]


def test_spaces_are_a_blank_line():
    assert file_of("a: 1\n \t \nb: 2\n").is_blank(5)


def test_what_stands_first_on_its_line(file):
    starts = {path: file.starts_line(child) for path, child in file.outline.children.items()}
    assert starts == {
        (0,): True,
        (1,): True,
        (1, 0): True,
        (1, 0, 0): False,
        (1, 0, 1): False,
        (2,): True,
        (2, 0): True,
    }


def test_which_child_is_last(file):
    children = file.outline.children
    assert [file.last(children[path]).path for path in ((0,), (1,), (1, 0), (2,))] == [
        (0,),
        (1, 0, 1),
        (1, 0, 1),
        (2, 0),
    ]
    empty = file_of("a: []\n")
    assert empty.last(empty.outline.children[0,]).path == (0,)


def test_comments_that_would_go_with_what_a_child_holds(file):
    children = file.outline.children
    assert [file.has_comments(children[path]) for path in ((0,), (1,), (1, 0), (2,))] == [
        False,
        True,
        False,
        False,
    ]
    assert [file.has_remarks(children[path]) for path in ((0,), (1,), (1, 0, 0), (2,), (2, 0))] == [
        True,
        True,
        False,
        False,
        False,
    ]
    first = file.first_comment(children[1,])
    assert file.text[first.start : first.end] == "# om c"


def test_a_comment_in_brackets_is_inside_them():
    file = file_of("a: [  # först\n  x]\nb:\n  - # vid strecket\n    c: 1\n")
    children = file.outline.children
    assert file.has_comments(children[0,])
    assert not file.has_comments(children[1, 0])


def test_entries_and_items_are_found_by_their_parts(file):
    root = file.parsed.source.root
    assert [file.keyed(key) for key, _ in root.entries] == [(0,), (1,), (2,)]
    assert file.item(root.entries[2].value.items[0]) == (2, 0)
