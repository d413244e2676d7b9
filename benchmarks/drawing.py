"""Drawing, against mermaid-cli and plain dot: one picture, a hundred, and a hundred that are there."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from benchmarks import corpus
from benchmarks.clock import seconds
from benchmarks.programs import NYTTOKEDJA
from benchmarks.table import Row, of
from nyttokedja import check


def rows(folder: Path) -> Iterator[Row | str]:
    """A row for each; a peer that is missing is said."""
    place, out = folder / "draw", str(folder / "out")
    (path,) = corpus.write(place, 1, 50)
    ours, wipe = [NYTTOKEDJA, "draw", str(place), "-o", out], ["rm", "-rf", out]
    if mermaid := shutil.which("mmdc"):
        source = folder / "chain.mmd"
        source.write_text(_mermaid(Path(path)), "utf-8")
        settings = folder / "puppeteer.json"
        chromium = shutil.which("chromium") or ""
        settings.write_text(f'{{"executablePath": "{chromium}", "args": ["--no-sandbox"]}}', "utf-8")
        theirs = [[mermaid, "-p", str(settings), "-i", str(source), "-o", str(folder / "mermaid.svg")]]
        took = seconds({"we": [wipe, ours], "mermaid": theirs}, 5, folder)
        yield Row("draw 1 × 50 boxes / mermaid-cli", took["we"], took["mermaid"], "≤ 0.25, then ≤ 0.05")
    else:
        yield "mermaid-cli is not installed: one picture has nothing to be measured against"
    dot = shutil.which("dot")
    if dot is None:
        yield "dot is not installed: pictures have nothing to be measured against"
        return
    ready = _ready(folder, dot, place)
    took = seconds({"we": [wipe, ours], "dot": ready}, 5, folder)
    yield Row("draw 1 × 50 boxes / one bare dot", took["we"], took["dot"], "–")
    many, n = folder / "many", of(100)
    corpus.write(many, n, 50)
    ready = _ready(folder, dot, many)
    run = [NYTTOKEDJA, "draw", str(many), "-o", out]
    took = seconds({"we": [wipe, run], "dot": ready}, 3, folder)
    yield Row(f"draw {n} × 50 boxes / one bare dot each", took["we"], took["dot"], "≤ 1.35, aim 1.0")
    took = seconds({"we": [run], "dot": ready}, 3, folder, cache=folder / "cache")
    yield Row(f"the same {n}, unchanged / one bare dot each", took["we"], took["dot"], "≤ 0.15, aim 0.05")


def _ready(folder: Path, dot: str, chains: Path) -> list[list[str]]:
    """The calls of plain dot, on graphs that are written already."""
    written = folder / f"dot-{chains.name}"
    seconds({"": [[NYTTOKEDJA, "draw", "--format", "dot", str(chains), "-o", str(written)]]}, 1, folder)
    return [[dot, "-Tsvg", "-o", os.devnull, str(file)] for file in sorted(written.iterdir())]


def _mermaid(path: Path) -> str:
    graph = check(path.read_bytes()).graph
    assert graph is not None
    boxes = [f'  {node.id}["{node.title}"]' for node in graph.nodes.values()]
    arrows = [f"  {arrow.source.id} --> {arrow.target.id}" for arrow in graph.arrows]
    return "\n".join(["flowchart LR", *boxes, *arrows])
