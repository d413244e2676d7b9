"""A function and many items → its results, in order, from as many processes as pay off."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from nyttokedja.checking.config import Config
from nyttokedja.reading.discovery import Candidate

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")


class Task(NamedTuple):
    """A file, and the configuration that holds for it."""

    file: Candidate
    config: Config


def run_task(task: Task, work: Callable[[Candidate, Config], _Result]) -> _Result:
    """Call ``work`` with the file and the configuration of a task; it can be sent to another process."""
    return work(*task)


def in_parallel(
    work: Callable[[_Item], _Result],
    items: Sequence[_Item],
    jobs: int | None,
    worth: int = 20,
    start: Callable[[], None] | None = None,
) -> Iterator[_Result]:
    """Call ``work`` with each item, in as many processes as ``jobs`` or the cores allow and pay off.

    ``worth`` is the number of items that pay for the start of a process, ``start`` what each then does first.
    """
    jobs = min(jobs or os.cpu_count() or 1, len(items) // worth or 1)
    if jobs < 2:
        yield from map(work, items)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # a fork shares what is imported already; elsewhere only a fresh process is safe
    context = get_context("fork" if sys.platform == "linux" else "spawn")
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=start) as pool:
        yield from pool.map(work, items, chunksize=max(1, len(items) // (jobs * 8)))
