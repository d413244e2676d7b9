"""A factor changed in the sheet, worked out by LibreOffice: as the calculation of the changed chain."""

from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from nyttokedja.importing.calculation.sheets import raw_sheets
from nyttokedja.importing.packages.archive import open_package
from tests.exporting.calculation_book.books import (
    book,
    needs_office,
    of_text,
    recalculated,
    with_factor,
    worked,
)

pytestmark = needs_office

COLUMNS = {"lowest": 6, "likely": 7, "highest": 8}
OTHER = {"personer": 90, "andel": 0.61, "min_fysiskt": 44, "min_digitalt": 33, "timkostnad_usk": 401.5}
ROUGH = Path("tests/exporting/calculation_book/rough.yaml").read_text("utf-8")


def changed(data, id, which, number):
    """A workbook with a number put in a cell, and nothing that we have worked out left in it."""
    loaded = load_workbook(BytesIO(data))
    if id:
        sheet = loaded["Faktorer"]
        row = next(row[0].row for row in sheet.iter_rows() if row[0].value == f"factor|{id}")
        sheet.cell(row, COLUMNS[which]).value = number
    return loaded


def cells(data, name="Resultat"):
    """What the cells of a sheet show; what is nothing and 0 is left out."""
    sheet = next(one for one in raw_sheets(open_package(data)) if one.name == name)
    shown = {
        (row, column): float(cell.text) if cell.is_number and cell.text else cell.text
        for row, held in sheet.rows.items()
        for column, cell in held.items()
    }
    return {place: value for place, value in shown.items() if value}


def unlike(one, other):
    found = []
    for place in one.keys() | other.keys():
        a, b = one.get(place, 0), other.get(place, 0)
        near = isinstance(a, float | int) and isinstance(b, float | int) and abs(a - b) <= 0.01
        if not near and a != b:
            found.append((place, a, b))
    return found


def hold(tmp_path, data, cases):
    """That each changed workbook comes to what the workbook of the changed chain says.

    ``cases``: factor, which of its cells, number there, and the workbook of the chain that says so.
    """
    paths = [tmp_path / f"{n}.xlsx" for n, _ in enumerate(cases)]
    for path, (id, which, number, _) in zip(paths, cases, strict=True):
        changed(data, id, which, number).save(path)
    base = cells(data)
    for path, (id, which, number, expected) in zip(recalculated(tmp_path, *paths), cases, strict=True):
        wanted = cells(expected)
        assert unlike(cells(path.read_bytes()), wanted) == [], (id, which, number)
        assert bool(unlike(wanted, base)) == bool(id), f"{id} {which} changes nothing"
    return paths


CALENDAR = {"start": 2027, "first_year": "discounted", "rate": Decimal("0.04"), "horizon": 3}


@pytest.mark.parametrize(
    ("frame", "others"), [({}, OTHER), (CALENDAR, {"andel": 0.1})], ids=["as it is", "calendar"]
)
def test_each_factor_changed_in_the_sheet_comes_to_what_the_chain_says(tmp_path, frame, others):
    chain = worked(**frame)
    cases = [
        (id, which, number, book(with_factor(chain, id, **{which: number})))
        for id, number in others.items()
        for which in COLUMNS
    ]
    hold(tmp_path, book(chain), cases)


def test_what_cannot_be_calculated_leaves_the_sum_and_comes_back(tmp_path):
    def of(old="", new=""):
        assert old in ROUGH
        return of_text(ROUGH.replace(old, new))

    cases = [
        ("", "", 0, of()),
        ("delare", "likely", 0, of("delare: {troligt: 2,", "delare: {troligt: 0,")),
        ("delare", "lowest", 1, of("lägst: 0, högst: 4", "lägst: 1, högst: 4")),
        ("andel", "highest", 0.1, of("högst: 1}", "högst: 0.1}")),
        ("minuter", "highest", 70, of("högst: 10}", "högst: 70}")),
    ]
    hold(tmp_path, of(), cases)


@pytest.mark.parametrize("text", ["", ROUGH], ids=["worked", "rough"])
def test_nothing_changed_comes_to_what_we_have_worked_out_on_every_sheet(tmp_path, text):
    data = of_text(text) if text else book(worked())
    path = tmp_path / "kalkyl.xlsx"
    loaded = changed(data, "", "", 0)
    loaded.save(path)
    (again,) = recalculated(tmp_path, path)
    for name in loaded.sheetnames[:-1]:
        assert unlike(cells(again.read_bytes(), name), cells(data, name)) == [], name
