"""The summary: three figures, what they rest on, what is missing and what is asked, on one sheet."""

from pathlib import Path

import pikepdf
import pytest

from nyttokedja.batch.documents import documents
from nyttokedja.batch.parallel import Task
from nyttokedja.checking.check import check
from nyttokedja.checking.config import Config
from nyttokedja.documents.model import KeyFigures, Tone
from nyttokedja.documents.source import Source
from nyttokedja.documents.summary import document, short
from nyttokedja.reading.discovery import Candidate
from tests.documents.holding import assert_nothing_is_empty, blocks_of, said, section_of
from tests.documents.purchases import BARE, PURCHASES, VISITS, source

CHAINS = sorted(Path("chains").glob("*.yaml"))
_WORDS = (
    "A benefit with a title that goes on for as long as anybody has patience to read it, and then some more"
)


def large(n=60):
    """A chain of many boxes with long titles, all of which lack what they can."""
    boxes = "".join(f"  b{i}: {{title: '{_WORDS} {i}'}}\n" for i in range(n))
    offers = "".join(f"  o{i}: {{title: '{_WORDS} {i}', leads_to: b{i}}}\n" for i in range(9))
    about = f"about: {{assumptions: '{_WORDS * 9}', summary: '{_WORDS * 9}'}}\n"
    head = f"nyttokedja: 1\ntitle: '{_WORDS * 3}'\nlanguage: en\nstage: plan\n{about}"
    changes = f"changes: {{c: {{title: '{_WORDS}', leads_to: b0}}}}\n"
    return f"{head}{changes}benefits:\n{boxes}opportunities:\n{offers}"


@pytest.mark.parametrize("path", CHAINS, ids=lambda path: path.stem)
def test_each_chain_has_three_figures_and_every_part(path):
    made = document(Source(check(path.read_bytes(), path.name)))
    assert_nothing_is_empty(made)
    assert [section.name for section in made.sections] == ["result", "rests", "missing", "asked"]
    (figures,) = (block for block in blocks_of(made) if isinstance(block, KeyFigures))
    assert len(figures.figures) == 3


@pytest.mark.parametrize("language", ["sv", "nb", "en"])
@pytest.mark.parametrize("text", [PURCHASES, VISITS, BARE])
def test_it_is_made_of_any_chain_in_each_language(text, language):
    assert_nothing_is_empty(document(source(text, language)))


def test_what_is_missing_is_named_with_its_boxes():
    missing = said(section_of(document(source(BARE, "sv")), "missing"))
    assert "kategori" in missing.casefold()
    assert ": B" in missing


def test_nothing_is_counted_of_nothing():
    made = document(Source(check("nyttokedja: 1\nrubrik: Tom\nförändringar: {a: A}\n".encode())))
    assert not [block for block in blocks_of(made) if isinstance(block, KeyFigures)]
    owned = document(Source(check(b"nyttokedja: 1\nrubrik: En\nnyttor: {a: A}\n")))
    (figures,) = (block for block in blocks_of(owned) if isinstance(block, KeyFigures))
    assert [one.value for one in figures.figures] == ["0 av 1"]
    assert "Nyttorna är inte värderade" in said(section_of(owned, "rests"))


def test_faults_are_counted_in_a_sentence_that_ends():
    made = document(Source(check(b"nyttokedja: 1\nrubrik: Fel\nhopp: 1\nnytor: {a: A}\n")))
    (counted, *_) = (block.text for block in made.about if getattr(block, "tone", None) is Tone.FAULT)
    assert counted == "Kedjan har 2 fel som behöver rättas innan den används som underlag för beslut."


def test_a_text_is_cut_between_words():
    assert short("a  b\nc") == "a b c"
    cut = short("något " * 100)
    assert cut.endswith("något…")
    assert len(cut) <= 300
    assert len(short("x" * 400)) == 300


def test_what_is_much_is_counted():
    made = document(Source(check(large().encode())))
    assert "more" in said(section_of(made, "asked"))
    for section in made.sections:
        assert len(said(section)) < 1500


@pytest.mark.parametrize("path", [*CHAINS, None], ids=lambda path: path.stem if path else "large")
def test_it_has_room_on_one_sheet(path, tmp_path):
    if path is None:
        path = tmp_path / "large.yaml"
        path.write_text(large(20), "utf-8")
    task = Task(Candidate(path, path.as_posix(), named=True), Config())
    (made,) = documents([task], "summary", "pdf", "auto")
    (tmp_path / "made.pdf").write_bytes(made.content)
    with pikepdf.open(tmp_path / "made.pdf") as pdf:
        assert len(pdf.pages) == 1
