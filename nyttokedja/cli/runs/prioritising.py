"""A run that sets chains side by side and puts them in order."""

from __future__ import annotations

from datetime import date
from functools import partial

import click

from nyttokedja.batch.parallel import in_parallel, run_task
from nyttokedja.batch.prioritise import PriorityOutcome, priority_outcome
from nyttokedja.cli.exit_codes import CANNOT, DONE, FINDINGS
from nyttokedja.cli.runs.check import Run
from nyttokedja.cli.terminal import progress
from nyttokedja.documents import FORMATS
from nyttokedja.documents.prioritising import document
from nyttokedja.documents.prioritising.json import told_in_json
from nyttokedja.documents.prioritising.picture import drawn
from nyttokedja.documents.prioritising.text import lines
from nyttokedja.documents.prioritising.told import Told
from nyttokedja.errors import CannotWrite
from nyttokedja.language.safe_text import clean
from nyttokedja.language.texts import texts
from nyttokedja.model.priorities import NO_PRIORITIES, Priorities
from nyttokedja.printing.model import Printed
from nyttokedja.prioritising.prioritised import Prioritised, prioritised
from nyttokedja.reports.findings import text
from nyttokedja.reports.model import Content, ReportContext


class PriorityRun(Run):
    """One call of the command that prioritises."""

    made: tuple[PriorityOutcome, ...] = ()
    day: date | None = None

    def compare(self, day: date | None) -> None:
        """Make the row of every chain."""
        self.day = day
        tasks = self.tasks()
        work = partial(run_task, work=priority_outcome)
        self.made = tuple(progress(in_parallel(work, tasks, self.jobs), len(tasks)))
        self.seen += [each.outcome for each in self.made]

    @property
    def found(self) -> Prioritised:
        """The chains side by side; by the settings of them all, where these are the same."""
        chains = [each for each in self.made if each.outcome.is_chain]
        said: list[Priorities] = []
        for each in chains:
            if each.row and each.priorities not in said:
                said.append(each.priorities)
        rows = [each.row for each in chains if each.row]
        unread = [each.outcome.name for each in chains if each.unread]
        settled = said[0] if len(said) == 1 else NO_PRIORITIES
        pools = {pool.key: pool for each in chains for pool in each.pools}
        return prioritised(rows, settled, unread, disagree=len(said) > 1, sizes=tuple(pools.values()))

    def tell(self, language: str | None, *, spoken: bool) -> None:
        """Say what could not be read and, where it is ``spoken``, how the others stand."""
        for each in self.made:
            if each.unread:
                self.show(each.outcome, err=True)
        self.say_if_none(language)
        for line in text.skipped_lines(self.seen, texts(self.addressed(language))):
            click.echo(line, err=True)
        found = self.found
        for line in lines(Told(found, self.language(language))) if spoken and found.rows else ():
            click.echo(clean(line))

    def report(self, format: str, setting: ReportContext) -> Content:
        """All of it, in a format.

        Raises:
            CannotWrite: there is no picture to be drawn.
        """
        told = Told(self.found, setting.language)
        if format == "json":
            return told_in_json(told)
        if format == "text":
            return "".join(f"{line}\n" for line in lines(told))
        if format == "svg":
            picture = drawn(told)
            if picture is None:
                raise CannotWrite(
                    "There is no picture to be drawn: no chain has a level of both benefit and realisability."
                )
            return picture[1].svg
        made = FORMATS[format](document(told.found, told.language, self.day))
        return made.content if isinstance(made, Printed) else made

    def exit_code(self) -> int:
        """0 done, 1 a chain could not be read, 2 nothing could be done."""
        if self.troubled or not any(each.row for each in self.made):
            return CANNOT
        return FINDINGS if any(each.unread for each in self.made) else DONE
