"""QuestionOutcome: the answers to the seven questions for one file, or why there are none."""

from __future__ import annotations

from typing import NamedTuple

from nyttokedja.checking.outcome import Outcome
from nyttokedja.checking.questions.model import ChainAnswers


class QuestionOutcome(NamedTuple):
    """The outcome of a file, and the answers of its chain; None where no chain could be read."""

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
