"""A file that may be a chain → what it shows of how benefits are brought home."""

from __future__ import annotations

from typing import NamedTuple

from nyttokedja.batch.check import check_file
from nyttokedja.checking.config import Config
from nyttokedja.checking.outcome import Outcome, summed_up
from nyttokedja.maturity.evidence import UNREAD, Evidence, evidence_of
from nyttokedja.reading.discovery import Candidate


class EvidenceOutcome(NamedTuple):
    """The outcome of a file, and what its chain shows; None where it is no chain."""

    outcome: Outcome
    evidence: Evidence | None = None


def evidence_outcome(file: Candidate, config: Config) -> EvidenceOutcome:
    """Check a file and see what it shows. Never raises: a failure is in its outcome."""
    result = check_file(file, config)
    if isinstance(result, Outcome):
        return EvidenceOutcome(result, UNREAD if result.is_chain or result.trouble else None)
    outcome = summed_up(result)
    return EvidenceOutcome(outcome, evidence_of(result) if outcome.is_chain else None)
