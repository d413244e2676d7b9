"""Which language the command line speaks: of the line, else the settings, else the machine."""

import sys
from pathlib import Path
from types import SimpleNamespace

import click
import pytest

from nyttokedja.checking.config import Config
from nyttokedja.checking.settings import Lookup
from nyttokedja.cli import COMMANDS, program
from nyttokedja.cli.speech import personal

LOCALES = ("LC_ALL", "LC_MESSAGES", "LANG")


@pytest.fixture
def speaks(monkeypatch, tmp_path):
    """What `personal` says of arguments, in an empty folder and an environment."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COMP_WORDS", raising=False)

    def speaks(*arguments, **environment):
        for name in LOCALES:
            monkeypatch.delenv(name, raising=False)
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        return personal(arguments)

    return speaks


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, None),
        ({"LANG": "sv_SE.UTF-8"}, "sv"),
        ({"LANG": "nb_NO.UTF-8"}, "nb"),
        ({"LANG": "nn_NO"}, "nb"),
        ({"LANG": "no"}, "nb"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "sv-FI@euro"}, "sv"),
        ({"LANG": "C.UTF-8"}, None),
        ({"LANG": "POSIX"}, None),
        ({"LANG": "de_DE.UTF-8"}, None),
        ({"LANG": "sv_SE.UTF-8", "LC_ALL": "C"}, None),
        ({"LANG": "sv_SE.UTF-8", "LC_MESSAGES": "nb_NO.UTF-8"}, "nb"),
        ({"LC_ALL": "sv_SE.UTF-8", "LC_MESSAGES": "nb_NO.UTF-8"}, "sv"),
        ({"LC_ALL": "", "LANG": "nb_NO.UTF-8"}, "nb"),
    ],
)
def test_the_locale_says_it(speaks, environment, language):
    assert speaks("check", **environment) == language


@pytest.mark.parametrize(
    ("arguments", "language"),
    [
        (["--language", "sv", "check"], "sv"),
        (["check", "--language=sv"], "sv"),
        (["check", "--language", "sv", "--help"], "sv"),
        (["check", "--language", "sw"], "nb"),
        (["check", "--language"], "nb"),
        (["set", "a", "b", "--", "--language", "sv"], "nb"),
    ],
)
def test_the_line_goes_first(speaks, arguments, language):
    assert speaks(*arguments, LANG="nb_NO.UTF-8") == language


def test_the_line_that_is_completed_counts_too(speaks):
    assert speaks(COMP_WORDS="nyttokedja --language sv ch", LANG="nb_NO.UTF-8") == "sv"


@pytest.mark.parametrize(
    ("name", "text", "language"),
    [
        ("nyttokedja.toml", 'language = "sv"\n', "sv"),
        ("nyttokedja.toml", "stage = 'plan'\n", "nb"),
        ("nyttokedja.toml", 'language = "xx"\n', "nb"),
        ("nyttokedja.toml", "language = [\n", "nb"),
        ("nyttokedja.toml", "language = 1\n", "nb"),
        ("pyproject.toml", '[tool.nyttokedja]\nlanguage = "sv"\n', "sv"),
        ("pyproject.toml", '[tool]\nnyttokedja = 1\nlanguage = "tool.nyttokedja"\n', "nb"),
        ("pyproject.toml", '[tool.other]\nlanguage = "sv"\n', "nb"),
    ],
)
def test_the_settings_go_before_the_locale(speaks, tmp_path, monkeypatch, name, text, language):
    (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "below").mkdir()
    for folder in (tmp_path, tmp_path / "below"):
        monkeypatch.chdir(folder)
        assert speaks("check", LANG="nb_NO.UTF-8") == language
        assert speaks("check", "--isolated", LANG="nb_NO.UTF-8") == "nb"


def test_the_settings_are_those_that_a_check_finds(speaks, tmp_path, monkeypatch):
    (tmp_path / "nyttokedja.toml").write_text('language = "nb"\n', "utf-8")
    (tmp_path / "a/.git").mkdir(parents=True)
    (tmp_path / "b").mkdir()
    (tmp_path / "b/pyproject.toml").write_text("[tool.x]\n", "utf-8")
    (tmp_path / "c").mkdir()
    (tmp_path / "c/pyproject.toml").write_text('[tool.nyttokedja]\nlanguage = "sv"\n', "utf-8")
    for folder in ("a", "b", "c", "."):
        monkeypatch.chdir(tmp_path / folder)
        assert speaks() == Lookup(Config()).config().assumed_language, folder


def test_a_settings_file_that_is_named_is_the_one(speaks, tmp_path):
    (tmp_path / "other.toml").write_text('language = "sv"\n', "utf-8")
    assert speaks("check", "--config", "other.toml") == speaks("check", "--config=other.toml") == "sv"
    assert speaks("check", "--config", "none.toml") is None


@pytest.mark.parametrize(
    ("number", "language"), [(0x041D, "sv"), (0x0414, "nb"), (0x0814, "nb"), (0x407, None)]
)
def test_windows_says_what_it_displays(speaks, monkeypatch, number, language):
    import ctypes

    kernel = SimpleNamespace(GetUserDefaultUILanguage=lambda: number)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    assert speaks("check") == language
    assert speaks("check", LC_ALL="C") is None


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_takes_the_language(name):
    command = program.get_command(click.Context(program), name)
    for each in (command, *getattr(command, "commands", {}).values()):
        assert each.hidden or "--language" in [option for param in each.params for option in param.opts]


def test_findings_never_follow_the_person(run, write, monkeypatch):
    write("a.yaml", "nyttokedja: 1\nrubrik: x\nskede: plan\nnyttor: {a: A}\n")
    said = {}
    for locale in ("C", "sv_SE.UTF-8", "nb_NO.UTF-8", "en_US.UTF-8"):
        monkeypatch.setenv("LC_ALL", locale)
        said[locale] = run("check").out.strip().splitlines()
    assert len({tuple(lines[:-1]) for lines in said.values()}) == 1
    assert said["C"][-1] == said["sv_SE.UTF-8"][-1] != said["nb_NO.UTF-8"][-1]
    assert said["nb_NO.UTF-8"][-1].startswith("1 gevinstkart kontrollert")
    assert said["en_US.UTF-8"][-1].startswith("1 effect chain checked")


def test_the_language_before_the_command_is_that_after_it(run, write):
    write("a.yaml", "nyttokedja: 1\nrubrik: x\nskede: plan\nnyttor: {a: A}\n")
    assert run("--language", "nb", "check") == run("check", "--language", "nb") != run("check")
    assert run("--language", "nb", "git", "install", "--help") == run(
        "git", "install", "--language", "nb", "--help"
    )


def test_a_report_in_a_file_does_not_follow_the_locale(run, write, monkeypatch, tmp_path):
    write("a.yaml", "nyttokedja: 1\nrubrik: x\nskede: plan\nnyttor: {a: A}\n")
    run("check", "--format", "markdown=1.md")
    monkeypatch.setenv("LC_ALL", "nb_NO.UTF-8")
    run("check", "--format", "markdown=2.md")
    assert Path("1.md").read_bytes() == Path("2.md").read_bytes()
