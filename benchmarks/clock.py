"""Whole processes, measured in turn: A B A B …, so that both meet the same weather on the machine."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

Command = Sequence[str]


def environment(cache: Path | None = None) -> dict[str, str]:
    """The variables of what is measured: nothing is remembered from run to run but in a ``cache``."""
    return {**os.environ, "NYTTOKEDJA_CACHE": str(cache or "")}


def seconds(
    commands: Mapping[str, Sequence[Command]], runs: int, folder: Path, cache: Path | None = None
) -> dict[str, float]:
    """Median wall seconds of each entry; an entry of several commands is their sum.

    A warm-up round goes first where there is more than one run. What the commands print is thrown away.
    """
    return _measured(commands, runs, folder, time.perf_counter, cache)


def processor(commands: Mapping[str, Command], runs: int, folder: Path) -> dict[str, float]:
    """Median seconds of the processor for each command: other work on the machine changes them little."""
    return _measured({name: [one] for name, one in commands.items()}, runs, folder, _processor)


def _measured(
    commands: Mapping[str, Sequence[Command]],
    runs: int,
    folder: Path,
    clock: Callable[[], float],
    cache: Path | None = None,
) -> dict[str, float]:
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for run in range(runs + (runs > 1)):
        for name, steps in commands.items():
            start = clock()
            for step in steps:
                _run(step, folder, cache)
            if run or runs == 1:
                taken[name].append(clock() - start)
    return {name: statistics.median(times) for name, times in taken.items()}


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _run(command: Command, folder: Path, cache: Path | None) -> None:
    done = subprocess.run(command, cwd=folder, env=environment(cache), capture_output=True, check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command[:6])} … failed:\n{done.stderr.decode(errors='replace')[-2000:]}")
