"""The most memory that a whole process has had: the same on a busy machine as on a quiet one."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks import corpus
from benchmarks.clock import environment
from benchmarks.programs import NYTTOKEDJA
from benchmarks.table import Row, of

_KIBI = 1024 if sys.platform != "darwin" else 1


def rows(folder: Path) -> Iterator[Row]:
    """Many chains, and one large one."""
    for count, nodes, goal in ((of(10_000), 50, "≤ 80 MB"), (1, of(10_000), "≤ 150 MB")):
        place = folder / f"memory-{count}"
        corpus.write(place, count, nodes)
        took = peak([NYTTOKEDJA, "check", "--jobs", "1", str(place)], folder)
        yield Row(f"check {count:,} × {nodes:,} boxes, most memory", took, None, goal, "MB")


def peak(command: list[str], folder: Path) -> float:
    """The megabytes that a command has had at most."""
    child = subprocess.Popen(
        command, cwd=folder, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, _, used = os.wait4(child.pid, 0)
    child.returncode = 0
    return used.ru_maxrss * _KIBI / 1e6
