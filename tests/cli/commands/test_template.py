"""The command template: a table to fill in."""

from pathlib import Path

import pytest

from nyttokedja.importing.packages.archive import open_package


def test_a_workbook_in_the_language_that_is_asked_for(run):
    assert run("template", "--language", "nb") == (0, "lapper.xlsx\n", "")
    assert b"nyttokedja mall 1 nb" in open_package(Path("lapper.xlsx").read_bytes()).read("docProps/core.xml")


def test_the_ending_says_the_format_and_nothing_is_overwritten(run):
    assert run("template", "-o", "min.csv").code == 0
    first = Path("min.csv").read_bytes()
    assert first.startswith("\ufeffSort;Rubrik;Leder till;".encode())
    again = run("template", "-o", "min.csv", "--language", "en")
    assert again.code == 2
    assert "not overwritten" in again.err
    assert Path("min.csv").read_bytes() == first


@pytest.mark.parametrize("arguments", [("--format", "csv", "-o", "a.xlsx"), ("-o", "a.ods"), ("-o", "a")])
def test_an_ending_that_is_no_template_is_refused(run, arguments):
    ran = run("template", *arguments)
    assert ran.code == 2
    assert "does not end with" in ran.err
    assert not list(Path().iterdir())


def test_what_is_filled_in_becomes_a_chain(run):
    run("template", "--language", "sv", "-o", "a.csv")
    with Path("a.csv").open("a", encoding="utf-8") as file:
        file.write(
            "Effekt;Färre fel;Frigjord tid;;;;;;;;;\r\nNytta;Frigjord tid;;;chefer;;;;;;;\r\n"
            ";Vad kostar det?;;;;;;;;;;\r\n"
        )
    assert run("import", "a.csv", "-o", "k.yaml").code == 0
    chain = Path("k.yaml").read_text("utf-8")
    assert "leder_till: frigjord_tid" in chain
    assert "berör: chefer" in chain
    assert "- Vad kostar det?" in chain
