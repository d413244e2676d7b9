"""How long it takes to say nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.clock import seconds
from benchmarks.programs import NYTTOKEDJA
from benchmarks.table import Row


def rows(folder: Path) -> Iterator[Row]:
    """A start, against that of click alone."""
    bare = [sys.executable, "-c", "import click"]
    asked = ["env", "_NYTTOKEDJA_COMPLETE=bash_complete", "COMP_CWORD=2"]
    for what, command in (
        ("--version", [NYTTOKEDJA, "--version"]),
        ("--help", [NYTTOKEDJA, "--help"]),
        ("check --help", [NYTTOKEDJA, "check", "--help"]),
        ("completion of an option", [*asked, "COMP_WORDS=nyttokedja check --f", NYTTOKEDJA]),
    ):
        took = seconds({"we": [command], "click": [bare]}, 11, folder)
        yield Row(f"{what} / import click", took["we"], took["click"], "–" if "check" in what else "≤ 1.4")
