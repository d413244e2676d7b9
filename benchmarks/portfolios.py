"""A portfolio of many chains, each with texts of its own: building, building again, asking, and growth."""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks import corpus

NYTTOKEDJA = str(Path(sys.executable).with_name("nyttokedja"))
_BOXES = 40
_ENDINGS = ("sqlite", "duckdb")


def rows(folder: Path, counts: Sequence[int] = (250, 500, 1_000)) -> Iterator[str]:
    """CPU seconds and sizes for more and more chains."""
    for count in counts:
        place = folder / f"portfolio-{count}"
        paths = corpus.write(place, count, _BOXES)
        check = cpu([NYTTOKEDJA, "check", "--jobs", "1", str(place)])
        for ending in _ENDINGS:
            database = folder / f"{count}.{ending}"
            build = [NYTTOKEDJA, "portfolio", "build", str(place), "-o", str(database), "--jobs", "1"]
            cold = cpu(build)
            Path(paths[0]).write_text(corpus.chain(_BOXES, count + len(ending)), "utf-8")
            again = cpu(build)
            asked = cpu([NYTTOKEDJA, "portfolio", "ask", "owners", "--database", str(database)])
            start = cpu([NYTTOKEDJA, "portfolio", "ask"])
            yield (
                f"{count:>6} chains, {ending}: build {cold:.2f} s CPU, "
                f"{cold / check:.2f} x of checking (<= 1.2); "
                f"one changed {again:.2f} s (<= 2); "
                f"owners {1000 * (asked - start):.0f} ms beyond start (<= 50); "
                f"{database.stat().st_size / 1e6:.1f} MB"
            )
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000
    yield f"most memory of any of these {most:.0f} MB (<= 300)"


def cpu(command: Sequence[str]) -> float:
    """The CPU seconds of a command, which other work on the machine does not change much."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
