"""What a workbook is made of, before and after it is written."""

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from nyttokedja.calculating import calculate
from nyttokedja.exporting.calculation_book.content import Content
from nyttokedja.exporting.calculation_book.layout import sheets_of
from nyttokedja.importing.packages.ours import CALCULATION_SHEET
from nyttokedja.model.graph import Graph
from tests.exporting.calculation_book.books import book, chain_of, of_text, with_factor, worked

ROUGH = Path("tests/exporting/calculation_book/rough.yaml").read_text("utf-8")
NAMES = {
    "sv": ["Start", "Faktorer", "Värde nyttor", "Värde kostnader", "Ej värderade", "Resultat", "Uppföljning"],
    "nb": [
        "Start",
        "Faktorer",
        "Verdi gevinster",
        "Verdi kostnader",
        "Ikke prissatt",
        "Resultat",
        "Oppfølging",
    ],
    "en": ["Start", "Factors", "Value of benefits", "Value of costs", "Not valued", "Result", "Follow-up"],
}


def laid_out(chain):
    return {
        (sheet.key, row.key, cell.column): cell
        for sheet in sheets_of(Content(chain, calculate(Graph(chain))))
        for row in sheet.rows
        for cell in row.cells
    }


@pytest.mark.parametrize("language", NAMES)
def test_the_sheets_have_the_names_of_the_language_and_the_memory_is_not_shown(language):
    loaded = load_workbook(BytesIO(book(replace(worked(), language=language))))
    assert loaded.sheetnames == [*NAMES[language], CALCULATION_SHEET]
    assert [sheet.sheet_state for sheet in loaded] == ["visible"] * 7 + ["veryHidden"]


@pytest.mark.parametrize("which", ["lowest", "likely", "highest"])
@pytest.mark.parametrize("id", ["personer", "andel", "min_fysiskt", "min_digitalt", "timkostnad_usk"])
def test_no_cell_that_a_factor_moves_is_a_constant(id, which):
    before, after = laid_out(worked()), laid_out(with_factor(worked(), id, **{which: 57}))
    assert before.keys() == after.keys()
    moved = [place for place, cell in before.items() if cell.value != after[place].value]
    constants = [place for place in moved if not (before[place].formula and after[place].formula)]
    assert len(moved) > 9
    assert {place[:2] for place in constants} == {("factors", f"factor|{id}")}
    assert len(constants) <= 1


def test_rows_have_keys_of_their_own():
    for chain in (worked(), chain_of(ROUGH)):
        for sheet in sheets_of(Content(chain, calculate(Graph(chain)))):
            keys = [row.key for row in sheet.rows]
            assert len(set(keys)) == len(keys), sheet.key


def test_the_same_calculation_gives_the_same_bytes():
    assert of_text(ROUGH) == of_text(ROUGH)


def test_what_looks_like_a_formula_is_text_and_there_are_no_macros():
    data = of_text(ROUGH)
    loaded = load_workbook(BytesIO(data))
    texts = {
        cell.value: cell.data_type
        for sheet in loaded
        for row in sheet.iter_rows()
        for cell in row
        if cell.value
    }
    for written in ('=1+1 & <kalkyl> "citat"', "=cmd|' /C calc'!A0", "=A1", "@SUM(1)"):
        assert texts[written] == "s"
    with ZipFile(BytesIO(data)) as packed:
        assert not [name for name in packed.namelist() if "vba" in name.lower() or "external" in name.lower()]
        formulas = re.findall(
            "<f>(.*?)</f>", "".join(packed.read(name).decode() for name in packed.namelist())
        )
    assert len(formulas) > 200
    assert not [one for one in formulas if "HYPERLINK" in one or "cmd" in one or "[" in one]


def test_every_formula_has_the_value_that_we_have_worked_out():
    for data in (book(worked()), of_text(ROUGH)):
        formulas, values = load_workbook(BytesIO(data)), load_workbook(BytesIO(data), data_only=True)
        computed = [
            (sheet.title, cell.coordinate)
            for sheet in formulas
            for row in sheet.iter_rows()
            for cell in row
            if cell.data_type == "f"
        ]
        empty = [place for place in computed if values[place[0]][place[1]].value is None]
        assert {sheet for sheet, _ in empty} <= {"Uppföljning"}  # no outcome yet
        assert len(computed) > 300


def test_a_sheet_is_printed_across_in_one_width_with_its_headings():
    for sheet in load_workbook(BytesIO(book(worked()))).worksheets[:-1]:
        assert sheet.page_setup.orientation == "landscape"
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.freeze_panes
        assert sheet.row_dimensions[1].hidden
        assert sheet.column_dimensions["A"].hidden


@pytest.mark.parametrize("frame", [{"horizon": 1}, {"horizon": 100}, {"rate": 0}])
def test_frames_of_all_kinds(frame):
    assert load_workbook(BytesIO(book(worked(**frame))))["Resultat"].max_row > 30


@pytest.mark.parametrize(
    "text", ["nyttokedja: 1\nrubrik: Tom\nspråk: sv\n", ROUGH.replace("tidshorisont: 4", "prisnivå: 2026")]
)
def test_where_nothing_can_be_summed_the_workbook_says_so(text):
    sheet = load_workbook(BytesIO(of_text(text)))["Resultat"]
    assert sheet.max_row == 3
    assert sheet["B3"].value.startswith("Ingenting kan summeras")


def test_parties_are_called_as_the_chain_calls_them_and_summed_apart_all_the_same():
    named = "språk: sv\nom: {perspektiv: {egen_organisation: Kommunen, invånare: Kommunen}}"
    data = of_text(ROUGH.replace("språk: sv", named))
    loaded = load_workbook(BytesIO(data), data_only=True)
    assert [
        row[1].value for row in loaded["Resultat"].iter_rows() if row[0].value in ("sum|own", "sum|residents")
    ] == [
        "Kommunen",
        "Kommunen",
    ]
    formulas = load_workbook(BytesIO(data))["Resultat"]
    assert not [cell.value for row in formulas.iter_rows() for cell in row if '"Kommunen"' in str(cell.value)]


def test_plan_and_outcome_of_each_benefit_are_charts_that_are_told_in_words():
    with ZipFile(BytesIO(book(worked()))) as packed:
        names = packed.namelist()
        drawn = [packed.read(name).decode() for name in names if name.startswith("xl/charts/chart")]
        told = "".join(packed.read(name).decode() for name in names if name.startswith("xl/drawings/drawing"))
    (sheet,) = (one for one in sheets_of(Content(worked(), calculate(Graph(worked())))) if one.charts)
    assert sheet.key == "follow_up"
    assert len(drawn) == len(sheet.charts) > 0
    read = load_workbook(BytesIO(book(worked())))[sheet.name]
    for chart, xml in zip(sheet.charts, drawn, strict=True):
        assert chart.title.split(" (")[0] in xml
        assert f'descr="{chart.description}"' in told
        planned, outcome = (place.row for place in chart.rows)
        for key in (planned, outcome):
            (row,) = (cells[0].row for cells in read.iter_rows() if cells[0].value == key)
            assert f"'{sheet.name}'!$E${row}:" in xml or f"{sheet.name}!$E${row}:" in xml
