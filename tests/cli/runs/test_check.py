"""A run that checks: its files, what is said of them, and its exit code."""

from pathlib import Path

import pytest

from nyttokedja.checking.config import Config
from nyttokedja.checking.outcome import Outcome
from nyttokedja.checking.settings import Lookup
from nyttokedja.cli.runs.check import Run, of_settings, place
from nyttokedja.language.texts import texts
from nyttokedja.reports.model import ReportContext
from tests.cli.runs.conftest import BROKEN, NO_OWNER, SOUND


def test_each_file_is_checked_in_order_and_kept(lookup, write):
    write("a.yaml", NO_OWNER)
    write("b.yaml", SOUND)
    run = Run(["."], lookup())
    outcomes = run.outcomes()
    assert [next(outcomes).name, len(run.seen)] == ["a.yaml", 1]
    assert [outcome.name for outcome in outcomes] == ["b.yaml"]
    assert [outcome.name for outcome in run.chains] == ["a.yaml", "b.yaml"]


@pytest.mark.parametrize(
    ("seen", "code"),
    [
        ([], 2),
        ([Outcome("a")], 0),
        ([Outcome("a", is_chain=False)], 2),
        ([Outcome("a"), Outcome("b", is_chain=False)], 0),
        ([Outcome("a"), Outcome("b", trouble="not-found")], 2),
        ([Outcome("a"), Outcome("b", is_chain=False, settings=True)], 2),
    ],
)
def test_the_exit_code_follows_from_what_came_of_the_files(lookup, seen, code):
    run = Run([], lookup())
    run.seen = seen
    assert run.exit_code() == code
    assert run.troubled is any(outcome.trouble or outcome.settings for outcome in seen)


@pytest.mark.parametrize(("text", "code"), [(SOUND, 0), (NO_OWNER, 1), (BROKEN, 1)])
def test_findings_at_the_fail_level_are_an_exit_code_of_one(lookup, write, text, code):
    write("a.yaml", text)
    run = Run(["a.yaml"], lookup())
    list(run.outcomes())
    assert run.exit_code() == code


def test_what_is_found_is_said_where_the_run_says_it(lookup, write, capsys):
    write("a.yaml", NO_OWNER)
    run = Run(["a.yaml"], lookup())
    (outcome,) = run.outcomes()
    run.show(outcome)
    out, err = capsys.readouterr()
    assert (out.splitlines()[0][:12], err) == ("a.yaml:2:9 N", "")
    run.show(outcome, err=True)
    assert capsys.readouterr() == ("", out)
    run.err = True
    run.show(outcome)
    assert capsys.readouterr() == ("", out)
    run.silent = True
    run.show(outcome)
    assert capsys.readouterr() == ("", "")


def test_a_trouble_is_on_standard_error(lookup, capsys):
    run = Run([], lookup())
    run.silent = True
    run.show(Outcome("a.yaml", trouble="not-found"))
    assert capsys.readouterr() == ("", "a.yaml går inte att öppna: den finns inte.\n")


@pytest.mark.parametrize(("silent", "err"), [(False, False), (False, True), (True, True)])
def test_the_sum_is_parted_from_what_was_found(lookup, write, capsys, silent, err):
    write("a.yaml", NO_OWNER)
    run = Run(["a.yaml"], lookup())
    list(run.outcomes())
    run.silent, run.err = silent, err
    run.sum_up(None)
    said = capsys.readouterr()[err]
    assert said.startswith("1 effektkedja" if silent else "\n1 effektkedja")
    assert capsys.readouterr()[not err] == ""


def test_nothing_is_parted_where_all_is_accepted(lookup, write, capsys):
    write("a.yaml", SOUND)
    run = Run(["a.yaml"], lookup())
    list(run.outcomes())
    run.sum_up("en")
    assert capsys.readouterr() == ("1 effect chain checked: no errors and no warnings.\n", "")


def test_what_a_baseline_knows_no_more_is_said(lookup, write, capsys, monkeypatch):
    write("a.yaml", SOUND)
    run = Run(["a.yaml"], lookup())
    list(run.outcomes())
    monkeypatch.setattr(type(run.known), "gone", 2)
    run.sum_up(None)
    assert capsys.readouterr().out.endswith(
        "\n2 tidigare påpekanden finns inte längre: kör nyttokedja check --write-baseline.\n"
    )


def test_where_there_is_no_chain_that_is_said_but_not_beside_a_trouble(lookup, capsys):
    run = Run([".", "x\x1b"], lookup())
    run.say_if_none(None)
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(
        "There is no effect chain in this folder and “x\\u001b”.\nAn effect chain is a YAML file"
    )
    run.seen = [Outcome("a", trouble="folder")]
    run.say_if_none(None)
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("said", "assumed", "languages", "spoken"),
    [
        ("en", "nb", ["sv"], "en"),
        (None, "nb", ["sv"], "nb"),
        (None, None, ["nb"], "nb"),
        (None, None, ["nb", "en"], "sv"),
    ],
)
def test_the_run_speaks_what_is_asked_for_assumed_or_common(lookup, said, assumed, languages, spoken):
    run = Run([], lookup())
    run._assumed = {assumed}
    run.seen = [Outcome("a", language=language) for language in languages]
    assert run.language(said) == spoken


def test_an_assumed_language_counts_only_where_all_files_have_it(write):
    write("a.yaml", SOUND)
    write("b/c.yaml", SOUND)
    write("b/nyttokedja.toml", 'language = "nb"\n')
    run = Run(["."], Lookup(Config()))
    run.tasks()
    assert run.language(None) == "sv"
    run = Run(["b"], Lookup(Config()))
    run.tasks()
    assert run.language(None) == "nb"


def test_wrong_settings_are_said_once_and_leave_their_files_aside(write, capsys):
    write("a.yaml", SOUND)
    write("b/c.yaml", SOUND)
    write("b/d.yaml", SOUND)
    write("b/nyttokedja.toml", "stge = 1\n")
    run = Run(["."], Lookup(Config()))
    assert [task.file.name for task in run.tasks()] == ["a.yaml"]
    out, err = capsys.readouterr()
    assert (out, err.count("NK007"), err.split(":")[0]) == ("", 1, "b/nyttokedja.toml")
    assert [(outcome.name, outcome.settings, outcome.is_chain) for outcome in run.seen] == [
        ("b/nyttokedja.toml", True, False)
    ]
    assert run.exit_code() == 2


def test_standard_input_is_read_before_other_processes_are_started(lookup, monkeypatch):
    monkeypatch.setattr("nyttokedja.batch.check.read_bytes", lambda file, limit: SOUND.encode())
    (task,) = Run(["-"], lookup()).tasks()
    assert task.file.data == SOUND.encode()


def test_standard_input_has_the_settings_of_the_current_folder(monkeypatch):
    asked = []

    class Settings:
        def config(self, path):
            asked.append(path)
            return Config()

    monkeypatch.setattr("nyttokedja.batch.check.read_bytes", lambda file, limit: SOUND.encode())
    Run(["-", "a.yaml"], Settings()).tasks()
    assert asked == [None, Path("a.yaml")]


def test_colours_that_are_wanted_go_into_a_pipe_too(lookup, write, capsys, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.delenv("NO_COLOR", raising=False)
    write("a.yaml", NO_OWNER)
    run = Run(["a.yaml"], lookup())
    for outcome in run.outcomes():
        run.show(outcome)
    assert "\x1b[" in capsys.readouterr().out
    write("a.yaml", SOUND)
    run = Run(["a.yaml"], lookup())
    list(run.outcomes())
    monkeypatch.setattr(type(run.known), "gone", 1)
    run.sum_up(None)
    assert "\x1b[" in capsys.readouterr().out.splitlines()[-1]


def test_a_report_is_of_all_that_was_seen(lookup):
    run = Run([], lookup())
    run.seen = [Outcome("a.yaml", trouble="not-found")]
    assert '"a.yaml"' in run.report("json", ReportContext())


def test_settings_that_cannot_be_opened_are_a_trouble(lookup):
    wrong = type("Wrong", (), {"file": "x.toml", "trouble": "not-found", "findings": (), "lines": {}})()
    outcome = of_settings(wrong)
    assert (outcome.name, outcome.trouble, outcome.settings, outcome.is_chain) == (
        "x.toml",
        "not-found",
        True,
        False,
    )


@pytest.mark.parametrize(
    ("path", "said"), [(".", "den här mappen"), ("./", "den här mappen"), ("a", "”a”"), ("-", "”a”")]
)
def test_a_folder_is_spoken_of_by_its_name(path, said):
    assert place(path, "”a”", texts("sv")) == said
