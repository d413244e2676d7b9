"""A run over files: what is found is shown as it comes, and summed up at the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import click

from nyttokedja.batch.across import held_together
from nyttokedja.batch.cache_file import cache_folder
from nyttokedja.batch.check import check_outcome, with_standard_input
from nyttokedja.batch.known_checks import KnownChecks, checked_file
from nyttokedja.batch.parallel import Task, in_parallel, run_task
from nyttokedja.checking.outcome import Outcome
from nyttokedja.checking.settings import Lookup, WrongSettings
from nyttokedja.cli import options
from nyttokedja.cli.exit_codes import CANNOT, DONE, FINDINGS
from nyttokedja.cli.runs.known_findings import KnownFindings
from nyttokedja.cli.runs.unused_patterns import searched_whole, unused_lines
from nyttokedja.cli.terminal import look, progress
from nyttokedja.language.safe_text import clean
from nyttokedja.language.texts import Texts, texts
from nyttokedja.reading.discovery import STDIN, candidates, near, text_files
from nyttokedja.reports.findings import reporter, text
from nyttokedja.reports.model import Content, ReportContext


class Run:
    """One call of a command that checks: the files it is about, and what came of them so far."""

    def __init__(
        self, paths: Sequence[str], lookup: Lookup, jobs: int | None = None, *, remembers: bool = False
    ) -> None:
        self.paths = paths
        self.lookup = lookup
        self.jobs = jobs
        # whether what earlier runs found is used, and kept for the next
        self.remembers = remembers and cache_folder() is not None
        self.look = look()
        self.err = False  # whether what is found is said on standard error
        self.silent = False  # whether each finding is left to a report
        self.seen: list[Outcome] = []
        self.known = KnownFindings()
        self._assumed: set[str | None] = {None}
        self._looked_at: list[Path] = []

    def tasks(self) -> list[Task]:
        """The files that this run is about, each with what is chosen for it.

        What is wrong with settings is said at once, and the files that they are about are left aside.
        """
        wrong: dict[str, WrongSettings] = {}
        tasks = []
        for file in candidates(self.paths):
            try:
                config = self.lookup.config(None if file.name == STDIN else file.path)
            except WrongSettings as error:
                wrong.setdefault(error.file, error)
            else:
                tasks.append(Task(with_standard_input(file, config.limits.file), config))
        for faulty in wrong.values():
            self.seen.append(of_settings(faulty))
            self.show(self.seen[-1], err=True)
        self._assumed = {task.config.assumed_language for task in tasks}
        self._looked_at = [task.file.path for task in tasks if task.file.name != STDIN]
        return tasks

    def outcomes(self) -> Iterator[Outcome]:
        """Check the files; what is found in them is told in their order, once all have been looked at."""
        tasks = self.tasks()
        self.known = KnownFindings(tasks)
        yield from self.told(tasks, self._remembered(tasks) if self.remembers else self._checked(tasks))

    def _checked(self, tasks: Sequence[Task]) -> Sequence[Outcome]:
        results = in_parallel(partial(run_task, work=check_outcome), tasks, self.jobs)
        return list(progress(results, len(tasks)))

    def _remembered(self, tasks: Sequence[Task]) -> Sequence[Outcome]:
        """What came of the files; those that are as they were found sound are not checked again."""
        memory = KnownChecks(tasks)
        came = memory.recalled()
        anew = [task for task, outcome in zip(tasks, came, strict=True) if outcome is None]
        results = in_parallel(partial(run_task, work=checked_file), anew, self.jobs)
        checked = list(progress(results, len(anew)))
        for task, one in zip(anew, checked, strict=True):
            memory.keep(task, one)
        memory.save()
        left = iter(checked)
        return memory.with_facts([next(left).outcome if one is None else one for one in came])

    def told(self, tasks: Sequence[Task], came: Sequence[Outcome]) -> Iterator[Outcome]:
        """What came of the files, with what they say of each other, and without what is known."""
        for task, outcome in zip(tasks, held_together(tasks, came, self.paths), strict=True):
            self.seen.append(self.known.left(outcome, task))
            yield self.seen[-1]

    def show(self, outcome: Outcome, err: bool = False) -> None:
        """Say what is wrong with one file."""
        if outcome.trouble:
            click.echo(failure(outcome), err=True)
        for line in () if self.silent else text.outcome_lines(outcome, self.look):
            click.echo(line, err=err or self.err, color=True)

    def sum_up(self, language: str | None) -> None:
        """Say how many chains there were, and what was found in all of them."""
        self.say_if_none(language)
        found = any(not finding.accepted for outcome in self.chains for finding in outcome.findings)
        if found and not self.silent:
            click.echo(err=self.err)
        said = texts(self.addressed(language))
        for line in text.summary_lines(self.seen, said, self.look):
            click.echo(line, err=self.err, color=True)
        for file in searched_whole(self.paths, self.lookup, self._looked_at):
            for line in unused_lines(file, said.language):
                click.echo(clean(line), err=True)
        if (n := self.known.gone) and not found and not self.troubled:  # else it would be hidden
            click.echo(self.look.paint(said.say("run", "gone", n=n), "soft"), err=self.err, color=True)

    def report(self, format: str, setting: ReportContext) -> Content:
        """What was found, as a report in a format."""
        return reporter(format)(self.seen, setting)

    def say_if_none(self, language: str | None) -> None:
        """Say that there was no chain, where there was none, and how to get one."""
        if not self.chains and not self.troubled:
            said = texts(self.addressed(language))
            places = said.listed(place(path, said.quoted(path), said) for path in self.paths)
            click.echo(clean(said.say("run", "none", places=places)), err=True)
            click.echo(_remedy(self.paths, said), err=True)

    def language(self, said: str | None) -> str:
        """The language that the reports of the run speak."""
        return options.speaker(said or self._settled, (outcome.language for outcome in self.chains))

    def addressed(self, said: str | None) -> str:
        """The language that the run speaks of itself."""
        return options.addressed(said or self._settled, (outcome.language for outcome in self.chains))

    @property
    def _settled(self) -> str | None:
        """The language of the settings, where all the files have the same."""
        return next(iter(self._assumed)) if len(self._assumed) == 1 else None

    @property
    def chains(self) -> list[Outcome]:
        """The outcomes that are of chains."""
        return [outcome for outcome in self.seen if outcome.is_chain and not outcome.trouble]

    @property
    def troubled(self) -> bool:
        """Whether some file could not be worked on at all."""
        return any(outcome.trouble or outcome.settings for outcome in self.seen)

    def exit_code(self) -> int:
        """0 nothing at or above the fail level, 1 findings there, 2 something could not be done."""
        if self.troubled or not self.chains:
            return CANNOT
        return FINDINGS if any(outcome.fails for outcome in self.chains) else DONE


def of_settings(wrong: WrongSettings) -> Outcome:
    """What is shown of settings that cannot be used."""
    return Outcome(
        wrong.file,
        is_chain=False,
        trouble=wrong.trouble,
        findings=wrong.findings,
        lines=wrong.lines,
        settings=True,
    )


def failure(outcome: Outcome) -> str:
    """Why a file could not be worked on, and which one was meant, where one of nearly that name is there."""
    outcome = outcome._replace(language=options.person() or outcome.language)
    sentence = text.failure_sentence(outcome)
    meant = near(Path(outcome.name)) if outcome.trouble == "not-found" else None
    if meant is None:
        return sentence
    return f"{sentence} {text.file_sentence(texts(outcome.language), 'near', meant.as_posix())}"


def _remedy(paths: Sequence[str], said: Texts) -> str:
    """How to get a chain, where there is none in some folders."""
    found = next((file for path in paths for file in text_files(Path(path))), None)
    if found is not None:
        return text.file_sentence(said, "text_file", found.as_posix())
    return said.say("run", "none_remedy")


def place(path: str, shown: str, said: Texts) -> str:
    """A folder as a sentence speaks of it: by its name, but never as a dot."""
    return said.word("run", "here") if Path(path) == Path() else shown
