"""The engine's answer with its early ranks raised or lowered to where their arrows lead.

The engine counts long lines for more than boxes, so one line can hold all changes and early effects at
the foot of a tall stack of benefits. Here all ranks before a gutter move together: their order and
distances stay. All y in px downwards.
"""

from __future__ import annotations

from statistics import median_low

from nyttokedja.drawing.layout.engine_input import Answer, span_of
from nyttokedja.drawing.layout.layers import Net

LEAST, STRAIGHT = 80.0, 150.0
"""A move shorter than this, or that saves less px for each level line it bends, is not worth it."""
_LEVEL = 2.0


def balanced(net: Net, answer: Answer) -> Answer:
    """The answer, no taller than it was."""
    tied = {name for edge in net.edges for name in edge}
    spans = {name: span_of(net.cells[name], answer[name]) for name in tied}
    top = min((upper for upper, _ in spans.values()), default=0.0)
    foot = max((lower for _, lower in spans.values()), default=0.0)
    moved = 0.0
    by_rank = dict.fromkeys(range(net.ranks), 0.0)
    for gutter in range(net.ranks - 2, -1, -1):
        before = [span for name, span in spans.items() if net.cells[name].rank <= gutter]
        if before:
            highest = top - min(upper for upper, _ in before) - moved
            lowest = foot - max(lower for _, lower in before) - moved
            moved += min(max(_move(_falls(gutter, net, answer)), highest), lowest)
        by_rank[gutter] = moved
    return {name: answer[name] + by_rank[cell.rank] for name, cell in net.cells.items()}


def _falls(gutter: int, net: Net, answer: Answer) -> list[float]:
    """How far each line falls in the gutter."""
    ys = {
        name: answer[name] + (cell.unit.box.middle - cell.unit.height / 2 if cell.unit else 0.0)
        for name, cell in net.cells.items()
    }
    return [ys[head] - ys[tail] for tail, head in net.edges if net.cells[tail].rank == gutter]


def _move(falls: list[float]) -> float:
    """How far down what is before these lines had better stand."""
    if not falls:
        return 0.0
    move = median_low(falls)
    saved = sum(abs(fall) - abs(fall - move) for fall in falls)
    level = sum(abs(fall) < _LEVEL for fall in falls)
    return move if abs(move) >= LEAST and saved >= STRAIGHT * max(1, level) else 0.0
