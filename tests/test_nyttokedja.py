"""The package from Python: its public names, and its version."""

import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest

import nyttokedja


def test_the_version_is_that_of_the_installation():
    assert version("nyttokedja") == nyttokedja.__version__
    project = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))
    assert project["project"]["dynamic"] == ["version"]
    assert project["tool"]["hatch"]["version"] == {"path": "nyttokedja/__init__.py"}


def test_every_public_name_is_there():
    homes = {name for names in nyttokedja._HOMES.values() for name in names}
    assert homes == set(nyttokedja.__all__)
    for name in nyttokedja.__all__:
        assert getattr(nyttokedja, name).__name__ == name


def test_another_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="module 'nyttokedja' has no attribute 'chek'"):
        _ = nyttokedja.chek


def test_the_package_alone_imports_nothing_else_of_ours():
    code = "import sys, nyttokedja; print(*(name for name in sys.modules if 'nyttokedja.' in name))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "\n"
