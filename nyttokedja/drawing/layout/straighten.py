"""Lines made straight: a dummy takes the y of the cell before or after it where nothing is between.

So arrows are level instead of bending by a few px, and a line that passes several ranks bends once instead of
twice. All y in px, downwards.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from nyttokedja.drawing.boxes.docks import Unit
from nyttokedja.drawing.layout.layers import Cell, LayeredGraph

NEAR, FAR = 12.0, 72.0
"""How far one dummy is moved to be level with its neighbour; how far a whole strand with one of its ends."""

FREE, LINE_GAP = 12.0, 9.0
"""The least distance of a moved line from boxes, and from other lines."""


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """What dummies are moved among."""

    middles: Mapping[str, float]  # name of a unit's cell → the middle of its box
    before: Mapping[str, str]  # name of a dummy → the cell before it
    after: Mapping[str, Sequence[str]]  # name of a dummy → the cells after it
    lines: Sequence[Sequence[str]]  # by rank: the dummies
    boxes: Sequence[Sequence[tuple[float, float]]]  # by rank: (top, foot) of each unit


def straightened(
    layered: LayeredGraph, units: Mapping[str, Unit], tops: Mapping[str, float], lines: Mapping[str, float]
) -> dict[str, float]:
    """Name of each dummy → its new y; ``lines`` has the one that the layout gave it."""
    around, ys = _surroundings(layered, units, tops, lines), dict(lines)
    dummies = sorted((layered.cells[name] for name in lines), key=lambda cell: cell.rank)
    for cell in dummies:
        _move([cell], _y(around.before[cell.name], around, ys), NEAR, around, ys)
    for cell in reversed(dummies):
        level = _y(around.before[cell.name], around, ys) == ys[cell.name]
        if len(around.after[cell.name]) == 1 and not level:
            _move([cell], _y(around.after[cell.name][0], around, ys), NEAR, around, ys)
    for strand in _strands(dummies, around, layered):
        ends = [
            _y(around.before[strand[0].name], around, ys),
            _y(around.after[strand[-1].name][0], around, ys),
        ]
        if not any(all(ys[cell.name] == end for cell in strand) for end in ends):
            ends.sort(key=lambda end: abs(end - ys[strand[0].name]))
            any(_move(strand, end, FAR, around, ys) for end in ends)
    return ys


def _surroundings(
    layered: LayeredGraph, units: Mapping[str, Unit], tops: Mapping[str, float], lines: Mapping[str, float]
) -> _Surroundings:
    before: dict[str, str] = {}
    after: dict[str, list[str]] = {name: [] for name in lines}
    for tail, head in layered.edges:
        if head in lines:
            before[head] = tail
        if tail in lines:
            after[tail].append(head)
    by_rank: list[list[str]] = [[] for _ in range(layered.ranks)]
    boxes: list[list[tuple[float, float]]] = [[] for _ in range(layered.ranks)]
    for name in lines:
        by_rank[layered.cells[name].rank].append(name)
    for id, unit in units.items():
        boxes[layered.cells[layered.names[id]].rank].append((tops[id], tops[id] + unit.height))
    middles = {layered.names[id]: tops[id] + unit.box.middle for id, unit in units.items()}
    return _Surroundings(middles, before, after, by_rank, boxes)


def _y(name: str, around: _Surroundings, ys: Mapping[str, float]) -> float:
    return ys[name] if name in ys else around.middles[name]


def _strands(dummies: Sequence[Cell], around: _Surroundings, layered: LayeredGraph) -> Iterator[list[Cell]]:
    """The dummies that one line passes without a branch, in lists from left to right."""
    for cell in dummies:
        before = around.before[cell.name]
        if len(around.after.get(before, ())) == 1:
            continue
        strand = [cell]
        while len(follows := around.after[strand[-1].name]) == 1 and follows[0] in around.after:
            strand.append(layered.cells[follows[0]])
        if len(around.after[strand[-1].name]) == 1:
            yield strand


def _move(strand: Sequence[Cell], y: float, most: float, around: _Surroundings, ys: dict[str, float]) -> bool:
    """Move the dummies to ``y``, if none moves farther than ``most`` or over anything; whether they moved."""
    if any(abs(y - ys[cell.name]) > most or not _clear(cell, y, around, ys) for cell in strand):
        return False
    ys.update((cell.name, y) for cell in strand)
    return True


def _clear(cell: Cell, y: float, around: _Surroundings, ys: Mapping[str, float]) -> bool:
    now = ys[cell.name]
    low, high = min(y, now), max(y, now)
    others = (ys[name] for name in around.lines[cell.rank] if name != cell.name)
    near_line = any(low - LINE_GAP < other < high + LINE_GAP for other in others)
    # the old place may be nearer than FREE to a box; the new one may not
    near_box = any(
        (top - FREE < y < foot + FREE) or (low < top and high > foot) for top, foot in around.boxes[cell.rank]
    )
    return not near_line and not near_box
