"""The same work on many items, in as many processes as pay."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from nyttokedja.checking.config import Config
from nyttokedja.reading.discovery import Candidate

Item = TypeVar("Item")
T = TypeVar("T")


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
