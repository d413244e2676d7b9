"""Documents as HTML: one file that holds all it needs, and that can be heard as well as seen."""

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest

from nyttokedja.batch.documents import documents
from nyttokedja.batch.parallel import Task
from nyttokedja.checking.config import Config
from nyttokedja.documents import DOCUMENTS
from nyttokedja.documents.model import Cell, Column, Document, Paragraph, Section, Table
from nyttokedja.documents.writing.html import written
from nyttokedja.reading.discovery import Candidate
from tests.documents.texts import document, sections_of
from tests.documents.writing.test_markdown import HOSTILE
from tests.everything import ALL
from tests.pages.pages import Read

CHAIN = Path("chains/velferdsteknologi.yaml")


@pytest.fixture(scope="module", params=DOCUMENTS)
def page(request):
    task = Task(Candidate(CHAIN, CHAIN.as_posix(), named=True), Config())
    (made,) = documents([task], request.param, "html", "auto")
    return made.content


def test_it_is_one_file_that_asks_for_nothing(page):
    read = Read(page)
    assert (read.unclosed, read.open) == ([], [])
    outside = ("src", "href", "action", "srcset", "data")
    assert not [name for _, attributes, _ in read.elements for name in outside if name in attributes]
    assert "url(" not in page
    assert "@import" not in page
    assert not list(read.named("script"))
    policy = next(one["content"] for one, _ in read.named("meta") if "http-equiv" in one)
    assert policy.startswith("default-src 'none'")
    assert page.count("<style") == 1
    assert " style=" not in page


def test_it_can_be_heard(page):
    read = Read(page)
    assert [attributes["lang"] for attributes, _ in read.named("html")] == ["nb"]
    levels = [int(name[1]) for name, _, _ in read.elements if re.fullmatch("h[1-6]", name)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all("scope" in attributes for attributes, _ in read.named("th"))
    ids = [attributes["id"] for _, attributes, _ in read.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    labelled = {
        attributes["aria-labelledby"] for _, attributes, _ in read.elements if "aria-labelledby" in attributes
    }
    assert labelled <= set(ids)
    pictures = [attributes for _, attributes, _ in read.elements if attributes.get("role") == "img"]
    assert all(attributes["aria-label"] for attributes in pictures)


@pytest.mark.parametrize("text", [*HOSTILE, '"><svg onload=alert(1)>', "</style><b>", "\u202etxet", "\x07"])
def test_a_text_is_a_text(text):
    table = Table(text, (Column(text), Column(text)), ((Cell(text), Cell(text)),))
    told = written(Document(text, text, "sv", text, (), (Section("s", text, (Paragraph(text), table)),)))
    plain = written(Document("x", "x", "sv", "x", (), (Section("s", "x", (Paragraph("x"), table)),)))
    names = [name for name, _, _ in Read(told).elements if name != "br"]
    assert names == [name for name, _, _ in Read(plain).elements if name != "br"]


def test_every_id_is_one_of_its_kind_whatever_boxes_are_called():
    data = {
        **ALL,
        "goals": {
            "change": {**ALL["goals"]["i_1_goals"], "indicators": {"a": "A", "b": "B"}},
            "roles": {"title": "z", "text": "w"},
        },
    }
    made = document("plan", json.dumps(data, ensure_ascii=False))
    names = [each.name for section in made.sections for each in sections_of(section)]
    assert len(names) == len(set(names))
