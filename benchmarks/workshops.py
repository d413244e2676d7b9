"""Making chains of what a workshop has written, against openpyxl's reading of the same table."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from benchmarks import walls
from benchmarks.clock import seconds
from benchmarks.programs import NYTTOKEDJA
from benchmarks.table import Row


def rows(folder: Path) -> Iterator[Row | str]:
    """Notes and a table."""
    (folder / "notes.txt").write_text(walls.notes(1_000), "utf-8")
    walls.workbook(folder / "table.xlsx", 2_000)
    wipe = ["rm", "-f", "notes.yaml", "notes.import.json", "table.yaml", "table.import.json"]
    made = [wipe, [NYTTOKEDJA, "import", "notes.txt"], [NYTTOKEDJA, "check", "notes.yaml"]]
    bare = [sys.executable, "-c", "import click"]
    took = seconds({"we": made, "click": [bare]}, 3, folder)
    yield Row("1,000 notes to a checked chain / import click", took["we"], took["click"], "< 1.0 s")
    yield from walls.rows()
    read = "import openpyxl; [row for sheet in openpyxl.load_workbook('table.xlsx') for row in sheet.values]"
    if find_spec("openpyxl") is None:
        yield "openpyxl is not installed: a table has nothing to be measured against"
        return
    ours = [wipe, [NYTTOKEDJA, "import", "table.xlsx"]]
    took = seconds({"we": ours, "they": [[sys.executable, "-c", read]]}, 3, folder)
    yield Row("xlsx of 2,000 rows / openpyxl alone", took["we"], took["they"], "≤ 1.5 s")
