"""``portfolio export``: the tables of a portfolio → files that other programs read."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping, Sequence
from itertools import islice
from pathlib import Path

from nyttokedja.errors import CannotWrite
from nyttokedja.portfolio.delimited import lines
from nyttokedja.portfolio.schema import TABLES
from nyttokedja.portfolio.store import Store, created
from nyttokedja.writing.saving import beside, save

_BATCH = 5_000
"""Rows that are held at a time."""


def export(store: Store, format: str, path: Path, language: str) -> None:
    """Write the tables.

    Args:
        store: the portfolio.
        format: one of `FORMATS`.
        path: the file, or the folder, to write.
        language: what a workbook is called in.

    Raises:
        CannotWrite: it cannot be written, or does not fit.
    """
    FORMATS[format](store, path, language)


def _csv(store: Store, folder: Path, language: str) -> None:
    for name, table in TABLES.items():
        with (
            beside(folder / f"{name}.csv") as temporary,
            temporary.open("w", encoding="utf-8-sig", newline="") as file,
        ):
            file.writelines(lines(table.names, store.rows(name)))


def _parquet(store: Store, folder: Path, language: str) -> None:
    from nyttokedja.portfolio.duckdb_file import DuckFile

    with tempfile.TemporaryDirectory() as place:
        held = created(Path(place, "portfolio.duckdb"), "duckdb_file")
        assert isinstance(held, DuckFile)
        _copied(store, held)
        for name in TABLES:
            with beside(folder / f"{name}.parquet") as temporary:
                held.copy(name, temporary)
        held.close()


def _sqlite(store: Store, path: Path, language: str) -> None:
    with beside(path) as temporary:
        temporary.unlink()
        held = created(temporary, "sqlite_file")
        _copied(store, held)
        held.finish(store.about())


def _copied(store: Store, to: Store) -> None:
    for name in TABLES:
        rows = store.rows(name)
        while some := [tuple(row) for row in islice(rows, _BATCH)]:
            to.put([{name: some}])


def _xlsx(store: Store, path: Path, language: str) -> None:
    from nyttokedja.documents.portfolio_book import MOST_ROWS, portfolio_document
    from nyttokedja.documents.writing.xlsx import written

    tables = {name: list(islice(store.rows(name), MOST_ROWS + 1)) for name in TABLES}
    if any(len(rows) > MOST_ROWS for rows in tables.values()):
        raise CannotWrite("A sheet has no room for so many rows. Choose --format csv or parquet.")
    save(path, written(portfolio_document(tables, language)))


FORMATS: Mapping[str, Callable[[Store, Path, str], None]] = {
    "parquet": _parquet,
    "xlsx": _xlsx,
    "csv": _csv,
    "sqlite": _sqlite,
}
"""Name → what writes it."""

IN_FOLDERS: Sequence[str] = ("parquet", "csv")
"""The formats of which there is a file a table."""
