"""Checking what has not changed since it was found sound."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from benchmarks.clock import seconds
from benchmarks.programs import NYTTOKEDJA
from benchmarks.table import Row, of

_IN_A_FOLDER = 1000
_LONG_AGO = (1_700_000_000, 1_700_000_000)


def rows(folder: Path) -> Iterator[Row]:
    """Whole runs over many files, after one that found them all sound; and the start alone beside them."""
    for count, goal in ((of(10_000), "≤ 0.6 s"), (of(100_000), "≤ 3 s, aim 1.5 s")):
        place = folder / f"unchanged-{count}"
        _write(place, count)
        run = [NYTTOKEDJA, "check", str(place)]
        cache = folder / "cache"
        # a file is not believed by its clock for two seconds, and the run after that writes it down
        seconds({"": [run, ["sleep", "2.5"], run]}, 1, folder, cache=cache)
        took = seconds({"we": [run], "start": [[NYTTOKEDJA, "--help"]]}, 3, folder, cache=cache)
        yield Row(f"check {count:,} unchanged files / --help", took["we"], took["start"], goal)


def _write(folder: Path, count: int) -> None:
    """Sound chains of about 2 kB, no title in two of them."""
    for n in range(count):
        place = folder / str(n // _IN_A_FOLDER)
        if n % _IN_A_FOLDER == 0:
            place.mkdir(parents=True)
        path = place / f"kedja_{n}.yaml"
        path.write_text(_chain(n), "utf-8")
        os.utime(path, _LONG_AGO)


def _chain(n: int) -> str:
    lines = ["nyttokedja: 1", f"rubrik: Kedja nummer {n}", "språk: sv", "skede: utkast", "förändringar:"]
    for box in range(9):
        lines += [
            f"  a{box}:",
            f"    rubrik: Nytt arbetssätt i område {n} del {box}",
            f"    leder_till: e{box}",
        ]
    lines += ["effekter:"]
    for box in range(9):
        lines += [f"  e{box}:", f"    rubrik: Färre besök i område {n} del {box}", "    leder_till: n"]
    return "\n".join([*lines, "nyttor:", f"  n: Ökad trygghet i område {n}", ""])
