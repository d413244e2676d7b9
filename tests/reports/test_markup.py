"""JSON and XML that mean the same and are safe to print."""

import json
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nyttokedja.reports.markup import json_pieces, json_text, xml_legal, xml_safe, xml_tag
from tests.reports.findings.told import HOSTILE


def test_json_is_indented_and_as_people_write():
    assert json_text({"a": ["å", 1, None]}) == '{\n  "a": [\n    "å",\n    1,\n    null\n  ]\n}\n'


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("\x7f", "\\u007f"),
        ("\u202e", "\\u202e"),
        ("\U000e0041", "\\udb40\\udc41"),
        ("\ud800", "\\ud800"),
        ("a##b", "a#\\u0023b"),
    ],
)
def test_what_is_not_printable_is_escaped_in_json(text, written):
    assert json_text(text) == f'"{written}"\n'
    assert json.loads(json_text(text)) == text


def test_what_is_not_printable_is_a_reference_in_xml():
    assert xml_tag("a", {"b": "å\u202e##\n"}, " /") == '<a b="å&#8238;#&#35;&#10;" />'
    assert xml_safe("x\x85") == "x&#133;"


def test_what_xml_forbids_is_shown_as_an_escape():
    assert xml_legal("a\x00b\x1f\ufffe\ud800c\t") == "a\\u0000b\\u001f\\ufffe\\ud800c\t"


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_every_text_comes_back(text):
    assert json.loads(json_text([text])) == [text]
    tag = xml_tag("a", {"b": xml_legal(text)}, " /")
    assert ET.fromstring(tag).get("b") == xml_legal(text)
    assert all(c.isprintable() or c == "\n" for c in json_text(text) + tag)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
        lambda held: st.lists(held) | st.dictionaries(st.text(), held),
    )
)
def test_json_is_laid_out_as_python_does(data):
    plain = json.dumps(data, ensure_ascii=False, indent=2)
    if plain.replace("\n", "").isprintable() and "##" not in plain:
        assert json_text(data) == plain + "\n"
    assert json.loads(json_text(data)) == data


def test_of_an_iterator_one_item_is_made_at_a_time():
    made = []
    items = (made.append(n) or n for n in range(100))
    pieces = json_pieces({"a": 1, "b": {"c": items, "d": iter(())}})
    early = [next(pieces) for _ in range(6)]
    assert (len(made) < 6, bool(made)) == (True, True)
    assert json.loads("".join([*early, *pieces])) == {"a": 1, "b": {"c": list(range(100)), "d": []}}
