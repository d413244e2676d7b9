"""A factor changed in the sheet, worked out by LibreOffice: as the calculation of the changed chain."""

from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook

from tests.exporting.calculation_book.books import book, needs_office, recalculated, with_factor, worked

pytestmark = needs_office

ROWS = {"lowest": 5, "likely": 6, "highest": 7}
OTHER = {"personer": 90, "andel": 0.61, "min_fysiskt": 44, "min_digitalt": 33, "timkostnad_usk": 401.5}


def row_of(sheet, key):
    return next(row[0].row for row in sheet.iter_rows() if row[0].value == key)


def changed(data, id, which, number):
    """A workbook with a number put in a cell, and nothing that we have worked out left in it."""
    loaded = load_workbook(BytesIO(data))
    sheet = loaded["Faktorer"]
    sheet.cell(row_of(sheet, f"factor|{id}"), ROWS[which] + 1).value = number
    return loaded


def cells(data, name="Resultat"):
    loaded = load_workbook(data if not isinstance(data, bytes) else BytesIO(data), data_only=True)
    return {cell.coordinate: cell.value for row in loaded[name].iter_rows() for cell in row if cell.value}


def unlike(one, other):
    found = []
    for place in one.keys() | other.keys():
        a, b = one.get(place, 0), other.get(place, 0)
        near = isinstance(a, (int, float)) and isinstance(b, (int, float)) and abs(a - b) <= 0.01
        if not near and a != b:
            found.append((place, a, b))
    return found


CALENDAR = {"start": 2027, "first_year": "discounted", "rate": Decimal("0.04"), "horizon": 3}


@pytest.mark.parametrize(
    ("frame", "others"), [({}, OTHER), (CALENDAR, {"andel": 0.1})], ids=["as it is", "calendar"]
)
def test_each_factor_changed_in_the_sheet_comes_to_what_the_chain_says(tmp_path, frame, others):
    chain = worked(**frame)
    data = book(chain)
    paths, wanted = [], []
    for id, number in others.items():
        for which in ROWS:
            path = tmp_path / f"{id}-{which}.xlsx"
            changed(data, id, which, number).save(path)
            paths.append(path)
            wanted.append(book(with_factor(chain, id, **{which: number})))
    base = cells(data)
    for path, expected in zip(recalculated(tmp_path, *paths), wanted, strict=True):
        assert unlike(cells(path), cells(expected)) == [], path.name
        assert unlike(cells(expected), base), f"{path.name} changes nothing"


def test_nothing_changed_comes_to_what_we_have_worked_out_on_every_sheet(tmp_path):
    data = book(worked())
    path = tmp_path / "kalkyl.xlsx"
    loaded = load_workbook(BytesIO(data))
    loaded.save(path)
    (again,) = recalculated(tmp_path, path)
    for name in loaded.sheetnames[:-1]:
        assert unlike(cells(again, name), cells(data, name)) == [], name
