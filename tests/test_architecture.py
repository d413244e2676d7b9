"""What the listing promises: small modules, and text only where it belongs."""

import ast
import tomllib
from itertools import product
from pathlib import Path

import pytest

MODULES = sorted(Path("nyttokedja").rglob("*.py"))
SWEDISH = set("åäöÅÄÖ")
LETTERS = {
    "model/ids.py",
    "model/spelling.py",
    "language/codes.py",
    "reading/schema_errors/numbers.py",
}
"""Modules whose Swedish is letters, not prose."""


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.as_posix())
def test_a_module_is_small(path):
    assert len(path.read_text("utf-8").splitlines()) <= 300


HOMES = {
    "yaml": {"reading/source.py", "reading/yaml_events.py", "reading/syntax_errors/", "writing/quoting.py"},
    "jsonschema": {
        "language/validators.py",
        "reading/validation.py",
        "reading/schema_errors/",
        "checking/settings/schema.py",
        "checking/settings/validation.py",
    },
    "jsonschema_rs": {"language/validators.py"},
    "networkx": {
        "model/arrows.py",
        "model/graph.py",
        "model/cycles.py",
        "model/propagation.py",
        "model/paths.py",
        "app/scripts/standins/networkx/",
    },
    "rapidfuzz": {"model/spelling.py"},
    "graphviz": {"drawing/dot/export.py"},
    "pygraphviz": {"batch/layout_programs.py"},
    "typst": {"printing/typst.py"},
    "pydot": {"importing/drawings/dot/graph.py"},
    "pyparsing": {"importing/drawings/dot/graph.py"},
    "pyphen": {"drawing/typesetting/hyphenation.py"},
    "click": {"cli"},
    "zipfile": {
        "app/scripts/build.py",
        "app/scripts/compile.py",
        "writing/packages.py",
        "importing/packages/archive.py",
    },
    "docx": {"documents/writing/docx.py", "documents/writing/word/"},
    "lxml": {"documents/writing/word/"},
    "pptx": {"exporting/pptx/writing.py", "exporting/pptx/slide.py"},
    "xlsxwriter": {
        "exporting/calculation_book/book.py",
        "exporting/tables/answer_book.py",
        "exporting/tables/book.py",
        "documents/writing/xlsx.py",
    },
    "xml.parsers": {"importing/packages/xml.py"},
    "subprocess": {"app/scripts/build.py", "batch/layout_programs.py", "versions/git.py"},
    "starlette": {"serving/board/app.py", "serving/app.py"},
    "duckdb": {"portfolio/duckdb_file.py"},
    "sqlite3": {"portfolio/sqlite_file.py"},
    "uvicorn": {"serving/launch.py"},
    "socket": {"serving/launch.py"},
    "http": set(),
    "urllib.request": set(),
}
"""Package → the modules or folders that may know of it; what opens a network has none, but to listen here."""


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.as_posix())
def test_a_package_has_one_home(path):
    inside = path.relative_to("nyttokedja").as_posix()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            names += [f"{node.module}.{alias.name}" for alias in node.names]
        for name, (package, homes) in product(names, HOMES.items()):
            if f"{name}.".startswith(f"{package}."):
                assert any(inside.startswith(home) for home in homes), f"{package} in {inside}"


def prose(tree):
    """The string literals that are not docstrings."""
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    docs = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, documented) and node.body and isinstance(node.body[0], ast.Expr)
    }
    loose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs | loose:
            yield node.value


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.as_posix())
def test_swedish_lives_in_the_texts(path):
    if path.relative_to("nyttokedja").as_posix() not in LETTERS:
        spoken = [text for text in prose(ast.parse(path.read_text("utf-8"))) if SWEDISH & set(text)]
        assert spoken == [] or path.parts[1] in ("importing", "drawing", "cli")


def test_every_room_stands_in_a_layer():
    settings = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    layers = {name.strip() for line in settings[0]["layers"] for name in line.replace("|", ":").split(":")}
    rooms = {path.stem for path in Path("nyttokedja").iterdir() if path.suffix == ".py" or path.is_dir()}
    assert rooms - {"__init__", "__pycache__"} == layers
