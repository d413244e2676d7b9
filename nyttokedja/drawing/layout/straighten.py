"""Lines made level: a dummy takes the y of what is before or after it where that costs nothing.

So arrows run straight instead of bending by a few px, and a line that passes several ranks bends once
instead of twice. All y in px downwards.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from nyttokedja.drawing.boxes.docks import Unit
from nyttokedja.drawing.layout.layers import Cell, Net

NEAR, FAR = 12.0, 72.0
"""How far one dummy is moved to be level with its neighbour; how far all of a strand with one of its ends."""

FREE, LINE_GAP = 12.0, 9.0
"""How far from boxes a line that is moved stays, and how far from other lines."""


@dataclass(frozen=True, slots=True)
class _Ground:
    """What stands still, and what each dummy has before and after it; ``peers`` and ``walls`` by rank."""

    middles: Mapping[str, float]
    before: Mapping[str, str]
    after: Mapping[str, Sequence[str]]
    peers: Sequence[Sequence[str]]
    walls: Sequence[Sequence[tuple[float, float]]]


def levelled(
    net: Net, units: Mapping[str, Unit], tops: Mapping[str, float], lines: Mapping[str, float]
) -> dict[str, float]:
    """Cell name of each dummy → its y, from the y that the layout gave it."""
    ground, ys = _ground(net, units, tops, lines), dict(lines)
    dummies = sorted((net.cells[name] for name in lines), key=lambda cell: cell.rank)
    for cell in dummies:
        _move([cell], _y(ground.before[cell.name], ground, ys), NEAR, ground, ys)
    for cell in reversed(dummies):
        level = _y(ground.before[cell.name], ground, ys) == ys[cell.name]
        if len(ground.after[cell.name]) == 1 and not level:
            _move([cell], _y(ground.after[cell.name][0], ground, ys), NEAR, ground, ys)
    for strand in _strands(dummies, ground, net):
        ends = [
            _y(ground.before[strand[0].name], ground, ys),
            _y(ground.after[strand[-1].name][0], ground, ys),
        ]
        if not any(all(ys[cell.name] == end for cell in strand) for end in ends):
            ends.sort(key=lambda end: abs(end - ys[strand[0].name]))
            any(_move(strand, end, FAR, ground, ys) for end in ends)
    return ys


def _ground(
    net: Net, units: Mapping[str, Unit], tops: Mapping[str, float], lines: Mapping[str, float]
) -> _Ground:
    before: dict[str, str] = {}
    after: dict[str, list[str]] = {name: [] for name in lines}
    for tail, head in net.edges:
        if head in lines:
            before[head] = tail
        if tail in lines:
            after[tail].append(head)
    peers: list[list[str]] = [[] for _ in range(net.ranks)]
    walls: list[list[tuple[float, float]]] = [[] for _ in range(net.ranks)]
    for name in lines:
        peers[net.cells[name].rank].append(name)
    for id, unit in units.items():
        walls[net.cells[net.names[id]].rank].append((tops[id], tops[id] + unit.height))
    middles = {net.names[id]: tops[id] + unit.box.middle for id, unit in units.items()}
    return _Ground(middles, before, after, peers, walls)


def _y(name: str, ground: _Ground, ys: Mapping[str, float]) -> float:
    return ys[name] if name in ys else ground.middles[name]


def _strands(dummies: Sequence[Cell], ground: _Ground, net: Net) -> Iterator[list[Cell]]:
    """The dummies in lots that one line passes without a branch."""
    for cell in dummies:
        before = ground.before[cell.name]
        if len(ground.after.get(before, ())) == 1:
            continue
        strand = [cell]
        while len(follows := ground.after[strand[-1].name]) == 1 and follows[0] in ground.after:
            strand.append(net.cells[follows[0]])
        if len(ground.after[strand[-1].name]) == 1:
            yield strand


def _move(strand: Sequence[Cell], y: float, most: float, ground: _Ground, ys: dict[str, float]) -> bool:
    """Let the dummies take the height y, if all are near and nothing stands in the way of any."""
    if any(abs(y - ys[cell.name]) > most or not _clear(cell, y, ground, ys) for cell in strand):
        return False
    ys.update((cell.name, y) for cell in strand)
    return True


def _clear(cell: Cell, y: float, ground: _Ground, ys: Mapping[str, float]) -> bool:
    now = ys[cell.name]
    low, high = min(y, now), max(y, now)
    others = (ys[name] for name in ground.peers[cell.rank] if name != cell.name)
    crowded = any(low - LINE_GAP < other < high + LINE_GAP for other in others)
    # where it stands now may be nearer than FREE to a box; where it comes to may not
    walled = any(
        (top - FREE < y < foot + FREE) or (low < top and high > foot) for top, foot in ground.walls[cell.rank]
    )
    return not crowded and not walled
