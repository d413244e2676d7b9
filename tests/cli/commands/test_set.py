"""The command set: values as people write them."""

import pytest

from tests.cli.edited_chain import CHAIN, changed


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


def test_a_slip_in_an_option_is_no_value(run, chain):
    assert run("set", "mål_1", "ägare", "--dryrun").code == 2
    assert run("set", "mål_1", "ägare", "--", "-").code == 0


def test_standard_input_is_changed_on_its_way_to_standard_output(run):
    ran = run("set", "mål_1", "rubrik", "Ny", "-", stdin=CHAIN.encode())
    assert ran.out == CHAIN.replace("mål_1: Trygg vård", "mål_1: Ny")
    assert "har nu rubrik" in ran.err
