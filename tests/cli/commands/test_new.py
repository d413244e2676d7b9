"""The command new: a chain to start from."""

from pathlib import Path

import pytest


def test_a_new_chain_can_be_checked_and_drawn(run):
    assert run("new", "Digital nattillsyn").out == "digital_nattillsyn.yaml\n"
    assert run("check") == (0, "1 effektkedja granskad: inga fel och inga varningar.\n", "")
    assert run("draw").code == 0


def test_a_new_chain_never_overwrites(run, write):
    write("a.yaml", "mine")
    for arguments in (("new", "x", "-o", "a.yaml"), ("new", "A")):
        ran = run(*arguments)
        assert ran.code == 2
        assert "not overwritten. Choose another name with -o" in ran.err
    assert Path("a.yaml").read_text() == "mine"


def test_a_new_chain_stands_among_the_others_and_names_its_schema(run, write):
    write("chains/other.yaml", "nyttokedja: 1\nrubrik: x\n")
    run("schema")
    assert run("new", "Digitalt tilsyn", "--language", "nb").out == "chains/digitalt_tilsyn.yaml\n"
    first = Path("chains/digitalt_tilsyn.yaml").read_text("utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=../schemas/chain.nb.schema.json"


def test_a_title_may_not_be_empty(run):
    assert run("new", " ").code == 2


@pytest.mark.parametrize(
    ("option", "settings", "locale", "first_key"),
    [
        ([], "", "C.UTF-8", "rubrik:"),
        ([], "", "nb_NO.UTF-8", "tittel:"),
        ([], "", "nn_NO.UTF-8", "tittel:"),
        ([], "", "en_GB.UTF-8", "title:"),
        ([], "", "fi_FI.UTF-8", "rubrik:"),
        ([], 'language = "sv"', "nb_NO.UTF-8", "rubrik:"),
        ([], 'language = "en"', "nb_NO.UTF-8", "title:"),
        ([], "language = 3", "nb_NO.UTF-8", "tittel:"),
        (["--language", "nb"], 'language = "en"', "sv_SE.UTF-8", "tittel:"),
    ],
)
@pytest.mark.parametrize("command", [["new", "Tilsyn"], ["import", "tilsyn.dot"]])
def test_a_chain_is_made_in_the_language_of_its_settings_or_of_the_person(
    run, write, monkeypatch, command, option, settings, locale, first_key
):
    monkeypatch.setenv("LC_ALL", locale)
    write("tilsyn.dot", 'digraph "Tilsyn" { a -> b }')
    (Path("chains")).mkdir()
    if settings:
        write("chains/nyttokedja.toml", settings)
    assert run(*command, *option).code == 0
    made = Path("chains/tilsyn.yaml").read_text("utf-8")
    assert any(line.startswith(first_key) for line in made.splitlines())
