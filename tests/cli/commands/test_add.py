"""The command add: new boxes, and the ids made of their titles."""

import pytest


def test_a_box_is_added(run, chain):
    ran = run("add", "nytta", "Frigjord tid", "--from", "signerar", "--leads-to", "mål_1", "--force")
    assert ran == (0, "La till nyttan ”Frigjord tid” som ”frigjord_tid” i chains/lista.yaml, rad 25.\n", "")
    text = chain.read_text("utf-8")
    assert "    leder_till: mål_1\n  frigjord_tid:\n    leder_till: mål_1\n" in text
    assert "    leder_till: [färre_fel, frigjord_tid]\n" in text


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (
            ("behaviour", "Läser listan", "--id", "läser"),
            "  läser:\n    rubrik: Läser listan\n    beteende: ja\n",
        ),
        (("effekter", "no: 1"), '  no_1: "no: 1"\n'),
        (
            ("mulighet", "Larm", "--leads-to", "trygghet"),
            "\nmöjligheter:\n  larm:\n    leder_till: trygghet\n",
        ),
        (
            ("hinder", "Ovana", "--hinders", "signerar", "--hinders", "färre_fel"),
            "hindrar: [signerar, färre_fel]",
        ),
        (
            ("precondition", "Nät", "--needed-for", "lista"),
            "\nförutsättningar:\n  nät:\n    behövs_för: lista\n",
        ),
        (("risk", "Avbrott", "--at", "signerar"), "\nrisker:\n  avbrott:\n    vid: signerar\n"),
        (("mål", "Trygg vård"), "  trygg_vård:\n"),
    ],
)
def test_a_box_of_any_type_in_any_language(run, chain, arguments, line):
    assert run("add", *arguments, "--force").code == 0
    assert line in chain.read_text("utf-8")


def test_an_id_made_of_a_title_is_free(run, chain):
    run("add", "mål", "Färre fel", "--force")
    run("add", "mål", "Färre fel", "--force")
    assert "  färre_fel_2: Färre fel\n  färre_fel_3: Färre fel\n" in chain.read_text("utf-8")


def test_pointers_are_written_in_the_order_in_which_they_are_said(run, chain):
    assert run("add", "risk", "Avbrott", "--at", "signerar", "--leads-to", "lista", "--force").code == 0
    assert "    vid: signerar\n    leder_till: lista\n" in chain.read_text("utf-8")


def test_the_chain_is_the_one_that_has_all_the_boxes_named(run, chain, write):
    write("chains/annan.yaml", "nyttokedja: 1\nrubrik: A\neffekter:\n  signerar:\n")
    assert run("add", "hinder", "Ovana", "--hinders", "signerar -> färre_fel", "--force").code == 0
    assert "ovana" in chain.read_text("utf-8")
    assert "flera effektkedjor" in run("add", "hinder", "Ovana", "--hinders", "signerar").err
