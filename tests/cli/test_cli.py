"""The start of the program: what it lists, imports and exits with."""

import gc
import os
import subprocess
import sys
from importlib import import_module
from keyword import iskeyword
from pathlib import Path

import click
import pytest
from click.shell_completion import get_completion_class

from nyttokedja import __version__
from nyttokedja.cli import COMMANDS, main, program
from nyttokedja.cli.commands import SHORT_HELPS
from nyttokedja.cli.translation import PROGRAM, localized, short_helps
from nyttokedja.language.codes import CANONICAL, LANGUAGES


def command(name):
    """The command of a name, imported."""
    return import_module(
        f"nyttokedja.cli.commands.{name}_" if iskeyword(name) else f"nyttokedja.cli.commands.{name}"
    ).command


def test_every_command_is_in_the_table_and_the_table_has_no_other():
    modules = {path.stem for path in Path("nyttokedja/cli/commands").glob("*.py")} - {"__init__"}
    assert set(SHORT_HELPS) == {module.removesuffix("_") for module in modules}
    assert tuple(SHORT_HELPS) == COMMANDS


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_has_the_name_that_the_table_gives_it(name):
    made = command(name)
    assert made.name == name
    assert program.get_command(click.Context(program), name).callback is made.callback


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_of_commands_is_whole_in_80_columns(language):
    listed = short_helps(language, SHORT_HELPS)
    assert set(listed) == set(COMMANDS)
    for line in listed.values():
        assert click.Command("x", help=line).get_short_help_str(64) == line


class Whole(click.Group):
    """The same group as click itself lists it: with every command imported, and its line in the list."""

    def list_commands(self, ctx):
        return list(COMMANDS)

    def get_command(self, ctx, cmd_name):
        return click.Command(command(cmd_name).name, help=SHORT_HELPS[cmd_name])


@pytest.mark.parametrize("width", [20, 40, 79, 80, 200])
def test_the_list_of_commands_is_click_s_own(run, monkeypatch, width):
    monkeypatch.setenv("COLUMNS", str(width))
    whole = Whole(help=program.help, params=program.params, context_settings=program.context_settings)
    context = whole.make_context("nyttokedja", [], resilient_parsing=True)
    assert run("--help") == run("-h") == (0, f"{whole.get_help(context)}\n", "")


@pytest.mark.parametrize("begun", ["", "c", "re", "x", "-", "--v"])
def test_commands_are_completed_as_click_does_it(run, begun):
    complete = get_completion_class("bash")
    whole = Whole(params=program.params, context_settings=program.context_settings)
    own = localized(program, CANONICAL, PROGRAM)  # click keeps what an earlier call has asked for
    ours, clicks = (
        complete(group, {}, "nyttokedja", "_NYTTOKEDJA_COMPLETE").get_completions([], begun)
        for group in (own, whole)
    )
    assert [(item.value, item.type, item.help) for item in ours] == [
        (item.value, item.type, item.help) for item in clicks
    ]
    assert bool(ours) is (begun != "x")


def loaded(*arguments, **environment):
    """The modules of ours, and some heavy ones, that a start with these arguments imports."""
    code = f"""
import sys
from nyttokedja.cli import main
try:
    main({list(arguments)!r})
finally:
    print("", *sys.modules, file=sys.stderr)
"""
    ran = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        encoding="utf-8",
        check=True,
        env={**os.environ, **environment},
    )
    return {name for name in ran.stderr.split() if name.split(".")[0] == "nyttokedja" or name in HEAVY}


HEAVY = {"importlib.metadata", "importlib.resources", "dataclasses", "json", "pathlib", "tomllib", "yaml"}
START = {
    *("nyttokedja", "nyttokedja.cli", "nyttokedja.cli.commands"),
    *("nyttokedja.cli.exit_codes", "nyttokedja.cli.streams"),
    *("nyttokedja.cli.speech", "nyttokedja.cli.translation"),
    *("nyttokedja.language", "nyttokedja.language.codes", "nyttokedja.language.translations"),
}


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["--version"]])
def test_help_and_version_import_nothing_but_the_start(arguments):
    assert loaded(*arguments) == START


@pytest.mark.parametrize("word", ["", "c", "--"])
def test_the_completion_of_a_command_imports_nothing_but_the_start(word):
    asked = {"_NYTTOKEDJA_COMPLETE": "bash_complete", "COMP_WORDS": f"nyttokedja {word}", "COMP_CWORD": "1"}
    assert loaded(**asked) == START


def test_the_version_is_the_package_s(run):
    assert run("--version") == (0, f"nyttokedja, version {__version__}\n", "")


def test_without_arguments_the_help_is_on_standard_error(run):
    assert run() == (2, "", run("--help").out)


def test_a_command_that_is_not_there_is_refused(run):
    ran = run("chekc")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith("No such command 'chekc'. Did you mean 'check'?\n")
    assert program.get_command(click.Context(program), "chekc") is None


def test_a_wrong_option_is_said_by_us_and_not_by_click(run):
    ran = run("check", "--ignore", "a\n::error::b")
    assert (ran.code, "there is no rule called a\\u000a::error::b; see" in ran.err) == (2, True)


def test_a_command_that_returns_has_done_its_work(run):
    assert run("rule", "NK501").code == 0


@pytest.mark.parametrize(
    ("error", "code"), [(KeyboardInterrupt(), 130), (ZeroDivisionError(), 2), (OSError(), 2)]
)
def test_an_exception_ends_the_program_with_its_code(run, monkeypatch, error, code):
    def broken(*arguments, **options):
        raise error

    monkeypatch.setattr(program, "main", broken)
    ran = run("check")
    assert (ran.code, ran.out, ran.err[:12]) == (code, "", "nyttokedja: ")


def test_garbage_is_seldom_looked_for(run):
    before = gc.get_threshold()
    try:
        run("--version")
        assert gc.get_threshold() == (200_000, 20, 20)
    finally:
        gc.set_threshold(*before)


def test_help_has_examples_for_every_command(run):
    for name in COMMANDS:
        ran = run(name, "--help")
        assert ran.code == 0
        assert f"nyttokedja {name}" in ran.out.split("Examples:")[1]


def test_the_arguments_are_those_of_the_process_where_none_are_given(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["nyttokedja", "--version"])
    with pytest.raises(SystemExit) as end:
        main()
    assert (end.value.code, capsys.readouterr().out) == (0, f"nyttokedja, version {__version__}\n")
