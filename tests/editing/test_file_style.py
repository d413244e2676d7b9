"""How a file is laid out, as most of it is."""

import pytest

from tests.editing.opened import file_of


def habits(text):
    return file_of(text).habits


def test_a_file_that_shows_nothing_has_the_habits_of_the_examples():
    found = habits("a: 1")
    assert (found.newline, found.bare_dates, found.block_lists, found.flow_nodes) == (
        "\n",
        False,
        False,
        False,
    )
    assert (found.style.step, found.style.dash, found.style.quote) == (2, 2, '"')


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("a:\n    b: 1\n", 4),
        ("a:\n   b:\n      c: 1\n", 3),
        ("a:\n    b: 1\nc:\n  d: 1\ne:\n  f: 1\n", 2),
        ("a:\n    b:\n        c:\n            d: 1\n", 4),
    ],
)
def test_the_step_that_most_blocks_have(text, step):
    assert habits(text).style.step == step


@pytest.mark.parametrize(
    ("text", "dash"),
    [("a:\n- b\n", 0), ("a:\n  b:\n      - x\n", 4), ("a:\n    - b\n", 4), ("a:\n  - - b\n", 2)],
)
def test_how_far_in_a_dash_is(text, dash):
    assert habits(text).style.dash == dash


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("a: 'x'\n", "'"),
        ("'a': \"x\"\n'b': 1\n", "'"),
        ('a: "x"\n', '"'),
        ('a: \'x\'\nb: "x"\nc: "y"\n', '"'),
    ],
)
def test_the_quote_that_most_texts_have(text, quote):
    assert habits(text).style.quote == quote


def test_the_line_break_that_most_lines_have():
    assert habits("a: 1\r\nb: 2\r\nc: 3\n").newline == "\r\n"
    assert habits("a: 1\rb: 2\r").newline == "\r"


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("a: 2027-01-31\n", True),
        ("a: '2027-01-31'\n", False),
        ("2027-01-31: x\n", True),
        ("a: 2027-01-3\n", False),
    ],
)
def test_whether_dates_stand_bare(text, bare):
    assert habits(text).bare_dates is bare


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("a: [x, y]\n", False),
        ("a:\n  - x\n  - y\n", True),
        ("a:\n  - x\n", False),
        ("a:\n  - x\n  - y\nb: [x, y]\nc: [x, y]\n", False),
        ("a:\n  - {b: 1}\n  - {b: 2}\n", False),
    ],
)
def test_whether_lists_of_texts_stand_in_blocks(text, block):
    assert habits(text).block_lists is block


@pytest.mark.parametrize(
    ("text", "flow"),
    [
        ("a:\n  b: {c: 1}\n", True),
        ("a:\n  b:\n    c: 1\n", False),
        ("a: {b: {c: 1}}\n", True),
        ("a: {b: 1}\n", False),
        ("a:\n  b:\n    c: {d: 1}\n", False),
    ],
)
def test_whether_nodes_stand_in_brackets(text, flow):
    assert habits(text).flow_nodes is flow


@pytest.mark.parametrize(
    ("said", "bare"), [("2027", True), ("2027-06", True), ("2027-Q3", True), ("4368", False)]
)
def test_years_and_months_show_it_too(said, bare):
    assert habits(f"a: {{b: {said}}}\n").bare_dates is bare
