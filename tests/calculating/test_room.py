"""The room of the calculation runs wherever Python does: on the standard library and the model alone."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

MODULES = sorted(Path("nyttokedja/calculating").rglob("*.py"))
OWN = ("nyttokedja.calculating", "nyttokedja.model")


def imported(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_a_module_asks_the_standard_library_and_the_model_alone(path):
    for name in imported(ast.parse(path.read_text("utf-8"))):
        assert name.startswith(OWN) or name.partition(".")[0] in sys.stdlib_module_names


def test_nothing_heavy_is_loaded_with_it():
    code = "import sys, nyttokedja.calculating; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert not {"networkx", "rapidfuzz", "yaml", "jsonschema", "nyttokedja.reading"} & set(loaded.split())
