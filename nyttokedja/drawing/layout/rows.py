"""Ranks wrapped into rows that are read like lines of text: one below another.

Each row is laid out by itself, as if the others were not there. All lengths in px, y downwards.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from nyttokedja.drawing.layout.engine_input import Answer, span_of
from nyttokedja.drawing.layout.layers import LayeredGraph
from nyttokedja.drawing.layout.ranks import Ranks, Span
from nyttokedja.drawing.layout.turns import Turning


def wrapped(ranks: Ranks, rows: Sequence[Span]) -> Ranks:
    """The ranks in these rows."""
    return replace(ranks, rows=tuple(rows) if len(rows) > 1 else ())


def by_row(
    layered: LayeredGraph, ranks: Ranks, answer: Answer, work: Callable[[LayeredGraph, Answer], Answer]
) -> Answer:
    """The answer as it is after some work on each row."""
    if not ranks.rows:
        return work(layered, answer)
    done: dict[str, float] = {}
    for first, last in ranks.rows:
        cells = {name: cell for name, cell in layered.cells.items() if first <= cell.rank <= last}
        edges = tuple(edge for edge in layered.edges if edge[0] in cells and edge[1] in cells)
        part = replace(layered, cells=cells, edges=edges)
        done |= work(part, {name: answer[name] for name in cells})
    return done


def stacked(layered: LayeredGraph, ranks: Ranks, answer: Answer, turning: Turning) -> Answer:
    """The answer with each row below the one before it, and room between them for what turns there."""
    ys: dict[str, float] = {}
    top = 0.0
    for first, last in ranks.all_rows:
        spans = {
            name: span_of(cell, answer[name])
            for name, cell in layered.cells.items()
            if first <= cell.rank <= last
        }
        highest = min((upper for upper, _ in spans.values()), default=0.0)
        lowest = max((lower for _, lower in spans.values()), default=0.0)
        ys.update((name, answer[name] + top - highest) for name in spans)
        top += lowest - highest + turning.gap(last)
    return ys
