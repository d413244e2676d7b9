"""Settings as a person meets them: in files and as options."""

import json

import pytest

CHAIN = "nyttokedja: 1\nrubrik: A\nnyttor:\n  a: Nyttan\n"
WRONG = 'ignore = ["NK999"]\n\nstage = "utkast"\n'


@pytest.fixture
def chains(write):
    write("chains/a.yaml", CHAIN)
    write("chains/utkast/b.yaml", CHAIN)
    return write


def codes(ran, file):
    return {line.split()[1] for line in ran.out.splitlines() if line.startswith(f"chains/{file}:")}


def test_settings_hold_for_what_is_checked_and_drawn(run, chains):
    assert "NK204" in codes(run("check"), "a.yaml")
    before = run("draw", "chains/a.yaml", "-o", "-").out
    chains(
        "nyttokedja.toml",
        'stage = "plan"\nignore = ["NK204"]\n[[files]]\npaths = ["utkast"]\nstage = "draft"\n',
    )
    ran = run("check")
    assert "NK204" not in codes(ran, "a.yaml")
    assert "NK401" in codes(ran, "a.yaml")
    assert "NK401" not in codes(ran, "utkast/b.yaml")
    assert ran.code == 1
    assert run("draw", "chains/a.yaml", "-o", "-").out != before


def test_options_go_before_settings(run, chains):
    chains("nyttokedja.toml", 'stage = "plan"\nfail-on = "never"\nseverity = {NK401 = "info"}\n')
    assert run("check").code == 0
    assert run("check", "--fail-on", "error").code == 1
    assert "NK401 fel" in run("check", "--severity", "NK401=error").out
    assert "NK401" not in run("check", "--stage", "draft").out
    assert "NK401 fel" in run("check", "--isolated", "--stage", "plan").out
    chains("other.toml", 'ignore = ["NK4"]\n')
    ran = run("check", "--config", "other.toml", "--stage", "plan")
    assert ("NK401" in ran.out, "NK501" in ran.out) == (False, True)


def test_limits_can_be_chosen(run, chains):
    chains("chains/a.yaml", CHAIN + "  b: Två\n")
    assert "NK001" in codes(run("check", "--limits", "nodes=1"), "a.yaml")
    assert "NK001" not in codes(run("check"), "a.yaml")


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["--severity", "NK401"], "RULE=LEVEL"),
        (["--severity", "NK401=huge"], "RULE=LEVEL"),
        (["--severity", "NK999=info"], "no rule called NK999"),
        (["--severity", "NK101=info"], "weighed anew"),
        (["--limits", "nodes"], "NAME=N"),
        (["--limits", "nodes=0"], "1 to 200000"),
        (["--limits", "nodes=99999999999999999999"], "1 to 200000"),
        (["--limits", "size=3"], "NAME=N"),
        (["--stage", "soon"], "soon"),
        (["--tolerance", "2"], "2"),
        (["--tolerance", "nan"], "no number"),
        (["--config", ""], "names no file"),
        (["--config", "a.toml", "--isolated"], "forbids"),
    ],
)
def test_a_wrong_option_is_said(run, chains, arguments, word):
    ran = run("check", *arguments)
    assert ran.code == 2
    assert word in ran.err


@pytest.mark.parametrize("command", [["check"], ["draw"], ["check", "--fix"], ["config"]])
def test_wrong_settings_stop_their_chains_only(run, chains, command):
    chains("chains/utkast/nyttokedja.toml", WRONG)
    ran = run(
        *command,
        "chains/a.yaml" if command == ["config"] else "chains",
        *["chains/utkast"][: command == ["config"]],
    )
    assert ran.code == 2
    assert "chains/utkast/nyttokedja.toml:1:11 NK007 fel: ”NK999” är ingen regel." in ran.err
    assert 'Skriv "draft".' in ran.err
    assert "b.yaml" not in ran.out
    assert "a.yaml" in ran.out or command[0] == "draw"


def test_wrong_settings_stop_a_change(run, chains):
    chains("nyttokedja.toml", WRONG)
    ran = run("set", "a", "ägare", "Chef", "chains/a.yaml")
    assert ran.code == 2
    assert "nyttokedja config" in ran.err
    assert "Chef" not in chains("x", "").parent.joinpath("chains/a.yaml").read_text("utf-8")


def test_wrong_settings_are_in_every_report(run, chains):
    chains("nyttokedja.toml", WRONG)
    report = json.loads(run("check", "--format", "json").out)
    assert [file["status"] for file in report["files"]] == ["wrong-settings"]
    assert {finding["code"] for finding in report["findings"]} == {"NK007"}
    assert report["summary"]["failed"] == 1
    assert "::error file=nyttokedja.toml,line=1" in run("check", "--format", "github").out
    sarif = json.loads(run("check", "--format", "sarif").out)
    assert [result["ruleId"] for result in sarif["runs"][0]["results"]] == ["NK007"] * 2


def test_a_settings_file_that_cannot_be_opened_is_said(run, chains):
    ran = run("check", "--config", "none.toml")
    assert (ran.code, "none.toml går inte att öppna: den finns inte." in ran.err) == (2, True)


def test_the_language_of_settings_is_assumed_and_summed_up_in(run, chains):
    chains("nyttokedja.toml", 'language = "nb"\n')
    ran = run("check")
    assert "advarsel" in ran.out
    assert "gevinstkart" in ran.out
