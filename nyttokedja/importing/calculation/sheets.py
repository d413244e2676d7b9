"""The sheets of a workbook → rows of raw cells: numbers as they are, and whether a formula made them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from nyttokedja.importing.packages.archive import Package
from nyttokedja.importing.packages.relations import main_part, relations
from nyttokedja.importing.packages.xml import parse_xml
from nyttokedja.importing.tables.sheets import MOST_CELLS, too_many_cells
from nyttokedja.importing.tables.xlsx import listed_sheets, place_of, shared_texts, unescaped


class RawCell(NamedTuple):
    """What a cell holds; ``is_number`` whether ``text`` is a number as the file has it."""

    text: str
    is_number: bool = False
    computed: bool = False


RawRow = Mapping[int, RawCell]


class RawSheet(NamedTuple):
    """A sheet: its name, and number of a row → column from 0 → cell."""

    name: str
    rows: Mapping[int, RawRow]


def raw_sheets(package: Package) -> Sequence[RawSheet]:
    """All sheets of a workbook.

    Raises:
        CannotRead: it is damaged or too large.
    """
    main = main_part(package)
    parts = {one.id: one for one in relations(package, main)}
    strings = shared_texts(package, parts)
    left, found = MOST_CELLS, []
    for name, id, _ in listed_sheets(package, main)[0]:
        part = parts.get(id)
        reader = _Reader(strings, left)
        if part is not None and part.kind == "worksheet":
            parse_xml(package.chunks(part.target), reader.start, reader.end, reader.text)
        left -= reader.filled
        found.append(RawSheet(name, reader.rows))
    return found


class _Reader:
    """The cells of a sheet, as its XML tells of them."""

    def __init__(self, strings: Sequence[str], most: int) -> None:
        self._strings, self._most = strings, most
        self.filled = 0
        self.rows: dict[int, dict[int, RawCell]] = {}
        self._row, self._column, self._kind = 0, -1, "n"
        self._value: list[str] = []
        self._into: list[str] | None = None
        self._computed = False

    def start(self, name: str, given: Mapping[str, str]) -> None:
        match name:
            case "row":
                written = given.get("r", "")
                self._row = int(written) if written.isdecimal() and len(written) < 8 else self._row + 1
                self._column = -1
            case "c":
                place = place_of(given.get("r", ""))
                self._column = place[1] if place else self._column + 1
                self._kind, self._value, self._computed = given.get("t", "n"), [], False
            case "v" | "t":
                self._into = self._value
            case "f":
                self._computed, self._into = True, None
            case "rPh":
                self._into = None

    def end(self, name: str) -> None:
        if name in ("v", "t"):
            self._into = None
        elif name == "c":
            self._keep()

    def text(self, text: str) -> None:
        if self._into is not None:
            self._into.append(text)

    def _keep(self) -> None:
        text = "".join(self._value)
        if self._kind == "s":
            known = text.strip().isdecimal() and int(text) < len(self._strings)
            text = self._strings[int(text)] if known else ""
        elif self._kind in ("str", "inlineStr"):
            text = unescaped(text)
        elif self._kind == "b":
            text = {"1": "TRUE", "0": "FALSE"}.get(text, text)
        if not text.strip() and not self._computed:
            return
        self.filled += 1
        if self.filled > self._most:
            raise too_many_cells()
        self.rows.setdefault(self._row, {})[self._column] = RawCell(text, self._kind == "n", self._computed)
