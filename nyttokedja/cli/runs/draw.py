"""A run that draws: pictures are written as they come, and summed up at the end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from pathlib import Path

import click

from nyttokedja.batch.draw import Picture, names, pictures
from nyttokedja.batch.engines import begin_run, end_run
from nyttokedja.batch.parallel import Task, in_parallel
from nyttokedja.batch.picture_formats import FORMATS, format_of
from nyttokedja.checking.settings import Lookup
from nyttokedja.cli.exit_codes import CANNOT, DONE, FINDINGS
from nyttokedja.cli.failures import retold
from nyttokedja.cli.runs.check import Run, place
from nyttokedja.cli.speech import person_of
from nyttokedja.cli.terminal import progress
from nyttokedja.errors import CannotWrite
from nyttokedja.language.codes import CANONICAL
from nyttokedja.language.safe_text import clean
from nyttokedja.language.texts import texts
from nyttokedja.reading.sniffing import contains_chain
from nyttokedja.reports.findings import text
from nyttokedja.writing.saving import differs, save

_OF_FILES = re.compile(r"\.[A-Za-z]\w{1,4}")
"""The ending of what is a file to people: no folder is made that is called so."""
DEFAULT = "svg"
"""The format of pictures where nothing says another."""
_BATCH = 10
"""So many pictures share the starts of the layout engine."""


class DrawRun(Run):
    """One call of a command that draws."""

    def __init__(
        self, paths: Sequence[str], lookup: Lookup, jobs: int | None, format: str | None, engine: str
    ) -> None:
        super().__init__(paths, lookup, jobs)
        self.said_format = format
        self.format = format or DEFAULT
        self.engine = engine
        self.output = ""
        self.failures: set[str] = set()
        self.tally: Counter[str] = Counter()

    def write(self, output: str, only_check: bool) -> None:
        """Write the pictures into a folder, or the one picture there is into a file; or only say which
        of them are not what they should be.
        """
        self.output = output
        self.format = _format_at(Path(output), self.said_format)
        tasks = self.tasks()
        paths = self._paths(tasks)
        read = {file.path.resolve() for file, _ in tasks}
        if over := next((path for path in paths.values() if path.resolve() in read), None):
            raise CannotWrite(
                "{path} is one of the chains that are drawn, and is not overwritten. Choose another name.",
                path=over,
            )
        for made in self._pictures(tasks):
            if made.content is None:
                continue
            path = paths[made.outcome.name]
            if only_check:
                state = _state(path, made.content)
                self.tally[state] += 1
                if state != "unchanged":
                    click.echo(text.safe_file_name(path.as_posix()))
            else:
                self.tally["drawn" if save(path, made.content) else "unchanged"] += 1

    def _paths(self, tasks: Sequence[Task]) -> Mapping[str, Path]:
        """The path of each file's picture, by the file's name."""
        path = Path(self.output)
        if path.is_dir() or format_of(path.suffix) is None:
            named = names(tasks, self.format)
            return {file: path / name for file, name in named.items()}
        chains = sum(contains_chain(file, config.limits.file) for file, config in tasks)
        if chains > 1:
            raise CannotWrite(
                f"{self.output} is one file, but there are {chains} chains to draw. "
                "Name one chain, or a folder to write to."
            )
        return {task.file.name: path for task in tasks}

    def print(self) -> None:
        """Print the pictures, one after the other."""
        for made in self._pictures(self.tasks()):
            if made.content is not None:
                click.echo(made.content, nl=False)

    def _pictures(self, tasks: list[Task]) -> Iterator[Picture]:
        work = partial(pictures, format=self.format, engine=self.engine)
        batches = [tasks[n : n + _BATCH] for n in range(0, len(tasks), _BATCH)]
        begin_run()
        try:
            made = in_parallel(work, batches, self.jobs, worth=1, start=begin_run)
            for picture in progress(chain.from_iterable(made), len(tasks)):
                self.seen.append(picture.outcome)
                if picture.content is None and picture.outcome.is_chain:
                    self.tally["not_drawn"] += 1
                    self._tell(picture)
                self._remark(picture)
                yield picture
        finally:
            end_run()

    def _tell(self, made: Picture) -> None:
        """Say why there is no picture; where it is for the same reason as another, it has been said."""
        if not made.failure:
            self.show(made.outcome, err=True)
        elif made.failure not in self.failures:
            spoken = person_of(click.get_current_context(silent=True)) or CANONICAL
            why = clean(retold(made.failure, spoken))
            told = f"nyttokedja: {text.safe_file_name(made.outcome.name)}: {why}"
            click.echo(told, err=True)
            self.failures.add(made.failure)

    def _remark(self, made: Picture) -> None:
        """Say what in a picture is otherwise than in its chain."""
        spoken = texts(person_of(click.get_current_context(silent=True)) or CANONICAL)
        for remark in made.remarks:
            told = clean(spoken.say("printing/remarks", remark.name, **remark.particulars))
            click.echo(f"{text.safe_file_name(made.outcome.name)}: {told}", err=True)

    def sum_up(self, language: str | None) -> None:
        """Say how many pictures there are now."""
        self.say_if_none(language)
        said = texts(self.addressed(language))
        for line in text.skipped_lines([outcome for outcome in self.seen if outcome.outside], said):
            click.echo(line, err=True)
        folder = place(self.output, self.output, said)
        for name in ("drawn", "missing", "stale", "unchanged", "not_drawn"):
            if n := self.tally[name]:
                click.echo(clean(said.say("run", name, n=n, folder=folder)), err=True)

    def exit_code(self) -> int:
        """0 all drawn, 1 a chain could not be read or a picture is out of date, 2 the work failed."""
        if self.troubled or not self.chains or self.failures:
            return CANNOT
        return FINDINGS if any(self.tally[name] for name in ("not_drawn", "stale", "missing")) else DONE


def _format_at(path: Path, said: str | None) -> str:
    """The format of what is written to a path: the one that its ending says, or the one asked for.

    Raises:
        CannotWrite: its ending is that of another format, or of a file that is no picture.
    """
    ended = None if path.is_dir() else format_of(path.suffix)
    if ended and said and ended != said:
        raise CannotWrite(
            "{path} ends as a file of the format {ended} does, and --format says {said}. Leave "
            "--format out, or name a file that ends with .{ending}.",
            path=path,
            ended=ended,
            said=said,
            ending=FORMATS[said].endings[0],
        )
    if ended is None and _OF_FILES.fullmatch(path.suffix.lower()) and not path.is_dir():
        raise CannotWrite(
            "{path} does not end as a picture does. Name a file that ends with one of "
            "{endings}, or a folder.",
            path=path,
            endings=", ".join(f".{ending}" for format in FORMATS.values() for ending in format.endings),
        )
    return ended or said or DEFAULT


def _state(path: Path, content: str | bytes) -> str:
    """How a picture's file stands to what it should be."""
    if not path.exists():
        return "missing"
    return "stale" if differs(path, content) else "unchanged"
