"""A run over files: what is found is shown as it comes, and summed up at the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from nyttokedja.cli import CANNOT, options
from nyttokedja.cli.terminal import look, progress
from nyttokedja.config import Config
from nyttokedja.findings import Severity
from nyttokedja.formats.findings import text
from nyttokedja.runs import Outcome, check_files
from nyttokedja.search import candidates
from nyttokedja.texts import texts


class Run:
    """One call of a command that checks: the files it is about, and what came of them so far."""

    def __init__(self, paths: Sequence[str], config: Config, jobs: int | None = None) -> None:
        self.paths = paths
        self.config = config
        self.jobs = jobs
        self.look = look()
        self.seen: list[Outcome] = []

    def outcomes(self) -> Iterator[Outcome]:
        """Check the files, one after the other."""
        files = list(candidates(self.paths))
        for outcome in progress(check_files(files, self.config, self.jobs), len(files)):
            self.seen.append(outcome)
            yield outcome

    def show(self, outcome: Outcome) -> None:
        """Say what is wrong with one file."""
        if outcome.trouble:
            click.echo(f"nyttokedja: {text.clean(outcome.trouble)}", err=True)
        for line in text.lines(outcome, self.look):
            click.echo(line, color=True)

    def sum_up(self, language: str | None) -> None:
        """Say how many chains there were, and what was found in all of them."""
        said = texts(options.speaker(language, (o.language for o in self.seen if o.is_chain and not o.trouble)))
        if not self.chains and not self.troubled:
            places = ", ".join(self.paths)
            click.echo(text.clean(said.say("run", "none", places=places)), err=True)
            click.echo(said.say("run", "none_remedy"), err=True)
        if any(outcome.findings for outcome in self.seen):
            click.echo()
        for line in text.summary(self.seen, said, self.look):
            click.echo(line, color=True)

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
