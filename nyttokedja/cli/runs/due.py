"""A run that finds what there is to do in every chain, and tells it."""

from __future__ import annotations

from datetime import date
from functools import partial

import click

from nyttokedja.batch.due import due_outcome
from nyttokedja.batch.parallel import in_parallel, run_task
from nyttokedja.checking.due import Agenda
from nyttokedja.cli.exit_codes import CANNOT, DONE, FINDINGS
from nyttokedja.cli.runs.check import Run
from nyttokedja.cli.terminal import progress
from nyttokedja.cli.unfit import Unfit
from nyttokedja.language.texts import texts
from nyttokedja.model.spelling import fold, nearest
from nyttokedja.reports.due import reporter
from nyttokedja.reports.due.text import due_lines
from nyttokedja.reports.due.wording import nothing
from nyttokedja.reports.findings import text
from nyttokedja.reports.model import Content, ReportContext

_MOST_NAMED = 6


class DueRun(Run):
    """One call of the command that says what there is to do."""

    agenda = Agenda((), date.min)

    def look_up(self, today: date, until: date | None, role: str) -> None:
        """Find what there is to do in every chain, for a role where one is given.

        Raises:
            Unfit: nothing is that role's in any chain, and other roles have something to do.
        """
        tasks = self.tasks()
        work = partial(run_task, work=partial(due_outcome, today=today))
        made = tuple(progress(in_parallel(work, tasks, self.jobs), len(tasks)))
        self.seen += [each.outcome for each in made]
        self.agenda = Agenda(made, today, role, until)
        roles = self.agenda.roles
        if role and roles and fold(role) not in map(fold, roles):
            meant = nearest(role, roles)
            if meant:
                raise Unfit("nothing is {role}'s; is {meant} meant?", "--role", role=role, meant=meant)
            names = ", ".join(roles[:_MOST_NAMED]) + (" …" if len(roles) > _MOST_NAMED else "")
            raise Unfit("nothing is {role}'s; the roles are {names}", "--role", role=role, names=names)

    def tell(self, language: str | None, *, spoken: bool) -> None:
        """Say what could not be read and, where it is ``spoken``, what there is to do in the others."""
        for each in self.agenda.outcomes:
            if each.failed:
                self.show(each.outcome, err=True)
        self.say_if_none(language)
        for line in text.skipped_lines(self.seen, texts(self.addressed(language))):
            click.echo(line, err=True)
        if (
            not spoken
            and not self.agenda.tasks
            and any(each.tasks is not None for each in self.agenda.outcomes)
        ):
            click.echo(nothing(self.agenda, texts(self.language(language))), err=True)
        for line in due_lines(self.agenda, self.language(language), self.look) if spoken else ():
            click.echo(line, color=True)

    def report(self, format: str, setting: ReportContext) -> Content:
        """What there is to do, as a report in a format."""
        return reporter(format)(self.agenda, setting)

    def exit_code(self) -> int:
        """0 done, 1 a chain could not be read, 2 nothing could be done."""
        made = self.agenda.outcomes
        if self.troubled or not any(each.tasks is not None for each in made):
            return CANNOT
        return FINDINGS if any(each.unreadable for each in made) else DONE
