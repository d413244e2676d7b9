"""A portfolio of many chains, each with titles of its own: building, building again, asking, and growth.

    python -m benchmarks portfolio               10,000 and 20,000 chains
    python -m benchmarks portfolio 1000 40000    so many

CPU seconds of programs and of all that they start, paired in the same run: other work on the machine changes
the ratios little. Two processes read the chains. The last line reckons what all public bodies of Sweden, with
200 chains each, would take.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks import corpus, table
from benchmarks.table import Row
from nyttokedja.portfolio.asking import ORDER

NYTTOKEDJA = str(Path(sys.executable).with_name("nyttokedja"))
COUNTS = (10_000, 20_000)
_BOXES = 40
_ALL = 130_000
_ENDINGS = ("sqlite", "duckdb")
_TIMES = 3
"""A question is asked so often, and the least counts."""
_TITLE = re.compile("^(    rubrik: .+)$", re.MULTILINE)


class Took(NamedTuple):
    """The CPU seconds of a program, and the most memory that it held, in MB."""

    cpu: float
    memory: float


def rows(folder: Path) -> Iterator[Row | str]:
    """CPU seconds and sizes for more and more chains."""
    for count in map(table.of, table.counts or COUNTS):
        place = folder / f"portfolio-{count}"
        first = write(place, count)
        check = took([NYTTOKEDJA, "check", "--no-cache", "--jobs", "2", str(place)])
        for ending in _ENDINGS:
            database = folder / f"{count}.{ending}"
            build = [NYTTOKEDJA, "portfolio", "build", str(place), "-o", str(database), "--jobs", "2"]
            cold = took(build)
            first.write_text(text(count + len(ending)), "utf-8")
            again = took(build)
            size = database.stat().st_size / 1e6
            what = f"{count:,} chains, {ending}:"
            yield Row(f"{what} build, against check, CPU", cold.cpu, check.cpu, "≤ 1.2")
            yield Row(f"{what} memory of build", cold.memory, None, "≤ 300 MB", "MB")
            yield Row(f"{what} build with one changed, CPU", again.cpu, None, "≤ 2 s")
            yield Row(f"{what} file", size, None, "told", "MB")
            yield from _questions(what, ending, database)
            each = _ALL / count
            yield (
                f"{what} so {_ALL:,} take {cold.cpu * each / 3600:.1f} h CPU to build, "
                f"{again.cpu * each:.0f} s with one changed, {size * each:.0f} MB"
            )


def _questions(what: str, ending: str, database: Path) -> Iterator[Row | str]:
    """What the named questions take beyond a start, and loading and opening the engine of it."""
    said = [NYTTOKEDJA, "portfolio", "ask"]
    start, engine = _least(said), 0.0
    if ending == "duckdb":
        bare = f"import duckdb; duckdb.connect({str(database)!r}, read_only=True)"
        engine = _least([sys.executable, "-c", bare]) - _least([sys.executable, "-c", "pass"])
    more = ["--database", str(database), "--today", "2027-06-01", "--format", "csv"]
    asked = {name: 1000 * (_least([*said, name, *more]) - start - engine) for name in ORDER}
    for name in ("owners", "goals"):
        yield Row(f"{what} {name}, CPU beyond start", asked[name], None, "≤ 50 ms", "ms")
    others = ", ".join(f"{name} {ms:.0f}" for name, ms in asked.items())
    beside = f"; besides, loading and opening the engine takes {1000 * engine:.0f}" if engine else ""
    yield f"{what} each question, ms CPU beyond start: {others}{beside}"


def write(folder: Path, count: int) -> Path:
    """Write chains that share their goals and nothing else; the path of the first."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"kedja_{n:06}.yaml" for n in range(count)]
    for n, path in enumerate(paths):
        path.write_text(text(n), "utf-8")
    return paths[0]


def text(seed: int) -> str:
    """A chain whose titles no other has but those of its goals."""
    own, goals, rest = corpus.chain(_BOXES, seed).partition("\nmål:")
    return _TITLE.sub(rf"\g<1> nr {seed}", own) + goals + rest


def _least(command: Sequence[str]) -> float:
    return min(took(command).cpu for _ in range(_TIMES))


def took(command: Sequence[str]) -> Took:
    """What a program takes, with all that it starts."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as started:
        _, _, used = os.wait4(started.pid, 0)
        started.returncode = 0
    return Took(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
