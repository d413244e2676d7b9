"""Labels of DOT as the lines that a reader sees."""

import pytest

from nyttokedja.importing.drawings.dot.graph import AttributeValue
from nyttokedja.importing.drawings.dot.labels import cleaned, label_lines

NAMES = {"N": "nod", "G": "graf"}


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a", ("a",)),
        ("a\\nb\\lc\\rd", ("a", "b", "c", "d")),
        ("  a   b  ", ("a b",)),
        ("\\n\\n", ()),
        ("\\N i \\G", ("nod i graf",)),
        ("\\\\n", ("\\n",)),
        ("\\q\\T", ("qT",)),
        ("a&amp;b &#229; &#xE5; &okänd;", ("a&b å å &okänd;",)),
        ("a|{b}<c>", ("a|{b}<c>",)),
        ("a\x0bb\u2028c", ("a", "b", "c")),
    ],
)
def test_a_string_is_lines(text, lines):
    assert label_lines(AttributeValue(text), NAMES) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a|b", ("a", "b")),
        ("{<p> a | b}", ("a", "b")),
        ("a\\|b\\{c\\}\\<d\\>", ("a|b{c}<d>",)),
        ("a\\ b\\nc", ("a b", "c")),
        ("\\N", ("nod",)),
    ],
)
def test_a_record_is_its_fields(text, lines):
    assert label_lines(AttributeValue(text), NAMES, record=True) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("<b>a</b>", ("a",)),
        ("a<br/>b<BR align='left'/>c", ("a", "b", "c")),
        ("<tr><td>a</td><td>b</td></tr>", ("a", "b")),
        ("a\nb", ("a b",)),
        ("a &lt; b", ("a < b",)),
        ("\\N \\q \\n", ("nod \\q \\n",)),
        ("<font point-size='9'>x</font> y", ("x y",)),
    ],
)
def test_markup_is_its_text(text, lines):
    assert label_lines(AttributeValue(text, html=True), NAMES) == lines


def test_small_text_is_left_out_where_it_is_not_wanted():
    label = AttributeValue("a <FONT color='x'>b</FONT> c", html=True)
    assert label_lines(label, NAMES, small=False) == ("a c",)


def test_what_is_too_long_is_cut():
    assert label_lines(AttributeValue("x" * 20_001), {}) == ("x" * 20_000,)
    assert label_lines(AttributeValue("\\N\\N"), {"N": "y" * 65}) == ("y" * 128,)


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("a\tb", "a b"),
        ("a\x00b\u202ec\ud800d\ufffee", "abcde"),
        ("👩\u200d💻", "👩\u200d💻"),
        ("e\u0301", "é"),
        ("a \xa0 b", "a b"),
    ],
)
def test_a_text_is_cleaned(text, clean):
    assert cleaned(text) == clean
