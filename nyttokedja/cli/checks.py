"""A run over files: what is found is shown as it comes, and summed up at the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import click

from nyttokedja.cli import CANNOT, options
from nyttokedja.cli.terminal import look, progress
from nyttokedja.config import Config
from nyttokedja.findings import Severity
from nyttokedja.formats.findings import Setting, reporter, text
from nyttokedja.runs import Outcome, fetched, in_parallel, outcome
from nyttokedja.search import Candidate, candidates
from nyttokedja.texts import Texts, texts


class Run:
    """One call of a command that checks: the files it is about, and what came of them so far."""

    def __init__(self, paths: Sequence[str], config: Config, jobs: int | None = None) -> None:
        self.paths = paths
        self.config = config
        self.jobs = jobs
        self.look = look()
        self.err = False  # whether what is found is said on standard error
        self.silent = False  # whether each finding is left to a report
        self.seen: list[Outcome] = []

    def files(self) -> list[Candidate]:
        """The files that this run is about."""
        return [fetched(file, self.config.limits.file) for file in candidates(self.paths)]

    def outcomes(self) -> Iterator[Outcome]:
        """Check the files, one after the other."""
        files = self.files()
        work = partial(outcome, config=self.config)
        for came in progress(in_parallel(work, files, self.jobs), len(files)):
            self.seen.append(came)
            yield came

    def show(self, outcome: Outcome, err: bool = False) -> None:
        """Say what is wrong with one file."""
        if outcome.trouble:
            click.echo(text.trouble(outcome), err=True)
        for line in () if self.silent else text.lines(outcome, self.look):
            click.echo(line, err=err or self.err, color=True)

    def sum_up(self, language: str | None) -> None:
        """Say how many chains there were, and what was found in all of them."""
        self.say_if_none(language)
        found = any(not finding.accepted for outcome in self.chains for finding in outcome.findings)
        if found and not self.silent:
            click.echo(err=self.err)
        for line in text.summary(self.seen, texts(self.language(language)), self.look):
            click.echo(line, err=self.err, color=True)

    def report(self, format: str, setting: Setting) -> str:
        """What was found, as a report in a format."""
        return reporter(format)(self.seen, setting)

    def say_if_none(self, language: str | None) -> None:
        """Say that there was no chain, where there was none, and how to get one."""
        if not self.chains and not self.troubled:
            said = texts(self.language(language))
            places = said.listed(place(path, said.quoted(path), said) for path in self.paths)
            click.echo(text.clean(said.say("run", "none", places=places)), err=True)
            click.echo(said.say("run", "none_remedy"), err=True)

    def language(self, said: str | None) -> str:
        """The language that the run as a whole speaks."""
        return options.speaker(said, (outcome.language for outcome in self.chains))

    @property
    def chains(self) -> list[Outcome]:
        """The outcomes that are of chains."""
        return [outcome for outcome in self.seen if outcome.is_chain and not outcome.trouble]

    @property
    def troubled(self) -> bool:
        """Whether some file could not be worked on at all."""
        return any(outcome.trouble for outcome in self.seen)

    def exit_code(self, fail_on: str) -> int:
        """0 nothing at or above the level, 1 findings there, 2 something could not be done."""
        if self.troubled or not self.chains:
            return CANNOT
        if fail_on == "never":
            return 0
        level = Severity[fail_on.upper()]
        found = (f for outcome in self.chains for f in outcome.findings if not f.accepted)
        return int(any(finding.severity >= level for finding in found))


def place(path: str, shown: str, said: Texts) -> str:
    """A folder as a sentence speaks of it: by its name, but never as a dot."""
    return said.word("run", "here") if Path(path) == Path() else shown
