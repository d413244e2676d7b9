"""The command without: what falls if boxes or arrows are struck out."""

import json

import pytest

from tests.cli.commands.test_diff import CHAIN


def test_a_box_says_what_falls_and_whose_it_is(run, write):
    write("chains/a.yaml", CHAIN)
    ran = run("without", "färre_besök")
    assert ran.code == 0
    assert ran.out.splitlines() == [
        "Utan effekten ”Färre besök”:",
        "  ✗ Ingen annan väg leder till målet ”Hållbar bemanning” från någon förändring.",
        "  ✗ Ingen annan väg leder till nyttan ”Frigjord tid” från någon förändring.",
        "      Ägare: Enhetschef.",
    ]


def test_an_arrow(run, write):
    write("chains/a.yaml", CHAIN)
    ran = run("without", "tid -> bemanning", "chains/a.yaml")
    assert "Utan ”Frigjord tid” → ”Hållbar bemanning”:" in ran.out
    assert "nyttan ”Frigjord tid” från" not in ran.out


def test_something_that_nothing_hangs_on(run, write):
    write("chains/a.yaml", CHAIN + "kostnader: {kamera_hyra: Hyra}\n")
    assert "Inget mål och ingen nytta faller bort" in run("without", "kamera_hyra").out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nix"], "nix"),
        (["tid -> kamera"], "ingen pil från ”tid” till ”kamera”"),
        (["chains/a.yaml"], "name a box"),
        (["tid", "chains/none.yaml"], "none.yaml"),
        (["x", "chains/bad.yaml"], "NK001"),
    ],
)
def test_what_is_not_there_is_one_sentence(run, write, arguments, said):
    write("chains/a.yaml", CHAIN)
    if "chains/bad.yaml" in arguments:
        write("chains/bad.yaml", "nyttokedja: 1\nx: a: b\n")
    ran = run("without", *arguments)
    assert ran.code == 2
    assert said in ran.err


def test_is_told_to_programs_and_drawn(run, write, tmp_path):
    write("chains/a.yaml", CHAIN)
    ran = run("without", "färre_besök", "--format", "json", "--picture", "w.svg")
    told = json.loads(ran.out)["files"][0]
    assert {(one["effect"], one["node"]["id"]) for one in told["consequences"]} == {
        ("impossible", "bemanning"),
        ("impossible", "tid"),
    }
    assert "Borttagen" in (tmp_path / "w.svg").read_text("utf-8")
    before = (tmp_path / "chains/a.yaml").read_bytes()
    assert run("without", "färre_besök", "--picture", "chains/a.yaml").code == 2
    assert (tmp_path / "chains/a.yaml").read_bytes() == before


def test_good_news_is_no_bad_news(run, write):
    write("chains/a.yaml", CHAIN + "hinder: {h: {rubrik: Stopp, hindrar: färre_besök}}\n")
    ran = run("without", "h")
    assert "✓ Målet ”Hållbar bemanning” hotas inte av hinder" in ran.out
    assert "✗" not in ran.out


def test_colours_are_kept_where_they_are_forced(run, write, monkeypatch):
    write("chains/a.yaml", CHAIN)
    write("chains/bad.yaml", "nyttokedja: 1\nx: a: b\n")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in run("without", "färre_besök", "chains/a.yaml").out
    assert "\x1b[" in run("without", "x", "chains/bad.yaml").err
