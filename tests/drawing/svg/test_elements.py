"""The XML writer: whatever text it is given, the document is well-formed and says that text."""

import xml.etree.ElementTree as ET

import pytest

from nyttokedja.drawing.svg.elements import element, number, one_line, path, serialise


@pytest.mark.parametrize("text", ["<b>&amp;</b>", "]]>", "\"'", "å 上 😀", "a > b"])
def test_text_and_attributes_come_back(text):
    root = ET.fromstring(serialise(element("svg", element("text", text=text), aria_label=text)))
    assert root.get("aria-label") == text
    assert root[0].text == text


@pytest.mark.parametrize("char", ["\x00", "\x1b", "\x0b", "\ud800", "\ufffe", "\uffff"])
def test_what_xml_forbids_is_replaced(char):
    root = ET.fromstring(serialise(element("text", text=f"a{char}b", label=char)))
    assert root.text == "a\ufffdb"
    assert root.get("label") == "\ufffd"
    assert one_line(f"a{char}b") == "a\ufffdb"


@pytest.mark.parametrize(
    ("value", "written"), [(12, "12"), (12.04, "12"), (12.05001, "12.1"), (-0.01, "0"), (1e6, "1000000")]
)
def test_numbers_have_at_most_one_decimal(value, written):
    assert number(value) == written


def test_what_is_not_said_is_left_out():
    assert serialise(path("M0 0", stroke="#000000", width=1.6, stroke_dasharray=None)) == (
        '<path d="M0 0" fill="none" stroke="#000000" stroke-width="1.6"/>\n'
    )
