"""Sheets → a workbook (.xlsx): live formulas with our values in them, and a memory of what was written."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any

from nyttokedja.exporting.calculation_book.addresses import Addresses
from nyttokedja.exporting.calculation_book.looks import LOOKS, lines
from nyttokedja.exporting.calculation_book.plan import KEY, LONGEST, Cell, Chart, Ref, Row, Sheet
from nyttokedja.exporting.calculation_book.remembering import memory_of
from nyttokedja.importing.calculation.memory import row_of_columns
from nyttokedja.importing.packages.ours import CALCULATION_SHEET

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_MADE = datetime(2000, 1, 1)
"""No clock in the file: the same calculation gives the same bytes."""
_A4 = 9
_LINE = 15
_HIGHEST = 409
"""Points of height that a row can have."""
_MOST_CHOICES = 255
_CHART, _CHART_ROWS, _BESIDE = (620, 280), 15, 2
"""How wide and high a chart is, in px, how many rows it takes, and how many are side by side."""
_COLOURS, _EDGE, _PALE = ("#c9dbfc", "#2c6237"), "#15191e", "#d5d9df"


def book_of(sheets: Sequence[Sheet], title: str, language: str) -> bytes:
    """The bytes of the workbook."""
    from xlsxwriter import Workbook

    buffer = BytesIO()
    options = {f"strings_to_{what}": False for what in ("formulas", "urls", "numbers")}
    book = Workbook(buffer, {"in_memory": True, **options})
    book.set_properties({"title": title[:255], "created": _MADE})
    book.set_calc_mode("auto")
    looks = {name: book.add_format({"valign": "top", **given}) for name, given in LOOKS.items()}
    addresses = Addresses(sheets)
    made = [book.add_worksheet(sheet.name) for sheet in sheets]
    for sheet, worksheet in zip(sheets, made, strict=True):
        _Writer(book, worksheet, sheet, looks, addresses).write()
    _remember(book.add_worksheet(CALCULATION_SHEET), memory_of(sheets, language, title))
    book.close()
    return buffer.getvalue()


def _remember(worksheet: Worksheet, text: str) -> None:
    """What was written, in a sheet that is not shown."""
    for row, start in enumerate(range(0, len(text), LONGEST)):
        worksheet.write_string(row, 0, text[start : start + LONGEST])
    worksheet.very_hidden()


class _Writer:
    """What writes a sheet."""

    def __init__(
        self,
        book: Workbook,
        worksheet: Worksheet,
        sheet: Sheet,
        looks: dict[str, Format],
        addresses: Addresses,
    ) -> None:
        self._book = book
        self._worksheet, self._sheet, self._looks, self._addresses = worksheet, sheet, looks, addresses

    def write(self) -> None:
        sheet, worksheet = self._sheet, self._worksheet
        for column in range(sheet.columns):
            width = sheet.widths[column] if column < len(sheet.widths) else sheet.widths[-1]
            worksheet.set_column(column, column, width, None, {"hidden": column == KEY})
            worksheet.write_string(0, column, row_of_columns(sheet.key, column))
        worksheet.set_row(0, _LINE, None, {"hidden": True})
        for number, row in sheet.numbered():
            self._row(number, row)
        for n, chart in enumerate(sheet.charts):
            self._chart(n, chart)
        self._printed()

    def _row(self, number: int, row: Row) -> None:
        self._worksheet.write_string(number, KEY, row.key)
        self._worksheet.set_row(number, min(_LINE * self._lines(row), _HIGHEST))
        for cell in row.cells:
            self._cell(number, cell)
            self._help_to_fill(number, cell)

    def _lines(self, row: Row) -> int:
        needed = (lines(cell, self._width(cell)) for cell in row.cells)
        return max((1, *needed))

    def _width(self, cell: Cell) -> int:
        widths = self._sheet.widths
        columns = range(cell.column, max(cell.to, cell.column) + 1)
        return sum(widths[column] if column < len(widths) else widths[-1] for column in columns)

    def _cell(self, row: int, cell: Cell) -> None:
        look, worksheet, value = self._looks[cell.look], self._worksheet, cell.value
        if cell.to > cell.column:
            worksheet.merge_range(row, cell.column, row, cell.to, "", look)
        if cell.formula:
            shown = float(value) if isinstance(value, Decimal) else value
            formula = self._addresses.written(cell.formula, self._sheet.key)
            worksheet.write_formula(row, cell.column, formula, look, shown)
        elif isinstance(value, Decimal):
            worksheet.write_number(row, cell.column, float(value), look)
        elif cell.text:
            worksheet.write_string(row, cell.column, cell.text, look)
        else:
            worksheet.write_blank(row, cell.column, None, look)

    def _help_to_fill(self, row: int, cell: Cell) -> None:
        """Lists to choose from, and a word where no number is."""
        rule: dict[str, Any] = {}
        if cell.choices and sum(map(len, cell.choices)) + len(cell.choices) <= _MOST_CHOICES:
            rule = {"validate": "list", "source": list(cell.choices), "error_type": "warning"}
        elif cell.look in ("input_number", "default", "input_rate", "input_share"):
            least = 0 if cell.look == "input_share" else -(10**15)
            bounds = {"criteria": "between", "minimum": least, "maximum": 10**15}
            rule = {"validate": "decimal", **bounds, "error_type": "warning"}
        if rule:
            self._worksheet.data_validation(row, cell.column, row, cell.column, rule)

    def _chart(self, n: int, chart: Chart) -> None:
        """A chart below the rows, beside or below the charts before it."""
        made, name = self._book.add_chart({"type": "column"}), self._sheet.name

        def cells(place: Ref) -> list[str | int]:
            row = self._addresses.row(place.sheet, place.row)
            return [name, row, place.column, row, place.to]

        for place, colour in zip(chart.rows, _COLOURS, strict=False):
            row = self._addresses.row(place.sheet, place.row)
            made.add_series(
                {
                    "name": [name, row, chart.named],
                    "categories": cells(chart.years),
                    "values": cells(place),
                    "fill": {"color": colour},
                    "border": {"color": _EDGE},
                }
            )
        made.set_title({"name": chart.title[:255], "name_font": {"size": 11}, "overlay": False})
        made.set_legend({"position": "bottom"})
        made.set_size({"width": _CHART[0], "height": _CHART[1]})
        made.set_y_axis(
            {"num_format": "#,##0", "major_gridlines": {"visible": True, "line": {"color": _PALE}}}
        )
        down, right = divmod(n, _BESIDE)
        below = len(self._sheet.rows) + 2 + down * _CHART_ROWS
        beside = right * (_CHART[0] + 20)
        options = {"description": chart.description, "object_position": 2, "x_offset": beside}
        self._worksheet.insert_chart(below, 1, made, options)

    def _printed(self) -> None:
        worksheet, (rows, columns) = self._worksheet, self._sheet.frozen
        if rows or columns:
            worksheet.freeze_panes(rows, columns)
        if rows:
            worksheet.repeat_rows(0, rows - 1)
        worksheet.set_landscape()
        worksheet.set_paper(_A4)
        worksheet.fit_to_pages(1, 0)
        worksheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        worksheet.set_footer("&L&A&R&P (&N)")
        worksheet.hide_gridlines(2)
