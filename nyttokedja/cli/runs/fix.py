"""A run that fixes: files are mended as they come, or what would change is shown, and summed up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

import click

from nyttokedja.batch.check import check_outcome
from nyttokedja.batch.fix import fix_outcome
from nyttokedja.batch.parallel import Task, in_parallel, run_task
from nyttokedja.checking.outcome import Outcome
from nyttokedja.checking.settings import Lookup
from nyttokedja.cli.exit_codes import CANNOT, DONE, FINDINGS
from nyttokedja.cli.failures import complain
from nyttokedja.cli.runs.check import Run, failure
from nyttokedja.cli.runs.known_findings import KnownFindings
from nyttokedja.cli.runs.writing import write
from nyttokedja.cli.terminal import progress
from nyttokedja.errors import CannotWrite
from nyttokedja.language.safe_text import clean
from nyttokedja.language.texts import texts
from nyttokedja.reading.discovery import STDIN
from nyttokedja.reports.findings import text
from nyttokedja.reports.unified_diff import terminal_lines, unified_diff
from nyttokedja.writing.saving import Change


class Mending(Run):
    """One call of check that fixes what it finds; with ``diff`` it shows what it would do and writes nothing.

    What came from standard input goes mended to standard output, and all that is said to standard error.
    """

    def __init__(
        self, paths: Sequence[str], lookup: Lookup, jobs: int | None = None, *, diff: bool = False
    ) -> None:
        super().__init__(paths, lookup, jobs)
        self.diff = diff
        self.err = STDIN in paths
        self.refused = False

    def outcomes(self) -> Iterator[Outcome]:
        """Fix the files, one after the other, and check what is left."""
        tasks = self.tasks()
        self.known = KnownFindings(tasks)
        results = in_parallel(partial(run_task, work=fix_outcome), tasks, self.jobs)
        each = zip(tasks, progress(results, len(tasks)), strict=True)
        yield from self.told(tasks, [came if self.diff else self._written(task, came) for task, came in each])

    def _written(self, task: Task, came: Outcome) -> Outcome:
        """What came of a file that is written; one that cannot be is checked as it is."""
        if came.mended is None:
            return came
        file, config = task
        before, after = came.mended[:2]
        if file.name == STDIN:
            if len(before) <= config.limits.file:  # of a larger one, only the beginning was read
                click.echo(after, nl=False)
            return came
        try:
            write([Change(file.path, before, after)], came.language)
        except CannotWrite as error:
            complain(error)
            self.refused = True
            left = check_outcome(file, config)
            # why nothing is mended has been said: it is not that a fix would give a new finding
            return left._replace(findings=tuple(replace(each, fix=None) for each in left.findings))
        return came

    def show(self, outcome: Outcome, err: bool = False) -> None:
        """Say what is left in one file, or show what would change."""
        if not self.diff:
            super().show(outcome, err)
        elif outcome.trouble:
            click.echo(failure(outcome), err=True)
        elif outcome.mended is not None:
            before, after = (data.decode("utf-8-sig", "replace") for data in outcome.mended[:2])
            for line in terminal_lines(unified_diff(before, after, clean(outcome.name)), self.look.paint):
                click.echo(line, color=True)

    def sum_up(self, language: str | None) -> None:
        """Say how many findings were fixed and what is left, or how many would be."""
        if not self.diff:
            super().sum_up(language)
            return
        self.say_if_none(language)
        said = texts(self.addressed(language))
        if self.chains:
            sentence = text.fixed_sentence(self.chains, said, "would_fix") or said.say(
                "run", "nothing_to_fix"
            )
            click.echo(sentence, err=True)

    def exit_code(self) -> int:
        """As for a check of what is left; with ``diff``, 1 where something would change."""
        if self.refused or self.troubled or not self.chains:
            return CANNOT
        if self.diff:
            changed = any(o.mended and o.mended.before != o.mended.after for o in self.chains)
            return FINDINGS if changed else DONE
        return super().exit_code()
