"""bytes of a table with answers to statements → the levels chosen, or what keeps it from being read.

A table has a row a statement, as our form for one person, or a row a person and a column a statement. What
tells who somebody is is refused, whatever cell it stands in: where is told, and not what.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from nyttokedja.importing.clean_text import cleaned
from nyttokedja.importing.model import ImportOptions
from nyttokedja.importing.tables.identities import identity_in
from nyttokedja.importing.tables.level_words import NO_LEVEL, LevelReader, heard
from nyttokedja.importing.tables.personal import is_label_of_a_person, names_somebody
from nyttokedja.importing.tables.sheets import Cell, Row, Sheet
from nyttokedja.importing.tables.table import read_workbook
from nyttokedja.model.maturity import LEVELS, StatementSet
from nyttokedja.model.spelling import fold

_NOTHING = Cell()
_NUMBER = re.compile(r"\d{1,3}\s*[.):\-–]?\s+")
_ORDINAL = re.compile(r"(?:[^\W\d]{1,10}\s?)?(\d{1,2})[.):]?")
"""The number of a statement, perhaps after a word for what it is."""
_FORM, _MARKED = 2, 30
"""So many statements in one row make it a row of headings; so long a cell may be a label."""
Answers = Mapping[str, int]
"""Id of a statement → the level that one person chose."""


class AnswerFault(NamedTuple):
    """Why an answer is not read: a name of ``maturity/faults``, the sheet, row and column, the heading."""

    reason: str
    sheet: str = ""
    row: int = 0
    column: str = ""
    heading: str = ""


@dataclass(frozen=True, slots=True)
class AnswerTable:
    """What a file says: the answers of each person, or its faults; ``telling`` those of who somebody is.

    ``unread`` are the headings of columns that nobody reads.
    """

    persons: tuple[Answers, ...] = ()
    faults: tuple[AnswerFault, ...] = ()
    telling: tuple[AnswerFault, ...] = ()
    unread: tuple[str, ...] = ()


def read_answers(data: bytes, name: str, sets: Sequence[StatementSet]) -> AnswerTable:
    """The answers of a file.

    Args:
        data: a table as .csv, .xlsx or .ods.
        name: what the file is called.
        sets: the statements, in every language that a file may have them in.

    Raises:
        CannotRead: it is no table.
    """
    workbook = read_workbook(data, ImportOptions(name, hidden=True))
    reader = _Reader(sets)
    telling = tuple(fault for sheet in workbook.sheets for fault in reader.telling(sheet))
    if telling:
        return AnswerTable(telling=telling)
    for sheet in workbook.sheets:
        if not sheet.hidden:
            reader.read(sheet, named=len(workbook.sheets) > 1)
    if not reader.found:
        return AnswerTable(faults=(AnswerFault("no-answers" if reader.only_asked else "nothing"),))
    return AnswerTable(tuple(reader.persons), tuple(reader.faults), (), tuple(dict.fromkeys(reader.unread)))


class _Reader:
    """Reads sheet by sheet, and keeps what it cannot read."""

    def __init__(self, sets: Sequence[StatementSet]) -> None:
        self._levels = LevelReader(sets)
        self._statements: dict[str, str] = {}
        for each in sets:
            for one in each.statements:
                for said in (one.id, one.title, one.text, f"{one.title} {one.text}"):
                    self._statements.setdefault(fold(said), one.id)
        self._order = tuple(one.id for one in sets[0].statements)
        self._least = min(_FORM, len({*self._statements.values()}))
        self.persons: list[Answers] = []
        self.faults: list[AnswerFault] = []
        self.unread: list[str] = []
        self.found = self.only_asked = False
        self._sheet = ""

    def telling(self, sheet: Sheet) -> Iterator[AnswerFault]:
        """What in a sheet tells who somebody is, in cells that nobody sees too."""
        across, down = self._headings(sheet), self._column(sheet)
        heads = across or (down and self._head(sheet, down)) or next(iter(sheet.rows), None)
        for row in sheet.rows:
            for at, cell in row.cells.items():
                column = column_name(at)
                if identity_in(cell.text) or identity_in(cell.comment):
                    yield AnswerFault("identity", sheet.name, row.number, column)
                elif self._statement(cell.text):
                    continue
                elif (row is heads and names_somebody(cell.text)) or (
                    len(cell.text) <= _MARKED and is_label_of_a_person(cell.text)
                ):
                    said = cleaned(cell.text.partition(":")[0])
                    yield AnswerFault("column", sheet.name, row.number, column, said)
        if any(map(identity_in, (sheet.name, *sheet.texts))):
            yield AnswerFault("beside", sheet.name)

    def read(self, sheet: Sheet, *, named: bool) -> None:
        """The answers of a sheet, where it has statements; a fault names it where there are several."""
        self._sheet = sheet.name if named else ""
        if (heads := self._headings(sheet)) is not None:
            self._rows(sheet, heads)
        elif (down := self._column(sheet)) is not None:
            self._form(sheet, down)

    # -- a row a person ------------------------------------------------------------------------------------

    def _headings(self, sheet: Sheet) -> Row | None:
        """The row whose cells are statements."""
        counted = [(len({*self._across(row).values()}), row) for row in sheet.rows]
        most, row = max(counted, key=lambda pair: pair[0], default=(0, None))
        if row is None or most < self._least:
            return None
        is_form = most == 1 and self._head(sheet, next(iter(self._across(row)))) is not None
        return None if is_form else row

    def _across(self, row: Row) -> Mapping[int, str]:
        found = {at: self._statement(cell.text) for at, cell in row.cells.items()}
        return {at: id for at, id in found.items() if id} or self._numbered(row)

    def _numbered(self, row: Row) -> Mapping[int, str]:
        """The statements of a row that has the number of each and no other: *1*, *Question 2*, *3.* …"""
        matches = {at: _ORDINAL.fullmatch(cleaned(cell.text)) for at, cell in row.cells.items()}
        numbers = {at: int(match[1]) for at, match in matches.items() if match}
        wanted = range(1, len(self._order) + 1)
        if len(wanted) <= LEVELS or sorted(numbers.values()) != [*wanted]:
            return {}
        return {at: self._order[number - 1] for at, number in numbers.items()}

    def _rows(self, sheet: Sheet, heads: Row) -> None:
        self.found = True
        at = self._across(heads)
        for id, n in Counter(at.values()).items():
            if n > 1:
                column = next(column for column, one in at.items() if one == id)
                self._fault("two-columns", heads.number, column, heads.cells[column].text)
        self.unread += [
            said
            for column, cell in heads.cells.items()
            if column not in at and (said := cleaned(cell.text)) and fold(said) not in _aside()
        ]
        for row in sheet.rows:
            if row.number > heads.number:
                answered = {
                    id: level
                    for column, id in at.items()
                    if (level := self._level(row, column, id, heads.cells[column].text))
                }
                if answered:
                    self.persons.append(answered)

    # -- a row a statement ---------------------------------------------------------------------------------

    def _down(self, sheet: Sheet) -> Counter[int]:
        return Counter(
            at for row in sheet.rows for at, cell in row.cells.items() if self._statement(cell.text)
        )

    def _column(self, sheet: Sheet) -> int | None:
        """The column whose cells are statements."""
        ((at, n),) = self._down(sheet).most_common(1) or [(0, 0)]
        return at if n >= self._least else None

    def _head(self, sheet: Sheet, column: int) -> Row | None:
        """The row above the statements that says which column the answers stand in."""
        first = next(row.number for row in sheet.rows if self._statement(_text(row, column)))
        above = [row for row in sheet.rows if row.number < first]
        return next((row for row in reversed(above) if _answer_column(row) is not None), None)

    def _form(self, sheet: Sheet, column: int) -> None:
        heads = self._head(sheet, column)
        at = _answer_column(heads) if heads else None
        if at is None:
            self.only_asked = True
            return
        self.found = True
        answered: dict[str, int] = {}
        seen: set[str] = set()
        heading = heads.cells[at].text if heads else ""
        for row in sheet.rows:
            id = self._statement(_text(row, column))
            if not id:
                continue
            if id in seen:
                self._fault("two-rows", row.number, column, "")
            seen.add(id)
            if level := self._level(row, at, id, heading):
                answered[id] = level
        if answered:
            self.persons.append(answered)

    # -- cells ---------------------------------------------------------------------------------------------

    def _statement(self, text: str) -> str:
        """The id of the statement that a cell holds; "" for none."""
        if not text:
            return ""
        for said in (text, *text.splitlines()[:1]):
            folded = (fold(said), fold(_NUMBER.sub("", said.strip(), count=1)))
            if found := next((self._statements[one] for one in folded if one in self._statements), ""):
                return found
        return ""

    def _level(self, row: Row, at: int, statement: str, heading: str) -> int | None:
        found = self._levels.level(row.cells.get(at, _NOTHING), statement)
        if found == NO_LEVEL:
            self._fault("level", row.number, at, heading)
            return None
        return found

    def _fault(self, reason: str, row: int, at: int, heading: str) -> None:
        said = cleaned(heading.splitlines()[0]) if heading else ""
        self.faults.append(AnswerFault(reason, self._sheet, row, column_name(at), said))


def column_name(at: int) -> str:
    """What a sheet calls a column, from 0: A … Z, AA …"""
    name = ""
    at += 1
    while at:
        at, left = divmod(at - 1, 26)
        name = chr(ord("A") + left) + name
    return name


def _text(row: Row, column: int) -> str:
    return row.cells.get(column, _NOTHING).text


def _answer_column(row: Row) -> int | None:
    """The column whose heading says that answers stand in it."""
    found = (at for at, cell in row.cells.items() if fold(cell.text.partition("(")[0]) in heard("answer"))
    return next(found, None)


def _aside() -> frozenset[str]:
    """The headings, folded, of columns that are passed by without a word."""
    return heard("comment") | heard("number")
