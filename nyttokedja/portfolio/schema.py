"""The tables over many chains: every column, of what kind it is, and what it means.

Their one home is ``tables.toml``: rows, databases, exports and ``docs/portfolio.md`` are made by it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from importlib.resources import files
from typing import Any, NamedTuple

VERSION = 2
"""That of the tables: one more when a column comes, goes or means something else."""


class Kind(StrEnum):
    """What a column holds; the value is the word that databases have for it."""

    TEXT = "TEXT"
    WHOLE = "BIGINT"
    NUMBER = "DOUBLE"
    TRUTH = "BOOLEAN"
    DAY = "DATE"


class Column(NamedTuple):
    """A column; where nothing is said of it, it holds NULL, and never an empty text."""

    name: str
    kind: Kind
    meaning: str


@dataclass(frozen=True)
class Table:
    """A table: what a row is, its columns, and by which of them a row is known.

    ``boxes`` are columns that hold the id of a row in ``node``, or NULL; `owner` is the table that a row
    belongs to besides its chain, and ``owned_by`` the columns that say to which of its rows. ``indexes`` are
    columns by which rows are looked up besides.
    """

    name: str
    meaning: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    boxes: tuple[str, ...] = ()
    owner: str = ""
    owned_by: tuple[str, ...] = ()
    indexes: tuple[tuple[str, ...], ...] = ()

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of its columns."""
        return tuple(column.name for column in self.columns)


class View(NamedTuple):
    """What a view shows, and how that is asked for."""

    meaning: str
    sql: str


def _columns(written: list[list[str]]) -> Iterator[Column]:
    for name, kind, meaning in written:
        if kind != "period":
            yield Column(name, Kind[kind.upper()], meaning)
            continue
        yield Column(name, Kind.TEXT, f"{meaning}, as it is written: 2027, 2027-Q3, 2027-06 or 2027-06-30")
        for end in ("first", "last"):
            yield Column(f"{name}_{end}", Kind.DAY, f"the {end} day of `{name}`")


def _table(name: str, said: dict[str, Any]) -> Table:
    return Table(
        name,
        said["meaning"],
        tuple(_columns(said["columns"])),
        tuple(said["key"]),
        tuple(said.get("boxes", ())),
        said.get("owner", ""),
        tuple(said.get("owned_by", ())),
        tuple(map(tuple, said.get("indexes", ()))),
    )


_WRITTEN = tomllib.loads(files("nyttokedja.portfolio").joinpath("tables.toml").read_text("utf-8"))

TABLES: Mapping[str, Table] = {name: _table(name, said) for name, said in _WRITTEN["table"].items()}
"""Name → table, in the order in which they are made; what a row belongs to comes before it."""

VIEWS: Mapping[str, View] = {name: View(**said) for name, said in _WRITTEN["view"].items()}
"""Name → view."""
