"""Workbooks: each table a sheet, numbers and days as such, and no text that a sheet would run."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

import openpyxl
import pytest

from nyttokedja.documents.model import Cell, Document, Section, Table
from nyttokedja.documents.writing.number_formats import number_format
from nyttokedja.documents.writing.sheet_names import SheetNames
from nyttokedja.documents.writing.xlsx import written
from tests.documents import samples


def opened(content):
    return openpyxl.load_workbook(io.BytesIO(content))


@pytest.fixture(scope="module")
def book():
    return opened(written(samples.plan()))


def texts(sheet):
    return [cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None]


def test_it_says_its_title_whose_it_is_and_of_what_day(book):
    about = book.properties
    assert about.title == "Nyttorealiseringsplan: Digital nattillsyn i ordinärt boende"
    assert about.creator == "Exempelkommunen"
    assert about.created.date().isoformat() == "2027-10-01"


def test_the_first_sheet_has_the_facts_the_figures_and_the_list_of_the_others(book):
    said = texts(book.worksheets[0])
    assert book.sheetnames == ["Innehåll", "Nyttorna i översikt", "Uppmätt mot planerad kurs"]
    assert {
        "Nyttorealiseringsplan",
        "Digital nattillsyn i ordinärt boende",
        "Organisation",
        "Exempelkommunen",
    } <= set(said)
    assert {"Nytta per år", "1 736 465 kr", *book.sheetnames[1:]} <= set(said)
    links = [cell.hyperlink.location for row in book.worksheets[0] for cell in row if cell.hyperlink]
    assert links == ["'Nyttorna i översikt'!A1", "'Uppmätt mot planerad kurs'!A1"]


def test_a_table_is_one_with_filters_and_a_head_that_stays_and_is_repeated(book):
    sheet = book["Nyttorna i översikt"]
    (table,) = sheet.tables.values()
    assert table.ref == "A3:G17"
    assert table.autoFilter.ref == "A3:G17"
    assert sheet.freeze_panes == "B4"
    assert sheet.print_title_rows == "$3:$3"
    assert sheet.page_setup.orientation == "landscape"
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage


def test_numbers_and_days_are_such(book):
    sheet = book["Nyttorna i översikt"]
    assert sheet["G4"].value == 1_234_567
    assert sheet["G4"].number_format == "#,##0"
    assert sheet["F4"].value == datetime(2027, 12, 31)
    assert sheet["F4"].number_format == "yyyy-mm-dd"
    assert sheet["G18"].value == 1736465.32
    assert sheet["G18"].number_format == "#,##0.00"
    assert sheet["G18"].font.bold


def test_a_curve_is_a_chart_of_the_programs_own_beside_its_table(book):
    sheet = book["Uppmätt mot planerad kurs"]
    with zipfile.ZipFile(io.BytesIO(written(samples.plan()))) as archive:
        chart = archive.read("xl/charts/chart1.xml").decode()
        drawn = archive.read("xl/drawings/drawing1.xml").decode()
    assert re.findall(r"<c:f>([^<]*)</c:f>", chart) == [
        "'Uppmätt mot planerad kurs'!$B$3",
        "'Uppmätt mot planerad kurs'!$A$4:$A$6",
        "'Uppmätt mot planerad kurs'!$B$4:$B$6",
        "'Uppmätt mot planerad kurs'!$C$3",
        "'Uppmätt mot planerad kurs'!$A$4:$A$6",
        "'Uppmätt mot planerad kurs'!$C$4:$C$6",
    ]
    assert 'descr="Uppmätta besök mot kurs: 420, 380 och 330."' in drawn
    assert sheet.max_column == 3


def made_of(*rows, headings=("A", "A", "")):
    columns = tuple(samples.column(one) for one in headings)
    table = Table("T", columns, tuple(tuple(Cell(one) for one in row) for row in rows))
    return opened(written(Document("K", "=1+1", "sv", "@x", (), (Section("s", "S", (table,)),))))


def test_a_text_is_no_formula_and_no_link():
    hostile = ("=cmd|' /C calc'!A0", "+1", "https://example.org")
    book = made_of(hostile)
    cells = book["T"][4]
    assert [cell.value for cell in cells] == list(hostile)
    assert {cell.data_type for cell in cells} == {"s"}
    assert not any(cell.hyperlink for cell in cells)
    assert book.worksheets[0]["A2"].data_type == "s"


def test_headings_are_told_apart_as_a_table_asks():
    assert [cell.value for cell in made_of(("1", "2", "3"))["T"][3]] == ["A", "A 2", "3"]


def test_a_table_of_sums_alone_and_no_table_at_all_are_workbooks():
    table = Table("T", (samples.column("A"),), ((Cell("1"),),), totals=1)
    assert opened(written(Document("K", "T", "nb", "", (), (Section("s", "S", (table,)),)))).sheetnames == [
        "Innhold",
        "T",
    ]
    assert opened(written(samples.nothing())).sheetnames == ["Innehåll"]


def test_long_and_twelve_columns_are_whole():
    sheet = opened(written(samples.hard())).worksheets[1]
    assert samples.LONG_WORD in texts(sheet)
    assert sheet.max_column == 12


def test_it_is_the_same_twice_with_no_clock_in_it():
    once = written(samples.plan())
    assert once == written(samples.plan())
    with zipfile.ZipFile(io.BytesIO(once)) as archive:
        assert {part.date_time[0] for part in archive.infolist()} == {1980}


@pytest.mark.parametrize(
    ("text", "value", "language", "form"),
    [
        ("1 736 465 kr", "1736465", "sv", '#,##0" kr"'),
        ("1\u00a0736,5 timmar", "1736.5", "sv", '#,##0.0" timmar"'),
        ("52,9 %", "52.94", "sv", '#,##0.0" %"'),
        ("52,9 %", "0.5294", "sv", "0.0%"),
        ("1,736.5", "1736.5", "en", "#,##0.0"),
        ("−35", "-35", "nb", "#,##0"),
        ("12 av 14", "12", "sv", "General"),
        ("inte mätt", "0", "sv", "General"),
    ],
)
def test_a_number_is_shown_as_its_text_has_it(text, value, language, form):
    assert number_format(text, Decimal(value), language) == form


def test_names_of_sheets_are_legal_and_unlike():
    names = SheetNames()
    wanted = [
        "A/B: [C]?",
        "a b c",
        "",
        "History",
        "'x'",
        "Nyttorna i översikt och deras ägare, per nämnd",
    ] * 2
    given = [names.free(one) for one in wanted]
    assert len({name.lower() for name in given}) == len(given)
    assert all(0 < len(name) <= 31 and not re.search(r"[\[\]:*?/\\]|^'|'$", name) for name in given)
    assert "history" not in {name.lower() for name in given}


def test_what_is_on_slips_is_one_sheet_that_can_be_filtered_by_role():
    made = samples.slips(rows=3, count=4)
    (roles,) = made.sections
    late = Table("", (samples.column("Vad"), samples.column("Läge")), ((Cell("Mät"), Cell("försenad")),))
    more = Section("role-9", "sen roll", (late,), is_slip=True)
    book = opened(written(replace(made, sections=(replace(roles, sections=(*roles.sections, more)),))))
    assert book.sheetnames == ["Innehåll", "Roller"]
    rows = [[cell.value for cell in row] for row in book["Roller"].iter_rows(min_row=3)]
    assert rows[0] == ["Roll", "Vad", "Senast", "Läge"]
    assert len(rows) == 1 + 4 * 3 + 1
    assert rows[1] == ["roll0", "först0", "2027", None]
    assert rows[-1] == ["sen roll", "Mät", None, "försenad"]
