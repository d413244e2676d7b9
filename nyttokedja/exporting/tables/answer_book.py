"""Statements → a workbook (.xlsx) to answer them in: a form for one person, or a row a person."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from nyttokedja.exporting.tables.answer_rows import (
    FIRST_LEVEL,
    form_rows,
    numbered_levels,
    said_of,
    table_heads,
)
from nyttokedja.language.texts import texts
from nyttokedja.model.maturity import StatementSet

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_MADE = datetime(2000, 1, 1)
"""No clock in the file: the same statements give the same bytes."""
_PEOPLE = 200
"""So many rows of a table have their lists."""
_NUMBER, _STATEMENT, _ANCHOR, _ANSWER, _COMMENT, _ASKED = 5, 32, 27, 17, 26, 14
"""The widths of columns, in characters."""
_HELP_WIDTH = 100
_A4, _LINE = 9, 15
_HEADING, _OPEN = "#DCE6F1", "#FFF9DB"


def form_book(asked: StatementSet) -> bytes:
    """A form for one person: the statements with what one sees at each level, and a list to choose from."""
    return _Book(asked).form()


def table_book(asked: StatementSet) -> bytes:
    """A table with a row a person and a column a statement; what the levels mean is on a sheet beside."""
    return _Book(asked).table()


class _Book:
    def __init__(self, asked: StatementSet) -> None:
        from xlsxwriter import Workbook

        self._buffer = BytesIO()
        options = {f"strings_to_{what}": False for what in ("formulas", "urls", "numbers")}
        self._book: Workbook = Workbook(self._buffer, {"in_memory": True, **options})
        self._asked, self._said = asked, said_of(asked)
        border = {"border": 1, "border_color": "#A9B4C2"}
        self._text = self._look({**border})
        self._open = self._look({**border, "bg_color": _OPEN, "bold": True})
        self._head = self._look({**border, "bg_color": _HEADING, "bold": True, "valign": "vcenter"})
        self._plain = self._look({})
        self._title = self._look({"bold": True, "font_size": 14})

    def _look(self, wanted: dict[str, Any]) -> Any:
        return self._book.add_format({"text_wrap": True, "valign": "top", **wanted})

    def form(self) -> bytes:
        sheet, said = self._book.add_worksheet(self._said["answers"]), self._said
        rows = form_rows(self._asked)
        widths = self._form_widths()
        answer = FIRST_LEVEL + len(self._asked.levels)
        first = self._opening(sheet, said["title"], said["steps"], sum(widths))
        self._rows(sheet, first, rows, widths, answer)
        self._offer(sheet, first + 1, answer, first + len(rows) - 1, answer)
        return self._done()

    def table(self) -> bytes:
        sheet, said = self._book.add_worksheet(self._said["answers"]), self._said
        heads = table_heads(self._asked)
        widths = [_NUMBER + 3, *[_ASKED] * len(self._asked.statements), _COMMENT]
        self._rows(sheet, 0, [heads, *[[""] * len(heads)] * _PEOPLE], widths, None)
        self._offer(sheet, 1, 1, _PEOPLE, len(self._asked.statements))
        beside = self._book.add_worksheet(said["statements"])
        rows = [row[: FIRST_LEVEL + len(self._asked.levels)] for row in form_rows(self._asked)]
        self._rows(beside, 0, rows, self._form_widths()[: len(rows[0])], None)
        how = self._book.add_worksheet(said["how"])
        self._opening(how, said["how_table"], said["steps_table"], _HELP_WIDTH)
        how.set_column(1, 1, _HELP_WIDTH)
        self._print(how, None)
        return self._done()

    def _form_widths(self) -> list[int]:
        return [_NUMBER, _STATEMENT, *[_ANCHOR] * len(self._asked.levels), _ANSWER, _COMMENT]

    def _opening(self, sheet: Worksheet, title: str, lines: Iterable[str], width: int) -> int:
        """What is said above the table; the row after it."""
        last = FIRST_LEVEL + len(self._asked.levels) + 1 if width > _HELP_WIDTH else 1
        told = [title, *lines]
        for row, line in enumerate(told):
            look = self._plain if row else self._title
            if last > 1:
                sheet.merge_range(row, 1, row, last, line, look)
            else:
                sheet.write_string(row, 1, line, look)
            sheet.set_row(row, _LINE * _lines(line, min(width, _HELP_WIDTH * 2)) + (2 if row else 8))
        return len(told) + 1

    def _rows(
        self,
        sheet: Worksheet,
        first: int,
        rows: Sequence[Sequence[str]],
        widths: Sequence[int],
        answer: int | None,
    ) -> None:
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                look = self._open if column == answer else self._text
                look = look if number else self._head
                sheet.write_string(first + number, column, cell, look)
            high = max(_lines(cell, width) for cell, width in zip(row, widths, strict=True))
            sheet.set_row(first + number, _LINE * high + 3)
        sheet.freeze_panes(first + 1, FIRST_LEVEL if answer else 1)
        self._print(sheet, first)

    def _print(self, sheet: Worksheet, heads: int | None) -> None:
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        if heads is not None:
            sheet.set_landscape()
            sheet.repeat_rows(heads)

    def _offer(self, sheet: Worksheet, top: int, left: int, bottom: int, right: int) -> None:
        """A list to choose from; a number that is typed is let stand."""
        choices = [*numbered_levels(self._asked), self._said["unknown"]]
        offered = {"validate": "list", "source": choices, "show_error": False}
        if len(",".join(choices)) > 255:  # Excel takes no longer ones
            offered["source"] = [str(n) for n in range(1, len(self._asked.levels) + 1)]
        offered["input_message"] = self._said["choose"]
        sheet.data_validation(top, left, bottom, right, offered)

    def _done(self) -> bytes:
        said = texts(self._asked.language).group("maturity/form")
        self._book.set_properties({"title": said["title"], "author": "", "created": _MADE})
        self._book.close()
        return self._buffer.getvalue()


def _lines(text: str, width: int) -> int:
    """How many lines a text takes at most in a cell of a width in characters, words kept whole."""
    return sum(max(1, len(wrap(line, max(1, width)))) for line in text.split("\n"))
