"""The engine's answer made no taller than it has to be: its ranks pushed together into so much height.

An engine makes lines short and straight, and lets boxes drift apart for it, far beyond the tallest rank. What
is higher or lower than there is room for is moved just so far as the boxes and lines beside it allow; their
order and their distances stay. All y in px, downwards.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from nyttokedja.drawing.layout.engine_input import Answer, height_of, span_of
from nyttokedja.drawing.layout.layers import Cell, LayeredGraph

_PLACES = 12
"""So many places of the new height in the old one are tried."""


def tallest(layered: LayeredGraph, between: float, beside_lines: float) -> list[float]:
    """By rank: its least height."""
    cells: list[list[Cell]] = [[] for _ in range(layered.ranks)]
    for cell in layered.cells.values():
        cells[cell.rank].append(cell)
    return [_least(one, between, beside_lines) for one in cells]


def squeezed(
    layered: LayeredGraph, answer: Answer, most: float, between: float, beside_lines: float
) -> Answer:
    """The answer with a height of ``most``, or of its tallest rank, if it is taller than that.

    Boxes are at least ``between`` px from each other and ``beside_lines`` px from lines.
    """
    spans = [span_of(cell, answer[name]) for name, cell in layered.cells.items()]
    top, foot = min((one for one, _ in spans), default=0.0), max((one for _, one in spans), default=0.0)
    ranks: list[list[Cell]] = [[] for _ in range(layered.ranks)]
    for cell in sorted(layered.cells.values(), key=lambda one: answer[one.name]):
        ranks[cell.rank].append(cell)
    high = max(most, *(_least(cells, between, beside_lines) for cells in ranks))
    if foot - top <= high:
        return answer
    starts = [top + (foot - top - high) * n / _PLACES for n in range(_PLACES + 1)]
    tried = [
        [_clamped(cells, answer, start, start + high, between, beside_lines) for cells in ranks]
        for start in starts
    ]
    best = min(tried, key=lambda one: sum(abs(y - answer[name]) for ys in one for name, y in ys.items()))
    return {name: y for ys in best for name, y in ys.items()}


def _least(cells: Sequence[Cell], between: float, beside_lines: float) -> float:
    gaps = sum(_gap(one, other, between, beside_lines) for one, other in pairwise(cells))
    return sum(map(height_of, cells)) + gaps


def _gap(one: Cell, other: Cell, between: float, beside_lines: float) -> float:
    boxes = (one.unit is not None) + (other.unit is not None)
    return (beside_lines * (2 - boxes) + between * boxes) / 2


def _clamped(
    cells: Sequence[Cell], answer: Answer, top: float, foot: float, between: float, beside_lines: float
) -> dict[str, float]:
    """The y of cells in their order, between ``top`` and ``foot``."""
    lowest, y = [], foot
    for cell, after in zip(cells[::-1], [None, *cells[::-1]], strict=False):
        y -= _gap(cell, after, between, beside_lines) if after else 0.0
        lowest.append(y - height_of(cell) / 2)
        y -= height_of(cell)
    ys: dict[str, float] = {}
    y = top
    for cell, low, after in zip(cells, reversed(lowest), [*cells, None][1:], strict=True):
        ys[cell.name] = max(y + height_of(cell) / 2, min(answer[cell.name], low))
        y = ys[cell.name] + height_of(cell) / 2 + (_gap(cell, after, between, beside_lines) if after else 0.0)
    return ys
