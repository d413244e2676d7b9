"""``python -m benchmarks [--markdown] [--small] [PART]...``: speed as ratios against named peers.

    python -m pip install check-jsonschema yamllint      the peers for check
    python -m pip install openpyxl                        a peer for reading tables
    npm install -g @mermaid-js/mermaid-cli                a peer for draw; and dot, from Graphviz

A peer is measured in the same run; one that is missing is said and left out. Absolute figures move from
machine to machine: quote ratios. ``--markdown`` prints the table once more at the end, ready for
RESULTS.md; ``--small`` does a hundredth of all, to see that it runs. Numbers after ``portfolio`` say of how
many chains: ``portfolio 40000``.
"""

from __future__ import annotations

import compileall
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import nyttokedja
from benchmarks import instructions, table
from benchmarks.table import Row

_MARKDOWN, _SMALL = "--markdown", "--small"

Part = Callable[[Path], Iterator["Row | str"]]
"""A folder to work in → rows of the table, and what else is told."""


def main() -> None:
    """Measure all, or what the arguments name: the keys of PARTS."""
    # users of a wheel have byte code; a checkout may not, and would be compiled anew at every start
    compileall.compile_dir(Path(nyttokedja.__file__).parent, quiet=1)
    os.environ["NYTTOKEDJA_CACHE"] = ""
    said = sys.argv[1:]
    table.small = _SMALL in said
    table.counts = tuple(int(one) for one in said if one.isdigit())
    named = [one for one in said if one not in (_MARKDOWN, _SMALL) and not one.isdigit()]
    wanted = named or list(PARTS)
    if unknown := [one for one in wanted if one not in PARTS]:
        sys.exit(f"No part is called {', '.join(unknown)}. There are: {', '.join(PARTS)}.")
    rows = []
    with tempfile.TemporaryDirectory() as name:
        for part in wanted:
            for row in PARTS[part](Path(name)):
                print(row, flush=True)
                rows += [row] if isinstance(row, Row) else []
    if _MARKDOWN in said:
        print(f"\n{table.markdown(rows)}")


def _of(module: str, function: str = "rows") -> Part:
    """A part by the name of its module, which is imported when it is measured."""

    def measured(folder: Path) -> Iterator[Row | str]:
        yield from getattr(import_module(f"benchmarks.{module}"), function)(folder)

    return measured


def stages(_: Path) -> Iterator[str]:
    """The stages of a check and of a picture, in instructions."""
    if not instructions.AVAILABLE:
        yield "valgrind is not installed: the stages of a check and of a picture cannot be counted"
        return
    from benchmarks import stages as of_a_check
    from benchmarks import stages_of_drawing

    for nodes in (50, 1000):
        yield from of_a_check.rows(nodes)
    yield "one picture:"
    yield from stages_of_drawing.rows(50)


def reads_drawings(_: Path) -> Iterator[str]:
    """How long drawings of draw.io take to read."""
    from benchmarks import drawings

    yield from drawings.rows()


def pictures(_: Path) -> Iterator[str]:
    """What is measured in written pictures of realistic chains, beside its goals."""
    from benchmarks.pictures.measuring import rows

    yield from rows()


def prints(folder: Path) -> Iterator[Row | str]:
    """How long PDF and PNG take."""
    if find_spec("typst") is None:
        yield "PDF and PNG: typst is missing"
        return
    yield from _of("printing")(folder)


PARTS: dict[str, Part] = {
    "start": _of("starting"),
    "check": _of("checking"),
    "unchanged": _of("unchanged"),
    "memory": _of("memory"),
    "stages": stages,
    "draw": _of("drawing"),
    "pictures": pictures,
    "site": _of("sites"),
    "pages": _of("pages"),
    "app": _of("app"),
    "growth": _of("checking", "growth"),
    "change": _of("changing"),
    "walls": _of("workshops"),
    "drawings": reads_drawings,
    "calculation": _of("calculating"),
    "printing": prints,
    "documents": _of("documents"),
    "portfolio": _of("portfolios"),
}

if __name__ == "__main__":
    main()
