"""The engine's answer with the boxes that no arrow touches in file order from the top of their rank.

The engine puts them where it likes, which is below and backwards. All y in px downwards.
"""

from __future__ import annotations

from collections.abc import Iterable

from nyttokedja.drawing.layout.engine_input import Answer, height_of, span_of
from nyttokedja.drawing.layout.layers import Cell, Net

Span = tuple[float, float]
"""From y to y."""


def in_file_order(net: Net, answer: Answer, between: float, beside_lines: float) -> Answer:
    """The answer; boxes keep ``between`` px apart and ``beside_lines`` px from lines.

    What has arrows stays where it is; each of the others takes the first room below the one before it.
    """
    tied = {name for edge in net.edges for name in edge}
    loose: list[list[Cell]] = [[] for _ in range(net.ranks)]
    taken: list[list[Span]] = [[] for _ in range(net.ranks)]
    top = min((span_of(net.cells[name], answer[name])[0] for name in tied), default=0.0)
    for cell in net.cells.values():
        if cell.name in tied:
            upper, lower = span_of(cell, answer[cell.name])
            room = between if cell.unit else beside_lines
            taken[cell.rank].append((upper - room, lower + room))
        else:
            loose[cell.rank].append(cell)
    ys = dict(answer)
    for cells, spans in zip(loose, taken, strict=True):
        y = top
        for cell in cells:
            height = height_of(cell)
            y = _first_room(y, height, sorted(spans))
            ys[cell.name] = y + height / 2
            y += height + between
    return ys


def _first_room(y: float, height: float, taken: Iterable[Span]) -> float:
    for upper, lower in taken:
        if y + height > upper and y < lower:
            y = lower
    return y
