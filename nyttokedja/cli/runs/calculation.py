"""A run that calculates what chains are worth, and tells it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import partial
from itertools import chain

import click

from nyttokedja.batch.calculate import Question, calculation_outcome, written_outcome
from nyttokedja.batch.parallel import in_parallel, run_task
from nyttokedja.checking.calculated import Reckoning, factors_called
from nyttokedja.cli.exit_codes import CANNOT, DONE, FINDINGS
from nyttokedja.cli.runs.check import Run
from nyttokedja.cli.terminal import progress
from nyttokedja.cli.unfit import Unfit
from nyttokedja.errors import CannotWrite
from nyttokedja.language.texts import texts
from nyttokedja.model.spelling import nearest
from nyttokedja.reading.sniffing import contains_chain
from nyttokedja.reports.calculation import reporter
from nyttokedja.reports.calculation.json import chain_text
from nyttokedja.reports.calculation.text import calculation_lines
from nyttokedja.reports.findings import text
from nyttokedja.reports.model import Content, ReportContext

_WITH = "--with"
_WORKBOOK = "xlsx"
_MOST_NAMED = 6


class CalculationRun(Run):
    """One call of the command that calculates."""

    reckoning = Reckoning(())

    def calculate(
        self,
        question: Question,
        party: str,
        *,
        side_by_side: bool,
        only_json: bool = False,
    ) -> None:
        """Calculate every chain; one alone is simulated too.

        Args:
            question: what is asked of each.
            party: whose result is told first.
            side_by_side: whether they are two alternatives.
            only_json: whether that is all that is to be told; then each process writes its part.

        Raises:
            Unfit: a factor that was given another value is in no chain or cannot have it, or two alternatives
                are not two.
        """
        tasks = self.tasks()
        if not question.simulates and not side_by_side:
            chains = (contains_chain(file, config.limits.file) for file, config in tasks)
            question = question._replace(simulates=sum(chains) == 1)
        if not only_json:
            work = partial(run_task, work=partial(calculation_outcome, question=question))
            made = tuple(progress(in_parallel(work, tasks, self.jobs), len(tasks)))
            self.reckoning = Reckoning(made, party, side_by_side)
        else:
            writing = partial(run_task, work=partial(written_outcome, question=question, write=chain_text))
            told = tuple(progress(in_parallel(writing, tasks, self.jobs), len(tasks)))
            self.reckoning = Reckoning((), party, side_by_side, told)
        judged = self.reckoning.judged
        self.seen += [each.outcome for each in judged]
        if any(each.is_read for each in judged):
            _refuse_unknown(question.changed, [each.names for each in judged])
            _refuse_below_zero(name for each in judged for name in each.below_zero)
        if side_by_side and sum(each.outcome.is_chain for each in judged) != 2:
            raise Unfit("name two chains, one after the other", "--compare")

    def tell(self, language: str | None, *, spoken: bool, verbose: bool = False) -> None:
        """Say what could not be read and, where it is ``spoken``, what the others are worth.

        Of several chains each is told in brief, unless it is to be ``verbose``.
        """
        for each in self.reckoning.judged:
            if each.failed:
                self.show(each.outcome, err=True)
        self.say_if_none(language)
        said = texts(self.addressed(language))
        for line in text.skipped_lines(self.seen, said):
            click.echo(line, err=True)
        halved = self.reckoning.side_by_side and any(each.failed for each in self.reckoning.judged)
        if spoken and not halved:
            lines = calculation_lines(self.reckoning, self.language(language), self.look, brief=not verbose)
            for line in lines:
                click.echo(line, color=True)
            if (
                not verbose
                and not self.reckoning.side_by_side
                and sum(each.is_read for each in self.reckoning.judged) > 1
            ):
                click.echo(said.word("calculation/run", "whole"), err=True)
        elif self.exit_code() == FINDINGS:
            click.echo(said.word("calculation/run", "partial"), err=True)

    def report(self, format: str, setting: ReportContext) -> Content:
        """What the chains are worth, as a report in a format, or as a workbook.

        Raises:
            CannotWrite: a workbook is asked for, and there is not one chain.
        """
        return self._workbook() if format == _WORKBOOK else reporter(format)(self.reckoning, setting)

    def _workbook(self) -> bytes:
        from nyttokedja.exporting.calculation_book import write_calculation  # only a workbook needs it

        made = [each for each in self.reckoning.outcomes if each.chain and each.calculated]
        if len(made) != 1:
            raise CannotWrite(
                "A workbook holds the calculation of one chain, and there are {n}. Name one chain.",
                n=len(made),
            )
        own, calculated = made[0].chain, made[0].calculated
        assert own is not None
        assert calculated is not None
        return write_calculation(own, calculated, made[0].changed)

    def exit_code(self) -> int:
        """0 something was calculated, 1 something is at fault or nothing summed, 2 nothing was read."""
        made = self.reckoning.judged
        read = [each for each in made if each.is_read]
        if self.troubled or not read or (self.reckoning.side_by_side and len(read) < 2):
            return CANNOT
        at_fault = any(each.faulty or each.unreadable for each in made)
        return FINDINGS if at_fault or not any(each.has_result for each in read) else DONE


def _refuse_unknown(changed: Mapping[str, Decimal], names_of_each: Sequence[tuple[str, ...]]) -> None:
    """Refuse a factor that no chain has, or that several boxes of one have."""
    every = tuple(dict.fromkeys(chain.from_iterable(names_of_each)))
    for name in changed:
        called = [factors_called(name, names) for names in names_of_each]
        several = next((found for found in called if len(found) > 1), ())
        if several:
            raise Unfit(
                "{name} is a factor of several boxes; write one of {names}",
                _WITH,
                name=name,
                names=", ".join(several[:_MOST_NAMED]),
            )
        if any(called):
            continue
        near = _near(name, every)
        if len(near) == 1:
            raise Unfit("no factor is called {name}; is {meant} meant?", _WITH, name=name, meant=near[0])
        if near:
            names = ", ".join(near)
            raise Unfit(
                "no factor is called {name}; those most like it are {names}", _WITH, name=name, names=names
            )
        if every:
            names = ", ".join(every[:_MOST_NAMED]) + (" …" if len(every) > _MOST_NAMED else "")
            raise Unfit("no factor is called {name}; there are {names}", _WITH, name=name, names=names)
        raise Unfit("no factor is called {name}; the calculation has none", _WITH, name=name)


def _refuse_below_zero(names: Iterable[str]) -> None:
    """Refuse a value below zero of a factor that can have none."""
    for name in names:
        raise Unfit("{name} cannot be below zero: no value of it in the file is", _WITH, name=name)


def _near(name: str, every: tuple[str, ...]) -> tuple[str, ...]:
    """The factors that a misspelt name may mean: the nearest, and those that it is a part of or begins."""
    meant = nearest(name, every)
    alike = [one for one in every if min(len(name), len(one)) > 2 and (name in one or one in name)]
    return tuple(dict.fromkeys([*([meant] if meant else []), *alike][:3]))
