"""A workbook of Excel (.xlsx, .xlsm) → `Workbook`: cells as they were last seen, no formula worked out."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from nyttokedja.importing.packages.archive import Package
from nyttokedja.importing.packages.relations import Relation, main_part, relations
from nyttokedja.importing.packages.xml import parse_xml, xml_tree
from nyttokedja.importing.tables.sheets import MOST_CELLS, Area, Cell, Row, Sheet, Workbook, too_many_cells
from nyttokedja.importing.tables.xlsx_beside import comments, drawn_texts
from nyttokedja.importing.tables.xlsx_styles import NO_STYLES, Styles, read_styles

_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_383


def read_xlsx(package: Package, wanted: Callable[[int, str, bool], bool]) -> Workbook:
    """What the sheets of a workbook hold.

    Args:
        package: the workbook.
        wanted: whether a sheet is to be read, by its number, name and whether it is hidden; the others come
            without rows.

    Raises:
        CannotRead: it is damaged or too large.
    """
    main = main_part(package)
    parts = {one.id: one for one in relations(package, main)}
    listed, early = listed_sheets(package, main)
    styles = next(
        (read_styles(package, one.target, main) for one in parts.values() if one.kind == "styles"), NO_STYLES
    )
    strings: Sequence[str] | None = None
    sheets, left = [], MOST_CELLS
    for number, (name, id, hidden) in enumerate(listed, 1):
        part = parts.get(id)
        if part is None or part.kind != "worksheet" or not wanted(number, name, hidden):
            sheets.append(
                Sheet(name, hidden=hidden, pictures=int(part is not None and part.kind != "worksheet"))
            )
            continue
        if strings is None:
            strings = shared_texts(package, parts)
        reader = _SheetReader(strings, styles, early, left)
        reader.read(package, part.target)
        sheets.append(reader.sheet(name, hidden, package, part.target))
        left -= reader.filled
    return Workbook(tuple(sheets), *_properties(package))


def listed_sheets(package: Package, main: str) -> tuple[list[tuple[str, str, bool]], bool]:
    """Name, relation and whether it is hidden of each sheet; and whether days count from 1904."""
    root = xml_tree(package.chunks(main))
    found = []
    for one in root.iterfind("{*}sheets/{*}sheet"):
        id = next((value for key, value in one.attrib.items() if key.endswith("}id")), "")
        found.append((one.get("name", ""), id, one.get("state", "visible") != "visible"))
    about = root.find("{*}workbookPr")
    return found, about is not None and about.get("date1904", "0") in ("1", "true")


def shared_texts(package: Package, parts: Mapping[str, Relation]) -> Sequence[str]:
    """The texts that cells have by number."""
    part = next((one.target for one in parts.values() if one.kind == "sharedStrings"), "")
    if part not in package:
        return ()
    texts: list[str] = []
    pieces: list[str] = []
    inside = spoken = 0

    def start(name: str, _: Mapping[str, str]) -> None:
        nonlocal inside, spoken
        if name == "si":
            pieces.clear()
        inside += name == "t"
        spoken += name == "rPh"

    def end(name: str) -> None:
        nonlocal inside, spoken
        inside -= name == "t"
        spoken -= name == "rPh"
        if name == "si":
            texts.append(unescaped("".join(pieces)))

    parse_xml(
        package.chunks(part), start, end, lambda text: pieces.append(text) if inside and not spoken else None
    )
    return texts


def _properties(package: Package) -> tuple[str, str]:
    """What the properties of the file have as its comments, and as its title."""
    part = next((one.target for one in relations(package) if one.kind == "core-properties"), "")
    if part not in package:
        return "", ""
    root = xml_tree(package.chunks(part))
    return (root.findtext("{*}description") or "").strip(), (root.findtext("{*}title") or "").strip()


class _SheetReader:
    """The rows of a sheet, as its XML tells of them."""

    def __init__(self, strings: Sequence[str], styles: Styles, early: bool, most: int) -> None:
        self._strings, self._styles, self._early, self._most = strings, styles, early, most
        self.filled = 0
        self._rows: list[Row] = []
        self._merged: list[Area] = []
        self._hidden_columns: set[int] = set()
        self._faults: list[tuple[str, str, int]] = []
        self._cells: dict[int, Cell] = {}
        self._number = 0
        self._hidden = False
        self._column = -1
        self._cell: Mapping[str, str] = {}
        self._value: list[str] = []
        self._formula: list[str] | None = None
        self._into: list[str] | None = None

    def read(self, package: Package, part: str) -> None:
        parse_xml(package.chunks(part), self._start, self._end, self._text)

    def sheet(self, name: str, hidden: bool, package: Package, part: str) -> Sheet:
        """The sheet, with what is written beside its cells."""
        beside = relations(package, part)
        rows = {row.number: row for row in self._rows}
        for reference, said in comments(package, beside).items():
            number, column = place_of(reference) or (1, 0)
            row = rows.get(number, Row(number))
            cell = replace(row.cells.get(column, Cell()), comment=said)
            rows[number] = Row(number, {**row.cells, column: cell}, row.hidden)
        texts_drawn, pictures = drawn_texts(package, beside)
        ordered = tuple(rows[number] for number in sorted(rows))
        return Sheet(
            name,
            ordered,
            hidden,
            frozenset(self._hidden_columns),
            tuple(self._merged),
            texts_drawn,
            tuple(self._faults),
            pictures,
        )

    def _start(self, name: str, given: Mapping[str, str]) -> None:
        match name:
            case "c":
                self._cell, self._value, self._formula = given, [], None
                place = place_of(given.get("r", ""))
                self._column = place[1] if place else self._column + 1
            case "v" | "t":
                self._into = self._value
            case "f":
                self._formula = self._into = []
            case "rPh":
                self._into = []
            case "row":
                written = given.get("r", "")
                self._number = int(written) if written.isdecimal() and len(written) < 8 else self._number + 1
                self._hidden = given.get("hidden") in ("1", "true")
                self._column, self._cells = -1, {}
            case "col" if given.get("hidden") in ("1", "true"):
                first, last = (int(given.get(key, "0")) for key in ("min", "max"))
                self._hidden_columns.update(range(max(first, 1) - 1, min(last, _LAST_COLUMN + 1)))
            case "mergeCell":
                self._merge(given.get("ref", ""))

    def _end(self, name: str) -> None:
        match name:
            case "v" | "t" | "f":
                self._into = None
            case "c":
                self._keep_cell()
            case "row":
                if self._cells:
                    self._rows.append(Row(self._number, self._cells, self._hidden))

    def _text(self, text: str) -> None:
        if self._into is not None:
            self._into.append(text)

    def _keep_cell(self) -> None:
        cell = self._made_cell("".join(self._value))
        if cell.text or cell.fill:
            self._cells[min(self._column, _LAST_COLUMN)] = cell
        if cell.text:
            self.filled += 1
            if self.filled > self._most:
                raise too_many_cells()

    def _made_cell(self, value: str) -> Cell:
        kind, style = self._cell.get("t", "n"), self._cell.get("s", "0")
        fill = self._styles.fill(style)
        if self._formula is not None and not value:
            self._faults.append(("formula-without-value", f"={''.join(self._formula)}", self._number))
            return Cell(fill=fill)
        if kind == "e":
            self._faults.append(("cell-error", value, self._number))
            return Cell(fill=fill)
        if kind == "s":
            known = value.strip().isdecimal() and int(value) < len(self._strings)
            return Cell(self._strings[int(value)].strip() if known else "", fill=fill)
        if kind in ("str", "inlineStr"):
            return Cell(unescaped(value).strip(), fill=fill)
        if kind == "b":
            return Cell({"1": "TRUE", "0": "FALSE"}.get(value, value), fill=fill)
        if kind == "d":
            return Cell(value.strip().removesuffix("T00:00:00"), fill=fill)
        return self._styles.number(value.strip(), style, fill, early=self._early)

    def _merge(self, reference: str) -> None:
        first, colon, last = reference.partition(":")
        begin, end = place_of(first), place_of(last)
        if colon and begin and end and len(self._merged) < MOST_CELLS:
            self._merged.append(
                Area(
                    min(begin[0], end[0]), min(begin[1], end[1]), max(begin[0], end[0]), max(begin[1], end[1])
                )
            )


def place_of(reference: str) -> tuple[int, int] | None:
    """``B7`` → row 7, column 1; None where it is no place of a sheet."""
    found = _REFERENCE.fullmatch(reference)
    if found is None:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    row = int(found[2])
    return (row, column - 1) if 0 < row <= _LAST_ROW and column <= _LAST_COLUMN + 1 else None


def unescaped(text: str) -> str:
    """What Excel writes as ``_x000D_``, as the character it is."""
    return (
        re.sub(r"_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), text) if "_x" in text else text
    )
