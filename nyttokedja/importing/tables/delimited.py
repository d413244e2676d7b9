"""Text that is rows of cells (.csv, .tsv, pasted from a sheet) → `Workbook`, whatever parts the cells."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from typing import Literal

from nyttokedja.errors import CannotRead
from nyttokedja.importing.tables.sheets import MOST_CELLS, Cell, Row, Sheet, Workbook, too_many_cells
from nyttokedja.importing.text_decoding import decode_text

_DELIMITERS = (";", "\t", ",", "|")
_SAID = re.compile(r"sep=(.)\n", re.IGNORECASE)
_LOOKED_AT = 200
"""So many rows say what parts the cells."""
_KEPT = re.compile("'+[=+\\-@\t\r]")
_MOST_COLUMNS = 2_000


def read_delimited(data: bytes, name: str = "") -> Workbook:
    """The one sheet that a text holds; ``name`` is what it is called.

    Raises:
        CannotRead: it is too large.
    """
    text, _ = decode_text(data)
    text = text.replace("\x00", "")
    said = _SAID.match(text)
    delimiter = said[1] if said else delimiter_of(text)
    rows, filled = [], 0
    for number, written in enumerate(
        _records(text[said.end() :] if said else text, delimiter), 1 + bool(said)
    ):
        cells = {at: Cell(_plain(one)) for at, one in enumerate(written[:_MOST_COLUMNS]) if one.strip()}
        filled += len(cells)
        if filled > MOST_CELLS:
            raise too_many_cells()
        if cells:
            rows.append(Row(number, cells))
    return Workbook((Sheet(name, tuple(rows)),))


def delimiter_of(text: str) -> str:
    """What parts the cells: that with which most rows have as many of them, more than one; "" for nothing."""
    head = "".join(text[:200_000].splitlines(keepends=True)[:_LOOKED_AT])
    return (
        max(_DELIMITERS, key=lambda one: evenness(head, one))
        if any(evenness(head, one) for one in _DELIMITERS)
        else ""
    )


def evenness(text: str, delimiter: str) -> float:
    """The share of the rows of a text that have the most usual number of cells, if that is more than one."""
    counts = Counter(len(cells) for cells in _records(text, delimiter) if any(cells))
    several = [(n, cells) for cells, n in counts.items() if cells > 1]
    return max(several)[0] / counts.total() if several else 0


def _records(text: str, delimiter: str) -> Iterator[list[str]]:
    """The rows; where a quotation mark is never closed, quotation marks are words."""
    if not delimiter:
        return iter([line] for line in text.split("\n"))
    lines = text.splitlines(keepends=True)
    try:
        for _ in csv.reader(lines, delimiter=delimiter, strict=True):
            pass
    except csv.Error as error:
        if "unexpected end" in str(error):
            return _told(lines, delimiter, csv.QUOTE_NONE)
    return _told(lines, delimiter, csv.QUOTE_MINIMAL)


def _told(lines: list[str], delimiter: str, quoting: Literal[0, 3]) -> Iterator[list[str]]:
    try:
        yield from csv.reader(lines, delimiter=delimiter, quoting=quoting)
    except csv.Error as error:
        raise CannotRead(
            "A cell of the table has more than 131,072 characters. Shorten it, or say with --from what kind "
            "of file it is."
        ) from error


def _plain(written: str) -> str:
    """A cell's text, without the ' that keeps a program from taking it for a formula."""
    return written[1 if _KEPT.match(written) else 0 :].strip()
