"""The engine's answer with its first ranks moved up or down to where their arrows lead.

To the engine long lines weigh more than boxes, so one line can hold all changes and first effects at the foot
of a tall stack of benefits. All ranks left of a gutter move together: their order and distances stay. Gutter
g is the space between ranks g and g + 1. All y in px, downwards.
"""

from __future__ import annotations

from itertools import accumulate
from math import inf
from statistics import median_low

from nyttokedja.drawing.layout.engine_input import Answer, span_of
from nyttokedja.drawing.layout.layers import LayeredGraph

LEAST, STRAIGHT = 80.0, 150.0
"""A move is at least so long, and saves at least so many px for each level line that it bends."""

_LEVEL = 2.0
"""A line that falls or rises less than this is level."""


def balanced(layered: LayeredGraph, answer: Answer) -> Answer:
    """The answer with its first ranks moved; no taller than before."""
    joined = {name for edge in layered.edges for name in edge}
    spans = {name: span_of(layered.cells[name], answer[name]) for name in joined}
    top = min((upper for upper, _ in spans.values()), default=0.0)
    foot = max((lower for _, lower in spans.values()), default=0.0)
    falls = _falls(layered, answer)
    tops, feet = [inf] * layered.ranks, [-inf] * layered.ranks  # of each rank and those before it
    for name, (upper, lower) in spans.items():
        rank = layered.cells[name].rank
        tops[rank], feet[rank] = min(tops[rank], upper), max(feet[rank], lower)
    tops, feet = list(accumulate(tops, min)), list(accumulate(feet, max))
    moved = 0.0
    by_rank = dict.fromkeys(range(layered.ranks), 0.0)
    for gutter in range(layered.ranks - 2, -1, -1):
        if tops[gutter] < inf:
            highest = top - tops[gutter] - moved
            lowest = foot - feet[gutter] - moved
            moved += min(max(_move(falls[gutter]), highest), lowest)
        by_rank[gutter] = moved
    return {name: answer[name] + by_rank[cell.rank] for name, cell in layered.cells.items()}


def _falls(layered: LayeredGraph, answer: Answer) -> list[list[float]]:
    """How far each line falls in its gutter, by gutters; negative where it rises."""
    ys = {
        name: answer[name] + (cell.unit.box.middle - cell.unit.height / 2 if cell.unit else 0.0)
        for name, cell in layered.cells.items()
    }
    falls: list[list[float]] = [[] for _ in range(layered.ranks)]
    for tail, head in layered.edges:
        falls[layered.cells[tail].rank].append(ys[head] - ys[tail])
    return falls


def _move(falls: list[float]) -> float:
    """How far to move down what is left of lines that fall so; 0 where it is not worth it."""
    if not falls:
        return 0.0
    move = median_low(falls)
    saved = sum(abs(fall) - abs(fall - move) for fall in falls)
    level = sum(abs(fall) < _LEVEL for fall in falls)
    return move if abs(move) >= LEAST and saved >= STRAIGHT * max(1, level) else 0.0
