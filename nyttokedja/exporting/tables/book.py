"""Rows → a workbook (.xlsx) that people fill in: lists to choose from, help at each heading, an example."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from io import BytesIO
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from nyttokedja.exporting.tables.rows import ACTIONS, COLUMNS, INDICATORS, Row
from nyttokedja.importing.tables.ours import MARK
from nyttokedja.language.keywords import words
from nyttokedja.language.schema import canonical
from nyttokedja.language.texts import texts

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

KINDS = (
    "change",
    "behaviour",
    "effect",
    "benefit",
    "drawback",
    "goal",
    "cost",
    "precondition",
    "obstacle",
    "risk",
    "opportunity",
    "note",
)
"""The kinds that a row may be, in the order in which they are offered."""
_MADE = datetime(2000, 1, 1)
"""No clock in the file: the same rows give the same bytes."""
_SPARE = 500
"""So many empty rows have their lists and colours too."""
_WIDTHS = {
    "kind": 13,
    "title": 34,
    "leads_to": 30,
    "hinders": 24,
    "for": 15,
    "owner": 17,
    "when": 9,
    "category": 12,
    "perspective": 14,
    "text": 32,
    "uncertain": 24,
    "box": 30,
    "indicator": 34,
    "action": 40,
}
_WIDTH = 13
_A4 = 9
_LINE = 15
"""Points of height for a line of text: programs do not all make room for the lines themselves."""
_HELP_WIDTH = 84
_HEADING, _YELLOW, _ORANGE = "#DCE6F1", "#FFF2A8", "#F8CBAD"


class Book:
    """A workbook in a language."""

    def __init__(self, language: str) -> None:
        from xlsxwriter import Workbook

        self._buffer = BytesIO()
        options = {f"strings_to_{what}": False for what in ("formulas", "urls", "numbers")}
        self._book: Workbook = Workbook(self._buffer, {"in_memory": True, **options})
        self._language = language
        self._said: Mapping[str, str] = texts(language).group("headings/template")
        self._wrapped = self._book.add_format({"text_wrap": True, "valign": "top"})
        self._bold = self._book.add_format(
            {"bold": True, "text_wrap": True, "valign": "vcenter", "bg_color": _HEADING, "border": 1}
        )

    def content(
        self,
        title: str,
        rows: Sequence[Row] = (),
        indicators: Sequence[Row] = (),
        actions: Sequence[Row] = (),
    ) -> bytes:
        """The whole file.

        Args:
            title: that of the chain; "" for a template that is empty.
            rows: boxes and notes.
            indicators: indicators of the boxes; their sheet is there where there are some.
            actions: actions, likewise.
        """
        comments = f"{MARK} {self._language}"
        self._book.set_properties({"title": title, "comments": comments, "created": _MADE})
        self._notes_sheet(self._said["notes"], rows)
        if indicators:
            self._sheet(self._said["indicators"], INDICATORS, indicators)
        if actions:
            self._sheet(self._said["actions"], ACTIONS, actions)
        self._notes_sheet(self._said["example"], _example(self._language))
        self._help()
        self._lists()
        self._book.close()
        return self._buffer.getvalue()

    def _notes_sheet(self, name: str, rows: Sequence[Row]) -> None:
        sheet = self._sheet(name, COLUMNS, rows)
        comments = texts(self._language).group("headings/comments")
        for column, key in enumerate(COLUMNS):
            sheet.write_comment(0, column, comments[key], {"x_scale": 2, "y_scale": 0.9, "author": ""})
        last = len(rows) + _SPARE
        self._offer(sheet, last)
        self._colour(sheet, last)

    def _offer(self, sheet: Worksheet, last: int) -> None:
        """Lists to choose from; what is typed otherwise is let stand."""
        lists = f"='{self._said['lists']}'!"
        for n, (key, values) in enumerate(self._listed().items()):
            column, letter = COLUMNS.index(key), "ABC"[n]
            source = f"{lists}${letter}$2:${letter}${len(values) + 1}"
            sheet.data_validation(
                1, column, last, column, {"validate": "list", "source": source, "error_type": "warning"}
            )
        titles = f"=$B$2:$B${last + 1}"
        for key in ("leads_to", "hinders"):
            column = COLUMNS.index(key)
            sheet.data_validation(
                1, column, last, column, {"validate": "list", "source": titles, "show_error": False}
            )

    def _colour(self, sheet: Worksheet, last: int) -> None:
        """Yellow for the same title twice, orange for a name that no row has."""
        titles = f"$B$2:$B${last + 1}"
        twice = f'=AND($B2<>"",COUNTIF({titles},$B2)>1)'
        sheet.conditional_format(1, 1, last, 1, self._rule(twice, _YELLOW))
        for column, letter in ((2, "C"), (3, "D")):
            one = f'AND(ISERROR(FIND(";",${letter}2)),ISERROR(FIND("->",${letter}2)))'
            named = f'SUBSTITUTE(${letter}2,"!- ","")'
            missing = f'=AND(${letter}2<>"",{one},COUNTIF({titles},{named})=0)'
            sheet.conditional_format(1, column, last, column, self._rule(missing, _ORANGE))

    def _rule(self, formula: str, colour: str) -> dict[str, Any]:
        return {"type": "formula", "criteria": formula, "format": self._book.add_format({"bg_color": colour})}

    def _sheet(self, name: str, columns: Sequence[str], rows: Iterable[Row]) -> Worksheet:
        """A sheet with headings that stay, in A4 across; its ids are hidden."""
        sheet = self._book.add_worksheet(name)
        for column, key in enumerate(columns):
            sheet.set_column(column, column, _WIDTHS.get(key, _WIDTH), self._wrapped, {"hidden": key == "id"})
            sheet.write_string(0, column, self._said[key], self._bold)
        sheet.set_row(0, 2 * _LINE)
        for number, row in enumerate(rows, 1):
            for column, key in enumerate(columns):
                self._write(sheet, number, column, row.get(key, ""))
            cells = ((row.get(key, ""), _WIDTHS.get(key, _WIDTH)) for key in columns if key != "id")
            sheet.set_row(number, _LINE * max(_lines(str(cell), width) for cell, width in cells))
        sheet.freeze_panes(1, 2)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        sheet.hide_gridlines(0)  # they are printed: an empty sheet is filled in by hand too
        return sheet

    def _write(self, sheet: Worksheet, row: int, column: int, value: object) -> None:
        if isinstance(value, (int, float)):
            sheet.write_number(row, column, value, self._wrapped)
        elif value:
            sheet.write_string(row, column, str(value), self._wrapped)

    def _help(self) -> None:
        sheet = self._book.add_worksheet(self._said["help"])
        sheet.set_column(0, 0, _HELP_WIDTH, self._wrapped)
        for row, line in enumerate(texts(self._language).group("headings/help")["lines"]):
            sheet.write_string(row, 0, line, self._wrapped)
            sheet.set_row(row, _LINE * _lines(line, _HELP_WIDTH) + _LINE / 2)
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)

    def _lists(self) -> None:
        sheet = self._book.add_worksheet(self._said["lists"])
        for column, (key, values) in enumerate(self._listed().items()):
            sheet.write_string(0, column, self._said[key])
            for row, value in enumerate(values, 1):
                sheet.write_string(row, column, value)
        sheet.hide()

    def _listed(self) -> Mapping[str, Sequence[str]]:
        kinds = texts(self._language).group("picture/boxes")
        spoken = words(self._language)
        offered = {
            key: [spoken.value(value, key) for value in canonical()["$defs"][key]["enum"]]
            for key in ("category", "perspective")
        }
        return {"kind": [kinds[kind] for kind in KINDS], **offered}


def _lines(text: str, width: int) -> int:
    """How many lines a text takes at most in a cell of a width in characters, words kept whole."""
    return sum(max(1, len(wrap(line, max(1, width * 5 // 6)))) for line in text.split("\n"))


def _example(language: str) -> list[Row]:
    kinds = texts(language).group("picture/boxes")
    rows: list[Row] = []
    for kind, *rest in texts(language).group("headings/example")["rows"]:
        row = dict(zip(COLUMNS[1:], rest, strict=False))
        rows.append({"kind": kinds[kind] if kind else "", **row})
    return rows
