"""Whether a workbook is our own template, and which of its sheets are only there to help."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nyttokedja.importing.tables.headings import meanings
from nyttokedja.importing.tables.sheets import Row, Workbook
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.texts import texts

MARK = "nyttokedja mall 1"
"""What the properties of the template say, before its language."""
_MARKED = re.compile(rf"{MARK} ({'|'.join(LANGUAGES)})")
_FIRST = ("kind", "title", "leads_to", "hinders")
_HELPING = ("example", "lists", "help")


def language(workbook: Workbook) -> str:
    """The language of the template that a workbook is; "" where it is another workbook.

    A program that loses the mark leaves the names of the sheets; a text with cells has its headings.
    """
    if marked := _MARKED.search(workbook.comments):
        return marked[1]
    names = {sheet.name for sheet in workbook.sheets}
    called = {
        cell.text for sheet in workbook.sheets[:1] for row in sheet.rows[:1] for cell in row.cells.values()
    }
    for one in LANGUAGES:
        said = texts(one).group("headings/template")
        if {said["notes"], said["lists"]} <= names or {said[name] for name in _FIRST} <= called:
            return one
    return ""


def not_read(workbook: Workbook, language: str) -> frozenset[str]:
    """The names of the sheets that only help to fill the template in."""
    if not language:
        return frozenset()
    said = texts(language).group("headings/template")
    return frozenset(said[name] for name in _HELPING)


def id_columns(rows: Iterable[Row]) -> frozenset[int]:
    """The columns whose heading says that they hold ids."""
    first = next(iter(rows), Row(0))
    return frozenset(at for at, cell in first.cells.items() if meanings(cell.text) == ("id",))
