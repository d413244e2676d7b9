"""Workbooks of calculations, changed as people change them."""

from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook

from nyttokedja.calculating import calculate
from nyttokedja.checking.check import check_parsed
from nyttokedja.checking.config import Config
from nyttokedja.exporting.calculation_book import write_calculation
from nyttokedja.importing.calculation.comparing import compare
from nyttokedja.importing.calculation.reading import read_book
from nyttokedja.importing.packages.archive import open_package
from nyttokedja.reading.parsed import Parsed

EXAMPLE = Path("tests/cases/calculation/digitala_inkop.yaml")
NAME, TITLE, SOURCE, UNIT, LOWEST, LIKELY, HIGHEST, KIND, AS_OF, COMMENT = range(2, 12)


def parsed(text=None):
    return Parsed(EXAMPLE.read_bytes() if text is None else text.encode(), "x.yaml")


def workbook(text=None, **options):
    checked = check_parsed(parsed(text), Config())
    return write_calculation(checked.chain, calculate(checked.graph), **options)


class Sheets:
    """A workbook as a person has it open."""

    def __init__(self, data=None):
        self.book = load_workbook(BytesIO(data or workbook()))

    def place(self, sheet, key):
        return next(row[0].row for row in self.book[sheet].iter_rows() if row[0].value == key)

    def put(self, sheet, key, column, value):
        self.book[sheet].cell(self.place(sheet, key), column).value = value
        return self

    @property
    def data(self):
        held = BytesIO()
        self.book.save(held)
        return held.getvalue()


def compared(data, text=None):
    return compare(read_book(open_package(data)), parsed(text).normal_form)
