"""A site of many chains, against drawing them; and the same once more, when nothing has changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks import corpus
from benchmarks.clock import seconds
from benchmarks.programs import NYTTOKEDJA
from benchmarks.table import Row, of


def rows(folder: Path) -> Iterator[Row]:
    """The first time, and once more."""
    place, n = folder / "site", of(200)
    corpus.write(place, n, 50)
    out, drawn = str(folder / "pages"), str(folder / "drawn")
    first = [NYTTOKEDJA, "site", str(place), "-o", out]
    wipe = ["rm", "-rf", out, drawn]
    run = {"we": [wipe, first], "draw": [[NYTTOKEDJA, "draw", str(place), "-o", drawn]]}
    took = seconds(run, 1, folder)
    yield Row(f"site of {n} chains / drawing them", took["we"], took["draw"], "≤ 1.5, and ≤ 60 s")
    took = seconds({"again": [first], "check": [[NYTTOKEDJA, "check", str(place)]]}, 1, folder)
    yield Row("the same site again / checking", took["again"], took["check"], "≤ 2")
