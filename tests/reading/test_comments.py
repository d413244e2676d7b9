"""Which comment belongs to what: over it, beside it, below it."""

import pytest

from nyttokedja.reading.comments import remarks
from nyttokedja.reading.outline import outline
from nyttokedja.reading.source import read

CASES = {
    "over a key": ("# a\n# b\nx: 1\n", {(0,): "above a b"}),
    "over the first key, set off": ("# a\n\nx: 1\n", {(0,): "above a"}),
    "beside a value": ("x: 1 # a\n", {(0,): "beside a"}),
    "beside a key": ("x: # a\n  y: 1\n", {(0,): "beside a"}),
    "between a key and what it holds": ("x:\n  # a\n  y: 1\n", {(0, 0): "above a"}),
    "deeper than what comes next": ("x:\n  y: 1\n  # a\nz: 1\n", {(0,): "below a"}),
    "deeper than any": ("x: 1\n  # a\ny: 1\n", {(0,): "below a"}),
    "further out than what comes next": ("x:\n  y: 1\n# a\n  z: 1\n", {(0, 1): "above a"}),
    "first deep, then out, then deep": (
        "x:\n  y: 1\n  # a\n# b\n  # c\nz: 1\n",
        {(0,): "below a", (1,): "above b c"},
    ),
    "at the end": ("x:\n  y: 1\n  # a\n# b\n", {(0,): "below a", (): "below b"}),
    "over an item": ("x:\n  # a\n  - 1\n  # b\n  - 2\n", {(0, 0): "above a", (0, 1): "above b"}),
    "beside a dash": ("x:\n  - # a\n    y: 1\n", {(0, 0): "beside a"}),
    "in brackets": (
        "x: [ # a\n  1, # b\n  # c\n  2\n  # d\n  ] # e\n",
        {(0,): "beside a e below d", (0, 0): "beside b", (0, 1): "above c"},
    ),
    "beside a block of text": ("x: | # a\n  y # no\n# b\nz: 1\n", {(0,): "beside a", (1,): "above b"}),
    "in quotes there is none": ("x: 'a # b'\ny: \"# c\"\nz: a#b\n", {}),
    "right after a comma": ("x: [1,#a\n 2]\n", {(0, 0): "beside a"}),
}


def said(text):
    found = remarks(outline(read(text.encode())))
    return {path: " ".join(words(text, remark)) for path, remark in found.items()}


def words(text, remark):
    for name in ("above", "beside", "below"):
        if comments := getattr(remark, name):
            yield name
            yield from (text[comment.start + 1 : comment.end].strip() for comment in comments)


@pytest.mark.parametrize("case", CASES)
def test_a_comment_belongs_to_what_it_is_about(case):
    text, expected = CASES[case]
    assert said(text) == expected


@pytest.mark.parametrize("case", CASES)
def test_line_ends_make_no_difference(case):
    text, expected = CASES[case]
    assert said(text.replace("\n", "\r\n")) == expected
