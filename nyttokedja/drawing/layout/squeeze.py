"""The engine's answer made no taller than it has to be: its ranks pushed together into so much height.

An engine makes lines short and straight, and lets boxes drift apart for it, far beyond the tallest rank. What
is higher or lower than there is room for is moved just so far as the boxes and lines beside it allow; their
order and their distances stay. All y in px, downwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from nyttokedja.drawing.boxes.docks import Unit
from nyttokedja.drawing.layout.engine_input import DUMMY_HEIGHT, Answer, height_of, span_of
from nyttokedja.drawing.layout.layers import Cell, LayeredGraph
from nyttokedja.drawing.layout.ranks import Ranks

_PLACES = 12
"""So many places of the new height in the old one are tried."""


def least_heights(
    units: Mapping[str, Unit], ranks: Ranks, passing: Iterable[int], between: float, beside_lines: float
) -> list[float]:
    """By rank: its least height, where so many lines pass its boxes."""
    heights = [-between] * ranks.count
    for id, unit in units.items():
        heights[ranks.of[id]] += unit.height + between
    first = (between - beside_lines) / 2  # that a line beside a box takes more than one beside a line
    return [
        height + (lines * (DUMMY_HEIGHT + beside_lines) + first if lines else 0.0)
        for height, lines in zip(heights, passing, strict=True)
    ]


def squeezed(
    layered: LayeredGraph, answer: Answer, most: float, between: float, beside_lines: float
) -> Answer:
    """The answer with a height of ``most``, or of its tallest rank, if it is taller than that.

    Boxes are at least ``between`` px from each other and ``beside_lines`` px from lines.
    """
    spans = [span_of(cell, answer[name]) for name, cell in layered.cells.items()]
    top, foot = min((one for one, _ in spans), default=0.0), max((one for _, one in spans), default=0.0)
    cells: list[list[Cell]] = [[] for _ in range(layered.ranks)]
    for cell in sorted(layered.cells.values(), key=lambda one: answer[one.name]):
        cells[cell.rank].append(cell)
    stacks = [_stack(one, answer, between, beside_lines) for one in cells]
    high = max([most, *(stack.height for stack in stacks)])
    if foot - top <= high:
        return answer
    starts = [top + (foot - top - high) * n / _PLACES for n in range(_PLACES + 1)]
    best = min(starts, key=lambda start: fsum([stack.moved(start, high) for stack in stacks]))
    return {name: y for stack in stacks for name, y in zip(stack.names, stack.ys(best, high), strict=True)}


@dataclass(frozen=True, slots=True)
class _Stack:
    """The cells of a rank in their order. Each ``stands`` so much lower than it would where all are close
    together from the top, and no cell stands higher than one above it.
    """

    names: Sequence[str]
    wanted: Sequence[float]  # the y of each in the answer
    close: Sequence[float]  # the y of each where all stand close together, from the top
    stands: Sequence[float]
    height: float

    def ys(self, top: float, high: float) -> list[float]:
        """The y of each between ``top`` and ``high`` px below it."""
        last = top + high - self.height
        return [y + min(max(down, top), last) for y, down in zip(self.close, self.stands, strict=True)]

    def moved(self, top: float, high: float) -> float:
        """How far all cells are moved, together, to be there."""
        return fsum([abs(y - old) for y, old in zip(self.ys(top, high), self.wanted, strict=True)])


def _stack(cells: Sequence[Cell], answer: Answer, between: float, beside_lines: float) -> _Stack:
    close, stands = list[float](), list[float]()
    foot, lowest, before = 0.0, float("-inf"), 0.0
    for number, cell in enumerate(cells):
        half, beside = height_of(cell) / 2, between if cell.unit else beside_lines
        foot += (before + beside) / 2 if number else 0.0
        before = beside
        close.append(foot + half)
        lowest = max(lowest, answer[cell.name] - close[-1])
        stands.append(lowest)
        foot += 2 * half
    names = [cell.name for cell in cells]
    return _Stack(names, [answer[name] for name in names], close, stands, foot)
