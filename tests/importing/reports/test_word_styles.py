"""The styles of a Word file: headings, items of lists and bold type, by what they are based on."""

from types import SimpleNamespace
from xml.etree.ElementTree import fromstring

import pytest

from nyttokedja.importing.reports import word_styles
from nyttokedja.importing.reports.word_styles import Styles, is_on, switch

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STYLES = f"""<w:styles {W}>
<w:style w:styleId="H2"><w:name w:val="heading 2"/></w:style>
<w:style w:styleId="Ours"><w:name w:val="Kommunens"/><w:basedOn w:val="H2"/></w:style>
<w:style w:styleId="T"><w:name w:val="Title"/></w:style>
<w:style w:styleId="Deep"><w:name w:val="x"/><w:pPr><w:outlineLvl w:val="8"/></w:pPr></w:style>
<w:style w:styleId="Body"><w:name w:val="heading 3"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
<w:style w:styleId="Strong"><w:name w:val="s"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:styleId="Under"><w:name w:val="u"/><w:basedOn w:val="Strong"/></w:style>
<w:style w:styleId="Plain"><w:name w:val="p"/>
<w:basedOn w:val="Strong"/><w:rPr><w:b w:val="0"/></w:rPr></w:style>
<w:style w:styleId="Loop"><w:name w:val="l"/><w:basedOn w:val="Loop"/></w:style>
<w:style w:styleId="B3"><w:name w:val="List Bullet 3"/>
<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:styleId="L"><w:name w:val="l"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
</w:styles>"""
LISTS = f"""<w:numbering {W}>
<w:abstractNum w:abstractNumId="7">
  <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>
  <w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:pStyle w:val="L"/></w:lvl>
  <w:lvl w:ilvl="2"><w:numFmt w:val="none"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
</w:numbering>"""
PARTS = {"styles.xml": STYLES, "numbering.xml": LISTS}


def properties(inner):
    return fromstring(f"<w:pPr {W}>{inner}</w:pPr>")


@pytest.fixture
def styles(monkeypatch):
    kinds = [SimpleNamespace(kind=name.partition(".")[0], target=name) for name in PARTS]
    monkeypatch.setattr(word_styles, "relations", lambda package, document: kinds)
    monkeypatch.setattr(word_styles, "_tree", lambda package, part: fromstring(PARTS[part]))
    return Styles(None, "word/document.xml")


@pytest.mark.parametrize(
    ("style", "own", "level"),
    [
        ("H2", "", 2),
        ("Ours", "", 2),
        ("T", "", 0),
        ("Deep", "", 9),
        ("Body", "", None),
        ("Rubrik1", "", 1),
        ("Overskrift 4", "", 4),
        ("unknown", "", None),
        ("Strong", "", None),
        ("Loop", "", None),
        ("H2", '<w:outlineLvl w:val="0"/>', 1),
        ("H2", '<w:outlineLvl w:val="9"/>', None),
    ],
)
def test_the_level_of_a_heading(styles, style, own, level):
    assert styles.heading(style, properties(own)) == level
    assert own or styles.heading(style, None) == level


def numbered(number, level=""):
    deep = f'<w:ilvl w:val="{level}"/>' if level else ""
    return f'<w:numPr>{deep}<w:numId w:val="{number}"/></w:numPr>'


@pytest.mark.parametrize(
    ("style", "own", "level"),
    [
        ("H2", "", None),
        ("H2", numbered(1), 0),
        ("H2", numbered(1, "1"), 1),
        ("H2", numbered(1, "2"), None),
        ("H2", numbered(0), None),
        ("B3", "", 2),
        ("B3", numbered(0), None),
        ("B3", numbered(1, "1"), 1),
        ("L", "", 1),
        ("L", numbered(1, "0"), 0),
    ],
)
def test_the_level_of_an_item(styles, style, own, level):
    assert styles.item(style, properties(own)) == level


@pytest.mark.parametrize(
    ("style", "bold"),
    [("Strong", True), ("Under", True), ("Plain", False), ("H2", False), ("Loop", False), ("unknown", False)],
)
def test_bold_type_is_inherited_and_switched_off(styles, style, bold):
    assert styles.bold(style) is bold


@pytest.mark.parametrize(
    ("value", "on"),
    [("1", True), ("true", True), ("0", False), ("False", False), ("none", False), ("off", False)],
)
def test_a_switch(value, on):
    assert is_on(value) is on
    assert switch(properties(f'<w:b w:val="{value}"/>'), "b") == value
    assert switch(properties("<w:b/>"), "b") == "1"
    assert switch(properties(""), "b") is None
    assert switch(None, "b") is None
