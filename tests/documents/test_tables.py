"""The tables of documents and formats: all that they name is there, and all of it can be had."""

from pathlib import Path

import click
import pytest

from nyttokedja import documents
from nyttokedja.batch.documents import documents as made_of
from nyttokedja.batch.parallel import Task
from nyttokedja.checking.config import Config
from nyttokedja.cli import program
from nyttokedja.documents import DOCUMENTS, FORMATS
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.texts import texts
from nyttokedja.reading.discovery import Candidate

CHAIN = Path("chains/digital_nattillsyn.yaml")
ROOM = Path(documents.__file__).parent


def test_the_command_line_offers_every_document_and_format():
    params = {one.name: one for one in program.get_command(click.Context(program), "report").params}
    assert tuple(params["document"].type.choices) == tuple(DOCUMENTS)
    assert tuple(params["format"].type.choices) == tuple(FORMATS)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_has_a_module_and_a_name_in_every_language(name):
    assert (ROOM / f"{DOCUMENTS[name].module}.py").exists() or (ROOM / DOCUMENTS[name].module).is_dir()
    assert all(texts(language).word("documents/kinds", name) for language in LANGUAGES)


def test_every_module_that_writes_is_in_the_table():
    modules = {path.stem for path in (ROOM / "writing").glob("[a-z]*.py")}
    writers = {
        one for one in modules if "\ndef written(" in (ROOM / "writing" / f"{one}.py").read_text("utf-8")
    }
    assert writers == {format.module for format in FORMATS.values()}


def test_no_two_formats_have_an_ending_in_common():
    endings = [ending for format in FORMATS.values() for ending in format.endings]
    assert len(set(endings)) == len(endings)


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_document_of_a_chain_is_made_in_every_format_the_same_twice(name, format):
    task = Task(Candidate(CHAIN, CHAIN.as_posix(), named=True), Config())
    once, twice = made_of([task, task], name, format, "auto")
    assert once.failure == ""
    assert once.content
    assert once.content == twice.content
