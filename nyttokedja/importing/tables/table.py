"""bytes of a workbook or of a text with cells → what its tables say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

from nyttokedja.errors import CannotRead
from nyttokedja.importing.clean_text import cleaned
from nyttokedja.importing.kind_words import kind_of_word
from nyttokedja.importing.model import Collected, ImportOptions, Place, Remark
from nyttokedja.importing.packages.archive import OLE, ZIP, open_package, refuse_unreadable
from nyttokedja.importing.tables import ours
from nyttokedja.importing.tables.blocks import Table, tables_of
from nyttokedja.importing.tables.columns import IN_CHAIN, Columns, columns_of
from nyttokedja.importing.tables.connections import read_beside, read_connections
from nyttokedja.importing.tables.delimited import read_delimited
from nyttokedja.importing.tables.fields import describe
from nyttokedja.importing.tables.gathering import Gathering
from nyttokedja.importing.tables.headings import kind_of_label, language_of, meanings
from nyttokedja.importing.tables.ods import read_ods
from nyttokedja.importing.tables.paths import PathReader
from nyttokedja.importing.tables.rows import RowReader
from nyttokedja.importing.tables.sheets import Cell, Row, Sheet, Workbook
from nyttokedja.importing.tables.unplaced import Unplaced
from nyttokedja.importing.tables.xlsx import read_xlsx
from nyttokedja.language.codes import LANGUAGES

_LOOKED_AT = 30
"""So many rows of a sheet say which language it is in."""
_WEB = (b"<html", b"<!doctype html", b"<table")


def read_table(data: bytes, options: ImportOptions) -> Collected:
    """What a workbook (.xlsx, .xlsm, .ods), or a text with cells (.csv, .tsv, pasted), says.

    Raises:
        CannotRead: it is none, locked, damaged or too large, lacks the sheet asked for, or says nothing.
    """
    return collect(read_workbook(data, options), options)


def read_workbook(data: bytes, options: ImportOptions) -> Workbook:
    """The sheets of a file.

    Raises:
        CannotRead: as `read_table`.
    """
    refuse_unreadable(data, options.name)
    wanted = _wanted(options)
    if data.startswith((*ZIP, OLE)):
        package = open_package(data, options.name)
        if "content.xml" in package:
            return read_ods(package, wanted)
        if not any(part.startswith("xl/") for part in package):
            raise CannotRead(
                "The file has no sheets: it is another kind of document. Give one that ends with .xlsx "
                "or .ods."
            )
        return read_xlsx(package, wanted)
    if data[:500].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_WEB):
        raise CannotRead(
            "The file is a web page, whatever its name ends with. Open it in Excel and save it as .xlsx."
        )
    return read_delimited(data, PurePath(options.name).stem)


def _wanted(options: ImportOptions) -> Callable[[int, str, bool], bool]:
    asked = options.page.strip()

    def wanted(number: int, name: str, hidden: bool) -> bool:
        if asked:
            return asked.casefold() == name.casefold() or asked == str(number)
        return options.hidden or not hidden

    return wanted


def collect(workbook: Workbook, options: ImportOptions) -> Collected:
    """What the tables of a workbook say.

    Raises:
        CannotRead: it has no sheet that was asked for, or nothing in it.
    """
    spoken = ours.language(workbook)
    reader = _Reader(workbook, options, spoken)
    return reader.read()


class _Reader:
    """The sheets of a workbook, one after the other; those with arrows and with what boxes have come last."""

    def __init__(self, workbook: Workbook, options: ImportOptions, ours_in: str) -> None:
        self._workbook, self._options, self._ours = workbook, options, ours_in
        self._gathering = Gathering(ours=bool(ours_in))
        written = (
            cell.text
            for sheet in workbook.sheets
            for row in sheet.rows[:_LOOKED_AT]
            for cell in row.cells.values()
        )
        spoken = (options.language, ours_in, language_of(written), "sv")
        language = next(one for one in spoken if one in LANGUAGES)
        self._unplaced = Unplaced(self._gathering, options.name, language, options.mapping)
        self._later: list[Callable[[], None]] = []
        self._headings: list[str] = []
        self._title = self._last_sheet = ""

    def read(self) -> Collected:
        number, sheets = 0, []
        skipped = ours.not_read(self._workbook, self._ours) if not self._options.page else frozenset()
        for number, sheet in enumerate(self._workbook.sheets, 1):
            if sheet.name in skipped:
                continue
            if _wanted(self._options)(number, sheet.name, sheet.hidden):
                sheets.append(sheet)
            elif sheet.hidden and not self._options.page:
                self._gathering.remark("hidden-sheets", sheet.name)
        if self._options.page and not sheets:
            names = ", ".join(f"“{sheet.name}”" for sheet in self._workbook.sheets)
            raise CannotRead(
                "There is no sheet {sheet}. The file has {names}.", sheet=self._options.page, names=names
            )
        for sheet in sheets:
            self._read_sheet(sheet)
        for later in self._later:
            later()
        title = self._title or cleaned(self._workbook.title) or PurePath(self._options.name).stem
        language = self._ours or language_of(self._headings)
        said = self._gathering.collected(title, language)
        if not said.boxes and not said.notes:
            raise CannotRead(
                "There is nothing in the tables to import: no row has any words. Look at whether the right "
                "sheet was saved, or name it with --page."
            )
        remarks = _without_copies((*said.remarks, *self._unplaced.remarks()))
        return Collected(said.title, said.boxes, said.notes, said.arrows, remarks, said.head, said.language)

    def _read_sheet(self, sheet: Sheet) -> None:
        rows = self._visible(sheet)
        parsed = tables_of(sheet, rows, once=bool(self._ours))
        self._title = self._title or _named(cleaned(parsed.title))
        for text in sheet.texts:
            self._gathering.note(text)
        if sheet.texts:
            self._gathering.remark("texts-on-sheet", sheet.name, n=len(sheet.texts))
        if sheet.pictures:
            self._gathering.remark("pictures", n=sheet.pictures, sheet=sheet.name)
        for key, item, number in sheet.faults:
            self._gathering.remark(key, f"{item} ({sheet.name} {number})")
        for table in parsed.tables:
            self._read_table(table)
        for row in parsed.outside:
            self._unplaced.add("rows-outside", Table(sheet.name), row)

    def _visible(self, sheet: Sheet) -> list[Row]:
        """The rows and cells that are to be read; what is hidden is counted."""
        if self._options.hidden:
            return list(sheet.rows)
        filled = [row for row in sheet.rows if any(cell.text for cell in row.cells.values())]
        if n := sum(row.hidden for row in filled):
            self._gathering.remark("hidden-rows", n=n, sheet=sheet.name)
        kept = [row for row in sheet.rows if not row.hidden]
        hidden = {
            at for row in kept for at, cell in row.cells.items() if at in sheet.hidden_columns and cell.text
        }
        if self._ours:
            hidden -= ours.id_columns(kept)
        if hidden:
            self._gathering.remark("hidden-columns", n=len(hidden), sheet=sheet.name)
        return [
            Row(row.number, {at: cell for at, cell in row.cells.items() if at not in hidden}) for row in kept
        ]

    def _read_table(self, table: Table) -> None:
        if not table.rows:
            if any(not meanings(heading) for heading in table.headings.values()):
                row = Row(table.number, {at: Cell(text) for at, text in table.headings.items()})
                self._unplaced.add("rows-outside", Table(table.sheet), row)
            return
        columns = columns_of(table)
        self._headings += table.headings.values()
        for at, heading in table.headings.items():
            if not meanings(heading) and not any(
                at in row.cells and row.cells[at].text for row in table.rows
            ):
                self._gathering.remark("column-empty", cleaned(heading))
        if columns.has("from") and columns.has("leads_to") and not columns.has("title", "kind"):
            self._later.append(lambda: read_connections(table, columns, self._gathering, self._unplaced))
        elif columns.has("box") and columns.has("indicator", "action"):
            self._later.append(lambda: read_beside(table, columns, self._gathering, self._unplaced))
        elif not self._read_boxes(table, columns) and not self._read_further(table, columns):
            for row in table.rows:
                self._unplaced.add("rows-unknown", table, row)

    def _read_boxes(self, table: Table, columns: Columns) -> bool:
        chain = columns.all(IN_CHAIN)
        title = columns.first("title")
        kind = kind_of_label(table.section) or kind_of_word(table.sheet) or ""
        if title is None and len(chain) >= 2:
            PathReader(table, columns, self._gathering, self._unplaced).read()
            return True
        if title is None:
            own = chain or columns.all(
                {"drawback", "opportunity", "risk", "obstacle", "precondition", "cost"}
            )
            if not own:
                return False
            title, kind = own[0], columns.meaning[own[0]]
        self._last_sheet = table.sheet
        RowReader(
            table, columns, self._gathering, self._unplaced, title=title, kind=kind, ours=bool(self._ours)
        ).read()
        return True

    def _read_further(self, table: Table, columns: Columns) -> bool:
        """Whether a table further down a sheet says more of the last box of the one above it."""
        last = self._gathering.last
        if not table.headings or last is None or self._last_sheet != table.sheet:
            return False
        for row in table.rows:
            said = (
                (columns.meaning[at], table.headings.get(at, ""), cell)
                for at, cell in row.cells.items()
                if cell.text
            )
            describe(last, said, Place("row", row.number, table.sheet), self._gathering)
        return True


def _named(title: str) -> str:
    """A title without what only says that it is one: ``Project title: Roads``."""
    called, colon, rest = title.partition(":")
    last = called.rpartition(" ")[2]
    return rest.strip() if colon and rest.strip() and "title" in meanings(last) else title


def _without_copies(remarks: tuple[Remark, ...]) -> tuple[Remark, ...]:
    """The remarks, each column that is read as words only once."""
    seen: set[tuple[str, str]] = set()
    kept = []
    for remark in remarks:
        if remark.key in ("column-in-text", "column-empty") and (remark.key, remark.item) in seen:
            continue
        seen.add((remark.key, remark.item))
        kept.append(remark)
    return tuple(kept)
