"""The commands that change chains: what they write, what they say, and when they do neither."""

import os
from pathlib import Path

import pytest

from tests.cli.edited_chain import CHAIN


def test_a_box_that_would_be_a_fault_is_refused_and_the_fault_is_said(run, chain):
    ran = run("add", "nytta", "Frigjord tid")
    assert ran.code == 1
    assert "NK401 fel: Nyttan ”Frigjord tid” har ingen ägare" in ran.err
    assert (
        "nya felen ovan, så inget har ändrats (raderna är de i filen efter ändringen; se den med --dry-run)."
        in ran.err
    )
    assert chain.read_text("utf-8") == CHAIN


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("link", "signerar", "färre_fel"), "”signerar” pekar redan på ”färre_fel”."),
        (("unlink", "signerar", "trygghet"), "”signerar” pekar inte på ”trygghet”."),
        (("link", "täckning", "lista", "--because", "x"), "så den kan inte ha någon motivering"),
        (("set", "signerra", "ägare", "x"), "Menas ”signerar”?"),
        (("set", "trygghet", "ägre", "x"), "”ägre” är ingen uppgift som kan stå där. Menas ”ägare”?"),
        (("set", "trygghet", "kategori", "kvalitt"), "Menas ”kvalitet”?"),
        (
            ("set", "trygghet", "kategori", "sak"),
            "Möjliga värden: finansiell, omfördelning, kvalitet, miljö.",
        ),
        (("set", "signerar", "beteende", "kanske"), "Möjliga värden: ja, nej."),
        (("set", "trygghet", "när", "2027-13"), "”2027-13” är ingen tid."),
        (("set", "trygghet", "indikatorer.fel.målvärde.värde", "tre"), "”tre” är inget tal."),
        (("set", "trygghet", "indikatorer", "tre"), "platsen har flera uppgifter under sig"),
        (("add", "sak", "Något"), "”sak” är ingen typ av ruta. Typerna är: förändring"),
        (("rename", "signerar", "färre_fel"), "Det finns redan en ruta som heter ”färre_fel”, på rad 16."),
        (("rename", "signerar", "nytt namn"), "Skriv till exempel nytt_namn."),
        (("remove", "finns_inte"), "Det finns ingen ruta som heter ”finns_inte”."),
        (("unset", "signerar", "beskrivning"), "”signerar” har ingen uppgift ”beskrivning”"),
        (("unset", "signerar", "leder_till.2"), "Där finns inget nummer 2."),
        (("unset", "signerar", "leder_till.0"), "Där finns inget nummer 0."),
        (("set", "signerar", "leder_till.99999999.eftersom", "x"), "Där finns inget nummer 99999999."),
        (("set", ".", "hinder", "inga"), "Det som står där har fler uppgifter, som skulle försvinna."),
        (
            ("set", "trygghet", "indikatorer.fel.målvärde", "1.000"),
            "kan läsas på två sätt. Om det är 1000 som menas",
        ),
        (("add", "nytta", "X", "--id", "a b"), "”a b” kan inte vara namnet på en ruta."),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(run, chain, arguments, sentence):
    ran = run(*arguments)
    assert ran.code == 2
    assert ran.err.startswith("chains/lista.yaml")
    assert sentence in ran.err
    assert chain.read_text("utf-8") == CHAIN


@pytest.mark.parametrize(
    "arguments",
    [
        ("set", "", "rubrik", "X"),
        ("unset", " ", "hinder"),
        ("remove", ""),
        ("move", "", "mål"),
        ("rename", "a", ""),
        ("link", "", "mål_1"),
        ("set", "mål_1", "ägare", " "),
        ("add", "mål", " "),
    ],
)
def test_an_empty_name_or_value_is_a_slip_in_a_script(run, chain, arguments):
    ran = run(*arguments)
    assert ran.code == 2
    assert "empty" in ran.err
    assert chain.read_text("utf-8") == CHAIN


def test_a_name_may_be_pasted_decomposed(run, chain):
    assert run("set", "fa\u0308rre_fel", "beskrivning", "x").code == 0
    assert run("add", "mål", "X", "--id", "a\u030a", "--force").code == 0


def test_a_file_with_two_names_is_one(run, chain):
    (chain.parent / "länk.yaml").symlink_to(chain)
    assert run("rename", "mål_1", "mål_2").code == 0
    assert "mål_2" in chain.read_text("utf-8")
    assert (chain.parent / "länk.yaml").is_symlink()


def test_a_file_that_is_no_chain_is_left_alone(run, write):
    path = write("docker-compose.yml", "services:\n  a: 1\n")
    ran = run("add", "mål", "X", path.name)
    assert ran.code == 2
    assert "is no effect chain" in ran.err
    assert path.read_text() == "services:\n  a: 1\n"


def test_a_broken_file_beside_it_does_not_matter_unless_it_names_the_box(run, chain, write):
    write("chains/trasig.yaml", "nyttokedja: 1\nrubrik: A: trygghetslarm\n")
    assert run("set", "trygghet", "berör", "Alla").code == 0
    assert run("rename", "trygghet", "trygg").code == 0


def test_which_chain_is_meant_follows_from_the_boxes_or_is_asked(run, chain, write):
    write("chains/annan.yaml", "nyttokedja: 1\nrubrik: A\nmål:\n  mål_1:\n")
    assert run("set", "trygghet", "berör", "Alla").code == 0
    ran = run("set", "mål_1", "ägare", "Chef")
    assert ran == (
        2,
        "",
        "”mål_1” finns i flera effektkedjor: chains/annan.yaml, chains/lista.yaml. "
        "Skriv sist i kommandot vilken fil som menas.\n",
    )
    assert run("set", "mål_1", "ägare", "Chef", "chains/annan.yaml").code == 0
    assert "Det finns flera effektkedjor" in run("add", "mål", "X").err
    assert run("set", "mål_2", "ägare", "Chef").err == (
        "Ingen av de 2 effektkedjorna har ”mål_2”. Menas ”mål_1”?\n"
    )


def test_where_there_is_no_chain_that_is_said(run):
    ran = run("add", "mål", "X")
    assert ran.code == 2
    assert "There is no effect chain in this folder" in ran.err
    assert run("rename", "a", "b", "saknas.yaml").code == 2


def test_a_conflict_is_called_one(run, chain, write):
    write("chains/lista.yaml", CHAIN.replace("mål:\n", "<<<<<<< HEAD\nmål:\n=======\nmål:\n>>>>>>> gren\n"))
    ran = run("remove", "mål_1")
    assert ran.code == 2
    assert (
        "chains/lista.yaml:26:1: Här finns en konfliktmarkering kvar från git, så inget har ändrats"
        in ran.err
    )


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_a_sentence(run, chain):
    chain.parent.chmod(0o500)
    try:
        assert run("set", "mål_1", "ägare", "Chef").code == 2
    finally:
        chain.parent.chmod(0o700)


def test_nothing_else_lies_in_the_folder_afterwards(run, chain):
    run("set", "mål_1", "ägare", "Chef")
    assert [path.name for path in Path("chains").iterdir()] == ["lista.yaml"]
