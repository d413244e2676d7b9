import json
from pathlib import Path

import pytest

CHAIN = """nyttokedja: 1
rubrik: {}
skede: plan
förändringar: {{kamera: {{leder_till: tid, åtgärder: [Informera]}}}}
nyttor: {{tid: {{rubrik: Frigjord tid, ägare: Enhetschef natt}}}}
"""
BROKEN = "nyttokedja: 1\nrubrik: x: y\n"


def test_the_questions_of_every_chain_are_told(run, write):
    write("chains/a.yaml", CHAIN.format("Kamera"))
    write("chains/b.yaml", CHAIN.format("Lås"))
    write("chains/docker.yaml", "services: {}\n")
    ran = run("questions")
    assert ran.code == 0
    assert ran.out.startswith(
        "Kamera\nchains/a.yaml · plan · 42 % (3 av 7 förväntade svar)\n\n  Frigjord tid – 42 % ("
    )
    assert "    ● 2 Hur ska den realiseras?          Informera – via förändringen ”Kamera”\n" in ran.out
    assert "\n2 effektkedjor: 42 % (6 av 14 förväntade svar)\n" in ran.out
    assert ran.err.startswith("Hoppade över chains/docker.yaml")


def test_a_chain_can_be_piped_in_and_another_language_asked_for(run):
    ran = run("questions", "--language", "en", "-", stdin=CHAIN.format("Kamera").encode())
    assert ran.out.startswith("Kamera\nplan · 42% (3 of 7 expected answers)\n")


def test_a_file_that_cannot_be_read_is_said_so_and_the_rest_is_done(run, write):
    write("a.yaml", BROKEN)
    write("b.yaml", CHAIN.format("Kamera"))
    ran = run("questions", "a.yaml", "b.yaml")
    assert ran.code == 1
    assert "a.yaml:2:1 NK001" in ran.err
    assert "b.yaml · plan" in ran.out
    assert (run("questions", "a.yaml").code, run("questions", "a.yaml").out) == (2, "")


@pytest.mark.parametrize("path", ["nej.yaml", "tom"])
def test_what_is_not_there_is_said_so(run, write, path, tmp_path):
    (tmp_path / "tom").mkdir()
    write("b.yaml", CHAIN.format("Kamera"))
    ran = run("questions", path)
    assert (ran.code, ran.out) == (2, "")
    assert path in ran.err
    assert run("questions", "nej.yaml", "b.yaml").code == 2


def test_reports_go_where_they_are_sent(run, write):
    write("a.yaml", CHAIN.format("Kamera"))
    plain = run("questions")
    ran = run("questions", "--format", "markdown=q.md", "--format", "json=q.json", "--format", "text=q.txt")
    assert ran.out == plain.out
    assert Path("q.txt").read_text("utf-8") == plain.out
    assert Path("q.md").read_text("utf-8") == run("questions", "--format", "markdown").out
    data = json.loads(Path("q.json").read_text("utf-8"))
    assert data["files"][0]["chain"]["completeness"]["percent"] == 42
    assert run("questions", "--format", "json", "--format", "markdown").code == 2
    assert run("questions", "--format", "sarif").code == 2
    assert "not overwritten" in run("questions", "--format", "json=a.yaml", "a.yaml").err


@pytest.mark.parametrize(("percent", "code"), [(0, 0), (42, 0), (43, 1)])
def test_too_few_answers_can_fail_a_build(run, write, percent, code):
    write("a.yaml", CHAIN.format("Kamera"))
    assert run("questions", "--fail-under", percent).code == code


def test_a_chain_without_benefits_is_nothing_to_fail_for(run, write):
    write("a.yaml", "nyttokedja: 1\nrubrik: Tom\nskede: utkast\n")
    ran = run("questions", "--fail-under", 100)
    assert (ran.code, ran.out) == (0, "Tom\na.yaml · utkast\nKedjan har inga nyttor att fråga om.\n")


@pytest.mark.parametrize(("today", "told"), [("2027-01-31", "godtaget i kedjan"), ("2027-02-01", "öppen\n")])
def test_a_decision_holds_until_its_day(run, write, today, told):
    decided = "{regel: NK406, gäller: tid, varför: x, beslutat_av: Nämnden, till_och_med: 2027-01}"
    write("a.yaml", CHAIN.format("Kamera") + f"undantag: [{decided}]\n")
    when = next(
        line for line in run("questions", "--today", today).out.splitlines(keepends=True) if " 4 " in line
    )
    assert told in when
