"""The exit codes: what they are, and that nobody writes them out again."""

import ast
from pathlib import Path

import pytest

from nyttokedja.cli import exit_codes, program
from nyttokedja.versions.drivers import CONFLICT


def test_the_codes_are_those_that_scripts_know():
    codes = {name: code for name, code in vars(exit_codes).items() if name.isupper()}
    assert codes == {"DONE": 0, "FINDINGS": 1, "CANNOT": 2, "INTERRUPTED": 130}
    assert CONFLICT not in codes.values()


def test_the_help_says_them():
    said = " ".join(program.help.split())
    assert "0 nothing found at or above the fail level, 1 findings, 2 the work could not be done" in said


@pytest.mark.parametrize(
    "path", sorted(Path("nyttokedja/cli").rglob("*.py")), ids=lambda path: path.as_posix()
)
def test_a_code_is_named_where_it_is_used(path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("SystemExit", "sys.exit", "exit"):
            numbers = [
                part for part in ast.walk(node) if isinstance(part, ast.Constant) and type(part.value) is int
            ]
            assert numbers == []
        if isinstance(node, ast.FunctionDef) and node.name.startswith("exit_code"):
            returned = [part.value for part in ast.walk(node) if isinstance(part, ast.Return)]
            assert not any(isinstance(value, ast.Constant) for value in returned)
