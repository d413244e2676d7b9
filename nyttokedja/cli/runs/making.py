"""A run that makes a file of each chain: they are written as they come, and summed up at the end."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import TypeVar

import click

from nyttokedja.batch.engines import begin_run, end_run
from nyttokedja.batch.parallel import Task, in_parallel
from nyttokedja.batch.product import Format, Product, format_of, names
from nyttokedja.checking.settings import Lookup
from nyttokedja.cli.exit_codes import CANNOT, DONE, FINDINGS
from nyttokedja.cli.runs.check import Run, place
from nyttokedja.cli.speech import person_of
from nyttokedja.cli.terminal import progress
from nyttokedja.errors import CannotWrite
from nyttokedja.language.failures import retold
from nyttokedja.language.safe_text import clean
from nyttokedja.language.texts import texts
from nyttokedja.reading.sniffing import contains_chain
from nyttokedja.reports.findings import text
from nyttokedja.writing.saving import differs, must_stay, save

T = TypeVar("T")

_OF_FILES = re.compile(r"\.[A-Za-z]\w{1,4}")
"""The ending of what is a file to people: no folder is made that is called so."""
_BATCH = 10
"""So many pictures share the starts of the layout engine."""
_OUTDATED = ("missing", "stale")
"""How a file may stand that is not as it should be."""


class MakingRun(Run, ABC):
    """One call of a command that makes a file of each chain, in one of its ``formats``.

    What it makes is counted as ``made``, what is there as it should be as ``unchanged``, what it cannot make
    as ``not_made``: names of sentences.
    """

    formats: Mapping[str, Format]
    default: str
    made: str
    unchanged: str
    not_made: str

    def __init__(
        self, paths: Sequence[str], lookup: Lookup, jobs: int | None, format: str | None, engine: str
    ) -> None:
        super().__init__(paths, lookup, jobs)
        self.said_format = format
        self.format = format or self.default
        self.engine = engine
        self.output = ""
        self.failures: set[str] = set()
        self.tally: Counter[str] = Counter()

    @abstractmethod
    def work(self) -> Callable[[Sequence[Task]], list[Product]]:
        """What makes something of several files; it can be sent to another process."""

    @property
    def ending(self) -> str:
        """What the names of files in a folder end with."""
        return f".{self.formats[self.format].endings[0]}"

    def write(self, output: str, only_check: bool = False) -> None:
        """Write the files into a folder, or the one that there is to its path; or only say which of them are
        not what they should be.
        """
        self.output = output
        self.format = self._format_at(Path(output))
        tasks = self.tasks()
        paths = self._paths(tasks)
        read = {file.path.resolve() for file, _ in tasks}
        if over := next((path for path in paths.values() if path.resolve() in read), None):
            raise CannotWrite(
                "{path} is one of the chains that are read, and is not overwritten. Choose another name.",
                path=over,
            )
        for product in self._products(tasks, self.recalled(tasks, paths)):
            path = paths[product.outcome.name]
            if product.is_there:
                if not only_check:
                    must_stay(path.parent)
                self.tally[self.unchanged] += 1
            if product.content is None:
                continue
            if only_check:
                state = _state(path, product.content) or self.unchanged
                self.tally[state] += 1
                if state != self.unchanged:
                    click.echo(text.safe_file_name(path.as_posix()))
            else:
                self.tally[self.made if save(path, product.content) else self.unchanged] += 1

    def _paths(self, tasks: Sequence[Task]) -> Mapping[str, Path]:
        """The path of what is made of each file, by the file's name."""
        path = Path(self.output)
        if path.is_dir() or format_of(path.suffix, self.formats) is None:
            return {file: path / name for file, name in names(tasks, self.ending).items()}
        chains = sum(contains_chain(file, config.limits.file) for file, config in tasks)
        if chains > 1:
            raise CannotWrite(
                f"{self.output} is one file, but there are {chains} chains. "
                "Name one chain, or a folder to write to."
            )
        return {task.file.name: path for task in tasks}

    def print(self) -> None:
        """Print what is made, one after the other."""
        tasks = self.tasks()
        for product in self._products(tasks, [None] * len(tasks)):
            if product.content is not None:
                click.echo(product.content, nl=False)

    def recalled(self, tasks: Sequence[Task], paths: Mapping[str, Path]) -> Sequence[Product | None]:
        """What came of each file in an earlier run, and would come now; None where it is to be made."""
        return [None] * len(tasks)

    def in_batches(self, work: Callable[[Sequence[Task]], list[T]], tasks: Sequence[Task]) -> Iterator[T]:
        """What comes of files, some together, in several processes."""
        batches = [tasks[n : n + _BATCH] for n in range(0, len(tasks), _BATCH)]
        made = in_parallel(work, batches, self.jobs, worth=1, start=begin_run)
        return progress(chain.from_iterable(made), len(tasks))

    def anew(self, tasks: Sequence[Task]) -> Iterator[Product]:
        """What is made of files now."""
        return self.in_batches(self.work(), tasks)

    def _products(self, tasks: Sequence[Task], recalled: Sequence[Product | None]) -> Iterator[Product]:
        begin_run()
        try:
            made = self.anew([task for task, one in zip(tasks, recalled, strict=True) if one is None])
            for product in (next(made) if one is None else one for one in recalled):
                self.seen.append(product.outcome)
                done = product.is_there or (product.content is not None and not product.failure)
                if product.outcome.is_chain and not done:
                    self.tally[self.not_made] += product.content is None
                    self._tell(product)
                self._remark(product)
                yield product
        finally:
            end_run()

    def _tell(self, made: Product) -> None:
        """Say why something is not made; where it is for the same reason as another, it has been said."""
        if not made.failure:
            self.show(made.outcome, err=True)
        elif made.failure not in self.failures:
            why = clean(retold(made.failure, _spoken(made)))
            told = f"nyttokedja: {text.safe_file_name(made.outcome.name)}: {why}"
            click.echo(told, err=True)
            self.failures.add(made.failure)

    def _remark(self, made: Product) -> None:
        """Say what in a file is otherwise than in its chain."""
        said = texts(_spoken(made))
        for remark in made.remarks:
            told = clean(said.say("printing/remarks", remark.name, **remark.particulars))
            click.echo(f"{text.safe_file_name(made.outcome.name)}: {told}", err=True)

    def sum_up(self, language: str | None) -> None:
        """Say how many files there are now."""
        self.say_if_none(language)
        said = texts(self.addressed(language))
        for line in text.skipped_lines([outcome for outcome in self.seen if outcome.outside], said):
            click.echo(line, err=True)
        folder = place(self.output, self.output, said)
        for name in (self.made, *_OUTDATED, self.unchanged, self.not_made):
            if n := self.tally[name]:
                click.echo(clean(said.say("run", name, n=n, folder=folder)), err=True)

    def exit_code(self) -> int:
        """0 all made, 1 a chain could not be read or a file is out of date, 2 the work failed."""
        if self.troubled or not self.chains or self.failures:
            return CANNOT
        return FINDINGS if any(self.tally[name] for name in (self.not_made, *_OUTDATED)) else DONE

    def _format_at(self, path: Path) -> str:
        """The format of what is written to a path: the one that its ending says, or the one asked for.

        Raises:
            CannotWrite: its ending is that of another format, or of a file that cannot be made here.
        """
        said = self.said_format
        ended = None if path.is_dir() else format_of(path.suffix, self.formats)
        if ended and said and ended != said:
            raise CannotWrite(
                "{path} ends as a file of the format {ended} does, and --format says {said}. Leave "
                "--format out, or name a file that ends with .{ending}.",
                path=path,
                ended=ended,
                said=said,
                ending=self.formats[said].endings[0],
            )
        if ended is None and _OF_FILES.fullmatch(path.suffix.lower()) and not path.is_dir():
            endings = (ending for format in self.formats.values() for ending in format.endings)
            raise CannotWrite(
                "{path} ends as no file does that can be made here. Name a file that ends with one of "
                "{endings}, or a folder.",
                path=path,
                endings=", ".join(f".{ending}" for ending in endings),
            )
        return ended or said or self.default


def _state(path: Path, content: str | bytes) -> str:
    """How a file stands to what it should be; "" where it is that."""
    if not path.exists():
        return "missing"
    return "stale" if differs(path, content) else ""


def _spoken(made: Product) -> str:
    """The language of the person, or of the chain."""
    return person_of(click.get_current_context(silent=True)) or made.outcome.language
