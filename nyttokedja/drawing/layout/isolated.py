"""The engine's answer with the isolated cells in file order, from the top of their rank.

The engine puts cells without edges last and in reverse order. All y in px, downwards.
"""

from __future__ import annotations

from collections.abc import Iterable

from nyttokedja.drawing.layout.engine_input import Answer, height_of, span_of
from nyttokedja.drawing.layout.layers import Cell, LayeredGraph

Span = tuple[float, float]
"""(top, foot)."""


def in_file_order(layered: LayeredGraph, answer: Answer, between: float, beside_lines: float) -> Answer:
    """The answer in which each isolated cell has the first free place below the one before it.

    Boxes are at least ``between`` px from each other and ``beside_lines`` px from lines.
    """
    joined = {name for edge in layered.edges for name in edge}
    isolated: list[list[Cell]] = [[] for _ in range(layered.ranks)]
    taken: list[list[Span]] = [[] for _ in range(layered.ranks)]
    top = min((span_of(layered.cells[name], answer[name])[0] for name in joined), default=0.0)
    for cell in layered.cells.values():
        if cell.name in joined:
            upper, lower = span_of(cell, answer[cell.name])
            room = between if cell.unit else beside_lines
            taken[cell.rank].append((upper - room, lower + room))
        else:
            isolated[cell.rank].append(cell)
    ys = dict(answer)
    for cells, spans in zip(isolated, taken, strict=True):
        y = top
        for cell in cells:
            height = height_of(cell)
            y = _first_free(y, height, sorted(spans))
            ys[cell.name] = y + height / 2
            y += height + between
    return ys


def _first_free(y: float, height: float, taken: Iterable[Span]) -> float:
    """The least y from ``y`` on at which so much height is free."""
    for upper, lower in taken:
        if y + height > upper and y < lower:
            y = lower
    return y
