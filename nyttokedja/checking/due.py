"""DueOutcome: what there is to do in one file; Agenda: that of a run, as far as it was asked for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from nyttokedja.checking.outcome import Outcome
from nyttokedja.model.agenda import Task, Undated
from nyttokedja.model.spelling import fold


class DueOutcome(NamedTuple):
    """The outcome of a file, and what there is to do in its chain; None where no chain could be read."""

    outcome: Outcome
    title: str = ""
    tasks: tuple[Task, ...] | None = None
    undated: Undated = Undated()

    @property
    def unreadable(self) -> bool:
        """Whether it is a chain that could not be read, as its findings say."""
        return self.outcome.is_chain and not self.outcome.trouble and self.tasks is None

    @property
    def failed(self) -> bool:
        """Whether it could not be opened or read at all."""
        return bool(self.outcome.trouble) or self.unreadable


class Due(NamedTuple):
    """A task, and the chain that it is in."""

    chain: DueOutcome
    task: Task


class Agenda(NamedTuple):
    """What there is to do in the chains of a run: all, or that of one role, or that until a day."""

    outcomes: tuple[DueOutcome, ...]
    today: date
    role: str = ""
    until: date | None = None

    @property
    def tasks(self) -> tuple[Due, ...]:
        """What was asked for, the first first."""
        return tuple(sorted(self._asked_for(), key=lambda due: due.task.by))

    @property
    def roles(self) -> tuple[str, ...]:
        """Every role that has something to do, whether it was asked for or not."""
        said = (task.role for each in self.outcomes for task in each.tasks or () if task.role)
        return tuple(dict.fromkeys(said))

    def _asked_for(self) -> Iterator[Due]:
        for each in self.outcomes:
            for task in each.tasks or ():
                theirs = not self.role or fold(task.role) == fold(self.role)
                if theirs and (self.until is None or task.by <= self.until):
                    yield Due(each, task)
