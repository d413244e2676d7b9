"""Texts that can do nothing to a terminal or a log, and what XML forbids."""

import sys
from xml.etree import ElementTree as ET

import pytest

from nyttokedja.language.safe_text import NOT_XML, clean, clean_line


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ökad trygghet 👩", "Ökad trygghet 👩"),
        ("👩🏽\u200d⚕️ och نمی\u200cخواهم", "👩🏽\u200d⚕️ och نمی\u200cخواهم"),
        ("a\u200db \u200d👩 👩\u200d\u200d👩", "a\\u200db \\u200d👩 👩\\u200d\\u200d👩"),
        ("a\tb", "a b"),
        ("a\nb", "a\\u000ab"),
        ("\x1b[31m", "\\u001b[31m"),
        ("\U000e0041", "\\U000e0041"),
        ("\uffff", "\\uffff"),
        ("##vso[x] ##[error]", "#\\u0023vso[x] #\\u0023[error]"),
        ("## a [b] ##a b[", "## a [b] ##a b["),
        ("###vso[x]", "##\\u0023vso[x]"),
    ],
)
def test_what_could_do_something_is_shown_as_its_escape(text, shown):
    assert clean(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [("::error::x", "\\u003a:error::x"), (" ::x", " \\u003a:x"), ("a ::x", "a ::x"), (":x", ":x")],
)
def test_no_line_begins_a_command(text, shown):
    assert clean_line(text) == shown


def test_what_xml_forbids_is_what_a_parser_refuses():
    edges = (
        0x20,
        0x7F,
        0x85,
        0xD7FF,
        0xD800,
        0xDFFF,
        0xE000,
        0xFFFD,
        0xFFFE,
        0xFFFF,
        0x10000,
        sys.maxunicode,
    )
    for code in (*range(0x20), *edges):
        reference = f"<x>&#{code};</x>"
        try:
            refused = ET.fromstring(reference) is None
        except ET.ParseError:
            refused = True
        # the parser of Python's own lets the last two of the first plane pass
        assert bool(NOT_XML.search(chr(code))) == refused or code in (0xFFFE, 0xFFFF)
    assert NOT_XML.findall("\ufffe\uffff") == ["\ufffe", "\uffff"]
