"""Documents as Markdown: what is written is read back as what was meant, whatever a chain says."""

import json
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from nyttokedja.documents.model import Document, Fact, Facts, Listed, Paragraph, Section, Tone
from nyttokedja.documents.writing.markdown import written
from tests.documents.texts import document

READER = MarkdownIt("gfm-like", {"linkify": False})
HOSTILE = [
    "<script>alert(1)</script>", "[x](javascript:alert(1))", "![x](http://y)", "a | b | c", "# x", "- x",
    "1. x", "1) x", "> x", "```x", "---", "===", "+ x", "    x", "a\\", "a\nb", "a\n\n- b",
    "*x* _y_ ~~z~~", "`x`", "&lt;b&gt;", "http://x.y", "www.x.y", "@x", "|", "| --- |", "\t- x", "$x$",
    "[^1]", "[ ] x", "2027-03-01", "-", "1986. Ett år",
]  # fmt: skip


def tokens(text):
    return [inner for token in READER.parse(text) for inner in (token, *(token.children or ()))]


def read(text):
    """All the text that a reader sees, without what is there to end a mention."""
    said = (one.content if one.type == "text" else " " for one in tokens(text) if not one.children)
    return "".join(said).replace("\u200b", "")


def words(text):
    return "".join(normalize("NFC", text).split())


def is_harmless(text):
    kinds = {one.type for one in tokens(text)}
    html = {one.content for one in tokens(text) if one.type.startswith("html")}
    return html <= {"<br>"} and not kinds & {"link_open", "image", "fence", "code_block", "code_inline", "hr"}


def made(*blocks, heading="H", sections=()):
    return Document("Plan", "T", "sv", "", (), (Section("s", heading, blocks, sections),))


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_is_a_text_wherever_it_stands(text):
    for blocks in (
        (Paragraph(text),),
        (Paragraph(text, Tone.MISSING),),
        (Listed((text, text)),),
        (Facts((Fact(text, text),)),),
    ):
        told = written(made(*blocks))
        assert is_harmless(told)
        assert words(text) in words(read(told))
        headings = [one for one in tokens(told) if one.type == "heading_open"]
        assert len(headings) == 2
    told = written(made(heading=text))
    assert is_harmless(told)
    assert words(text) in words(read(told))


@pytest.mark.parametrize("text", HOSTILE)
def test_a_table_keeps_its_cells(text):
    chain = {
        "nyttokedja": 1,
        "rubrik": text,
        "nyttor": {"b": {"rubrik": text, "ägare": text, "kategori": "kvalitet"}, "c": {"rubrik": "C"}},
    }
    told = written(document("plan", json.dumps(chain, ensure_ascii=False)))
    assert is_harmless(told)
    rows = told.split("## 3 ")[1].split("\n## ")[0].splitlines()
    table = [line for line in rows if line.startswith("|")][:4]
    assert len({line.count("|") for line in table}) == 1


TITLES = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=30)
SECTIONS = ("changes", "effects", "benefits", "goals", "costs", "obstacles", "risks", "preconditions")


@given(st.lists(TITLES, min_size=1, max_size=len(SECTIONS)))
def test_every_word_of_a_title_is_in_the_plan(titles):
    chain = {"nyttokedja": 1, "title": titles[0], "language": "sv"}
    for n, (section, title) in enumerate(zip(SECTIONS, titles, strict=False)):
        chain[section] = {f"b{n}": {"title": title}}
    told = words(read(written(document("plan", json.dumps(chain, ensure_ascii=False)))))
    assert [title for title in titles if words(title) not in told] == []
