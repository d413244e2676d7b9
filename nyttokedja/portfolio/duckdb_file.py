"""A portfolio in DuckDB: the same tables and views, without keys, which it has no need of to find rows."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from nyttokedja.errors import CannotWrite
from nyttokedja.extras import how_to_install
from nyttokedja.portfolio.cells import Cell
from nyttokedja.portfolio.schema import TABLES, VIEWS
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

_OFFLINE = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}
_READING = {
    **_OFFLINE,
    "enable_external_access": "false",
    "python_enable_replacements": "false",
    "temp_directory": "",
    "memory_limit": "256MB",
    "lock_configuration": "true",
}
_WRITING = {**_OFFLINE, "memory_limit": "200MB", "threads": "2"}
_FORM = """format csv, header false, delimiter ',', quote '"', escape '"', nullstr '',
allow_quoted_nulls false, auto_detect false, max_line_size 100000000, parallel false"""
_MOST = 500
"""Rows that are fetched in one go."""


def _engine() -> Any:
    try:
        import duckdb
    except ImportError as error:
        raise CannotWrite(
            "A file that ends with .duckdb, and Parquet, need a part that is not installed. Install it with: "
            "{command}. A file that ends with .sqlite needs nothing more.",
            command=how_to_install("duckdb"),
        ) from error
    return duckdb


def created(path: Path) -> DuckFile:
    """A new file, all of its tables empty."""
    made = _engine().connect(str(path), config=_WRITING)
    made.execute("begin")
    made.execute(f"create table {ABOUT} (name TEXT, value TEXT)")
    for table in TABLES.values():
        columns = ", ".join(f"{column.name} {column.kind.value}" for column in table.columns)
        made.execute(f"create table {table.name} ({columns})")
    for name, view in VIEWS.items():
        made.execute(f"create view {name} as {view.sql}")
    return DuckFile(made)


def opened(path: Path, *, writes: bool) -> DuckFile:
    """A file that is there.

    Raises:
        Foreign: it is none of ours.
    """
    duckdb = _engine()
    try:
        made = duckdb.connect(str(path), read_only=not writes, config=_WRITING if writes else _READING)
        try:
            store = DuckFile(made)
            if store.about().get("product") != PRODUCT:
                raise Foreign
            if writes:
                made.execute("begin")
        except BaseException:
            made.close()
            raise
    except duckdb.Error as error:
        raise Foreign from error
    return store


class DuckFile:
    """An open file; see `Store`."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    @property
    def errors(self) -> type[Exception]:
        """What the engine raises."""
        error: type[Exception] = _engine().Error
        return error

    def known(self) -> Mapping[str, Known]:
        """Chain → what is known of how it was read."""
        return {chain: Known(*rest) for chain, *rest in self._connection.execute(KNOWN).fetchall()}

    def about(self) -> Mapping[str, str]:
        """What the file says of itself."""
        return dict(self._connection.execute(f"select name, value from {ABOUT}").fetchall())  # noqa: S608

    def put(self, made: Sequence[Rows]) -> None:
        """Add rows: by way of text, which is a hundred times faster than one by one."""
        with tempfile.TemporaryDirectory() as folder:
            for name in TABLES:
                path = Path(folder, f"{name}.csv")
                with path.open("w", encoding="utf-8", newline="") as file:
                    file.writelines(_line(row) for rows in made for row in rows.get(name, ()))
                self._connection.execute(f"copy {name} from '{_quoted(path)}' ({_FORM})")

    def look(self, sql: str, given: Sequence[Cell] = ()) -> Iterator[Sequence[Any]]:
        """The rows of an answer to a question of ours."""
        found = self._connection.execute(sql, list(given))
        while some := found.fetchmany(_MOST):
            yield from some

    def change(self, statements: Iterable[str]) -> None:
        """Do what statements of ours say."""
        for statement in statements:
            self._connection.execute(statement)

    def take_away(self, chains: Iterable[str]) -> None:
        """Take rows away."""
        gone = list(chains)
        if gone:
            for name in TABLES:
                self._connection.execute(f"delete from {name} where list_contains(?, chain)", [gone])  # noqa: S608

    def finish(self, about: Mapping[str, str]) -> None:
        """Write what the file says of itself, and close it."""
        self._connection.execute(f"delete from {ABOUT}")  # noqa: S608
        self._connection.executemany(f"insert into {ABOUT} values (?, ?)", sorted(about.items()))  # noqa: S608
        self._connection.execute("commit")
        self._connection.execute("checkpoint")
        self.close()

    def rows(self, table: str) -> Iterator[Sequence[Cell]]:
        """The rows of a table."""
        order = ", ".join(TABLES[table].key)
        found = self._connection.cursor().execute(f"select * from {table} order by {order}")  # noqa: S608
        while some := found.fetchmany(_MOST):
            yield from some

    def ask(self, sql: str, particulars: Mapping[str, Cell], limits: Limits) -> Answer:
        """The answer to a question."""
        must_be_text(sql)
        duckdb = _engine()
        stop = threading.Timer(limits.seconds, self._connection.interrupt)
        stop.daemon = True
        stop.start()
        try:
            asked = duckdb.extract_statements(sql)
            if len(asked) != 1 or asked[0].type != duckdb.StatementType.SELECT:
                raise Unanswered("Ask one question that begins with select or with: nothing else is done.")
            found = self._connection.execute(asked[0], dict(particulars) or None)
            columns = tuple(column[0] for column in found.description)
            rows = found.fetchmany(limits.rows + 1)
        except duckdb.InterruptException as error:
            raise Unanswered("The question takes too long, and was stopped. Ask for less.") from error
        except duckdb.OutOfMemoryException as error:
            raise Unanswered("The question takes too much memory. Ask for less.") from error
        except duckdb.PermissionException as error:
            first = str(error).partition("\n")[0]
            raise Unanswered(
                "Only reading what the portfolio holds is allowed: {said}.", said=first
            ) from error
        except (duckdb.Error, RuntimeError, ValueError, OverflowError) as error:
            raise Unanswered(
                "The database says: {said}{place}", said=str(error).rstrip(), place=""
            ) from error
        finally:
            stop.cancel()
        shown = tuple(tuple(map(_shown, row)) for row in rows[: limits.rows])
        return Answer(columns, shown, len(rows) > limits.rows)

    def copy(self, table: str, to: Path) -> None:
        """Write a table as Parquet, in the order of its key."""
        order = ", ".join(TABLES[table].key)
        self._connection.execute(
            f"copy (select * from {table} order by {order}) to '{_quoted(to)}' (format parquet)"  # noqa: S608
        )

    def close(self) -> None:
        """Let the file go."""
        self._connection.close()


def _line(row: Sequence[Cell]) -> str:
    cells = ["" if cell is None else _written(cell) for cell in row]
    return f"{','.join(cells)}\n"


def _written(cell: Cell) -> str:
    if isinstance(cell, str):
        return '"{}"'.format(cell.replace('"', '""')) if '"' in cell else f'"{cell}"'
    return str(cell)  # "True" and "False" are read as well as in small letters


def _quoted(path: Path) -> str:
    return path.as_posix().replace("'", "''")


def _shown(cell: Any) -> Cell:
    """A cell as people and programs read it: lists and the like as a text."""
    if cell is None or isinstance(cell, str | int | float | bool | date):
        return cell
    return cell.decode("utf-8", "replace") if isinstance(cell, bytes) else str(cell)
