"""An exception → a sentence on standard error, and the exit code."""

import click
import pytest

from nyttokedja.cli import program
from nyttokedja.cli.failures import tell
from nyttokedja.cli.translation import PROGRAM, localized
from nyttokedja.errors import CannotDraw, CannotRead


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (CannotRead("Cannot open a.yaml."), 2, "nyttokedja: Cannot open a.yaml.\n"),
        (CannotDraw("No\x1b[31m engine."), 2, "nyttokedja: No\\u001b[31m engine.\n"),
        (KeyboardInterrupt(), 130, "nyttokedja: interrupted\n"),
        (click.Abort(), 130, "nyttokedja: interrupted\n"),
        (OSError(28, "?", "a.yaml"), 2, "nyttokedja: a.yaml: the disk is full. Mend that and try again.\n"),
        (click.ClickException("no\n::error::x"), 2, "Error: no\\u000a::error::x\n"),
        (
            ZeroDivisionError("oops"),
            2,
            "nyttokedja: A bug in nyttokedja (ZeroDivisionError: oops). Please report it; "
            "with NYTTOKEDJA_DEBUG=1 it is shown where.\n",
        ),
    ],
)
def test_an_exception_is_one_sentence_and_a_code(capsys, error, code, said):
    assert tell(error) == code
    assert capsys.readouterr() == ("", said)


def test_a_call_without_arguments_gets_the_help_as_it_is(capsys):
    context = click.Context(localized(program, "en", PROGRAM), info_name="nyttokedja")
    assert tell(click.exceptions.NoArgsIsHelpError(context)) == 2
    out, err = capsys.readouterr()
    assert (out, err.splitlines()[0]) == ("", "Usage: nyttokedja [OPTIONS] COMMAND [ARGS]...")
    assert "\n\n" in err


def test_where_a_bug_is_can_be_shown(capsys, monkeypatch):
    monkeypatch.setenv("NYTTOKEDJA_DEBUG", "1")
    assert tell(ZeroDivisionError("oops")) == 2
    assert "ZeroDivisionError: oops\nnyttokedja: A bug in nyttokedja" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "--x\n::error::"],
        ["import", "a\n::error::b"],
        ["check", "--ignore", "a\n::error::b"],
        ["new", "\x07"],
    ],
)
def test_what_was_typed_is_never_a_line_of_its_own(run, arguments):
    ran = run(*arguments)
    assert ran.code == 2
    assert "\n::error" not in ran.err


def test_a_mistake_of_ours_is_one_sentence_and_no_findings(run, monkeypatch):
    def broken(*arguments):
        raise ZeroDivisionError("oops")

    monkeypatch.setattr("nyttokedja.writing.template.starting_chain", broken)
    ran = run("new", "x")
    assert ran.code == 2
    assert ran.err.startswith("nyttokedja: A bug in nyttokedja (ZeroDivisionError: oops). Please report it")
    assert len(ran.err.splitlines()) == 1


def test_the_exception_itself_stays_english(run, monkeypatch):
    assert str(CannotRead("Cannot open {file}: {why}.", file="a", why="b")) == "Cannot open a: b."
    monkeypatch.setenv("LC_ALL", "sv_SE.UTF-8")
    assert "git" in run("log", "none.yaml").err
    assert run("import", "none.dot").err.startswith("nyttokedja: none.dot går inte att öppna: ")
