"""A file that may be a chain → its Outcome after its fixes; nothing is written."""

from __future__ import annotations

from nyttokedja.batch.check import outcome_of_bytes
from nyttokedja.checking.config import Config
from nyttokedja.checking.outcome import Mended, Outcome, summed_up
from nyttokedja.editing.autofix import fixed
from nyttokedja.reading.discovery import Candidate


def fix_outcome(file: Candidate, config: Config) -> Outcome:
    """Fix one file and check the result → its outcome; nothing is written. Never raises."""
    result = outcome_of_bytes(file, config, lambda data: fixed(data, file.name, config))
    if isinstance(result, Outcome):
        return result
    done = Mended(result.before, result.after, len(result.findings), result.stopped)
    return summed_up(result.checked)._replace(mended=done, fail_on=config.fail_on)
