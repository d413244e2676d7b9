"""Drafts as lines: on one line what fits there, the rest in blocks, comments where they belong."""

import pytest

from nyttokedja.writing.draft import DraftGroup, Piece, Text, bare, has_comments
from nyttokedja.writing.lines import Style, lines_of, on_one_line

LONG = "ord " * 30 + "slut"


def mapping(*pairs, **options):
    return DraftGroup(tuple(Piece(key, value) for key, value in pairs), **options)


def listing(*items, **options):
    return DraftGroup(tuple(Piece("", item) for item in items), listing=True, **options)


A, B = Text("a"), Text("b")
CASES = {
    "a text": (A, ["k: a"]),
    "nothing": (Text(None), ["k:"]),
    "truth and number": (
        mapping(("x", Text(value=True)), ("z", Text(2.0)), flow=True),
        ["k: {x: true, z: 2.0}"],
    ),
    "as it was written": (Text(2027, "2027"), ["k: 2027"]),
    "brackets": (listing(A, Text("b, c"), flow=True), ['k: [a, "b, c"]']),
    "nothing in brackets": (listing(A, Text(None), flow=True), ["k: [a, null]"]),
    "empty": (listing(), ["k: []"]),
    "empty mapping": (mapping(), ["k: {}"]),
    "a block": (mapping(("x", A), ("z", B)), ["k:", "   x: a", "   z: b"]),
    "a list in a block": (listing(A, Text(None)), ["k:", "  - a", "  - null"]),
    "mappings of a list": (
        listing(mapping(("x", A), ("z", B)), mapping(("x", B), flow=True)),
        ["k:", "  - x: a", "    z: b", "  - x: b"],
    ),
    "mappings of a list on a line each": (
        listing(mapping(("x", A), flow=True), mapping(("x", B), flow=True)),
        ["k:", "  - {x: a}", "  - {x: b}"],
    ),
    "mappings of a list that just fit": (
        listing(mapping(("x", Text("x" * 27)), flow=True)),
        ["k:", "  - {x: " + "x" * 27 + "}"],
    ),
    "mappings of a list of which one does not fit": (
        listing(mapping(("x", Text("x" * 28)), flow=True), mapping(("x", A), flow=True)),
        ["k:", "  - x: " + "x" * 28, "  - x: a"],
    ),
    "a text of lines": (Text("a b\nc\n"), ["k: |", "   a b", "   c"]),
    "a text of lines without a last break": (Text("a\nb"), ["k: |-", "   a", "   b"]),
    "a text that must be quoted": (Text("a \nb"), ['k: "a \\nb"']),
    "a long text": (Text(LONG), ["k: >-", "   " + "ord " * 7 + "ord", *["   " + "ord " * 7 + "ord"] * 2]),
    "brackets that are too long": (
        listing(*[Text("x" * 12)] * 3, flow=True),
        ["k:", *["  - " + "x" * 12] * 3],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_draft_as_lines(name):
    value, lines = CASES[name]
    assert lines_of([Piece("k", value)], style=Style(step=3, width=36))[: len(lines)] == lines


def test_comments_stand_over_beside_and_below():
    held = DraftGroup((Piece("x", A, ("# om x",), "# vid x"),), below=("# sist",))
    piece = Piece("k", held, ("", "# om k"), "# vid k", ("# under",))
    lines = ["", "  # om k", "  k:  # vid k", "    # om x", "    x: a  # vid x", "    # sist", "    # under"]
    assert lines_of([piece], 2) == lines
    assert has_comments(held)
    assert not has_comments(mapping(("x", A)))


def test_a_comment_under_a_text_of_lines_comes_over_it():
    assert lines_of([Piece("k", Text("a\nb"), below=("# c",))]) == ["# c", "k: |-", "  a", "  b"]


def test_a_key_as_it_was_written_and_a_group_with_comments_on_no_line():
    assert lines_of([Piece("2027-01-01", A, written="2027-01-01")]) == ["2027-01-01: a"]
    assert lines_of([Piece("2027-01-01", A)]) == ['"2027-01-01": a']
    assert on_one_line(mapping(("x", A), flow=True, below=("# c",))) is None
    assert on_one_line(mapping(("x", listing(A, flow=True)), flow=True)) == "{x: [a]}"
    assert on_one_line(mapping(("x", listing(A)), flow=True)) is None
    assert on_one_line(Text("a, b"), flow=True) == '"a, b"'


def test_the_data_of_a_draft():
    assert bare(
        mapping(("x", listing(A, mapping(("z", Text(None)))))),
    ) == {"x": ["a", {"z": None}]}
