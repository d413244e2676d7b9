"""A run that asks the seven questions of every chain, and tells what it heard."""

from __future__ import annotations

from functools import partial

import click

from nyttokedja.batch.parallel import in_parallel, run_task
from nyttokedja.batch.questions import question_outcome
from nyttokedja.checking.questions.model import completeness
from nyttokedja.checking.questions.outcome import QuestionOutcome
from nyttokedja.cli.exit_codes import CANNOT, DONE, FINDINGS
from nyttokedja.cli.runs.check import Run
from nyttokedja.cli.terminal import progress
from nyttokedja.language.texts import texts
from nyttokedja.reports.findings import text
from nyttokedja.reports.model import Content, ReportContext
from nyttokedja.reports.questions import reporter
from nyttokedja.reports.questions.text import answer_lines
from nyttokedja.reports.questions.wording import all_answers


class Inquiry(Run):
    """One call of the command that asks."""

    asked: tuple[QuestionOutcome, ...] = ()

    def ask(self) -> None:
        """Ask every chain."""
        tasks = self.tasks()
        work = partial(run_task, work=question_outcome)
        self.asked = tuple(progress(in_parallel(work, tasks, self.jobs), len(tasks)))
        self.seen += [each.outcome for each in self.asked]

    def tell(self, language: str | None, *, spoken: bool) -> None:
        """Say what could not be read and, where it is ``spoken``, what the others answered."""
        for each in self.asked:
            if each.failed:
                self.show(each.outcome, err=True)
        self.say_if_none(language)
        said = texts(self.addressed(language))
        for line in text.skipped_lines(self.seen, said):
            click.echo(line, err=True)
        for line in answer_lines(self.asked, self.language(language), self.look) if spoken else ():
            click.echo(line, color=True)

    def report(self, format: str, setting: ReportContext) -> Content:
        """What was answered, as a report in a format."""
        return reporter(format)(self.asked, setting)

    def exit_code_under(self, percent: int) -> int:
        """0 done, 1 a chain could not be read or less than so much is answered, 2 nothing could be done."""
        if self.troubled or not any(each.answers for each in self.asked):
            return CANNOT
        share = completeness(all_answers(self.asked)).percent
        too_little = share is not None and share < percent
        return FINDINGS if too_little or any(each.unreadable for each in self.asked) else DONE
