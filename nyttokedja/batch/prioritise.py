"""A file that may be a chain → its row beside others, or why there is none."""

from __future__ import annotations

from typing import NamedTuple

from nyttokedja.batch.check import check_file
from nyttokedja.checking.check import Checked
from nyttokedja.checking.config import Config
from nyttokedja.checking.outcome import Outcome, summed_up
from nyttokedja.errors import crash_message
from nyttokedja.model.pool import Pool
from nyttokedja.model.priorities import Priorities
from nyttokedja.prioritising.facts import row_of
from nyttokedja.prioritising.model import Row
from nyttokedja.reading.discovery import Candidate


class PriorityOutcome(NamedTuple):
    """The outcome of a file, its row where it could be read, and what its settings say of all chains."""

    outcome: Outcome
    row: Row | None
    priorities: Priorities
    pools: tuple[Pool, ...] = ()

    @property
    def unread(self) -> bool:
        """Whether it is a chain that could not be opened or read."""
        return self.outcome.is_chain and self.row is None


def priority_outcome(file: Candidate, config: Config) -> PriorityOutcome:
    """Check a file and make its row. Never raises: a failure is in its outcome."""
    made, said = check_file(file, config), (config.priorities, config.pools)
    if not isinstance(made, Checked):
        return PriorityOutcome(made, None, *said)
    if made.chain is None or made.graph is None:
        return PriorityOutcome(summed_up(made), None, *said)
    try:
        return PriorityOutcome(summed_up(made), row_of(made, config.priorities.terms), *said)
    except Exception as error:  # noqa: BLE001 - one file never stops the others
        failed = Outcome(file.name, trouble=crash_message(error), crashed=True, language=made.language)
        return PriorityOutcome(failed, None, *said)
