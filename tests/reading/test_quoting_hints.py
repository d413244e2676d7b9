"""What a remedy shows: quotation marks put on, taken off, and what stands after them."""

import pytest

from nyttokedja.reading.quoting_hints import after_quotes, example, inner


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ('"a"', "a"),
        ("'a'", "a"),
        ('""', ""),
        ("'it''s'", "it's"),
        ('"say \\"yes\\""', 'say "yes"'),
        ("\"it''s\"", "it''s"),
        ("”a”", "a"),
        ("“a”", "a"),
        ("””", ""),
        ("”a” and ”b”", "”a” and ”b”"),
        ('"', '"'),
        ("”", "”"),
        ("\"a'", "\"a'"),
        ('"a', '"a'),
        ("”a", "”a"),
        ("a”", "a”"),
        ("a", "a"),
        ("", ""),
    ],
)
def test_marks_are_taken_off_only_in_pairs(value, said):
    assert inner(value) == said


@pytest.mark.parametrize(
    ("value", "said"), [('"a" b', "b"), ("'it''s' b", "b"), ('"a"', ""), ('"a b', ""), ("a b", "")]
)
def test_what_follows_the_closing_mark(value, said):
    assert after_quotes(value) == said


@pytest.mark.parametrize(("length", "said"), [(100, ": " + "a" * 100), (101, ".")])
def test_a_text_is_repeated_up_to_a_hundred_characters(length, said):
    assert example("a" * length) == said
