"""The command link: arrows, and what is said of them."""

from tests.cli.edited_chain import CHAIN, changed


def test_an_arrow_is_drawn_given_a_reason_and_taken_away(run, chain):
    assert run("link", "signerar", "trygghet").out == (
        "”Sjuksköterskan signerar digitalt” pekar nu på ”Trygghet” i chains/lista.yaml.\n"
    )
    changed(chain, "leder_till: färre_fel\n", "leder_till: [färre_fel, trygghet]\n")
    run("link", "signerar", "trygghet", "--because", "Så är det", "--link", "indirect")
    changed(
        chain,
        "leder_till: färre_fel\n",
        "leder_till: [färre_fel, {till: trygghet, eftersom: Så är det, koppling: indirekt}]\n",
    )
    assert run("unlink", "signerar", "trygghet").code == 0
    assert chain.read_text("utf-8") == CHAIN


def test_a_risk_stands_at_an_arrow_or_leads_to_a_drawback(run, chain):
    assert run("add", "risk", "Avbrott", "--at", "signerar -> färre_fel", "--force").code == 0
    assert run("link", "avbrott", "signerar", "--force").code == 0
    assert "    vid: [signerar -> färre_fel, signerar]\n" in chain.read_text("utf-8")
    assert run("add", "konsekvenskostnad", "Väntan", "--from", "avbrott", "--force").code == 0
    assert "    leder_till: väntan\n" in chain.read_text("utf-8")


def test_facts_are_written_in_the_order_in_which_they_are_said(run, chain):
    assert (
        run(
            "link", "signerar", "trygghet", "--link", "direct", "--because", "", "--evidence", "En studie"
        ).code
        == 0
    )
    assert "{till: trygghet, koppling: direkt, underlag: En studie}" in chain.read_text("utf-8")
    assert run("link", "signerar", "trygghet", "--because", "Så").out == (
        "Pilen från ”Sjuksköterskan signerar digitalt” till ”Trygghet” är ändrad i chains/lista.yaml.\n"
    )
