"""The file that fixes are made for: what stands where, and how it is written."""

import pytest

from nyttokedja.checking.fixes.lines import ends_here, in_block_of_text, line_end, lines_from
from nyttokedja.checking.fixes.target import FixTarget, inside, same, value_of
from nyttokedja.model.findings import Span
from nyttokedja.reading.source import read

TEXT = """nyttokedja: 1
rubrik: 'A'
nyttor:
  a: {rubrik: Trygg, ägare: }
  b:
    kategori: kvalitet
    x-egen: 1
"""
TARGET = FixTarget(read(TEXT.encode()))


def location(word, text=TEXT):
    return FixTarget(read(text.encode())).at(Span(text.index(word), text.index(word) + 1))


def test_a_key_or_value_is_found_by_where_it_begins():
    assert location("Trygg").name == "title"
    assert location("ägare").is_key
    assert TARGET.at(Span(TEXT.index(", ä"), TEXT.index(", ä") + 1)) is None
    assert TARGET.at(Span(len(TEXT), len(TEXT))) is None


@pytest.mark.parametrize(
    ("word", "takes_text", "flow", "own"),
    [("Trygg", True, True, False), ("kvalitet", False, False, False), ("1\n", False, False, False)],
)
def test_what_a_value_may_be(word, takes_text, flow, own):
    found = location(word)
    assert (found.takes_text, found.in_flow, found.is_own) == (takes_text, flow, own)


def test_what_stands_under_a_key_of_ones_own_is_free():
    own = TARGET.at(Span(TEXT.rindex("1"), TEXT.rindex("1") + 1))
    assert (own.is_own, own.takes_text, own.can_be_empty) == (True, True, True)
    assert not location("Trygg").can_be_empty


def test_an_empty_value_is_found_from_what_follows_it():
    text = TEXT + "om: #1\n"
    target = FixTarget(read(text.encode()))
    assert target.empty_before(text.index("#1")).name == "about"
    assert target.empty_before(text.index("Trygg")) is None


@pytest.mark.parametrize(
    ("text", "quote"), [("a: 'b'\n", "'"), ('a: "b"\n', '"'), ("a: 'b'\nc: \"d\"\n", '"'), ("a: b\n", '"')]
)
def test_the_quotes_are_those_that_the_file_prefers(text, quote):
    assert FixTarget(read(text.encode())).quote == quote


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_new_entry_stands_on_a_line_of_its_own_or_before_a_comma(newline):
    text = TEXT.replace("\n", newline)
    target = FixTarget(read(text.encode()))
    key = location("kategori", text).part
    assert target.put_before(key, "när: 2027", flow=False) == (
        (Span(key.start, key.start), f"när: 2027{newline}    "),
    )
    assert target.put_before(key, "när: 2027", flow=True) == ((Span(key.start, key.start), "när: 2027, "),)
    inner = location("rubrik: T", text).part
    assert target.put_before(inner, "när: 2027", flow=False) == ()


def test_a_value_is_replaced_inside_its_quotes():
    span, text = TARGET.replaced(location("'A'"), "B")
    assert (TARGET.raw(span), text) == ("A", "B")
    span, text = TARGET.replaced(location("Trygg"), "B, c")
    assert (TARGET.raw(span), text) == ("Trygg", '"B, c"' if TARGET.quote == '"' else "'B, c'")


def test_what_a_key_holds():
    key = location("kategori")
    assert value_of(key.holder, 0).part.value == "kvalitet"
    assert value_of(location("kvalitet"), 0) is None
    assert inside(TEXT, location("'A'").part) == Span(TEXT.index("A'"), TEXT.index("A'") + 1)
    assert same("a\u030a", "å")


LINES = "a: |\n  text\n    more\n\nb: c  # d\n  # e\nf: [g,\n  h]\n"
LINED = FixTarget(read(LINES.encode()))


def test_lines_and_what_they_begin_with():
    assert line_end(LINED, 0) == 4
    assert line_end(LINED, len(LINES)) == len(LINES)
    assert [lead for _, lead in lines_from(LINED, 0)] == ["", "  ", "    ", "", "  ", "", "  "]


@pytest.mark.parametrize(("word", "ends"), [("c", True), ("|", False), ("g", True)])
def test_a_value_ends_on_its_line_or_goes_on_below(word, ends):
    at = LINES.index(word)
    assert ends_here(LINED, Span(at, at + 1)) is ends


@pytest.mark.parametrize(("word", "inside_text"), [("text", True), ("more", False), ("c  #", False)])
def test_a_line_may_be_one_of_a_text(word, inside_text):
    assert in_block_of_text(LINED, LINES.index(word)) is inside_text


def test_the_keys_of_a_mapping_are_those_that_stand_right_under_its_key():
    text = "nyttokedja: 1\nkalkyl:\n  faktorer:\n    a: {troligt: 1}\n    b: 2\nnyttor: {c: {faktorer: 1}}\n"
    found = FixTarget(read(text.encode())).keys_within("factors")
    assert [location.part.value for location in found] == ["a", "b"]
    assert list(TARGET.keys_within("factors")) == []
