"""bytes of a table with a row a user → what is registered of each, or what keeps it from being read.

What tells who somebody is is refused, whatever column it stands in. Where it stands is told, and not what.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from nyttokedja.errors import CannotRead
from nyttokedja.importing.clean_text import cleaned
from nyttokedja.importing.model import ImportOptions
from nyttokedja.importing.tables.identities import identity_in
from nyttokedja.importing.tables.personal import names_somebody
from nyttokedja.importing.tables.sheets import Cell, Row, Sheet
from nyttokedja.importing.tables.table import read_workbook
from nyttokedja.importing.tables.values import amount, day
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.texts import texts
from nyttokedja.model.periods import parse
from nyttokedja.model.spelling import fold
from nyttokedja.model.user_sums import User

_NEEDED = frozenset({"baseline", "latest"})
_NOTHING = Cell()
_UNIT = re.compile(r"(.*?)\s*[(\[]([^()\[\]]{1,40})[)\]]\s*")


class Refusal(NamedTuple):
    """Why a table is not read: a name of ``users/refusals``; the row and its heading, where it has them."""

    reason: str
    row: int = 0
    heading: str = ""


@dataclass(frozen=True, slots=True)
class UserTable:
    """The users of a table, or why it is refused; the unit of its headings, and columns that nobody reads."""

    users: tuple[User, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    unit: str = ""
    unread: tuple[str, ...] = ()


def read_users(data: bytes, name: str, until: str = "") -> UserTable:
    """The users of the first sheet with columns for a value before and one now.

    Args:
        data: a table as .csv, .xlsx or .ods.
        name: what the file is called.
        until: the day, month, quarter or year by whose end a user must have begun to be counted; "" for any.

    Raises:
        CannotRead: it is no table, or no sheet has such columns.
    """
    sheets = read_workbook(data, ImportOptions(name)).sheets
    telling = [refusal for sheet in sheets for refusal in _telling(sheet)]
    if telling:
        return UserTable(refusals=tuple(telling))
    for sheet in sheets:
        for heading in () if sheet.hidden else sheet.rows:
            columns = _columns(heading)
            if {meant for meant in columns.values() if meant} >= _NEEDED:
                return _table(sheet, heading, columns, until)
    raise CannotRead(
        "The table has no row of headings with a value before and one now. Call the columns user, started, "
        "before, now and group."
    )


def _telling(sheet: Sheet) -> Iterator[Refusal]:
    """What in a sheet tells who somebody is, in cells that nobody sees too."""
    headings: Mapping[int, Cell] = next(
        (row.cells for row in sheet.rows if {*_columns(row).values()} & _NEEDED), {}
    )
    for cell in headings.values():
        if not _meaning(cell.text) and names_somebody(cell.text):
            yield Refusal("column", heading=cleaned(cell.text))
    for row in sheet.rows:
        for at, cell in row.cells.items():
            found = identity_in(cell.text) or identity_in(cell.comment)
            if found:
                yield Refusal(found, row.number, cleaned(headings.get(at, _NOTHING).text))
    if any(map(identity_in, (sheet.name, *sheet.texts))):
        yield Refusal("beside")


def _columns(heading: Row) -> Mapping[int, str]:
    """Column → what its heading means; "" for nothing."""
    return {at: _meaning(cell.text) for at, cell in heading.cells.items()}


def _meaning(heading: str) -> str:
    return _meanings().get(fold(_parted(heading)[0]), "")


def _parted(heading: str) -> tuple[str, str]:
    """A heading without the unit in brackets after it, and that."""
    match = _UNIT.fullmatch(cleaned(heading))
    return (match[1], match[2]) if match else (cleaned(heading), "")


def _table(sheet: Sheet, heading: Row, columns: Mapping[int, str], until: str) -> UserTable:
    meant = [name for name in columns.values() if name]
    twice = [name for name in dict.fromkeys(meant) if meant.count(name) > 1]
    if twice:
        headings = (heading.cells[at].text for at, name in columns.items() if name == twice[0])
        return UserTable(refusals=(Refusal("two-columns", heading=" / ".join(map(cleaned, headings))),))
    at = {name: column for column, name in columns.items() if name}
    reader = _Reader(at, heading, until)
    users = tuple(
        reader.user(row)
        for row in sheet.rows
        if row.number > heading.number
        and not row.hidden
        and any(row.cells.get(n, _NOTHING).text for n in at.values())
    )
    units = [unit for name in ("latest", "baseline") if (unit := _parted(heading.cells[at[name]].text)[1])]
    unread = (cleaned(heading.cells[column].text) for column, name in columns.items() if not name)
    return UserTable(users, tuple(reader.refusals), units[0] if units else "", tuple(filter(None, unread)))


class _Reader:
    """Reads the rows of a table, and keeps what it cannot read."""

    def __init__(self, at: Mapping[str, int], heading: Row, until: str) -> None:
        self.refusals: list[Refusal] = []
        self._at, self._heading = at, heading
        self._until = parse(until).last if until else date.max
        self._seen: set[str] = set()

    def user(self, row: Row) -> User:
        said = fold(cleaned(self._cell(row, "user").text))
        if said and said in self._seen:
            self._refuse("twice", row, "user")
        self._seen.add(said)
        group = cleaned(self._cell(row, "group").text)
        return User(group, self._has_begun(row), self._value(row, "baseline"), self._value(row, "latest"))

    def _cell(self, row: Row, name: str) -> Cell:
        return row.cells.get(self._at.get(name, -1), _NOTHING)

    def _value(self, row: Row, name: str) -> Decimal | None:
        cell = self._cell(row, name)
        if not cell.text.strip():
            return None
        found = amount(cell)
        if found is None:
            self._refuse("number", row, name)
            return None
        return Decimal(str(found[0]))

    def _has_begun(self, row: Row) -> bool:
        """Whether a user has begun: by a day, or by a word; one of whom the table says nothing has."""
        if "started" not in self._at:
            return True
        text = cleaned(self._cell(row, "started").text)
        if not text:
            return False
        if (answer := _answers().get(fold(text))) is not None:
            return answer
        begun = day(text)
        if begun is None:
            self._refuse("day", row, "started")
            return False
        return parse(begun).first <= self._until

    def _refuse(self, reason: str, row: Row, name: str) -> None:
        self.refusals.append(Refusal(reason, row.number, cleaned(self._heading.cells[self._at[name]].text)))


@cache
def _meanings() -> Mapping[str, str]:
    """What a heading is called in any language → the column that it means."""
    every = (texts(language).group("users/columns") for language in LANGUAGES)
    return {fold(word): column for columns in every for column, words in columns.items() for word in words}


@cache
def _answers() -> Mapping[str, bool]:
    """Yes and no in every language."""
    every = [texts(language).group("users/heard") for language in LANGUAGES]
    return {
        fold(word): answer
        for words in every
        for name, answer in (("yes", True), ("no", False))
        for word in words[name]
    }
