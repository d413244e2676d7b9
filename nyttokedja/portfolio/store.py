"""What every database file of a portfolio can do, and which engine a file has by its ending."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from nyttokedja.errors import CannotRead, CannotWrite, NyttokedjaError
from nyttokedja.portfolio.cells import Cell
from nyttokedja.portfolio.schema import VERSION
from nyttokedja.portfolio.tables import Rows

PRODUCT = "nyttokedja"
ABOUT = "portfolio"
"""The table that says whose the file is, and as what it was made: pairs of name and value."""

ENGINES: Mapping[str, str] = {
    ".duckdb": "duckdb_file",
    ".sqlite": "sqlite_file",
    ".sqlite3": "sqlite_file",
    ".db": "sqlite_file",
}
"""Ending → the module of its engine."""


class Answer(NamedTuple):
    """What an engine answers: columns and rows; where there were more rows than asked for, it `is_cut`."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    is_cut: bool = False


class Known(NamedTuple):
    """What a chain was read as, "" where its file could not be opened, and why it could not be read."""

    read_as: str
    problem: str


KNOWN = """select chain, coalesce(read_as, ''), case when readable then '' else coalesce(problem, file) end
from chain"""
"""What asks for it."""


class Limits(NamedTuple):
    """How long a question may take in seconds, and how many rows it gets at most."""

    seconds: float = 60
    rows: int = 100_000


class Store(Protocol):
    """A database file that is open: to be written, or to be asked and nothing else."""

    @property
    def errors(self) -> type[Exception]:
        """What the engine raises where a file is damaged or there is no room."""

    def known(self) -> Mapping[str, Known]:
        """Chain → what is known of how it was read."""

    def about(self) -> Mapping[str, str]:
        """What the file says of itself."""

    def put(self, made: Sequence[Rows]) -> None:
        """Add the rows of chains that are not there."""

    def look(self, sql: str, given: Sequence[Cell] = ()) -> Iterator[Sequence[Any]]:
        """The rows of an answer to a question of ours, in a database that is being written."""

    def change(self, statements: Iterable[str]) -> None:
        """Do what statements of ours say."""

    def take_away(self, chains: Iterable[str]) -> None:
        """Take away all rows of chains."""

    def finish(self, about: Mapping[str, str]) -> None:
        """Write what the file says of itself, and close it whole."""

    def rows(self, table: str) -> Iterator[Sequence[Cell]]:
        """The rows of a table, in the order of its key."""

    def ask(self, sql: str, particulars: Mapping[str, Cell], limits: Limits) -> Answer:
        """The answer to one question that only reads.

        Raises:
            Unanswered: it is none, has a mistake, or takes too long.
        """

    def close(self) -> None:
        """Let the file go."""


class Unanswered(NyttokedjaError):
    """A question that the engine does not answer: its message, and the place where it is known."""

    in_lines = True


def must_be_text(sql: str) -> None:
    """See to it that a question has no sign that text cannot hold.

    Raises:
        Unanswered: it has one.
    """
    if "\0" in sql or sql != sql.encode("utf-8", "replace").decode():
        raise Unanswered("The question has a sign in it that no text can hold.")


class Foreign(Exception):
    """A file that is no portfolio, or cannot be read as the database that it calls itself."""


def engine_of(path: Path) -> str | None:
    """The engine of a file by its ending, in any case; None where it has another."""
    return ENGINES.get(path.suffix.lower())


def created(path: Path, engine: str) -> Store:
    """A new database in a file that is not there yet.

    Raises:
        CannotWrite: its engine is not installed.
    """
    store: Store = import_module(f"nyttokedja.portfolio.{engine}").created(path)
    return store


def changing(path: Path, engine: str) -> Store:
    """A database to be changed.

    Raises:
        Foreign: the file is none of ours.
    """
    store: Store = import_module(f"nyttokedja.portfolio.{engine}").opened(path, writes=True)
    return store


def asked(path: Path) -> Store:
    """A database that is asked and nothing else: its content says which engine it has.

    Raises:
        CannotRead: it cannot be opened, is none of ours, or was made with other tables.
    """
    try:
        with path.open("rb") as file:
            head = file.read(20)
    except OSError as error:
        from nyttokedja.language.system_errors import why

        raise CannotRead("Cannot open {file}: {why}.", file=path, why=why(error)) from error
    engine = "duckdb_file" if head[8:12] == b"DUCK" else "sqlite_file"
    try:
        store: Store = import_module(f"nyttokedja.portfolio.{engine}").opened(path, writes=False)
    except Foreign as error:
        raise CannotRead(
            "{path} is no portfolio, or is damaged. Make one by: nyttokedja portfolio build -o FILE",
            path=path.as_posix(),
        ) from error
    if store.about().get("tables") != str(VERSION):
        store.close()
        raise CannotRead(
            "{path} was made by another version of nyttokedja. Make it anew by: "
            "nyttokedja portfolio build -o {path}",
            path=path.as_posix(),
        )
    return store


def must_be_ours(path: Path, engine: str) -> Mapping[str, str]:
    """What a portfolio that is to be made anew says of itself.

    Raises:
        CannotWrite: the file is none.
    """
    try:
        store: Store = import_module(f"nyttokedja.portfolio.{engine}").opened(path, writes=False)
    except Foreign as error:
        raise CannotWrite(
            "{path} is no portfolio, or is damaged, and is not touched. "
            "Choose another name, or move it away.",
            path=path.as_posix(),
        ) from error
    about = store.about()
    store.close()
    return about
