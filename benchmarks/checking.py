"""Checking, against check-jsonschema and yamllint on the same files, and against the parser alone."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks import corpus
from benchmarks.clock import Command, processor, seconds
from benchmarks.programs import NYTTOKEDJA, SCRIPTS
from benchmarks.table import Row, of

_LAX = "{extends: relaxed, rules: {line-length: disable}}"
_EVENTS = (
    "import sys, yaml; from collections import deque; from pathlib import Path; "
    "[deque(yaml.parse(path.read_text('utf-8'), yaml.CSafeLoader), maxlen=0) "
    "for path in Path(sys.argv[1]).iterdir()]"
)


def rows(folder: Path) -> Iterator[Row | str]:
    """One and many, cold; then the processor's work for many."""
    for count, nodes, runs, goal in (
        (1, 50, 7, "≤ 0.38, aim 0.30"),
        (of(1000), 50, 1, "≤ 0.035, aim 0.025"),
        (1, of(10_000), 1, "≤ 0.1, then ≤ 0.02"),
    ):
        place, paths = _written(folder, count, nodes)
        peers = _peers(paths)
        if peers is None:
            yield "check-jsonschema and yamllint are not installed: nothing to check against"
            break
        took = seconds({"we": [[NYTTOKEDJA, "check", place]], "they": peers}, runs, folder)
        what = f"check {count:,} × {nodes:,} boxes, cold / check-jsonschema + yamllint"
        yield Row(what, took["we"], took["they"], goal)
    for count in (of(200), of(1000)):
        place, _ = _written(folder, count, 50)
        ours, events = [NYTTOKEDJA, "check", "--jobs", "1", place], [sys.executable, "-c", _EVENTS, place]
        took = processor({"we": ours, "events": events}, 3, folder)
        what = f"check {count:,} × 50 boxes, one process, CPU / C events"
        yield Row(what, took["we"], took["events"], "≤ 6, aim 4")


def growth(folder: Path) -> Iterator[str]:
    """How the time of a check and of a picture grows with the chain."""
    last = None
    for nodes in (50, 500, of(5000)):
        place, _ = _written(folder, 1, nodes)
        out = str(folder / f"growth-out-{nodes}")
        took = seconds({"check": [[NYTTOKEDJA, "check", place]]}, 3, folder)["check"]
        drawn = seconds({"draw": [[NYTTOKEDJA, "draw", place, "-o", out]]}, 1, folder)["draw"]
        step = f"   {took / last[0]:.1f} × and {drawn / last[1]:.1f} × the one before" if last else ""
        yield f"{nodes:>6} nodes: check {took:.3f} s, draw {drawn:.3f} s{step}"
        last = took, drawn


def _written(folder: Path, count: int, nodes: int) -> tuple[str, list[str]]:
    place = folder / f"{count}-{nodes}"
    return str(place), corpus.write(place, count, nodes)


def _peers(paths: list[str]) -> list[Command] | None:
    schema = str(Path("schemas/chain.sv.schema.json").absolute())
    validate, lint = SCRIPTS / "check-jsonschema", SCRIPTS / "yamllint"
    if not (validate.exists() and lint.exists()):
        return None
    return [[str(validate), "--schemafile", schema, *paths], [str(lint), "-d", _LAX, *paths]]
