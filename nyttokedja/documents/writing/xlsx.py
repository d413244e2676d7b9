"""Document → workbook (.xlsx): its tables, a sheet each, with numbers and days that can be counted with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from nyttokedja.documents.model import (
    Block,
    Cell,
    Document,
    Facts,
    Figure,
    KeyFigures,
    Listed,
    Paragraph,
    Section,
    Table,
)
from nyttokedja.documents.writing.number_formats import number_format
from nyttokedja.documents.writing.sheet_names import SheetNames
from nyttokedja.documents.writing.sheet_sizes import height_of, lines_of, most_lines, unlike, width_of
from nyttokedja.documents.writing.slips import with_joined_slips
from nyttokedja.language.texts import texts

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_MADE = datetime(2000, 1, 1)
"""No clock in the file: the same document gives the same bytes."""

_A4 = 9
_LONGEST, _PROPERTY = 32_767, 255
"""Characters that a cell holds, and a property of the file."""

_COVER = (30, 70, 40)
"""The widths of the first sheet's columns, in characters."""

_HEAD = 2
"""The row with the headings of a table: above it, what the table is called."""

_DAY = "yyyy-mm-dd"
_CHART_WIDE = 620
_DIGITS = 15
"""A sheet counts with so many digits; a longer number is a text."""

_MARKERS = ("circle", "diamond", "square", "triangle", "x")
_COLOURS = ("#1D4F80", "#B7791F", "#2E7D32", "#8E24AA", "#4A4F58")


class _Placed(NamedTuple):
    """A table with the heading that it stands under, and the curve that is drawn of it."""

    table: Table
    heading: str
    curve: Figure | None


def written(document: Document) -> bytes:
    """The bytes of the workbook."""
    return _Book(document).content()


class _Book:
    def __init__(self, document: Document) -> None:
        from xlsxwriter import Workbook

        self._document = document
        self._buffer = BytesIO()
        options = {f"strings_to_{what}": False for what in ("formulas", "urls", "numbers")}
        self._book: Any = Workbook(self._buffer, {"in_memory": True, **options})
        self._looks: dict[tuple[str, str], Format] = {}

    def content(self) -> bytes:
        document, said = self._document, texts(self._document.language).group("documents/files")
        day = document.day
        self._book.set_properties(
            {
                "title": f"{document.kind}: {document.title}"[:_PROPERTY],
                "subject": document.kind[:_PROPERTY],
                "author": document.author[:_PROPERTY],
                "created": datetime(day.year, day.month, day.day) if day else _MADE,
            }
        )
        role = texts(document.language).word("documents/columns", "role")
        sections = (with_joined_slips(section, role) for section in document.sections)
        tables = [one for section in sections for one in _placed(section)]
        names = SheetNames()
        cover = self._book.add_worksheet(names.free(said["contents"]))
        named = Counter(one.table.caption for one in tables if one.table.caption)
        sheets = [
            names.free(one.table.caption if named[one.table.caption] == 1 else one.heading) for one in tables
        ]
        self._cover(cover, tables, sheets, said["tables"])
        for one, name in zip(tables, sheets, strict=True):
            self._sheet(self._book.add_worksheet(name), name, one)
        self._book.close()
        return self._buffer.getvalue()

    # -- the first sheet ----------------------------------------------------------------------------------

    def _cover(self, sheet: Worksheet, tables: Sequence[_Placed], names: Sequence[str], heading: str) -> None:
        document = self._document
        for column, width in enumerate(_COVER):
            sheet.set_column(column, column, width)
        sheet.write_string(0, 0, document.kind, self._look("soft"))
        sheet.write_string(1, 0, document.title[:_LONGEST], self._look("title"))
        row = 3
        figures = (one for section in document.sections for one in _key_figures(section))
        for label, *rest in (*_facts(document.about), *figures):
            sheet.write_string(row, 0, label[:_LONGEST], self._look("label"))
            for column, text in enumerate(rest, 1):
                sheet.write_string(row, column, text[:_LONGEST], self._look("text"))
            cells = zip((label, *rest), _COVER, strict=False)
            sheet.set_row(row, height_of(max(lines_of(text, width) for text, width in cells)))
            row += 1
        if names:
            sheet.write_string(row + 1, 0, heading, self._look("heading"))
        for n, (one, name) in enumerate(zip(tables, names, strict=True), row + 2):
            inside = name.replace("'", "''")
            sheet.write_url(n, 0, f"internal:'{inside}'!A1", self._look("link"), name)
            told = (
                one.heading
                if one.table.caption in ("", one.heading)
                else f"{one.heading}: {one.table.caption}"
            )
            sheet.write_string(n, 1, told[:_LONGEST], self._look("text"))
            sheet.set_row(n, height_of(lines_of(told, _COVER[1])))
        self._printed(sheet)

    # -- the sheet of a table -------------------------------------------------------------------------------

    def _sheet(self, sheet: Worksheet, name: str, placed: _Placed) -> None:
        table = placed.table
        first_total = len(table.rows) - table.totals
        widths = [width_of(table, column) for column in range(len(table.columns))]
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        sheet.write_string(0, 0, (table.caption or placed.heading)[:_LONGEST], self._look("heading"))
        headings = unlike([column.heading[:_PROPERTY] for column in table.columns])
        for column, heading in enumerate(headings):
            sheet.write_string(_HEAD, column, heading, self._head(table, column))
        sheet.set_row(_HEAD, height_of(most_lines(headings, widths)))
        for number, row in enumerate(table.rows, _HEAD + 1):
            is_total = number - _HEAD - 1 >= first_total
            for column, cell in enumerate(row):
                self._cell(sheet, number, column, cell, bold=is_total)
            sheet.set_row(number, height_of(most_lines([cell.text for cell in row], widths)))
        last = len(widths) - 1
        if first_total and widths:
            columns = [
                {"header": heading, "header_format": self._head(table, column)}
                for column, heading in enumerate(headings)
            ]
            style = {"style": "Table Style Light 1", "columns": columns, "banded_rows": False}
            sheet.add_table(_HEAD, 0, _HEAD + first_total, last, style)
        sheet.freeze_panes(_HEAD + 1, 1 if last > 1 else 0)
        sheet.repeat_rows(_HEAD)
        if placed.curve and first_total:
            self._chart(sheet, name, placed, headings, first_total)
        self._printed(sheet)

    def _cell(self, sheet: Worksheet, row: int, column: int, cell: Cell, *, bold: bool) -> None:
        kind = "total" if bold else "text"
        value = cell.value
        if isinstance(value, Decimal) and value.is_finite() and len(value.as_tuple().digits) <= _DIGITS:
            form = number_format(cell.text, value, self._document.language)
            sheet.write_number(row, column, float(value), self._look(kind, form))
        elif isinstance(value, date) and value.year >= 1900:
            sheet.write_datetime(
                row, column, datetime(value.year, value.month, value.day), self._look("day", _DAY)
            )
        elif cell.text:
            sheet.write_string(row, column, cell.text[:_LONGEST], self._look(kind))
        else:
            sheet.write_blank(row, column, None, self._look(kind))

    def _chart(
        self, sheet: Worksheet, name: str, placed: _Placed, headings: Sequence[str], rows: int
    ) -> None:
        """A chart of the program's own, beside the table that it is drawn of."""
        first, last = _HEAD + 1, _HEAD + rows
        chart = self._book.add_chart({"type": "line"})
        curve, table = placed.curve, placed.table
        assert curve is not None
        shown = [column for column in curve.plotted if 0 < column < len(headings)]
        for n, column in enumerate(shown):
            colour = _COLOURS[n % len(_COLOURS)]
            chart.add_series(
                {
                    "name": [name, _HEAD, column],
                    "categories": [name, first, 0, last, 0],
                    "values": [name, first, column, last, column],
                    "marker": {"type": _MARKERS[n % len(_MARKERS)], "size": 7},
                    "line": {"color": colour, "width": 2},
                }
            )
        if not shown:
            return
        chart.set_title({"name": curve.caption[:_PROPERTY], "name_font": {"size": 12}, "overlay": False})
        if all(isinstance(row[0].value, date) for row in table.rows[:rows]):
            chart.set_x_axis({"date_axis": True, "num_format": _DAY})
        chart.set_legend({"position": "bottom"})
        chart.show_blanks_as("span")
        chart.set_size({"width": _CHART_WIDE, "height": 320})
        place = {"description": curve.alt, "object_position": 2}
        sheet.insert_chart(_HEAD, len(headings) + 1, chart, place)

    def _printed(self, sheet: Worksheet) -> None:
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.set_footer("&L&A&R&P (&N)")
        sheet.hide_gridlines(2)

    def _head(self, table: Table, column: int) -> Format:
        return self._look("head-number" if table.columns[column].is_number else "head")

    def _look(self, kind: str, form: str = "") -> Format:
        if (kind, form) not in self._looks:
            given = {"num_format": form} if form else {}
            self._looks[kind, form] = self._book.add_format({"valign": "top", **_LOOKS[kind], **given})
        return self._looks[kind, form]


_LOOKS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 18},
    "soft": {"font_color": "#4A4F58"},
    "heading": {"bold": True, "font_size": 13},
    "label": {"bold": True, "text_wrap": True},
    "text": {"text_wrap": True},
    "total": {"bold": True, "text_wrap": True, "top": 1},
    "head": {"bold": True, "text_wrap": True, "bg_color": "#EEF1F5", "bottom": 1},
    "head-number": {"bold": True, "text_wrap": True, "bg_color": "#EEF1F5", "bottom": 1, "align": "right"},
    "day": {"align": "left"},
    "link": {"font_color": "#1D4F80", "underline": 1},
}


def _placed(section: Section) -> Iterator[_Placed]:
    """The tables of a section and of those below it."""
    before: Sequence[Block | None] = (None, *section.blocks)
    for one, block in pairwise(before):
        if isinstance(block, Table):
            curve = one if isinstance(one, Figure) and one.plotted else None
            yield _Placed(block, section.heading, curve)
    for below in section.sections:
        yield from _placed(below)


def _facts(about: Sequence[Block]) -> Iterator[tuple[str, ...]]:
    """What stands under the title, a row each."""
    for block in about:
        match block:
            case Facts():
                yield from (tuple(fact) for fact in block.facts)
            case Paragraph():
                yield "", block.text
            case Listed():
                yield from (("", point) for point in block.points)


def _key_figures(section: Section) -> Iterator[tuple[str, ...]]:
    for block in section.blocks:
        if isinstance(block, KeyFigures):
            yield from (tuple(figure) for figure in block.figures)
    for below in section.sections:
        yield from _key_figures(below)
