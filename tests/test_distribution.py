"""What is uploaded: the wheel has the package and nothing else, the sdist what pyproject.toml names."""

import re
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest
from hatchling import build

from nyttokedja import __version__

NAME = f"nyttokedja-{__version__}"
SETTINGS = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))
SUFFIXES = {
    *(".py", ".toml", ".json", ".yaml", ".html", ".css", ".js", ".typed", ".typ", ".ttf", ".txt", ".sql"),
    *("", ".rels", ".xml"),  # the parts of an empty Word file
}
"""The kinds of files that a wheel has besides its metadata."""
LICENSES = ("licenses/LICENSE", "licenses/nyttokedja/printing/fonts/LICENSE.txt")
"""Ours, and that of the typeface."""


def files(*names):
    """The files that a name of a file or folder stands for, but for what tools leave behind there."""
    found = [path for name in names for path in (Path(name), *Path(name).rglob("*")) if path.is_file()]
    return {path.as_posix() for path in found if not {"__pycache__", "node_modules"} & {*path.parts}}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Both, made in this process: (names in the wheel, names in the sdist)."""
    folder = tmp_path_factory.mktemp("dist")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(Path(__file__).parents[1])
        wheel = folder / build.build_wheel(str(folder))
        sdist = folder / build.build_sdist(str(folder))
    assert (wheel.name, sdist.name) == (f"{NAME}-py3-none-any.whl", f"{NAME}.tar.gz")
    with zipfile.ZipFile(wheel) as zipped, tarfile.open(sdist) as archive:
        return zipped.namelist(), archive.getnames()


def test_the_wheel_has_the_package_its_schemas_and_nothing_else(made):
    wheel, _ = made
    info = f"{NAME}.dist-info"
    metadata = {f"{info}/{name}" for name in ("METADATA", "RECORD", "WHEEL", "entry_points.txt", *LICENSES)}
    schemas = {f"nyttokedja/{name}" for name in files("schemas")}
    package = files("nyttokedja") - files("nyttokedja/app/scripts", "nyttokedja/pages/scripts")
    assert sorted(wheel) == sorted(package | schemas | metadata)
    assert {Path(name).suffix for name in set(wheel) - metadata} == SUFFIXES


def test_the_wheel_has_what_the_program_reads_when_it_runs(made):
    wheel, _ = made
    assert "nyttokedja/py.typed" in wheel
    assert "nyttokedja/schemas/chain.schema.json" in wheel
    texts = [
        name for name in wheel if name.startswith("nyttokedja/language/texts/") and name.endswith("toml")
    ]
    assert {Path(name).parent.name for name in texts} == {"sv", "nb", "en"}
    assert not [name for name in wheel if "tests" in name or name.endswith((".pyc", ".svg"))]


def test_the_sdist_has_what_pyproject_names(made):
    _, sdist = made
    include = SETTINGS["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]
    named = [path for pattern in include for path in Path().glob(pattern.removeprefix("/"))]
    built = files("nyttokedja/app/built")  # what a build makes is in the wheel alone
    expected = files(*named) - built | {"pyproject.toml", ".gitignore", "PKG-INFO"}
    assert sorted(sdist) == sorted(f"{NAME}/{name}" for name in expected)


def test_every_pattern_of_the_sdist_names_something():
    for pattern in SETTINGS["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]:
        assert list(Path().glob(pattern.removeprefix("/"))), pattern


def test_the_pages_name_the_version_that_is_released():
    pages = [Path("docs/ci.md"), *filter(Path.is_file, Path("docs/ci").iterdir())]
    named = {
        tag
        for page in pages
        for tag in re.findall(r"nyttokedja(?:\.git)?@v(\d[\d.]*\d)", page.read_text("utf-8"))
    }
    assert named == {__version__}
