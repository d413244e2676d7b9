"""A spreadsheet of LibreOffice and others (.ods) → `Workbook`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from nyttokedja.importing.packages.archive import Package
from nyttokedja.importing.packages.xml import parse_xml, xml_tree
from nyttokedja.importing.tables.sheets import MOST_CELLS, Area, Cell, Row, Sheet, Workbook, too_many_cells
from nyttokedja.importing.tables.xlsx_styles import plain_number

_SPACES = {"line-break": "\n", "tab": "\t", "s": " "}
_DRAWN = frozenset({"frame", "custom-shape", "rect", "ellipse", "shapes"})
_LAST_COLUMN = 16_383
_MOST_COPIES = 1_000
"""So many times a cell or row with something in it is repeated; empty ones are only counted."""


def read_ods(package: Package, wanted: Callable[[int, str, bool], bool]) -> Workbook:
    """What the sheets of a spreadsheet hold; ``wanted`` as `read_xlsx` has it.

    Raises:
        CannotRead: it is damaged or too large.
    """
    reader = _ContentReader(wanted)
    parse_xml(package.chunks("content.xml"), reader.start, reader.end, reader.text)
    said = title = ""
    if "meta.xml" in package:
        root = xml_tree(package.chunks("meta.xml"))
        said, title = (root.findtext(f".//{{*}}{name}") or "" for name in ("description", "title"))
    return Workbook(tuple(reader.sheets), said.strip(), title.strip())


class _ContentReader:
    """The sheets, as the XML of the content tells of them."""

    def __init__(self, wanted: Callable[[int, str, bool], bool]) -> None:
        self.sheets: list[Sheet] = []
        self._wanted = wanted
        self._hidden_styles: set[str] = set()
        self._fills: dict[str, str] = {}
        self._style = ""
        self._filled = 0
        self._reading = False
        self._outside = 0  # depth in what is drawn on the sheet
        self._comment = 0
        self._begin("", hidden=False)

    def _begin(self, name: str, *, hidden: bool) -> None:
        self._name, self._hidden = name, hidden
        self._rows: list[Row] = []
        self._merged: list[Area] = []
        self._hidden_columns: set[int] = set()
        self._faults: list[tuple[str, str, int]] = []
        self._texts: list[str] = []
        self._pictures = 0
        self._number = self._columns = 0
        self._begin_row({})
        self._begin_cell({})

    def _begin_row(self, given: Mapping[str, str]) -> None:
        self._cells: dict[int, Cell] = {}
        self._column = 0
        self._row_hidden = given.get("visibility", "visible") != "visible"
        self._copies = _count(given, "number-rows-repeated")

    def _begin_cell(self, given: Mapping[str, str]) -> None:
        self._cell = given
        self._lines: list[str] = []
        self._said: list[str] = []
        self._drawn: list[str] = []

    def start(self, name: str, given: Mapping[str, str]) -> None:
        match name:
            case "style":
                self._style = given.get("name", "")
            case "table-properties" if given.get("display") == "false":
                self._hidden_styles.add(self._style)
            case "table-cell-properties":
                colour = given.get("background-color", "").lower()
                self._fills[self._style] = "" if colour in ("transparent", "#ffffff") else colour
            case "table" if not self._outside:
                self._begin(given.get("name", ""), hidden=given.get("style-name") in self._hidden_styles)
                self._reading = self._wanted(len(self.sheets) + 1, self._name, self._hidden)
        if self._reading:
            self._start_in_sheet(name, given)

    def _start_in_sheet(self, name: str, given: Mapping[str, str]) -> None:
        match name:
            case "table-column":
                self._start_column(given)
            case "table-row":
                self._begin_row(given)
            case "table-cell" | "covered-table-cell":
                self._begin_cell(given)
            case "annotation":
                self._comment += 1
            case "image" | "object":
                self._pictures += 1
            case "p" | "h":
                self._into.append("")
            case "line-break" | "tab" | "s":
                self.text(_SPACES[name] * min(_count(given, "c"), 99))
            case _ if name in _DRAWN:
                self._outside += 1

    def end(self, name: str) -> None:
        if not self._reading and name != "table":
            return
        match name:
            case "table-cell" | "covered-table-cell":
                self._end_cell()
            case "table-row":
                self._end_row()
            case "annotation":
                self._comment -= 1
            case _ if name in _DRAWN:
                self._outside -= 1
                self._texts += [" ".join(" ".join(self._drawn).split())] if any(self._drawn) else []
                self._drawn = []
            case "table" if not self._outside:
                self.sheets.append(
                    Sheet(
                        self._name,
                        tuple(self._rows),
                        self._hidden,
                        frozenset(self._hidden_columns),
                        tuple(self._merged),
                        tuple(self._texts),
                        tuple(self._faults),
                        self._pictures,
                    )
                )
                self._reading = False

    def text(self, text: str) -> None:
        if self._reading and self._into:
            self._into[-1] += text

    @property
    def _into(self) -> list[str]:
        return self._said if self._comment else self._drawn if self._outside else self._lines

    def _start_column(self, given: Mapping[str, str]) -> None:
        n = _count(given, "number-columns-repeated")
        if given.get("visibility", "visible") != "visible":
            self._hidden_columns.update(range(self._columns, min(self._columns + n, _LAST_COLUMN + 1)))
        self._columns += n

    def _end_cell(self) -> None:
        copies = _count(self._cell, "number-columns-repeated")
        cell = self._made_cell()
        if cell.text or cell.fill or cell.comment:
            most = min(copies, _MOST_COPIES if cell.text or cell.comment else 64)
            for column in range(self._column, min(self._column + most, _LAST_COLUMN + 1)):
                self._cells[column] = cell
        rows, columns = (_count(self._cell, f"number-{what}-spanned") for what in ("rows", "columns"))
        if rows * columns > 1 and len(self._merged) < MOST_CELLS:
            top = self._number + 1
            self._merged.append(Area(top, self._column, top + rows - 1, self._column + columns - 1))
        self._column += copies

    def _end_row(self) -> None:
        first = self._number + 1
        self._number += self._copies
        filled = sum(1 for cell in self._cells.values() if cell.text)
        if not self._cells:
            return
        for number in range(first, first + (min(self._copies, _MOST_COPIES) if filled else 1)):
            self._filled += filled
            if self._filled > MOST_CELLS:
                raise too_many_cells()
            self._rows.append(Row(number, self._cells, self._row_hidden))

    def _made_cell(self) -> Cell:
        text = "\n".join(self._lines).strip()
        comment = "\n".join(self._said).strip()
        kind, value = self._cell.get("value-type", ""), self._cell.get("value", "")
        fill = self._fills.get(self._cell.get("style-name", ""), "")
        if kind == "error" or (self._cell.get("formula") and text.startswith(("#", "Err:"))):
            self._faults.append(("cell-error", text, self._number + 1))
            text = ""
        elif self._cell.get("formula") and not text:
            self._faults.append(("formula-without-value", self._cell["formula"], self._number + 1))
        if kind == "date":
            return Cell(
                self._cell.get("date-value", text).removesuffix("T00:00:00"), fill=fill, comment=comment
            )
        if kind in ("float", "currency", "percentage") and _is_number(value):
            share = kind == "percentage"
            number = float(format(float(value) * (100 if share else 1), ".12g"))
            shown = f"{plain_number(number)} %" if share else plain_number(number)
            return Cell(shown, number, share, fill, comment)
        return Cell(text, fill=fill, comment=comment)


def _count(given: Mapping[str, str], key: str) -> int:
    written = given.get(key, "1")
    return max(int(written), 1) if written.isdecimal() and len(written) < 10 else 1


def _is_number(written: str) -> bool:
    try:
        return abs(float(written)) < 1e300
    except ValueError:
        return False
