"""Many files → an Outcome for each: what a check of it found, small enough to come from another process."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeVar

from nyttokedja.checking.check import Checked, check
from nyttokedja.checking.config import Config
from nyttokedja.model.findings import Finding, Severity
from nyttokedja.reading.discovery import STDIN, Candidate, NotRegular, read_bytes, reason
from nyttokedja.reading.sniffing import is_chain

Item = TypeVar("Item")
T = TypeVar("T")


class Mended(NamedTuple):
    """A file before and after its fixes, and how many findings they mended."""

    before: bytes
    after: bytes
    n: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a file: not a chain at all, a ``trouble`` with opening it, or what a check found.

    `lines` holds the lines that findings and fixes point at, by number. A ``trouble`` is a name in the texts'
    ``reason`` or the system's own words; where it ``crashed``, what went wrong in nyttokedja itself.
    `outside` says that it was not read since it is a link out of the folder searched, `settings` that it is
    no chain but the faulty settings of some. Where it was fixed, `mended` says how, and the findings are
    those that are left; `known` counts those left out since a baseline has them. A run fails at findings of
    `fail_on` or worse.
    """

    name: str
    is_chain: bool = True
    trouble: str = ""
    findings: tuple[Finding, ...] = ()
    lines: Mapping[int, str] | None = None
    language: str = "sv"
    stage_said: bool = True
    complete: bool = True
    crashed: bool = False
    outside: bool = False
    settings: bool = False
    mended: Mended | None = None
    known: int = 0
    fail_on: Severity | None = Severity.ERROR

    @property
    def fails(self) -> bool:
        """Whether something was found that a run fails at."""
        level = self.fail_on
        return level is not None and any(f.severity >= level for f in self.findings if not f.accepted)


class Task(NamedTuple):
    """A file, and what is chosen for it."""

    file: Candidate
    config: Config


def done(task: Task, work: Callable[[Candidate, Config], T]) -> T:
    """Do some work on a task: what `in_parallel` sends to other processes."""
    return work(*task)


def in_parallel(
    work: Callable[[Item], T], items: Sequence[Item], jobs: int | None, worth: int = 20
) -> Iterator[T]:
    """Do the same work on items, in order, in as many processes as there are cores where that pays.

    ``worth`` is how many items pay for the start of a process.
    """
    jobs = min(jobs or os.cpu_count() or 1, len(items) // worth or 1)
    if jobs < 2:
        yield from map(work, items)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # a fork shares what is imported already; elsewhere only a fresh process is safe
    context = get_context("fork" if sys.platform == "linux" else "spawn")
    with ProcessPoolExecutor(jobs, mp_context=context) as pool:
        yield from pool.map(work, items, chunksize=max(1, len(items) // (jobs * 8)))


def outcome(file: Candidate, config: Config) -> Outcome:
    """Check one file. Never raises: a file that cannot be opened or checked is a trouble."""
    result = checked(file, config)
    if isinstance(result, Checked):
        return replace(summed_up(result), fail_on=config.fail_on)
    return result


def mended(file: Candidate, config: Config) -> Outcome:
    """Fix what can be fixed in one file, and check what is left; nothing is written. Never raises."""
    from nyttokedja.editing.autofix import fixed

    result = _of_bytes(file, config, lambda data: fixed(data, file.name, config))
    if isinstance(result, Outcome):
        return result
    done = Mended(result.before, result.after, len(result.findings))
    return replace(summed_up(result.checked), mended=done, fail_on=config.fail_on)


def checked(file: Candidate, config: Config) -> Checked | Outcome:
    """The check of one file, or the outcome that it cannot be opened or is no chain. Never raises."""
    return _of_bytes(file, config, lambda data: check(data, file.name, config))


def _of_bytes(file: Candidate, config: Config, work: Callable[[bytes], T]) -> T | Outcome:
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


def summed_up(checked: Checked) -> Outcome:
    """The outcome of a check, with only what a report needs of the file."""
    source = checked.source
    fixes = (r.place for f in checked.findings if f.fix for r in f.fix.replacements)
    places = (*(finding.place for finding in checked.findings), *fixes)
    numbers = {number for place in places for number in (place.line, place.end_line)}
    return Outcome(
        name=source.name,
        findings=checked.findings,
        lines={number: source.line(number) for number in numbers},
        language=checked.language,
        stage_said=checked.chain is None or checked.chain.said_stage is not None or checked.chain.reference,
        complete=checked.complete or checked.chain is None,
    )
