"""``site``: chains → a folder of pages; what is as it was stays, and only what is ours is taken away."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path, PurePath

import click

from nyttokedja.batch.engines import begin_run, end_run
from nyttokedja.batch.parallel import Task, in_parallel
from nyttokedja.batch.site import Made, Order, made, spoken_in
from nyttokedja.cli import options
from nyttokedja.cli.exit_codes import CANNOT, DONE, FINDINGS
from nyttokedja.cli.runs.check import Run
from nyttokedja.cli.speech import person_of
from nyttokedja.cli.terminal import progress
from nyttokedja.cli.translation import told
from nyttokedja.errors import CannotWrite
from nyttokedja.language.codes import CANONICAL
from nyttokedja.language.failures import retold
from nyttokedja.language.safe_text import clean
from nyttokedja.language.texts import texts
from nyttokedja.model.elsewhere import target_of
from nyttokedja.pages.site import files_around
from nyttokedja.pages.site.manifest import NAME, Change, Kept, Manifest, digest, read, written
from nyttokedja.pages.site.model import Site
from nyttokedja.pages.site.names import named
from nyttokedja.portfolio.overview import overview
from nyttokedja.portfolio.store import created
from nyttokedja.portfolio.sums import Overview
from nyttokedja.portfolio.tables import Rows
from nyttokedja.reading.discovery import read_bytes
from nyttokedja.reading.sniffing import is_chain
from nyttokedja.reports.findings import text
from nyttokedja.reports.findings.text import safe_file_name
from nyttokedja.writing.saving import differs, save

_BATCH = 10
"""So many pictures share the starts of the layout engine."""

_OTHER = re.compile(rb"""([^\s,\[\]{}"'#]+\.ya?ml)#""", re.IGNORECASE)
"""What looks like a box of another chain: the part that is a file."""


class SiteRun(Run):
    """One call of ``site``."""

    tally: Counter[str]
    parts = False
    """Whether settings ask for a part of a chain."""

    def build(self, output: str, engine: str, language: str | None, today: date | None) -> None:
        """Write the site into a folder; nothing where there is no chain, or none that is within reach.

        Raises:
            CannotWrite: something is in the way that is not ours, or cannot be written.
        """
        self.tally = Counter()
        folder = Path(output)
        before = _remembered(folder)
        spoken, tasks = self._chains(self.tasks(), language)
        places = named({task.file.name: _stem(task.file.name, self.paths) for task in tasks})
        pages = {posixpath.normpath(name): f"{place}.html" for name, place in places.items()}
        orders = [_order(task, places[task.file.name], before, folder, pages) for task in tasks]
        results = list(self._made(orders, engine, spoken))
        if all(one.outcome.trouble for one in results):
            return
        summaries = sorted((one.summary for one in results), key=lambda one: (one.title.casefold(), one.file))
        site = Site(summaries, places, spoken, today, summed([one.rows for one in results]))
        changes = _changes(results, before, is_whole=not self.troubled)
        self._write(folder, site, results, changes, before)

    def _chains(self, tasks: Sequence[Task], language: str | None) -> tuple[str, list[Task]]:
        """The language of the site, and the files of chains, with their bytes."""
        chains, languages = [], []
        for task in tasks:
            file = task.file
            with suppress(OSError):
                if not (file.trouble or file.outside):
                    file = file._replace(data=read_bytes(file, task.config.limits.file))
            if file.data is not None and not file.named and not is_chain(file.data):
                continue
            if file.outside:
                continue
            self.parts |= bool(task.config.picture.focus or task.config.picture.only)
            if file.data is not None:
                languages.append(task.config.assumed_language or spoken_in(file.data))
            chains.append(Task(file, task.config))
        return options.speaker(language, languages), chains

    def _made(self, orders: Sequence[Order], engine: str, language: str) -> Iterator[Made]:
        batches = [orders[n : n + _BATCH] for n in range(0, len(orders), _BATCH)]
        work = partial(made, engine=engine, language=language)
        begin_run()
        try:
            came = in_parallel(work, batches, self.jobs, worth=1, start=begin_run)
            for one in progress(chain.from_iterable(came), len(orders)):
                self.seen.append(one.outcome)
                if one.summary.problem:
                    self.tally["unread"] += 1
                    self.show(one.outcome, err=True)
                if one.failure:
                    self._cannot_draw(one)
                yield one
        finally:
            end_run()

    def _cannot_draw(self, one: Made) -> None:
        self.tally["failures"] += 1
        spoken = person_of(click.get_current_context(silent=True)) or CANONICAL
        name = safe_file_name(one.outcome.name)
        click.echo(f"nyttokedja: {name}: {clean(retold(one.failure, spoken))}", err=True)

    def _write(
        self,
        folder: Path,
        site: Site,
        results: Sequence[Made],
        changes: tuple[Change, ...] | None,
        before: Manifest,
    ) -> None:
        pages = {site.chain_place(one.summary.file): one.page for one in results}
        contents: dict[str, str | bytes] = dict(files_around(site, changes))
        contents |= {place: page for place, page in pages.items() if page is not None}
        for place, content in contents.items():
            if place not in before.files and (folder / place).exists() and differs(folder / place, content):
                raise CannotWrite(
                    "{path} was not made by site, and is not overwritten. Choose another folder.",
                    path=(folder / place).as_posix(),
                )
        digests = {place: digest(content) for place, content in contents.items()}
        files = {**{place: before.files[place] for place in pages if place not in digests}, **digests}
        if files.keys() - before.files.keys():  # should the work be interrupted, all of it is known as ours
            save(folder / NAME, written(replace(before, files={**before.files, **files})))
        for place, content in contents.items():
            self.tally["written" if save(folder / place, content) else "unchanged"] += 1
        self.tally["unchanged"] += len(files) - len(contents)
        kept: dict[str, Kept] = {one.summary.file: one.kept for one in results if one.kept}
        if self.troubled:  # what is missing may only be out of reach
            kept, files = {**before.chains, **kept}, {**before.files, **files}
        for place in before.files.keys() - files.keys():
            self._take_away(folder, place, before.files[place])
        save(folder / NAME, written(Manifest(kept, files, changes)))

    def _take_away(self, folder: Path, place: str, known: str) -> None:
        """Remove a page of before, unless somebody has changed it since."""
        path = folder / place
        with suppress(OSError):
            if path.resolve().is_relative_to(folder.resolve()) and digest(path.read_bytes()) == known:
                path.unlink()
                self.tally["removed"] += 1

    def sum_up(self, language: str | None, output: str = "") -> None:
        """Say how many pages there are now."""
        self.say_if_none(language)
        said = texts(self.addressed(language))
        for line in text.skipped_lines([outcome for outcome in self.seen if outcome.outside], said):
            click.echo(line, err=True)
        if not self.tally["written"] and not self.tally["unchanged"]:
            return
        spoken = self.addressed(language)
        numbers = {name: self.tally[name] for name in ("written", "unchanged", "removed")}
        start = safe_file_name((PurePath(output) / "index.html").as_posix())
        if self.parts:
            whole = "The pages of a site show whole chains: the settings focus and only are not followed."
            click.echo(clean(told(whole, spoken)), err=True)
        line = told(
            "Files written {written}, as they were {unchanged}, removed {removed}.", spoken, **numbers
        )
        click.echo(clean(line), err=True)
        click.echo(clean(told("The site begins with {file}.", spoken, file=start)), err=True)

    def exit_code(self) -> int:
        """0 all pages made, 1 a chain could not be read, 2 something could not be done."""
        if self.troubled or not self.chains or self.tally["failures"]:
            return CANNOT
        return FINDINGS if self.tally["unread"] else DONE


def summed(rows: Sequence[Rows]) -> Overview:
    """What chains come to together: a portfolio that is made in memory, and asked."""
    with closing(created(Path(":memory:"), "sqlite_file")) as store:
        store.put(rows)
        return overview(store)


def _remembered(folder: Path) -> Manifest:
    """What the site that is there remembers; nothing of one that is not there."""
    try:
        return read((folder / NAME).read_text("utf-8")) or Manifest()
    except (OSError, UnicodeDecodeError):
        return Manifest()


def _stem(file: str, paths: Sequence[str]) -> str:
    """What a chain is called among the others: its way from the folder that was named, without its ending."""
    path = PurePath(file)
    above = [PurePath(one) for one in paths if path != PurePath(one) and path.is_relative_to(one)]
    nearest = max(above, key=lambda one: len(one.parts), default=path.parent)
    return path.relative_to(nearest).with_suffix("").as_posix()


def _others(task: Task, pages: Mapping[str, str]) -> Mapping[str, str]:
    """The pages of the chains that a file may lead to, by their files as it names them."""
    data = task.file.data or b""
    found = {}
    for said in dict.fromkeys(_OTHER.findall(data)):
        file = said.decode("utf-8", "replace")
        if page := pages.get(target_of(posixpath.normpath(task.file.name), file).file):
            found[file] = page
    return found


def _order(task: Task, place: str, before: Manifest, folder: Path, pages: Mapping[str, str]) -> Order:
    kept, known = before.chains.get(task.file.name), before.files.get(f"chains/{place}.html")
    is_there = False
    if kept is not None and kept.key and known:
        with suppress(OSError):
            is_there = digest((folder / "chains" / f"{place}.html").read_bytes()) == known
    return Order(task, kept, is_there, _others(task, pages))


def _changes(results: Sequence[Made], before: Manifest, *, is_whole: bool) -> tuple[Change, ...] | None:
    """What became of the chains since the site was made; what was told before, where nothing did."""
    if not before.chains:
        return None
    now = {one.summary.file: one.summary for one in results}
    added = (one for name, one in now.items() if name not in before.chains and not one.problem)
    gone = ((name, kept) for name, kept in before.chains.items() if is_whole and name not in now)
    found = (
        *(Change(one.file, one.title, one.language, "added") for one in added),
        *(Change(name, kept.title, kept.language, "removed") for name, kept in gone),
        *(one.change for one in results if one.change),
    )
    return found or before.changes
