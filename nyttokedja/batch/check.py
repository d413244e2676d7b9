"""A file that may be a chain → its Outcome or its check; no failure of one file stops a run."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from nyttokedja.checking.check import Checked, check
from nyttokedja.checking.config import Config
from nyttokedja.checking.outcome import Outcome, summed_up
from nyttokedja.errors import crash_message
from nyttokedja.reading.discovery import STDIN, Candidate, NotRegular, read_bytes, reason
from nyttokedja.reading.sniffing import is_chain

Item = TypeVar("Item")
T = TypeVar("T")

BUG = "A bug in nyttokedja ({}). Please report it; with NYTTOKEDJA_DEBUG=1 it is shown where."
"""The message of an unforeseen exception, with its `crash_message` filled in."""


def check_outcome(file: Candidate, config: Config) -> Outcome:
    """Check one file → its outcome. Never raises: a failure is the outcome's ``trouble``."""
    result = check_file(file, config)
    if isinstance(result, Checked):
        return summed_up(result)._replace(fail_on=config.fail_on)
    return result


def check_file(file: Candidate, config: Config) -> Checked | Outcome:
    """Check one file → its check, or the outcome where it cannot be opened or is no chain. Never raises."""
    return outcome_of_bytes(file, config, lambda data: check(data, file.name, config))


def outcome_of_bytes(file: Candidate, config: Config, work: Callable[[bytes], T]) -> T | Outcome:
    """Call ``work`` with a file's bytes → its result, or the outcome of a failure. Never raises."""
    language = config.language or "sv"
    if file.trouble or file.outside:
        skipped = file.outside
        return Outcome(file.name, not skipped, file.trouble, language=language, outside=skipped)
    try:
        data = read_bytes(file, config.limits.file)
        if not file.named and not is_chain(data):
            return Outcome(file.name, is_chain=False)
        return work(data)
    except OSError as error:
        # what lies in a folder and is no file at all, nobody meant for a chain
        skipped = isinstance(error, NotRegular) and not file.named
        return Outcome(file.name, not skipped, "" if skipped else reason(error), language=language)
    except Exception as error:  # noqa: BLE001 - one file never stops the others, whatever it does to us
        return Outcome(file.name, trouble=crash_message(error), crashed=True, language=language)


def with_standard_input(file: Candidate, limit: int) -> Candidate:
    """A candidate; standard input is read now, since other processes cannot read it."""
    if file.name != STDIN:
        return file
    try:
        return file._replace(data=read_bytes(file, limit))
    except OSError as error:
        return file._replace(trouble=reason(error))
