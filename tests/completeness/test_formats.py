"""Formats, commands and rows of a picture: each table names its modules, and the command line offers them.

A format, a report, a command or a rule that is added fails here in each place that does not know it yet.
"""

import re
from importlib import import_module
from pathlib import Path

import click
import pytest

from nyttokedja import importing, reports
from nyttokedja.batch import picture_formats as pictures
from nyttokedja.batch.engines import AUTO, ENGINES
from nyttokedja.checking.check import check
from nyttokedja.checking.rules import RULES
from nyttokedja.cli import COMMANDS, program
from nyttokedja.drawing.content.annotations import SLOTS
from nyttokedja.drawing.content.details import _VALUES as ROWS
from nyttokedja.errors import CannotDraw, CannotRead
from nyttokedja.importing.model import Collected, ImportOptions
from nyttokedja.importing.sniffing import format_name
from nyttokedja.language.texts import texts
from nyttokedja.language.validators import verdict

FAMILIES = {
    folder.name: import_module(f"{reports.__name__}.{folder.name}")
    for folder in sorted(Path("nyttokedja/reports").iterdir())
    if "FORMATS" in ((folder / "__init__.py").read_text("utf-8") if (folder / "__init__.py").exists() else "")
}
OFFERED_BY = {
    "findings": ("check",),
    "comparison": ("diff", "without"),
    "log": ("log",),
    "questions": ("questions",),
    "twin": ("read",),
    "calculation": ("calculate",),
    "due": ("due",),
    "users": ("users",),
}
"""Family of reports → the commands that write them."""
BESIDE = {"calculation": ("xlsx",)}
"""Family of reports → what its command writes besides, which is made elsewhere."""


def command(name):
    return program.get_command(click.Context(program), name)


def choices(name, option):
    (found,) = (one for one in command(name).params if f"--{option}" in one.opts)
    return tuple(getattr(found.type, "choices", ()) or found.type.formats), found.help


# -- pictures -----------------------------------------------------------------------------------------


def test_the_command_line_offers_every_format_and_engine_of_pictures():
    formats, help = choices("draw", "format")
    assert formats == tuple(pictures.FORMATS)
    assert all(name in help.lower() for name in formats)
    assert choices("draw", "engine")[0] == (AUTO, *ENGINES)


@pytest.mark.parametrize("format", pictures.FORMATS)
def test_every_format_draws_a_chain_and_gives_its_file_the_ending(format):
    path = Path("chains/digital_nattillsyn.yaml")
    (drawn,) = pictures.FORMATS[format]([check(path.read_bytes(), path.name)], AUTO)
    assert not isinstance(drawn, CannotDraw)
    assert getattr(drawn, "content", drawn)


# -- imports ------------------------------------------------------------------------------------------


def readers():
    """The functions of the room that make what a foreign file says of its bytes."""
    root = Path("nyttokedja/importing")
    for path in root.rglob("[a-z]*.py"):
        module = ".".join(path.relative_to(root).with_suffix("").parts)
        for name, made in vars(import_module(f"{importing.__name__}.{module}")).items():
            own = name.startswith("read_") and made.__module__.endswith(module)
            if own and made.__annotations__.get("return") in ("Collected", "Board"):
                yield f"{module}.{name}"


def test_every_reader_is_in_the_table():
    assert set(readers()) == {format.reader for format in importing.FORMATS.values()}


@pytest.mark.parametrize("name", importing.FORMATS)
def test_an_import_format_is_found_by_its_content_and_read(name):
    format = importing.FORMATS[name]
    assert all(texts(language).word("exchange/formats", name) for language in ("sv", "nb", "en"))
    files = [path for path in Path("tests/importing").rglob("*") if path.name.endswith(format.endings)]
    assert files
    for file in files:
        assert format_name(file.read_bytes(), file.name) == name
        made = importing.read_import(file.read_bytes(), format, ImportOptions())
        assert verdict().is_valid(made.data)
    if name == "notes":  # anything that can be typed
        assert format.read(b"\0", ImportOptions()) == Collected(language="sv")
    else:
        with pytest.raises(CannotRead):
            format.read(b"\0", ImportOptions())


def test_no_two_import_formats_have_the_same_ending():
    endings = [ending for format in importing.FORMATS.values() for ending in format.endings]
    assert len(set(endings)) == len(endings)


# -- reports ------------------------------------------------------------------------------------------


def test_every_family_of_reports_is_offered_by_a_command():
    assert set(FAMILIES) == set(OFFERED_BY)


@pytest.mark.parametrize("family", FAMILIES)
def test_a_family_has_the_formats_that_it_has_modules_for(family):
    package = FAMILIES[family]
    names = {path.stem for path in Path(package.__file__).parent.glob("[a-z]*.py")}
    made = {name for name in names if hasattr(import_module(f"{package.__name__}.{name}"), "report")}
    assert made == set(package.FORMATS)
    for name in OFFERED_BY[family]:
        offered, help = choices(name, "format")
        offered = tuple(one for one in offered if one not in BESIDE.get(family, ()))
        assert offered == tuple(package.FORMATS) or name == "without"
        assert set(offered) <= set(package.FORMATS)
        assert name == "without" or all(format.about in help for format in package.FORMATS.values())


@pytest.mark.parametrize("family", FAMILIES)
def test_the_tests_of_a_family_read_every_format(family):
    tests = Path(f"tests/reports/{family}/test_formats.py").read_text("utf-8")
    assert 'parametrize("format", FORMATS)' in tests


@pytest.mark.parametrize("family", FAMILIES)
def test_the_schema_of_what_programs_read_is_there(family):
    schema = f"schemas/{family}.schema.json"
    assert Path(schema).exists()
    assert schema in FAMILIES[family].FORMATS["json"].about


# -- commands and rules -------------------------------------------------------------------------------


def test_every_command_has_a_module_and_every_module_is_a_command():
    modules = {path.stem.rstrip("_") for path in Path("nyttokedja/cli/commands").glob("[a-z]*.py")}
    assert modules == set(COMMANDS)
    assert len(COMMANDS) == len(modules)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_in_the_readme(name):
    table = [
        line for line in Path("README.md").read_text("utf-8").splitlines() if line.startswith("| `nyttokedja")
    ]
    assert any(re.search(rf"`(?:nyttokedja )?{name}\b[^`]*`", line.split("|")[1]) for line in table)


def test_every_rule_has_a_row_in_the_boxes_of_a_picture():
    """In `annotations.SLOTS`: the row that would hold what is missing, or `rest` for those about no row."""
    assert set(SLOTS) == {rule.code for rule in RULES}
    assert set(SLOTS.values()) <= set(ROWS)
