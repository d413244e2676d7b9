"""Work → the instructions that it takes, by valgrind: the same on a busy machine as on a quiet one."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

AVAILABLE = shutil.which("valgrind") is not None

_COUNTED = re.compile(r"^==(\d+)== I +refs: +([\d,]+)", re.MULTILINE)


def of_processes(command: Sequence[str], folder: Path) -> tuple[str, Mapping[int, int]]:
    """What a command prints, and the instructions of each process that it becomes, by their ids.

    A process that was forked has those of its parent up to then as well.
    """
    with tempfile.NamedTemporaryFile("r") as log:
        counting = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]
        done = subprocess.run(
            [*counting, f"--log-file={log.name}", *command],
            cwd=folder,
            env={**os.environ, "PYTHONHASHSEED": "0"},
            capture_output=True,
            text=True,
            check=False,
        )
        counts = {int(id): int(n.replace(",", "")) for id, n in _COUNTED.findall(log.read())}
    if done.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command[:6])} … failed:\n{done.stderr[-2000:]}")
    return done.stdout, counts


def forked(work: Callable[[], object], times: int) -> int:
    """Do some work so many times in a process of its own; its id."""
    if id := os.fork():
        os.waitpid(id, 0)
        return id
    for _ in range(times):
        work()
    os._exit(0)
