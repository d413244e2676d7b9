"""Settings as a person meets them: in files and as options."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from nyttokedja.checking.settings.resolve import DEFAULTS
from nyttokedja.checking.settings.schema import schema
from nyttokedja.cli import setting_options
from nyttokedja.cli.setting_options import Chosen

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


def test_each_table_is_that_of_the_settings_files():
    """What options offer, the schema of settings files allows, and the defaults hold, is one and the same."""
    said = schema()["properties"]
    levels = list(setting_options._LEVELS)
    assert levels == said["severity"]["additionalProperties"]["enum"] == ["error", "warning", "info"]
    assert [*levels, "never"] == said["fail-on"]["enum"]
    assert list(setting_options._STAGES) == said["stage"]["enum"]
    assert list(setting_options._LIMITS) == list(said["limits"]["properties"]) == list(DEFAULTS["limits"])
    limits = said["limits"]["properties"]
    assert {name: limit["default"] for name, limit in limits.items()} == DEFAULTS["limits"]


def test_the_options_are_known_without_what_checks():
    code = "import sys, nyttokedja.cli.setting_options; print(*sorted(sys.modules))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name.removeprefix("nyttokedja.") for name in ran.stdout.split() if "nyttokedja." in name}
    assert {name for name in loaded if name.split(".")[0] != "cli"} == {
        *("model", "model.picture_settings", "model.severity", "model.stage", "reading", "reading.limits"),
        *("language", "language.codes", "language.translations"),
    }
    assert not {"yaml", "networkx", "tomllib", "json"} & set(ran.stdout.split())


@pytest.fixture
def asked():
    """What a command with all settings gets for some options, or its refusal."""

    def asked(*options, decorator=setting_options.chosen):
        got = []

        def take(chosen):
            got.append(chosen)

        command = click.command()(decorator(take))
        ran = CliRunner().invoke(command, list(options))
        return got[0] if ran.exit_code == 0 else ran.output.splitlines()[-1]

    return asked


@pytest.mark.parametrize(
    ("options", "values"),
    [
        ([], {}),
        (["--select", "", "--ignore", " , "], {}),
        (["--select", "nk5, Missing-Owner,"], {"select": ["NK5", "missing-owner"]}),
        (["--select", "nk"], {"select": ["NK"]}),
        (["--ignore", "nk204"], {"ignore": ["NK204"]}),
        (
            ["--severity", " nk401 = Info", "--severity", "NK5=error"],
            {"severity": {"NK401": "info", "NK5": "error"}},
        ),
        (["--stage", "plan"], {"stage": "plan"}),
        (["--tolerance", "0"], {"tolerance": 0.0}),
        (["--tolerance", "1"], {"tolerance": 1.0}),
        (["--most-nodes", "1"], {"most-nodes": 1}),
        (["--most-nodes", "200000"], {"most-nodes": 200_000}),
        (["--limits", "depth = 8", "--limits", "megabytes=100"], {"limits": {"depth": 8, "megabytes": 100}}),
        (["--baseline", "b.json"], {"baseline": "b.json"}),
        (["--fail-on", "never"], {"fail-on": "never"}),
    ],
)
def test_an_option_has_the_value_of_a_setting(asked, options, values):
    assert asked(*options) == Chosen(values)


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (["--tolerance", "1.01"], "0<=x<=1"),
        (["--most-nodes", "0"], "1<=x<=200000"),
        (["--most-nodes", "200001"], "1<=x<=200000"),
        (["--limits", "depth=7"], "depth can be 8 to 64"),
        (["--limits", "depth=65"], "depth can be 8 to 64"),
        (["--limits", "depth=-9"], "NAME is one of megabytes, nodes, depth, characters"),
        (["--limits", "nodes=1000000000000"], "nodes can be 1 to 200000"),
        (["--severity", "NK401=never"], "LEVEL is one of error, warning, info"),
        (["--ignore", "nk"], "NK cannot be ignored"),
        (["--ignore", "nk1"], "NK1 cannot be ignored"),
        (["--severity", "nk=info"], "NK cannot be weighed anew"),
    ],
)
def test_another_value_is_refused(asked, options, why):
    assert why in asked(*options)


def test_which_files_are_read_is_chosen_too(asked):
    for decorator in (setting_options.file, setting_options.chosen):
        assert asked(decorator=decorator) == Chosen()
        assert asked("--config", "a.toml", decorator=decorator) == Chosen({}, "a.toml")
        assert asked("--isolated", decorator=decorator) == Chosen({}, None, isolated=True)
        assert "that --isolated forbids" in asked("--config", "a", "--isolated", decorator=decorator)
        assert "it names no file" in asked("--config", "", decorator=decorator)


def test_a_baseline_can_be_added():
    chosen = Chosen({"stage": "plan", "baseline": "a"}, "b", isolated=True)
    assert chosen.with_file("baseline", "c") == Chosen({"stage": "plan", "baseline": "c"}, "b", isolated=True)


def test_what_holds_is_looked_up_as_it_was_chosen(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "nyttokedja.toml").write_text("most-nodes = 3\n")
    (tmp_path / "other.toml").write_text("most-nodes = 4\n")
    day = date(2027, 1, 2)
    config = Chosen({"stage": "plan"}).lookup("nb", day).config(Path("a.yaml"))
    assert (config.stage, config.language, config.today, config.most_nodes) == ("plan", "nb", day, 3)
    assert Chosen().lookup().config(Path("a.yaml")).language is None
    assert Chosen({}, "other.toml").lookup().config(Path("a.yaml")).most_nodes == 4
    assert Chosen(isolated=True).lookup().config(Path("a.yaml")).most_nodes == 60
