"""Texts as scalars: bare only where no reader takes them for anything else."""

import pytest

from nyttokedja.writing.quoting import is_safe, is_seen, number, quoted, scalar

SAFE = ["Färre fel", "a, b", "2,5 timmar", "(en parentes)", "§ 4", "a:b", "50 %", "kr/år", "a-b", "a #"[:1]]
UNSAFE = ["", " a", "a ", "no", "y", "1", "1.5", "0x1F", "1:30", "2027-01-01", "# a", "a: b", "a #b", "a:"]
UNSAFE += [
    "- a",
    "* a",
    "@a",
    "~",
    "null",
    "true",
    "a\nb",
    "a\tb",
    "a\u200bb",
    "'a'",
    "1" * 400,
    "1e5",
    "=",
    "<<",
]


@pytest.mark.parametrize("text", SAFE)
def test_a_text_stands_bare(text):
    assert is_safe(text)
    assert scalar(text) == text


@pytest.mark.parametrize("text", UNSAFE)
def test_a_text_is_quoted(text):
    assert not is_safe(text)
    assert scalar(text)[0] == '"'


@pytest.mark.parametrize("text", ["a, b", "a[0]", "a {b}", "a:b", "vad?"])
def test_a_text_is_quoted_inside_brackets_only(text):
    assert (is_safe(text), is_safe(text, flow=True)) == (True, False)


QUOTED = [
    ("a", '"', '"a"'),
    ("a", "'", "'a'"),
    ("it's", "'", "'it''s'"),
    ('"a" \\ b', '"', '"\\"a\\" \\\\ b"'),
    ("a\nb\tc\r", "'", '"a\\nb\\tc\\r"'),
    ("\x85\u200b\U000e0001\x07", "'", '"\\x85\\u200B\\U000E0001\\x07"'),
    ("👩\u200d⚕", '"', '"👩\u200d⚕"'),
]


@pytest.mark.parametrize(("text", "quote", "written"), QUOTED)
def test_a_text_in_quotes(text, quote, written):
    assert quoted(text, quote) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [(1, "1"), (2.5, "2.5"), (1e22, "1.0e+22"), (1.5e-7, "1.5e-07"), (float("inf"), ".inf"), (-1.0, "-1.0")],
)
def test_a_number(value, written):
    assert number(value) == written


def test_what_can_be_seen():
    assert [is_seen(text) for text in ("å ä", "a\u00a0b", "a\x7f", "\ue000", "\u2028")] == [
        True,
        True,
        False,
        False,
        False,
    ]
