"""Portfolios for tests: chains → a database of either engine, and its content as text."""

from contextlib import closing
from pathlib import Path

from nyttokedja.batch.parallel import Task
from nyttokedja.batch.portfolio import made, orders
from nyttokedja.checking.config import Config
from nyttokedja.portfolio.schema import TABLES, VERSION
from nyttokedja.portfolio.store import PRODUCT, asked, created
from nyttokedja.reading.discovery import candidates

ENGINES = {".sqlite": "sqlite_file", ".duckdb": "duckdb_file"}
ABOUT = {"product": PRODUCT, "tables": str(VERSION)}


def built(path, *sources, config=None):
    """A database of the chains in some files and folders."""
    tasks = [Task(file, config or Config()) for file in candidates(map(str, sources))]
    with closing(created(path, ENGINES[path.suffix])) as store:
        store.put([one.rows for one in map(made, orders(tasks)) if one.rows])
        store.finish(ABOUT)
    return path


def dump(path):
    """All that a database holds, by table."""
    with closing(asked(Path(path))) as store:
        return {name: list(map(tuple, store.rows(name))) for name in TABLES}
