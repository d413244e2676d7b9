"""Net and the engine's answer → Placed: where every cell and arrow end stands from top to bottom.

All y in px downwards. Lines are *levelled*: a dummy takes the y of the line before it where that
costs nothing, so that arrows run straight instead of bending by a few px.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from nyttokedja.drawing.docks import Unit
from nyttokedja.drawing.flow import Flow, count_ends
from nyttokedja.drawing.layout import Answer
from nyttokedja.drawing.net import Cell, Net

NEAR, FREE, LINE_GAP = 12.0, 12.0, 9.0
_ONE_IN, _MORE_IN, _SHARED_DOCK = 14.0, 3.0, 10.0


@dataclass(frozen=True, slots=True)
class Placed:
    """``tops`` of units by node id, ``lines`` of dummies by cell name, and the arrows' ends."""

    tops: Mapping[str, float]
    lines: Mapping[str, float]
    leaves: Mapping[tuple[str, str], float]  # arrow ends → y where it leaves its tail
    enters: Mapping[tuple[str, str], float]  # arrow ends → y where it enters its head
    foot: float  # of the lowest unit or line


def place(net: Net, units: Mapping[str, Unit], answer: Answer, flow: Flow, top: float) -> Placed:
    """Put the topmost unit at ``top`` and level the lines."""
    tops = {id: answer[net.names[id]] - unit.height / 2 for id, unit in units.items()}
    lines = {cell.name: answer[cell.name] for cell in net.cells.values() if cell.unit is None}
    lift = top - min([*tops.values(), *(y - 8.0 for y in lines.values())], default=top)
    tops = {id: round(y + lift, 1) for id, y in tops.items()}
    lines = {name: round(y + lift, 1) for name, y in lines.items()}
    _level(net, units, tops, lines)
    leaves, enters = _ends(net, units, tops, lines, flow)
    feet = [*(tops[id] + unit.height for id, unit in units.items()), *(y + 8.0 for y in lines.values())]
    return Placed(tops, lines, leaves, enters, max(feet, default=top))


def _level(net: Net, units: Mapping[str, Unit], tops: Mapping[str, float], lines: dict[str, float]) -> None:
    before: dict[str, str] = {}
    after: dict[str, set[str]] = {}
    for tail, head in net.edges:
        if head in lines:
            before[head] = tail
        if tail in lines:
            after.setdefault(tail, set()).add(head)
    middles = {net.names[id]: tops[id] + unit.box.middle for id, unit in units.items()}
    walls = _walls(net, units, tops)
    dummies = sorted((net.cells[name] for name in lines), key=lambda cell: cell.rank)
    peers: list[list[str]] = [[] for _ in range(net.ranks)]
    for cell in dummies:
        peers[cell.rank].append(cell.name)
    for cell in dummies:
        y = lines.get(before[cell.name], middles.get(before[cell.name]))
        _move(cell, y, lines, peers[cell.rank], walls[cell.rank])
    for cell in reversed(dummies):
        followers = after.get(cell.name, set())
        settled = lines.get(before[cell.name], middles.get(before[cell.name])) == lines[cell.name]
        if len(followers) == 1 and not settled:
            follower = next(iter(followers))
            y = lines.get(follower, middles.get(follower))
            _move(cell, y, lines, peers[cell.rank], walls[cell.rank])


def _walls(net: Net, units: Mapping[str, Unit], tops: Mapping[str, float]) -> list[list[tuple[float, float]]]:
    walls: list[list[tuple[float, float]]] = [[] for _ in range(net.ranks)]
    for id, unit in units.items():
        walls[net.cells[net.names[id]].rank].append((tops[id], tops[id] + unit.height))
    return walls


def _move(
    cell: Cell, y: float | None, lines: dict[str, float], peers: list[str], walls: list[tuple[float, float]]
) -> None:
    """Let the dummy take the height y, if it is near and nothing stands in the way."""
    now = lines[cell.name]
    if y is None or not 0 < abs(y - now) <= NEAR:
        return
    low, high = min(y, now) - LINE_GAP, max(y, now) + LINE_GAP
    crowded = any(low < lines[name] < high for name in peers if name != cell.name)
    walled = any(top - FREE < y < foot + FREE for top, foot in walls)
    if not crowded and not walled:
        lines[cell.name] = y


def _ends(
    net: Net,
    units: Mapping[str, Unit],
    tops: Mapping[str, float],
    lines: Mapping[str, float],
    flow: Flow,
) -> tuple[dict[tuple[str, str], float], dict[tuple[str, str], float]]:
    out, into = count_ends((*flow.forward, *flow.backward, *flow.band))
    docked = {
        dock.arrow for unit in units.values() for dock in unit.docks if dock.end == "head" and dock.shared
    }
    leaves, enters = {}, {}
    for arrow in flow.forward:
        tail, head = arrow.ends
        start = tops[tail] + units[tail].box.middle
        middle = tops[head] + units[head].box.middle
        last = net.stops[arrow.ends][-2]
        came, direct = lines.get(last, start), last not in lines
        slack = min(_ONE_IN if into[head] == 1 else _MORE_IN, units[head].box.middle - 10)
        if arrow.ends in docked:
            leaves[arrow.ends], enters[arrow.ends] = start, middle + _SHARED_DOCK
        elif direct and out[tail] == 1 and abs(came - middle) <= _MORE_IN:
            leaves[arrow.ends] = enters[arrow.ends] = middle
        else:
            level = abs(came - middle) <= slack
            leaves[arrow.ends], enters[arrow.ends] = start, came if level else middle
    return leaves, enters
