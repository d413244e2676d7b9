"""A file that may be a chain → QuestionOutcome: the answers to the seven questions."""

from __future__ import annotations

from nyttokedja.batch.check import check_file
from nyttokedja.checking.config import Config
from nyttokedja.checking.outcome import Outcome, summed_up
from nyttokedja.checking.questions.ask import ask
from nyttokedja.checking.questions.outcome import QuestionOutcome
from nyttokedja.reading.discovery import Candidate


def question_outcome(file: Candidate, config: Config) -> QuestionOutcome:
    """Check a file and answer the questions. Never raises: a failure is in its outcome."""
    result = check_file(file, config)
    if isinstance(result, Outcome):
        return QuestionOutcome(result)
    outcome = summed_up(result)
    if result.chain is None or result.graph is None:
        return QuestionOutcome(outcome)
    return QuestionOutcome(outcome, ask(result.chain, result.graph, result.findings, result.today))
