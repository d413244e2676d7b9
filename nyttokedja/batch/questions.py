"""A file → the seven questions of its chain: checked, and asked."""

from __future__ import annotations

from nyttokedja.batch.check import checked
from nyttokedja.checking.config import Config
from nyttokedja.checking.outcome import Outcome, summed_up
from nyttokedja.checking.questions.ask import ask
from nyttokedja.checking.questions.outcome import Asked
from nyttokedja.reading.discovery import Candidate


def asked(file: Candidate, config: Config) -> Asked:
    """Check a file and ask its chain. Never raises: what is wrong with the file is in the outcome."""
    result = checked(file, config)
    if isinstance(result, Outcome):
        return Asked(result)
    outcome = summed_up(result)
    if result.chain is None or result.graph is None:
        return Asked(outcome)
    return Asked(outcome, ask(result.chain, result.graph, result.findings))
