"""What every family of reports shares, and that each table lists what is there."""

import json
from importlib import import_module
from pathlib import Path

import pytest

from nyttokedja import reports
from nyttokedja.language.schema import folder
from nyttokedja.reports.model import reporter_of

HOME = Path(reports.__file__).parent
FAMILIES = ["calculation", "comparison", "due", "findings", "log", "questions", "twin", "users"]


def imported(*names):
    return import_module(".".join((reports.__name__, *names)))


def test_every_package_with_a_table_is_tested_here():
    packages = sorted(path.parent.name for path in HOME.glob("*/__init__.py"))
    assert [name for name in packages if hasattr(imported(name), "FORMATS")] == FAMILIES


@pytest.mark.parametrize("family", FAMILIES)
def test_the_table_of_a_family_is_its_modules_that_report(family):
    names = {path.stem for path in (HOME / family).glob("[a-z]*.py")}
    assert {name for name in names if hasattr(imported(family, name), "report")} == set(
        imported(family).FORMATS
    )


@pytest.mark.parametrize("family", FAMILIES)
def test_a_reporter_is_the_report_of_its_module(family):
    package = imported(family)
    for name in package.FORMATS:
        assert package.reporter(name) is imported(family, name).report
    assert reporter_of(package.__name__)("text") is imported(family, "text").report


@pytest.mark.parametrize("family", FAMILIES)
def test_the_help_names_the_schema_of_the_json(family):
    package, schema = imported(family), imported(family, "json").SCHEMA
    assert package.FORMATS["json"].about.endswith(f"see schemas/{schema}")
    assert json.loads((folder() / schema).read_text("utf-8"))["type"] == "object"


@pytest.mark.parametrize("family", FAMILIES)
def test_a_document_has_standard_output_to_itself(family):
    # only findings have formats of independent lines; all others are one text or one document
    alone = {name for name, format in imported(family).FORMATS.items() if not format.lines}
    shared = set(imported(family).FORMATS) - alone
    assert shared == ({"text", "concise", "github", "azure"} if family == "findings" else set())
