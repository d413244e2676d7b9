"""The command report: documents, written where and as they are asked for."""

import click
import pytest

from nyttokedja.cli import program
from nyttokedja.documents import DOCUMENTS

CHAIN = """\
nyttokedja: 1
rubrik: Digital lista
skede: plan
förändringar: {lista: {rubrik: Digital lista, leder_till: tid}}
nyttor: {tid: Mer tid}
"""


@pytest.fixture
def chain(write):
    return write("lista.yaml", CHAIN)


def test_a_document_is_printed_as_markdown(run, chain):
    done = run("report", "overview", chain)
    assert done.code == 0
    assert done.out.startswith("# Förändrings- och nyttoöversikt: Digital lista\n")


@pytest.mark.parametrize("name", ["overview", "översikt", "Gevinstoversikt"])
def test_a_document_is_named_in_any_of_the_languages(run, chain, name):
    assert run("report", name, chain).out.startswith("# Förändrings- och nyttoöversikt: ")


def test_documents_are_completed_with_what_is_told_in_them():
    param = program.get_command(click.Context(program), "report").params[0]
    found = param.type.shell_complete(click.Context(program), param, "p")
    assert [(one.value, one.help) for one in found] == [("plan", DOCUMENTS["plan"].about)]


@pytest.mark.parametrize(
    ("ending", "begins"), [("md", b"# "), ("MD", b"# "), ("html", b"<!DOCTYPE html>"), ("htm", b"<!DOCTYPE")]
)
def test_the_ending_says_the_format(run, chain, tmp_path, ending, begins):
    assert run("report", "overview", chain, "-o", f"ut.{ending}").code == 0
    assert (tmp_path / f"ut.{ending}").read_bytes().startswith(begins)


def test_several_documents_share_a_folder(run, write, chain, tmp_path):
    write("annan.yaml", CHAIN)
    done = run("report", "overview", ".", "--format", "html", "-o", "ut", "--language", "sv")
    assert done.code == 0
    assert sorted(path.name for path in (tmp_path / "ut").iterdir()) == [
        "annan-overview.html",
        "lista-overview.html",
    ]
    assert done.err == "2 dokument skrivna i ut.\n"
    again = run("report", "overview", ".", "--format", "html", "-o", "ut", "--language", "sv")
    assert again.err == "2 dokument var redan aktuella.\n"


def test_several_chains_do_not_go_into_one_file(run, write, chain):
    write("annan.yaml", CHAIN)
    done = run("report", "overview", ".", "-o", "ut.md", "--language", "sv")
    assert (done.code, done.err) == (
        2,
        "nyttokedja: ut.md är en enda fil, men det finns 2 kedjor. "
        "Ange en kedja, eller en mapp att skriva till.\n",
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ("budget",),
        ("overview", "-o", "ut.odt"),
        ("overview", "-o", "ut.html", "--format", "markdown"),
        ("overview", "-o", "lista.yaml"),
        ("overview", "--format", "odt"),
        ("overview", "saknas.yaml"),
    ],
)
def test_what_is_refused_is_refused_in_a_sentence(run, chain, tmp_path, arguments):
    done = run("report", *arguments)
    assert done.code == 2
    assert "Traceback" not in done.err
    assert (tmp_path / "lista.yaml").read_text("utf-8") == CHAIN


@pytest.mark.parametrize("to", [("-o", "ut.pdf"), ("-o", "ut.html"), ()])
def test_a_template_is_not_passed_over_in_silence_where_no_word_file_is_made(run, chain, tmp_path, to):
    done = run("report", "overview", chain, "--template", "mall.docx", *to, "--language", "sv")
    assert (done.code, done.out) == (2, "")
    assert done.err.count("--template gäller bara Word-filer") == 1
    assert not list(tmp_path.glob("ut.*"))


def test_a_template_of_the_settings_is_for_the_word_files_among_all(run, chain, tmp_path):
    (tmp_path / "nyttokedja.toml").write_text('template = "mall.docx"\n', "utf-8")
    assert run("report", "overview", chain, "-o", "ut.html").code == 0
    assert run("report", "overview", chain, "-o", "ut.docx").code == 2


def test_a_chain_that_cannot_be_read_gives_its_findings(run, write):
    write("trasig.yaml", "nyttokedja: 1\nrubrik: [")
    done = run("report", "overview", "trasig.yaml")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("trasig.yaml:")


def test_a_file_that_cannot_be_written_stays_as_it_was(run, chain, tmp_path):
    (tmp_path / "ut.html").mkdir()
    (tmp_path / "ut.html" / "lista-overview.html").mkdir()
    done = run("report", "overview", chain, "-o", "ut.html", "--format", "html")
    assert done.code == 2
    assert done.err.count("\n") == 1
    assert (tmp_path / "ut.html" / "lista-overview.html").is_dir()


def test_a_chain_with_errors_has_its_document_with_them_on_the_first_page(run, write):
    write("fel.yaml", CHAIN.replace("leder_till: tid", "leder_till: finnsinte"))
    done = run("report", "overview", "fel.yaml")
    assert done.code == 0
    assert "finnsinte" in done.out.split("\n## ")[0]
