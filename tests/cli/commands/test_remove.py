"""The command remove: a box, and what pointed at it."""

from tests.cli.edited_chain import CHAIN


def test_part_of_a_decision_is_said_to_be_that(run, chain):
    text = CHAIN.replace("gäller: mål_1,", "gäller: [mål_1, trygghet],")
    chain.write_text(text, "utf-8")
    assert (
        "  rad 33: ”gäller” i ett undantag, som i övrigt står kvar\n" in run("remove", "mål_1", "--force").out
    )
    assert "gäller: trygghet," in chain.read_text("utf-8")


def test_a_box_is_removed_and_so_is_what_points_at_it(run, chain):
    ran = run("remove", "färre_fel", "--force")
    assert ran.out == (
        "Tog bort effekten ”Färre fel” ur chains/lista.yaml.\n"
        "De här 2 pekade dit och togs också bort:\n"
        "  rad 15: ”leder_till” vid ”Sjuksköterskan signerar digitalt”\n"
        "  rad 30: ”hindrar” vid ”Täckning”\n"
    )
    text = chain.read_text("utf-8")
    assert "färre_fel" not in text
    assert "  täckning: {ägare: IT}\n" in text


def test_a_decision_about_a_removed_box_goes_with_it(run, chain):
    ran = run("remove", "mål_1", "--dry-run", "--force")
    assert "-undantag:" in ran.out
    assert "  rad 33: ett undantag, som togs bort helt" in ran.err
    assert ran.err.endswith("Så skulle det bli. Inget har skrivits (--dry-run).\n")
    assert chain.read_text("utf-8") == CHAIN
