"""Layered graph → the DOT for a layout engine, and the engine's answer → the y of every cell.

No text of the chain enters the DOT: only names and sizes of cells. Only the y of the answer is used.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from math import ceil
from typing import Any

from nyttokedja.drawing.boxes.docks import Unit
from nyttokedja.drawing.layout.layers import Cell, LayeredGraph
from nyttokedja.drawing.layout.order import order_of
from nyttokedja.drawing.layout.ranks import Ranks
from nyttokedja.errors import CannotDraw

_INCH = 72.0
"""Of px, which Graphviz calls points."""

DUMMY_HEIGHT = 0.06 * _INCH
"""The height of a dummy in px."""

_RANKS_APART, _ANCHOR = 0.8, "width=0.01 height=0.01"
"""In inches: the gap between ranks, which has no effect on y, and the size of the node that holds a rank."""

_WEIGHTS = (2, 3, 6)
"""The weight of an edge by how many of its ends are dummies: long lines are to be straight."""

_FARTHEST = 1e7
"""No coordinate in px is as large as this."""

Answer = Mapping[str, float]
"""Cell name → the y of its middle in px, downwards, from any origin."""

Layout = Callable[[Sequence[str]], list[Answer]]
"""DOT texts → their answers, in the same order; raises `CannotDraw` where one cannot be laid out."""


def height_of(cell: Cell) -> float:
    """The height of a cell in px."""
    return cell.unit.height if cell.unit else DUMMY_HEIGHT


def span_of(cell: Cell, y: float) -> tuple[float, float]:
    """(top, foot) in px of a cell with its middle at ``y``."""
    half = height_of(cell) / 2
    return y - half, y + half


def layout_dot(layered: LayeredGraph, ranks: Ranks, width: float, between: float, beside_lines: float) -> str:
    """The DOT of the graph: boxes are ``width`` px wide, ``between`` px from each other and ``beside_lines``
    px from lines. What goes on in another row of ranks is ordered alike there, but not held level.
    """
    pad = (between - beside_lines) / 2
    high, by_rank = _inches(DUMMY_HEIGHT), [[f"r{rank} [{_ANCHOR}]"] for rank in range(layered.ranks)]
    for name, cell in layered.cells.items():
        by_rank[cell.rank].append(f"{name} [{_size(cell.unit, width, pad)}]" if cell.unit else name)
    lines = [
        "digraph {",
        f"rankdir=LR splines=none nodesep={_inches(beside_lines)} ranksep={_RANKS_APART}",
        f'node [shape=box fixedsize=true label="" width={_inches(width)} height={high}]',
        *("{\nrank=same\n" + "\n".join(names) + "\n}" for names in by_rank),
        *(f"r{rank} -> r{rank + 1} [weight=0]" for rank in range(layered.ranks - 1)),
    ]
    for names in order_of(layered):
        boxes = [name for name in names if layered.cells[name].unit]
        lines += [f"{above} -> {below} [style=invis]" for above, below in pairwise(boxes)]
    lines.append(f"edge [weight={_WEIGHTS[2]}]")
    # where no box has docks, all edges end in the middle anyway, and ports cost the engine a seventh
    ports = any(cell.unit and cell.unit.docks for cell in layered.cells.values())
    lines += [_edge(layered.cells[tail], layered.cells[head], ranks, ports) for tail, head in layered.edges]
    return "\n".join([*lines, "}\n"])


def _edge(tail: Cell, head: Cell, ranks: Ranks, ports: bool) -> str:
    """An edge, with its weight if that is not the one of edges between dummies."""
    dummies = (tail.unit is None) + (head.unit is None)
    weight = 0 if ranks.turns_after(tail.rank) else _WEIGHTS[dummies]
    weighs = "" if weight == _WEIGHTS[2] else f" [weight={weight}]"
    if not ports:
        return f"{tail.name} -> {head.name}{weighs}"
    return f"{_port(tail)}e -> {_port(head)}w{weighs}"


def _port(cell: Cell) -> str:
    return f"{cell.name}:m:" if cell.unit and cell.unit.docks else f"{cell.name}:"


def _inches(length: float) -> str:
    return f"{length / _INCH:.4f}"


def _size(unit: Unit, width: float, pad: float) -> str:
    """The attributes of a unit; one with docks is a table, so that arrows meet its box."""
    if not unit.docks:
        return f"height={_inches(unit.height + 2 * pad)}"
    box = round(unit.box.height)
    docks = ceil(unit.height) - box
    row = '<TR><TD {} WIDTH="{}" HEIGHT="{}" FIXEDSIZE="TRUE"></TD></TR>'
    rows = (("", pad), ('PORT="m"', box), ("", docks + pad))
    table = "".join(row.format(port, round(width), round(height)) for port, height in rows)
    head = '<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0">'
    return f"shape=plain fixedsize=false label=<{head}{table}</TABLE>>"


def read_answers(text: str, engine: str, expected: int) -> list[Answer]:
    """The answers in an engine's output, which is one object of Graphviz's ``json0`` after another.

    Raises:
        CannotDraw: the output is something else, or of another number of graphs than ``expected``.
    """
    decoder, at, answers = json.JSONDecoder(), 0, []
    try:
        text = text.strip()
        while at < len(text):
            graph, at = decoder.raw_decode(text, at)
            answers.append(_read(graph))
            at += len(text) - at - len(text[at:].lstrip())
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise CannotDraw(f"The layout engine {engine} gave an answer that is not a layout.") from None
    if len(answers) != expected:
        raise CannotDraw(
            f"The layout engine {engine} gave {len(answers)} layouts where {expected} were asked for."
        )
    return answers


def _read(graph: Any) -> Answer:
    return {
        item["name"]: -float(item["pos"].split(",")[1]) for item in graph.get("objects", ()) if "pos" in item
    }


def check(answer: Answer, layered: LayeredGraph) -> Answer:
    """The answer, if every cell is in it, at a y that can be drawn.

    Raises:
        CannotDraw: some cell is not.
    """
    if any(not abs(answer.get(name, float("nan"))) < _FARTHEST for name in layered.cells):
        raise CannotDraw("The layout engine left boxes without a place.")
    return answer
