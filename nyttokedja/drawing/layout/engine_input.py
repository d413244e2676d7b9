"""Layered graph → the DOT for a layout engine, and the engine's answer → the y of every cell.

No text of the chain enters the DOT: only names and sizes of cells. Only the y of the answer is used.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from math import ceil
from typing import Any

from nyttokedja.drawing.layout.layers import Cell, LayeredGraph
from nyttokedja.drawing.layout.order import order_of
from nyttokedja.drawing.layout.ranks import Ranks
from nyttokedja.errors import CannotDraw

_INCH = 72.0
"""Of px, which Graphviz calls points."""

DUMMY_HEIGHT = 0.06 * _INCH
"""The height of a dummy in px."""

_RANKS_APART, _ANCHOR = 0.8, 0.01
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
    from graphviz import Digraph

    dot = Digraph()
    dot.attr(rankdir="LR", splines="none", nodesep=f"{beside_lines / _INCH:.4f}", ranksep=str(_RANKS_APART))
    dot.attr("node", shape="box", fixedsize="true", label="", width=f"{width / _INCH:.4f}")
    pad = (between - beside_lines) / 2
    by_rank: list[list[Cell]] = [[] for _ in range(layered.ranks)]
    for cell in layered.cells.values():
        by_rank[cell.rank].append(cell)
    for number, cells in enumerate(by_rank):
        with dot.subgraph() as rank:
            rank.attr(rank="same")
            rank.node(f"r{number}", width=str(_ANCHOR), height=str(_ANCHOR))
            for cell in cells:
                rank.node(cell.name, **_size(cell, width, pad))
    for number in range(layered.ranks - 1):
        dot.edge(f"r{number}", f"r{number + 1}", weight="0")
    for names in order_of(layered):
        for above, below in pairwise([name for name in names if layered.cells[name].unit]):
            dot.edge(above, below, style="invis")
    for tail, head in layered.edges:
        weight = _WEIGHTS[(layered.cells[tail].unit is None) + (layered.cells[head].unit is None)]
        weight = 0 if ranks.turns_after(layered.cells[tail].rank) else weight
        dot.edge(_port(layered.cells[tail]) + "e", _port(layered.cells[head]) + "w", weight=str(weight))
    return str(dot.source)


def _size(cell: Cell, width: float, pad: float) -> dict[str, str]:
    """The attributes of a cell; one with docks is a table, so that arrows meet its box."""
    if cell.unit is None:
        return {"height": f"{DUMMY_HEIGHT / _INCH:.4f}"}
    if not cell.unit.docks:
        return {"height": f"{(cell.unit.height + 2 * pad) / _INCH:.4f}"}
    box = round(cell.unit.box.height)
    docks = ceil(cell.unit.height) - box
    row = '<TR><TD {} WIDTH="{}" HEIGHT="{}" FIXEDSIZE="TRUE"></TD></TR>'
    rows = (("", pad), ('PORT="m"', box), ("", docks + pad))
    table = "".join(row.format(port, round(width), round(height)) for port, height in rows)
    head = '<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0">'
    return {"shape": "plain", "fixedsize": "false", "label": f"<{head}{table}</TABLE>>"}


def _port(cell: Cell) -> str:
    return f"{cell.name}:m:" if cell.unit and cell.unit.docks else f"{cell.name}:"


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
