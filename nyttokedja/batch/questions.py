"""A file → the seven questions of its chain: checked, and asked."""

from __future__ import annotations

from typing import NamedTuple

from nyttokedja.batch.check import Outcome, checked, summed_up
from nyttokedja.checking.config import Config
from nyttokedja.checking.questions.ask import ask
from nyttokedja.checking.questions.model import ChainAnswers
from nyttokedja.reading.discovery import Candidate


class Asked(NamedTuple):
    """What came of asking a file; no `answers` where no chain could be read."""

    outcome: Outcome
    answers: ChainAnswers | None = None

    @property
    def unreadable(self) -> bool:
        """Whether it is a chain that could not be read, as its findings say."""
        return self.outcome.is_chain and not self.outcome.trouble and self.answers is None

    @property
    def failed(self) -> bool:
        """Whether it could not be opened or read at all."""
        return bool(self.outcome.trouble) or self.unreadable


def asked(file: Candidate, config: Config) -> Asked:
    """Check a file and ask its chain. Never raises: what is wrong with the file is in the outcome."""
    result = checked(file, config)
    if isinstance(result, Outcome):
        return Asked(result)
    outcome = summed_up(result)
    if result.chain is None or result.graph is None:
        return Asked(outcome)
    return Asked(outcome, ask(result.chain, result.graph, result.findings))
