"""A file that may be a chain → its rows in a portfolio; what it is known by, so that it is read once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from pathlib import PurePath
from typing import NamedTuple

from nyttokedja import __version__
from nyttokedja.batch.across import path_of, where
from nyttokedja.batch.check import BUG, outcome_of_bytes
from nyttokedja.batch.parallel import Task
from nyttokedja.checking.across import found_across
from nyttokedja.checking.check import check
from nyttokedja.checking.config import Config, as_told
from nyttokedja.checking.outcome import Outcome
from nyttokedja.language.texts import texts
from nyttokedja.portfolio.schema import TABLES, VERSION
from nyttokedja.portfolio.store import Store
from nyttokedja.portfolio.tables import Origin, Rows, rows_of, unread_rows
from nyttokedja.portfolio.together import BEFORE, COUNTED, TAKEN_AWAY, facts_in, finding_rows, is_other
from nyttokedja.reading.discovery import STDIN, read_bytes

_PLAIN = Config()


class Order(NamedTuple):
    """A file to be read, and what its chain is called; ``settings`` is what it is known by besides bytes."""

    task: Task
    chain: str
    settings: str


class Made(NamedTuple):
    """What came of a file: its rows, None where it is no chain, and why it could not be read."""

    chain: str
    file: str
    rows: Rows | None = None
    problem: str = ""


def orders(tasks: Sequence[Task]) -> list[Order]:
    """Files with what their chains are called: the path without its ending, unless two would be the same."""
    called = [_stem(task.file.name) for task in tasks]
    counts = Counter(called)
    told: dict[int, str] = {}  # the same settings hold for many files
    made = []
    for task, stem in zip(tasks, called, strict=True):
        chain = stem if counts[stem] == 1 else task.file.name
        if id(task.config) not in told:
            told[id(task.config)] = settings_told(task.config)
        made.append(Order(task, chain, told[id(task.config)]))
    return made


def settings_told(config: Config) -> str:
    """What is the same of two runs that find the same in the same bytes."""
    same = {name: getattr(_PLAIN, name) for name in ("fail_on", "baseline", "picture", "template")}
    return "\n".join((as_told(replace(config, **same)), __version__, str(VERSION)))


def read_as(data: bytes, order: Order) -> str:
    """What a chain is known by: other, and it is read again."""
    told = "\n".join((sha256(data).hexdigest(), order.settings, order.chain, order.task.file.name))
    return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


def is_read(order: Order, known: str) -> bool:
    """Whether a chain was read as it is now; the bytes are looked at, never the time of the file."""
    file, config = order.task
    if not known or file.trouble or file.outside:
        return False
    with suppress(OSError):
        return read_as(read_bytes(file, config.limits.file), order) == known
    return False


def made(order: Order) -> Made:
    """Check a file, and make its rows. Never raises: a failure is a row that says so."""
    (file, config), chain = order.task, order.chain

    def work(data: bytes) -> Rows:
        origin = Origin(chain, file.name, sha256(data).hexdigest(), read_as(data, order), config.pools)
        return rows_of(check(data, file.name, config), origin)

    came = outcome_of_bytes(file, config, work)
    if not isinstance(came, Outcome):
        return Made(chain, file.name, came, _problem(came))
    if not came.is_chain and not came.trouble:
        return Made(chain, file.name)
    said = texts(came.language).common["reason"].get(came.trouble, came.trouble)
    problem = BUG.format(came.trouble) if came.crashed else str(said)
    return Made(chain, file.name, unread_rows(Origin(chain, file.name), problem), problem)


def settle(store: Store, asked: Sequence[Order], paths: Iterable[str] = ()) -> None:
    """Write what the chains of a portfolio say of each other, where that is not what is there already.

    Args:
        store: a portfolio with the rows of all the chains.
        asked: the chains.
        paths: the files and folders that the run was asked for.
    """
    facts = facts_in(store, {one.chain: path_of(one.task) for one in asked})
    tasks = {one.chain: one.task for one in asked}
    known = [(held, path_of(tasks[chain]), tasks[chain].config) for chain, held in facts.items()]
    chains = {held.name: chain for chain, held in facts.items()}
    found = {chains[name]: here for name, here in found_across(known, where(paths)).items()}
    rows = finding_rows(store, found)
    if is_other(store.look(BEFORE), rows):
        store.change(TAKEN_AWAY)
        store.put([{"finding": rows}])
        store.change(COUNTED)


def _problem(rows: Rows) -> str:
    """Why a file could not be read, of its row; "" where it could."""
    said = dict(zip(TABLES["chain"].names, rows["chain"][0], strict=True))
    return "" if said["readable"] else str(said["problem"] or "")


def _stem(name: str) -> str:
    return name if name == STDIN else PurePath(name).with_suffix("").as_posix()
