"""The template: the same bytes each time, and what a person sees in it."""

import pytest

from nyttokedja.errors import CannotRead
from nyttokedja.exporting.tables.rows import COLUMNS
from nyttokedja.exporting.tables.template import TEMPLATES
from nyttokedja.importing import FORMATS
from nyttokedja.importing.model import ImportOptions
from nyttokedja.importing.packages.archive import open_package
from nyttokedja.importing.packages.xml import xml_tree
from nyttokedja.importing.tables.headings import meanings
from nyttokedja.importing.tables.table import read_workbook
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.texts import texts


@pytest.mark.parametrize("ending", TEMPLATES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_template_has_the_same_bytes_each_time_and_nothing_to_import(language, ending):
    made = TEMPLATES[ending](language)
    assert made == TEMPLATES[ending](language)
    with pytest.raises(CannotRead, match="nothing in the tables"):
        FORMATS["table"].read(made, ImportOptions(f"a.{ending}"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_workbook_has_its_lists_help_and_example(language):
    package = open_package(TEMPLATES["xlsx"](language))
    book = read_workbook(TEMPLATES["xlsx"](language), ImportOptions(hidden=True))
    said = texts(language).group("headings/template")
    assert [sheet.name for sheet in book.sheets] == [said[n] for n in ("notes", "example", "help", "lists")]
    assert [sheet.hidden for sheet in book.sheets] == [False, False, False, True]
    first = book.sheets[0]
    assert [first.rows[0].cells[at].text for at in range(12)] == [said[name] for name in COLUMNS]
    assert all(first.rows[0].cells[at].comment for at in range(12))
    assert first.hidden_columns == {11}
    sheet = xml_tree(package.chunks("xl/worksheets/sheet1.xml"))
    rules = sheet.findall(".//{*}dataValidation")
    assert len(rules) == 5
    assert all(rule.get("errorStyle") == "warning" or not rule.get("showErrorMessage") for rule in rules)
    assert len(sheet.findall(".//{*}conditionalFormatting")) == 3
    assert sheet.find(".//{*}pane").get("ySplit") == "1"
    assert sheet.find(".//{*}pageSetup").get("orientation") == "landscape"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_heading_of_the_template_is_understood(language):
    said = texts(language).group("headings/template")
    for name in said:
        if name not in ("notes", "example", "lists", "help", "indicators", "actions"):
            assert name in meanings(said[name]), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_is_a_chain_without_remarks(language):
    name = texts(language).word("headings/template", "example")
    found = FORMATS["table"].read(TEMPLATES["xlsx"](language), ImportOptions("a.xlsx", page=name))
    assert len(found.boxes) == 9
    assert len(found.notes) == 1
    assert len(found.arrows) == 7
    assert found.remarks == ()
    assert found.language == language
