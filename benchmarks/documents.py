"""Plans as files, each made by a process that has just started: processor seconds."""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.pictures.realistic import recipe
from nyttokedja.checking.check import check

_SIZES = ((16, {"pdf": "≤ 1.5", "docx": "≤ 2.0"}), (26, {"pdf": "≤ 2.2", "docx": "≤ 3.0"}))
"""What makes about 25 and 40 boxes, and what a plan of those may take."""

_RUNS = 5


def rows(folder: Path) -> Iterator[str]:
    """A line for each size and format."""
    for size, goals in _SIZES:
        data = recipe(size, 8, 0.3).yaml
        chain = check(data).chain
        assert chain is not None
        (folder / "plan.yaml").write_bytes(data)
        for format, goal in goals.items():
            took = median(_processor(folder, format) for _ in range(_RUNS))
            what = f"a plan of {len(chain.nodes)} boxes as {format}"
            yield f"{what}, of the processor{took:>9.3f} s   goal {goal}"


def _processor(folder: Path, format: str) -> float:
    command = [sys.executable, "-m", "nyttokedja", "report", "plan", "plan.yaml", "-o", f"plan.{format}"]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
