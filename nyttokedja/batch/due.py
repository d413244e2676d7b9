"""A file that may be a chain → DueOutcome: what there is to do in it."""

from __future__ import annotations

from datetime import date

from nyttokedja.batch.check import check_file
from nyttokedja.checking.config import Config
from nyttokedja.checking.due import DueOutcome
from nyttokedja.checking.outcome import Outcome, summed_up
from nyttokedja.model.agenda import agenda, undated
from nyttokedja.reading.discovery import Candidate


def due_outcome(file: Candidate, config: Config, today: date) -> DueOutcome:
    """Check a file and find what there is to do. Never raises: a failure is in its outcome."""
    result = check_file(file, config)
    if isinstance(result, Outcome):
        return DueOutcome(result)
    outcome = summed_up(result)
    if result.chain is None or result.graph is None:
        return DueOutcome(outcome)
    tasks, rest = agenda(result.graph, today), undated(result.graph, today)
    return DueOutcome(outcome, result.chain.title, tasks, rest)
