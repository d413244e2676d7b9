"""The command rename: in all chains that have the box, or in none."""

from nyttokedja.editing.document import document
from tests.cli.edited_chain import CHAIN


def test_new_words_after_a_renaming_are_said(run, chain):
    ran = run("rename", "färre_fel", "färre_misstag")
    assert ran.out.splitlines()[1] == (
        "Rutan har ingen egen rubrik, så i bilden står det nu ”Färre misstag” i stället för ”Färre fel”."
    )


def test_a_dry_run_shows_the_change_and_makes_none(run, chain):
    ran = run("rename", "färre_fel", "färre_misstag", "--dry-run")
    assert ran.code == 0
    assert "-  färre_fel: {leder_till: trygghet}\n" in ran.out
    assert "+  färre_misstag: {leder_till: trygghet}\n" in ran.out
    assert chain.read_text("utf-8") == CHAIN


def test_a_box_is_renamed_in_all_chains_that_have_it(run, chain, write):
    other = write("chains/annan.yaml", "nyttokedja: 1\r\nrubrik: A\r\nmål:\r\n  mål_1:\r\n")
    third = write("chains/tredje.yaml", "nyttokedja: 1\nrubrik: B\n# mål_1\n")
    ran = run("rename", "mål_1", "trygg_vård")
    assert ran.out.splitlines() == [
        "”mål_1” heter nu ”trygg_vård” i chains/annan.yaml.",
        "Rutan har ingen egen rubrik, så i bilden står det nu ”Trygg vård” i stället för ”Mål 1”.",
        "”mål_1” heter nu ”trygg_vård” i chains/lista.yaml, på 3 ställen.",
    ]
    assert other.read_bytes() == "nyttokedja: 1\r\nrubrik: A\r\nmål:\r\n  trygg_vård:\r\n".encode()
    assert chain.read_text("utf-8") == CHAIN.replace("mål_1", "trygg_vård")
    assert "mål_1" in third.read_text("utf-8")


def test_all_files_are_changed_or_none(run, chain, write):
    other = write("chains/annan.yaml", "nyttokedja: 1\nrubrik: A\nmål:\n  mål_1:\n  ny:\n")
    ran = run("rename", "mål_1", "ny")
    assert ran.code == 2
    assert "chains/annan.yaml: Det finns redan en ruta som heter ”ny”, på rad 5." in ran.err
    assert chain.read_text("utf-8") == CHAIN
    assert "mål_1" in other.read_text("utf-8")


def test_a_file_that_cannot_be_read_but_speaks_of_the_box_stops_a_renaming(run, chain, write):
    write("chains/trasig.yaml", "nyttokedja: 1\nrubrik: A: B\nmål:\n  mål_1:\n")
    write("chains/ovidkommande.yaml", "nyttokedja: 1\nrubrik: A: B\n")
    ran = run("rename", "mål_1", "ny")
    assert ran.code == 2
    assert ran.err.startswith("chains/trasig.yaml:2:1: Filen går inte att läsa")
    assert chain.read_text("utf-8") == CHAIN


def test_a_fault_of_ours_in_another_file_stops_no_renaming(run, chain, write, monkeypatch):
    def fails(parsed):
        if b"ond" in parsed.data:
            raise ZeroDivisionError("oops")
        return document(parsed)

    monkeypatch.setattr("nyttokedja.cli.runs.targets.document", fails)
    write("chains/ovidkommande.yaml", "nyttokedja: 1\nrubrik: ond\n")
    assert run("rename", "färre_fel", "färre_misstag").code == 0
    write("chains/trasig.yaml", "nyttokedja: 1\nrubrik: ond\nmål:\n  mål_1:\n")
    ran = run("rename", "mål_1", "ny")
    assert (ran.code, ran.out) == (2, "")
    assert (
        "chains/trasig.yaml gick inte att granska, för ett fel i nyttokedja: ZeroDivisionError: oops"
        in ran.err
    )
    assert "mål_1" in chain.read_text("utf-8")


def test_chains_that_lead_to_the_box_are_named_and_left(run, chain, write):
    lines = "nyttokedja: 1\nrubrik: {0}\neffekter: {{e: {{leder_till: {1}}}}}\n"
    naming = write("chains/under/b.yaml", lines.format("B", "../lista.yaml#mål_1"))
    write("chains/c.yaml", lines.format("C", "[under/lista.yaml#mål_1, lista.yaml#mål_2]"))
    ran = run("rename", "mål_1", "trygg_vård")
    assert ran.out.splitlines()[-1] == (
        "chains/under/b.yaml leder till ”mål_1” i chains/lista.yaml, och är som förut. "
        "Ändra namnet där också."
    )
    assert "c.yaml leder" not in ran.out
    assert "../lista.yaml#mål_1" in naming.read_text("utf-8")
    named = run("rename", "trygg_vård", "mål_1", "chains/lista.yaml")
    assert "leder till" not in named.out
