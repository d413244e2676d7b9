"""Many files → an Outcome for each: what a check of it found, small enough to come from another process."""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from nyttokedja.checking.check import Checked, check
from nyttokedja.checking.config import Config
from nyttokedja.checking.outcome import Outcome, summed_up
from nyttokedja.reading.discovery import STDIN, Candidate, NotRegular, read_bytes, reason
from nyttokedja.reading.sniffing import is_chain

Item = TypeVar("Item")
T = TypeVar("T")

BUG = "A bug in nyttokedja ({}). Please report it; with NYTTOKEDJA_DEBUG=1 it is shown where."
"""What is said of an exception that nobody foresaw, with what `crash` says of it."""


def outcome(file: Candidate, config: Config) -> Outcome:
    """Check one file. Never raises: a file that cannot be opened or checked is a trouble."""
    result = checked(file, config)
    if isinstance(result, Checked):
        return replace(summed_up(result), fail_on=config.fail_on)
    return result


def checked(file: Candidate, config: Config) -> Checked | Outcome:
    """The check of one file, or the outcome that it cannot be opened or is no chain. Never raises."""
    return of_bytes(file, config, lambda data: check(data, file.name, config))


def of_bytes(file: Candidate, config: Config, work: Callable[[bytes], T]) -> T | Outcome:
    """Some work on the bytes of a file, or the outcome that there is none to do. Never raises."""
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
        return Outcome(file.name, trouble=crash(error), crashed=True, language=language)


def crash(error: Exception) -> str:
    """What went wrong in nyttokedja itself; where, is shown on standard error to whoever wants to know."""
    if os.environ.get("NYTTOKEDJA_DEBUG"):
        traceback.print_exception(error)
    return f"{type(error).__name__}: {error}".removesuffix(": ")


def fetched(file: Candidate, limit: int) -> Candidate:
    """A candidate, with its bytes if it is standard input, which other processes cannot read."""
    if file.name != STDIN:
        return file
    try:
        return file._replace(data=read_bytes(file, limit))
    except OSError as error:
        return file._replace(trouble=reason(error))
