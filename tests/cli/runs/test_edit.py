"""The commands that change chains: what they write, what they say, and when they do neither."""

import os
from pathlib import Path

import pytest

CHAIN = """\
nyttokedja: 1
rubrik: Digital lista
skede: plan

förändringar:
  lista:
    ägare: Chef
    leder_till: signerar

effekter:
  # något som någon gör
  signerar:
    rubrik: Sjuksköterskan signerar digitalt
    beteende: ja
    leder_till: färre_fel
  färre_fel: {leder_till: trygghet}

nyttor:
  trygghet:   # anm
    ägare: Enhetschef
    kategori: kvalitet
    indikatorer:
      fel: {nollmätning: 3, målvärde: 1}
    leder_till: mål_1

mål:
  mål_1: Trygg vård

hinder:
  täckning: {hindrar: signerar -> färre_fel, ägare: IT}

undantag:
  - {regel: NK501, gäller: mål_1, varför: Mäts i annan ordning, beslutat_av: Chef}
"""


@pytest.fixture
def chain(write):
    return write("chains/lista.yaml", CHAIN)


def changed(path, old, new):
    assert path.read_text("utf-8") == CHAIN.replace(old, new, 1) != CHAIN


def test_a_box_is_added(run, chain):
    ran = run("add", "nytta", "Frigjord tid", "--from", "signerar", "--leads-to", "mål_1", "--force")
    assert ran == (0, "La till nyttan ”Frigjord tid” som ”frigjord_tid” i chains/lista.yaml, rad 25.\n", "")
    text = chain.read_text("utf-8")
    assert "    leder_till: mål_1\n  frigjord_tid:\n    leder_till: mål_1\n" in text
    assert "    leder_till: [färre_fel, frigjord_tid]\n" in text


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


def test_an_obstacle_points_in_its_own_way(run, chain):
    assert run("link", "täckning", "lista").code == 0
    changed(chain, "hindrar: signerar -> färre_fel", "hindrar: [signerar -> färre_fel, lista]")
    assert run("unlink", "täckning", "lista").code == 0
    assert run("unlink", "täckning", "signerar -> färre_fel", "--force").code == 0
    changed(chain, "hindrar: signerar -> färre_fel, ", "")


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
        (("set", "trygghet", "indikatorer.fel.målvärde", "1.000"), "kan läsas på två sätt. Menas 1000"),
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
    ("arguments", "old", "new"),
    [
        (("mål_1", "rubrik", "Säker vård"), "mål_1: Trygg vård", "mål_1: Säker vård"),
        (("trygghet", "owner", "Chef: ny"), "    ägare: Enhetschef", '    ägare: "Chef: ny"'),
        (("trygghet", "Eier", "no"), "    ägare: Enhetschef", '    ägare: "no"'),
        (("trygghet", "category", "financial"), "kategori: kvalitet", "kategori: finansiell"),
        (("trygghet", "kategori", "Miljö"), "kategori: kvalitet", "kategori: miljö"),
        (("trygghet", "indikatorer.fel.målvärde", "1 234,5"), "målvärde: 1}", "målvärde: 1234.5}"),
        (("trygghet", "indikatorer.fel.hur_ofta", "år"), "målvärde: 1}", "målvärde: 1, hur_ofta: år}"),
        (
            ("färre_fel", "leder_till", "trygghet, mål_1"),
            "leder_till: trygghet}",
            "leder_till: [trygghet, mål_1]}",
        ),
        (
            ("färre_fel", "etiketter", "en, två"),
            "leder_till: trygghet}",
            "etiketter: [en, två], leder_till: trygghet}",
        ),
        (("signerar", "beteende", "NEJ"), "beteende: ja", "beteende: nej"),
        ((".", "skede", "draft"), "skede: plan", "skede: utkast"),
        ((".", "title", "-"), "rubrik: Digital lista", 'rubrik: "-"'),
        (("trygghet", "x-egen", "1"), "    leder_till: mål_1\n", '    leder_till: mål_1\n    x-egen: "1"\n'),
    ],
)
def test_a_fact_is_set(run, chain, arguments, old, new):
    assert run("set", *arguments).code == 0
    changed(chain, old, new)


def test_a_fact_is_set_and_said_in_the_words_of_the_field(run, chain):
    assert run("set", "trygghet", "åtgärder", "Gå igenom listan").code == 0
    ran = run("set", "trygghet", "åtgärder.1.vem", "Planerare")
    assert ran.out == "”Trygghet” har nu åtgärder.1.vem: ”Planerare” i chains/lista.yaml.\n"
    assert "    åtgärder:\n      - {vad: Gå igenom listan, vem: Planerare}\n" in chain.read_text("utf-8")
    assert run("unset", "trygghet", "åtgärder.1").code == 0
    assert chain.read_text("utf-8") == CHAIN


def test_a_value_with_more_facts_keeps_them(run, chain):
    run("set", "trygghet", "indikatorer.fel.målvärde.datum", "2027-12")
    run("set", "trygghet", "indikatorer.fel.målvärde", "2")
    run("set", "trygghet", "indikatorer.fel", "Fel per år")
    assert "      fel: {rubrik: Fel per år, nollmätning: 3, målvärde: {värde: 2, datum: 2027-12}}\n" in (
        chain.read_text("utf-8")
    )


def test_true_and_false_may_be_said_in_any_way(run, write):
    path = write("chains/en.yaml", "nyttokedja: 1\ntitle: T\neffects:\n  e:\n")
    for word, written in (("true", "true"), ("nej", "false"), ("JA", "true")):
        assert run("set", "e", "behaviour", word).code == 0
        assert f"    behaviour: {written}\n" in path.read_text("utf-8")


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


def test_a_slip_in_an_option_is_no_value(run, chain):
    assert run("set", "mål_1", "ägare", "--dryrun").code == 2
    assert run("set", "mål_1", "ägare", "--", "-").code == 0


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


def test_new_words_after_a_renaming_are_said(run, chain):
    ran = run("rename", "färre_fel", "färre_misstag")
    assert ran.out.splitlines()[1] == (
        "Rutan har ingen egen rubrik, så i bilden står det nu ”Färre misstag” i stället för ”Färre fel”."
    )


def test_a_risk_stands_at_an_arrow_or_leads_to_a_drawback(run, chain):
    assert run("add", "risk", "Avbrott", "--at", "signerar -> färre_fel", "--force").code == 0
    assert run("link", "avbrott", "signerar", "--force").code == 0
    assert "    vid: [signerar -> färre_fel, signerar]\n" in chain.read_text("utf-8")
    assert run("add", "konsekvenskostnad", "Väntan", "--from", "avbrott", "--force").code == 0
    assert "    leder_till: väntan\n" in chain.read_text("utf-8")


def test_part_of_a_decision_is_said_to_be_that(run, chain):
    text = CHAIN.replace("gäller: mål_1,", "gäller: [mål_1, trygghet],")
    chain.write_text(text, "utf-8")
    assert (
        "  rad 33: ”gäller” i ett undantag, som i övrigt står kvar\n" in run("remove", "mål_1", "--force").out
    )
    assert "gäller: trygghet," in chain.read_text("utf-8")


def test_a_box_is_moved(run, chain):
    ran = run("move", "färre_fel", "nytta", "--force")
    assert ran.out == "”Färre fel” är nu en nytta i chains/lista.yaml, rad 24.\n"
    assert "    leder_till: mål_1\n  färre_fel: {leder_till: trygghet}\n\nmål:" in chain.read_text("utf-8")
    assert run("move", "färre_fel", "nytta").out == "Det är redan så. Inget har ändrats.\n"


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


def test_a_finding_is_accepted_with_its_reason(run, chain):
    assert "NK404" not in run("check", "--select", "NK404").out
    ran = run("accept", "missing-description", "trygghet", "--why", "Rubriken räcker", "--decided-by", "Chef")
    assert ran.out == "Beslutet att godta NK304 vid ”Trygghet” står nu i chains/lista.yaml.\n"
    assert chain.read_text("utf-8") == CHAIN + (
        "  - regel: NK304\n    gäller: trygghet\n    varför: Rubriken räcker\n    beslutat_av: Chef\n"
    )
    assert "NK304 godtaget" in run("check", "--select", "NK304", "--show-accepted").out


def test_the_file_may_come_first_when_a_finding_is_accepted(run, chain):
    (name,) = (path.relative_to(chain.parents[1]).as_posix() for path in [chain])
    said = ("--why", "Sedan", "--decided-by", "Chef", "--force")
    assert run("accept", name, "NK401", "trygghet", *said).code == 0
    assert "NK401" in chain.read_text("utf-8")


def test_a_decision_about_nothing_is_refused(run, chain):
    said = ("--why", "x", "--decided-by", "Chef")
    ran = run("accept", "NK401", "trygghet", *said)
    assert ran.code == 1
    assert "NK901 varning: Undantaget från NK401 gäller ”trygghet”, men där finns inget sådant" in ran.err
    assert chain.read_text("utf-8") == CHAIN
    assert run("accept", "NK401", "trygghet", *said, "--until", "2028-12-31", "--force").code == 0
    assert '    till_och_med: "2028-12-31"\n' in chain.read_text("utf-8")
    assert run("accept", "NK401", "trygghet", *said, "--until", "snart").code == 2
    assert "cannot be accepted" in run("accept", "NK101", "trygghet", *said).err
    assert "no rule called" in run("accept", "NK999", "trygghet", *said).err
    assert run("accept", "NK401", "trygghet", "--why", " ", "--decided-by", "Chef").code == 2


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
    assert "Ingen effektkedja finns i den här mappen" in ran.err
    assert run("rename", "a", "b", "saknas.yaml").code == 2


def test_standard_input_is_changed_on_its_way_to_standard_output(run):
    ran = run("set", "mål_1", "rubrik", "Ny", "-", stdin=CHAIN.encode())
    assert ran.out == CHAIN.replace("mål_1: Trygg vård", "mål_1: Ny")
    assert "har nu rubrik" in ran.err


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
