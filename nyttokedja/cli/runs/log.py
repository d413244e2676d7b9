"""A run that reads a chain's history, and tells each commit when it has been compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path

import click

from nyttokedja.batch.parallel import in_parallel
from nyttokedja.cli.setting_options import Chosen
from nyttokedja.cli.terminal import look, progress
from nyttokedja.comparing import Weight
from nyttokedja.comparing.wording import ComparisonWords
from nyttokedja.errors import CannotRead
from nyttokedja.reports.log import reporter
from nyttokedja.reports.log.text import LogView, commit_lines, ending_lines
from nyttokedja.reports.model import Content, ReportContext
from nyttokedja.versions.git import inside, root
from nyttokedja.versions.history import steps
from nyttokedja.versions.log import followed, language, told
from nyttokedja.versions.log_model import FileLog, LogEntry
from nyttokedja.versions.revisions import resolve, shallow

_LEAST, _PARTS = 20, 16
"""A process is given so many commits at least, and the history in so many parts at most."""


class Reading:
    """One call of the command that tells a history.

    Raises:
        CannotRead: there is no repository, or nothing in it that was ever called so.
    """

    def __init__(self, file: str, chosen: Chosen, said_language: str | None, jobs: int | None) -> None:
        path = Path(file)
        if path.is_dir():
            raise CannotRead(f"{file} is a folder. Name a file.")
        self._top = root(_folder(path))
        name = inside(path, self._top)
        head = resolve("HEAD", self._top)
        self._steps = steps(name, head, self._top)
        cut = bool(shallow(self._top))
        if not self._steps:
            rest = ", as far as the history was fetched" if cut else ""
            raise CannotRead(f"No commit has {file}{rest}. Name a file that has been committed.")
        self.language = said_language or language(self._steps, self._top, chosen.lookup())
        self._lookup = chosen.lookup(self.language)
        self._jobs = jobs
        self._history = FileLog(name, head, (), cut=cut)

    def tell(self, node: str, *, reasoning: bool, everything: bool, spoken: bool) -> None:
        """Read the history and, where it is ``spoken``, say each commit as it comes.

        Raises:
            CannotRead: no version has the box that is to be followed.
        """
        words, view = ComparisonWords(self.language), LogView(everything, bool(node), look().paint)
        wanted = self._about(node) if node else self._told()
        shown: list[LogEntry] = []
        hidden = 0
        for one in wanted:
            if not (everything or (one.weight is Weight.REASONING if reasoning else one.tells)):
                hidden += 1
                continue
            for line in _block(one, words, view, first=not shown) if spoken else ():
                click.echo(line, color=True)
            shown.append(one)
        self._history = self._history._replace(told=shown, node=node)
        last = list(ending_lines(self._history, hidden, words, reasoning=reasoning)) if spoken else []
        for line in ("", *last) if last and shown else last:
            click.echo(view.paint(line, "soft") if line else line, color=True)

    def _told(self) -> Iterator[LogEntry]:
        """What is said of each step, from as many processes as pay."""
        size = max(_LEAST, -(-len(self._steps) // _PARTS))
        spans = [range(n, min(n + size, len(self._steps))) for n in range(0, len(self._steps), size)]
        work = partial(told, steps=self._steps, top=self._top, lookup=self._lookup)
        made = chain.from_iterable(in_parallel(work, spans, self._jobs, worth=1))
        return progress(made, len(self._steps))

    def _about(self, node: str) -> Iterable[LogEntry]:
        found = followed(list(self._told()), node)
        if found is None:
            raise CannotRead(f"No version of {self._history.name} that can be read has a box {node}.")
        return found

    def report(self, format: str, setting: ReportContext) -> Content:
        """The history, as a report in a format."""
        return reporter(format)(self._history, setting)


def _folder(path: Path) -> Path:
    """The nearest folder that is there: that of a file may be gone with it."""
    return next(folder for folder in path.absolute().parents if folder.is_dir())


def _block(one: LogEntry, words: ComparisonWords, view: LogView, *, first: bool) -> Iterator[str]:
    if not first:
        yield ""
    yield from commit_lines(one, words, view)
