"""``nyttokedja read``: a chain in sentences."""

import json
from pathlib import Path

import pytest

CHAIN = """nyttokedja: 1
rubrik: Prov
skede: utkast
förändringar:
  lås:
    rubrik: Digitala lås
    leder_till: öppnar
effekter:
  öppnar:
    rubrik: Personalen öppnar med telefonen
    beteende: ja
    leder_till: [färre, trygg]
  färre:
    rubrik: Färre nyckelhämtningar
    leder_till: {till: tid, eftersom: Skåpet ligger vid kontoret}
nyttor:
  tid: {rubrik: Frigjord tid, ägare: Enhetschef}
  trygg: {rubrik: Ökad trygghet, leder_till: hemma}
mål:
  hemma: {rubrik: Fler klarar sig längre hemma}
hinder:
  nej: {rubrik: Hyresvärden säger nej, hindrar: lås -> öppnar}
"""
FORWARDS = (
    "1. Om förändringen ”Digitala lås” genomförs, så leder den till beteendet ”Personalen öppnar med "
    "telefonen”, vilket leder dels till effekten ”Färre nyckelhämtningar”, dels till nyttan ”Ökad trygghet” "
    "(se 3).\n"
    "   - Att ”Digitala lås” leder till ”Personalen öppnar med telefonen” kan hindras av hindret "
    "”Hyresvärden säger nej”.\n"
)
BACKWARDS = (
    "4. Målet ”Fler klarar sig längre hemma” förutsätter nyttan ”Ökad trygghet”, som kommer av beteendet "
    "”Personalen öppnar med telefonen”, som kommer av förändringen ”Digitala lås”.\n"
)


def test_a_chain_is_read_both_ways_and_its_benefits_are_described(run, write):
    write("a.yaml", CHAIN)
    ran = run("read", "a.yaml")
    assert (ran.code, ran.err) == (0, "")
    assert FORWARDS in ran.out
    assert BACKWARDS in ran.out
    assert "Varför ”Färre nyckelhämtningar” leder till ”Frigjord tid”: Skåpet ligger vid kontoret." in ran.out
    assert "- Nyttoägare: Enhetschef\n" in ran.out
    assert "Alla rutor" not in ran.out


def test_draw_writes_the_same_sentences_and_a_table(run, write):
    write("a.yaml", CHAIN)
    assert run("draw", "a.yaml", "-o", "a.txt").code == 0
    text = Path("a.txt").read_text("utf-8")
    assert FORWARDS in text
    assert "Alla rutor\n" in text
    assert run("draw", "a.yaml", "-o", "a.md").code == 0
    assert "| Nytta | Frigjord tid | Färre nyckelhämtningar |" in Path("a.md").read_text("utf-8")
    assert run("draw", "a.yaml", "-o", "a.md", "--check").code == 0


def test_one_box_is_read_by_itself(run, write):
    write("a.yaml", CHAIN)
    ran = run("read", "a.yaml", "--node", "färre")
    assert ran.out.startswith("Effekten ”Färre nyckelhämtningar”\n")
    assert (
        "1. Om effekten ”Färre nyckelhämtningar” uppstår, så leder den till nyttan ”Frigjord tid”.\n"
        in ran.out
    )
    assert "Ökad trygghet" not in ran.out
    hindrance = run("read", "a.yaml", "--node", "nej").out
    assert "kan hindras av hindret ”Hyresvärden säger nej”" in hindrance


@pytest.mark.parametrize(("id", "said"), [("farre", "Färre"), ("finns_inte", "finns_inte")])
def test_a_box_is_found_by_nearly_its_id_or_said_not_to_be_there(run, write, id, said):
    write("a.yaml", CHAIN)
    ran = run("read", "a.yaml", "--node", id)
    assert (ran.code == 0) == (id == "farre")
    assert said in ran.out + ran.err


def test_a_report_goes_into_a_file(run, write):
    write("a.yaml", CHAIN)
    assert run("read", "a.yaml", "--format", "json=a.json", "--format", "markdown=a.md").code == 0
    sentences = json.loads(Path("a.json").read_text("utf-8"))["sentences"]
    assert [one["number"] for one in sentences] == [1, 2, 3, 4, 5]
    assert Path("a.md").read_text("utf-8").startswith("# Prov\n")


def test_a_chain_that_cannot_be_read_gives_what_was_found(run, write):
    write("a.yaml", "nyttokedja: 1\nrubrik: x: y\n")
    ran = run("read", "a.yaml")
    assert (ran.code, ran.out) == (1, "")
    assert "NK001" in ran.err
    assert run("read", "finns_inte.yaml").code == 2


def test_no_chain_is_overwritten(run, write):
    write("a.yaml", CHAIN)
    assert run("read", "a.yaml", "--format", "text=a.yaml").code == 2
    assert Path("a.yaml").read_text("utf-8") == CHAIN
