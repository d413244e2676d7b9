"""Documents of many files: each has its own, and what fails at one stops no other."""

import pytest

from nyttokedja import documents as room
from nyttokedja.batch.documents import documents
from nyttokedja.batch.parallel import Task
from nyttokedja.checking.config import Config
from nyttokedja.documents import Kind
from nyttokedja.reading.discovery import Candidate

CHAIN = "nyttokedja: 1\nrubrik: {}\nnyttor: {{b: Mer tid}}\n"


@pytest.fixture
def task(tmp_path):
    def task(name, text):
        path = tmp_path / name
        path.write_text(text, "utf-8")
        return Task(Candidate(path, name, named=True), Config())

    return task


def test_each_file_has_its_own_in_their_order(task):
    made = documents(
        [task("a.yaml", CHAIN.format("A")), task("x.yaml", "a: ["), task("b.yaml", CHAIN.format("B"))],
        *("overview", "markdown", "auto"),
    )
    assert [one.content and one.content.splitlines()[0][-1] for one in made] == ["A", None, "B"]
    assert [one.failure for one in made] == ["", "", ""]
    assert made[1].outcome.findings


def test_a_chain_that_cannot_be_drawn_has_its_document_and_says_so(task, monkeypatch):
    monkeypatch.setattr("nyttokedja.batch.engines.ENGINES", {})
    (made,) = documents([task("a.yaml", CHAIN.format("A"))], "overview", "markdown", "neato")
    assert "no layout engine 'neato'" in made.failure
    assert "gick inte att rita" in made.content
    assert "Mer tid" in made.content


def test_one_that_fails_as_it_never_should_stops_no_other(task, monkeypatch):
    def moody(self, source):
        if source.chain.title == "A":
            raise ZeroDivisionError("oops")
        return plain(self, source)

    plain = Kind.__call__
    monkeypatch.setattr(Kind, "__call__", moody)
    bad, good = documents(
        [task("a.yaml", CHAIN.format("A")), task("b.yaml", CHAIN.format("B"))], "plan", "html", "auto"
    )
    assert "A bug in nyttokedja (ZeroDivisionError: oops)" in bad.failure
    assert (bad.content, good.failure) == (None, "")
    assert good.content


def test_nothing_is_laid_out_for_what_has_no_place_for_pictures(task, monkeypatch):
    def compose_many(jobs, layout):
        raise AssertionError

    monkeypatch.setattr("nyttokedja.batch.documents.compose_many", compose_many)
    monkeypatch.setitem(room.DOCUMENTS, "overview", Kind("overview", "", pictured=False))
    (made,) = documents([task("a.yaml", CHAIN.format("A"))], "overview", "markdown", "auto")
    assert made.failure == ""
    assert "mermaid" not in made.content
