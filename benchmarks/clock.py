"""Whole processes, timed in turn: A B A B …, so that both meet the same weather on the machine."""

from __future__ import annotations

import statistics
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

Command = Sequence[str]


def seconds(commands: Mapping[str, Sequence[Command]], runs: int, folder: Path) -> dict[str, float]:
    """Median wall seconds of each entry; an entry of several commands is their sum.

    A warm-up round goes first where there is more than one run. What the commands print is thrown away.
    """
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for run in range(runs + (runs > 1)):
        for name, steps in commands.items():
            start = time.perf_counter()
            for step in steps:
                _run(step, folder)
            if run or runs == 1:
                taken[name].append(time.perf_counter() - start)
    return {name: statistics.median(times) for name, times in taken.items()}


def _run(command: Command, folder: Path) -> None:
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command[:6])} … failed:\n{done.stderr.decode(errors='replace')[-2000:]}")
