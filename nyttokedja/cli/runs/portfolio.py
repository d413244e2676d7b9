"""``portfolio build``: chains → one database, in which only what has changed is read again."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import click

from nyttokedja import __version__
from nyttokedja.batch.parallel import Task, in_parallel
from nyttokedja.batch.portfolio import Made, Order, is_read, made, orders, settle
from nyttokedja.checking.outcome import Outcome
from nyttokedja.cli.exit_codes import DONE, FINDINGS
from nyttokedja.cli.runs.check import Run
from nyttokedja.cli.terminal import progress
from nyttokedja.cli.translation import told
from nyttokedja.errors import CannotWrite
from nyttokedja.language.safe_text import clean
from nyttokedja.portfolio.schema import VERSION
from nyttokedja.portfolio.store import PRODUCT, Known, Store, changing, created, must_be_ours
from nyttokedja.reading.discovery import STDIN
from nyttokedja.reports.findings.text import safe_file_name
from nyttokedja.writing.saving import beside

_BATCH = 200
"""So many chains are written in one go, and no more are ever held."""

_DONE = "Chains read {read}, as they were {kept}, gone {gone}. The portfolio is {file}."
_UNREAD = "Files that could not be read: {n}. They are rows that say so."


class Tally(NamedTuple):
    """How many chains were read, were as before, and are gone."""

    read: int = 0
    kept: int = 0
    gone: int = 0


class PortfolioRun(Run):
    """One call of ``portfolio build``, or of what needs a portfolio of chains for a while."""

    tally = Tally()
    unread: Mapping[str, str] = {}

    def build(self, path: Path, engine: str) -> bool:
        """Write the portfolio, whole or not at all; whether there was something to write.

        Where a path is not there, or settings cannot be used, nothing is: sums would lack what they hold for.

        Raises:
            CannotWrite: what is there is no portfolio, or it cannot be written.
        """
        asked = orders(self._found())
        if self.troubled or not asked:
            return False
        about = must_be_ours(path, engine) if path.exists() else {}
        is_new = about.get("tables") != str(VERSION)
        with beside(path) as temporary:
            temporary.unlink()
            if not is_new:
                shutil.copyfile(path, temporary)
            with closing(created(temporary, engine) if is_new else changing(temporary, engine)) as store:
                try:
                    self._fill(store, asked)
                    store.finish({"product": PRODUCT, "version": __version__, "tables": str(VERSION)})
                except store.errors as error:
                    raise CannotWrite(
                        "{path} cannot be made, and what is there is not touched: {why}. "
                        "Make it anew under another name.",
                        path=path.as_posix(),
                        why=error,
                    ) from error
        return True

    def _found(self) -> list[Task]:
        """The files, and what is said of those that are not there."""
        tasks = [task for task in self.tasks() if not task.file.outside]
        for file, _ in tasks:
            if file.named and file.data is None and file.name != STDIN and not os.path.lexists(file.path):
                self.seen.append(Outcome(file.name, trouble="not-found"))
                self.show(self.seen[-1])
        return tasks

    def _fill(self, store: Store, asked: Sequence[Order]) -> None:
        before = store.known()
        nothing = Known("", "")
        changed = [one for one in asked if not is_read(one, before.get(one.chain, nothing).read_as)]
        kept = {one.chain for one in asked} - {one.chain for one in changed}
        store.take_away(chain for chain in before if chain not in kept)
        problems = {chain: known.problem for chain, known in before.items() if chain in kept}
        for batch in _batches(progress(in_parallel(made, changed, self.jobs), len(changed))):
            chains = [one for one in batch if one.rows]
            store.put([one.rows for one in chains if one.rows])
            problems |= {one.chain: one.problem for one in chains}
        settle(store, asked, self.paths)
        self.tally = Tally(len(problems) - len(kept), len(kept), len(before.keys() - problems.keys()))
        self.unread = {chain: problem for chain, problem in problems.items() if problem}

    def tell(self, path: Path) -> None:
        """Say what was read, and which files are rows that say that they could not be."""
        spoken = self.addressed(None)
        for chain, problem in sorted(self.unread.items()):
            click.echo(clean(f"{safe_file_name(chain)}: {problem}"), err=True)
        if n := len(self.unread):
            click.echo(clean(told(_UNREAD, spoken, n=n)), err=True)
        line = told(_DONE, spoken, file=safe_file_name(path.as_posix()), **self.tally._asdict())
        click.echo(clean(line), err=True)

    def exit_code(self) -> int:
        """0 all chains are in it, 1 a file could not be read, and is a row that says so."""
        return FINDINGS if self.unread else DONE


def _batches(came: Iterable[Made]) -> Iterator[list[Made]]:
    waiting = iter(came)
    while batch := list(islice(waiting, _BATCH)):
        yield batch
