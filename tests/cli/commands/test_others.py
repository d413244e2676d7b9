"""The program itself: what it says of its commands, and of mistakes."""

import subprocess
import sys

import pytest

from nyttokedja.cli import COMMANDS


def test_a_mistake_of_ours_is_one_sentence_and_no_findings(run, monkeypatch):
    def broken(*arguments):
        raise ZeroDivisionError("oops")

    monkeypatch.setattr("nyttokedja.writing.template.starting_chain", broken)
    ran = run("new", "x")
    assert ran.code == 2
    assert ran.err.startswith("nyttokedja: A bug in nyttokedja (ZeroDivisionError: oops). Please report it")
    assert len(ran.err.splitlines()) == 1


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


def test_help_has_examples_for_every_command(run):
    assert all(name in run("--help").out for name in COMMANDS)
    for name in COMMANDS:
        ran = run(name, "--help")
        assert ran.code == 0
        assert f"nyttokedja {name}" in ran.out.split("Examples:")[1]


def test_a_command_that_is_not_there_is_refused(run):
    ran = run("chekc")
    assert ran.code == 2
    assert "check" in ran.err or "chekc" in ran.err


def test_the_program_starts_as_a_module_and_without_heavy_packages():
    heavy = ("networkx", "yaml", "jsonschema", "graphviz", "pydot")
    code = f"import sys, nyttokedja.cli; print([name for name in {heavy} if name in sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert loaded.stdout == "[]\n"
    version = subprocess.run(
        [sys.executable, "-m", "nyttokedja", "--version"], capture_output=True, text=True, check=True
    )
    assert version.stdout.startswith("nyttokedja, version ")
