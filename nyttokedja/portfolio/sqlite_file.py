"""A portfolio in SQLite: plain tables with keys, indexes and views, by the standard library alone."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote

from nyttokedja.portfolio.cells import Cell
from nyttokedja.portfolio.places import place_in
from nyttokedja.portfolio.schema import TABLES, VERSION, VIEWS, Kind, Table
from nyttokedja.portfolio.store import (
    ABOUT,
    KNOWN,
    PRODUCT,
    Answer,
    Foreign,
    Known,
    Limits,
    Unanswered,
    must_be_text,
)
from nyttokedja.portfolio.tables import Rows

_APPLICATION = 0x6E796B6A
"""What the head of the file says it is for."""

_MEMORY, _LONGEST_CELL = 256 * 2**20, 10_000_000
"""Bytes that a question may use, and that a cell may hold."""

_STEPS = 20_000
"""So many steps of the engine go between two looks at the clock."""

_ALLOWED = {
    sqlite3.SQLITE_SELECT,
    sqlite3.SQLITE_READ,
    sqlite3.SQLITE_RECURSIVE,
}
_NOT_CALLED = {"load_extension", "readfile", "writefile", "edit", "fts3_tokenizer"}
_TYPES = {
    Kind.TEXT: "TEXT",
    Kind.WHOLE: "INTEGER",
    Kind.NUMBER: "REAL",
    Kind.TRUTH: "BOOLEAN",
    Kind.DAY: "TEXT",
}


def created(path: Path) -> SqliteFile:
    """A new file, all of its tables empty."""
    made = sqlite3.connect(path, isolation_level=None)
    for setting in (
        "page_size=8192",
        "journal_mode=off",
        "synchronous=off",
        f"application_id={_APPLICATION}",
    ):
        made.execute(f"pragma {setting}")
    made.execute(f"pragma user_version={VERSION}")
    made.execute(f"create table {ABOUT} (name TEXT primary key, value TEXT)")
    for table in TABLES.values():
        made.execute(_definition(table))
    for name, view in VIEWS.items():
        made.execute(f"create view {name} as {view.sql}")
    made.execute("begin")
    return SqliteFile(made, is_new=True)


def opened(path: Path, *, writes: bool) -> SqliteFile:
    """A file that is there.

    Raises:
        Foreign: it is none of ours.
    """
    address = f"file:{quote(str(path.absolute()))}?mode={'rw' if writes else 'ro'}"
    try:
        made = sqlite3.connect(address, uri=True, isolation_level=None)
        try:
            store = SqliteFile(made)
            ours = made.execute("pragma application_id").fetchone() == (_APPLICATION,)
            if not ours or store.about().get("product") != PRODUCT:
                raise Foreign
            if writes:
                made.execute("pragma journal_mode=off")
                made.execute("pragma synchronous=off")
                made.execute("begin")
        except BaseException:
            made.close()
            raise
    except sqlite3.Error as error:
        raise Foreign from error
    return store


def _definition(table: Table) -> str:
    columns = [f"{column.name} {_TYPES[column.kind]}" for column in table.columns]
    columns.append(f"primary key ({', '.join(table.key)})")
    if table.name != "chain":
        columns.append("foreign key (chain) references chain (chain)")
    columns += [f"foreign key (chain, {box}) references node (chain, id)" for box in table.boxes]
    if table.owner:
        key = ", ".join(TABLES[table.owner].key)
        columns.append(f"foreign key (chain, {', '.join(table.owned_by)}) references {table.owner} ({key})")
    return f"create table {table.name} ({', '.join(columns)})"


class SqliteFile:
    """An open file; see `Store`."""

    def __init__(self, connection: sqlite3.Connection, *, is_new: bool = False) -> None:
        self._connection = connection
        self._is_new = is_new

    @property
    def errors(self) -> type[Exception]:
        """What the engine raises."""
        return sqlite3.Error

    def known(self) -> Mapping[str, Known]:
        """Chain → what is known of how it was read."""
        return {chain: Known(*rest) for chain, *rest in self._connection.execute(KNOWN)}

    def about(self) -> Mapping[str, str]:
        """What the file says of itself."""
        return dict(self._connection.execute(f"select name, value from {ABOUT}"))  # noqa: S608 - a name of ours

    def put(self, made: Sequence[Rows]) -> None:
        """Add rows."""
        for name, table in TABLES.items():
            places = ", ".join("?" * len(table.columns))
            days = [n for n, column in enumerate(table.columns) if column.kind is Kind.DAY]
            rows = (_with_days(row, days) for rows in made for row in rows.get(name, ()))
            self._connection.executemany(f"insert into {name} values ({places})", rows)  # noqa: S608

    def look(self, sql: str, given: Sequence[Cell] = ()) -> Iterator[Sequence[Any]]:
        """The rows of an answer to a question of ours."""
        return iter(self._connection.execute(sql, tuple(given)))

    def change(self, statements: Iterable[str]) -> None:
        """Do what statements of ours say."""
        for statement in statements:
            self._connection.execute(statement)

    def take_away(self, chains: Iterable[str]) -> None:
        """Take rows away."""
        gone = [(chain,) for chain in chains]
        for name in reversed(tuple(TABLES)):
            self._connection.executemany(f"delete from {name} where chain = ?", gone)  # noqa: S608

    def finish(self, about: Mapping[str, str]) -> None:
        """Write what the file says of itself, and close it."""
        self._connection.execute(f"delete from {ABOUT}")  # noqa: S608
        self._connection.executemany(f"insert into {ABOUT} values (?, ?)", sorted(about.items()))  # noqa: S608
        if self._is_new:  # all at once is faster than row by row
            for name, table in TABLES.items():
                for n, columns in enumerate(table.indexes, 1):
                    self._connection.execute(f"create index {name}_{n} on {name} ({', '.join(columns)})")
        self._connection.execute("commit")
        self.close()

    def rows(self, table: str) -> Iterator[Sequence[Cell]]:
        """The rows of a table."""
        kinds = [column.kind for column in TABLES[table].columns]
        order = ", ".join(TABLES[table].key)
        for row in self._connection.execute(f"select * from {table} order by {order}"):  # noqa: S608
            yield [_read(cell, kind) for cell, kind in zip(row, kinds, strict=True)]

    def ask(self, sql: str, particulars: Mapping[str, Cell], limits: Limits) -> Answer:
        """The answer to a question."""
        must_be_text(sql)
        given = {name: _stored(value) for name, value in particulars.items()}
        self._guard(time.monotonic() + limits.seconds)
        try:
            found = self._connection.execute(sql, given)
            if found.description is None:
                raise Unanswered("Ask one question that begins with select or with: nothing else is done.")
            rows = found.fetchmany(limits.rows + 1)
        except MemoryError as error:
            raise Unanswered("The question takes too much memory. Ask for less.") from error
        except (sqlite3.Error, sqlite3.Warning, OverflowError, ValueError) as error:
            raise _refused(error, sql) from error
        columns = tuple(column[0] for column in found.description)
        shown = tuple(tuple(map(_shown, row)) for row in rows[: limits.rows])
        return Answer(columns, shown, len(rows) > limits.rows)

    def close(self) -> None:
        """Let the file go."""
        with suppress(sqlite3.Error):
            self._connection.close()

    def _guard(self, until: float) -> None:
        """From now on nothing but reading is allowed, for so long, in so much memory, and no file is made."""
        made = self._connection
        made.set_authorizer(None)
        made.execute("pragma temp_store=memory")
        made.execute(f"pragma hard_heap_limit={_MEMORY}")
        made.execute("pragma query_only=on")
        made.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_CELL)
        made.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
        made.set_progress_handler(lambda: int(time.monotonic() > until), _STEPS)
        made.set_authorizer(_authorized)


def _authorized(action: int, first: str | None, second: str | None, *_: object) -> int:
    called = action == sqlite3.SQLITE_FUNCTION and second not in _NOT_CALLED
    return sqlite3.SQLITE_OK if called or action in _ALLOWED else sqlite3.SQLITE_DENY


def _refused(error: Exception, sql: str) -> Unanswered:
    said = str(error)
    if said == "interrupted":
        return Unanswered("The question takes too long, and was stopped. Ask for less.")
    if said.startswith(("not authorized", "authorization denied")) or said.endswith("prohibited"):
        return Unanswered("Only reading what the portfolio holds is allowed: {said}.", said=said)
    if said == "You can only execute one statement at a time.":
        return Unanswered("Ask one question that begins with select or with: nothing else is done.")
    return Unanswered("The database says: {said}{place}", said=said, place=place_in(sql, said))


def _with_days(row: Sequence[Cell], days: Sequence[int]) -> Sequence[Cell]:
    """A row whose days are texts; only these columns hold any."""
    if all(row[n] is None for n in days):
        return row
    written = list(row)
    for n in days:
        written[n] = _stored(row[n])
    return written


def _stored(cell: Cell) -> str | int | float | None:
    return cell.isoformat() if isinstance(cell, date) else cell


def _shown(cell: object) -> Cell:
    return cell.decode("utf-8", "replace") if isinstance(cell, bytes) else cell  # type: ignore[return-value]


def _read(cell: Cell, kind: Kind) -> Cell:
    if cell is None:
        return None
    if kind is Kind.TRUTH:
        return bool(cell)
    return date.fromisoformat(str(cell)) if kind is Kind.DAY else cell
