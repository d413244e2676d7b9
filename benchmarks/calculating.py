"""Calculating, against checking the same files, and LibreOffice with a workbook of the same size."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from benchmarks import calculations
from benchmarks.clock import seconds
from benchmarks.programs import NYTTOKEDJA
from benchmarks.table import Row, of


def rows(folder: Path) -> Iterator[Row | str]:
    """One chain, many, and a workbook."""
    (path,) = calculations.write(folder / "one", 1)
    run = {"we": [[NYTTOKEDJA, "calculate", path]], "check": [[NYTTOKEDJA, "check", path]]}
    took = seconds(run, 7, folder)
    yield Row("calculate 1 chain / its check", took["we"], took["check"], "≤ 2")
    count = of(1000)
    many = str(Path(calculations.write(folder / "calculated", count)[0]).parent)
    ours = [NYTTOKEDJA, "calculate", "--format", "json", many]
    took = seconds({"we": [ours], "check": [[NYTTOKEDJA, "check", many]]}, 1, folder)
    yield Row(f"calculate {count:,} chains / their checks", took["we"], took["check"], "≤ 2")
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        yield "LibreOffice is not installed: a workbook has nothing to be recalculated by"
        return
    calculations.workbook(folder / "same.xlsx")
    theirs = [[office, "--headless", "--convert-to", "ods", "same.xlsx"]]
    took = seconds({"we": [[NYTTOKEDJA, "calculate", path]], "they": theirs}, 3, folder)
    yield Row("calculate 1 chain / LibreOffice", took["we"], took["they"], "–")
