"""Net and the engine's answer → Placed: where every cell and arrow end stands from top to bottom.

All y in px downwards.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from nyttokedja.drawing.boxes.docks import Unit
from nyttokedja.drawing.content.arrow_kinds import Flow, count_ends
from nyttokedja.drawing.layout.engine_input import Answer
from nyttokedja.drawing.layout.layers import Net
from nyttokedja.drawing.layout.straighten import levelled

_ONE_IN, _MORE_IN = 14.0, 3.0
"""How far from the middle of its head an arrow may come in to stay level: a single one, one of several."""

_CORNER, _SHARED_DOCK = 10.0, 10.0
"""How far from a box's corner an arrow stays; how far below the middle one comes in that carries a dock."""

_LINE_ROOM = 8.0
"""What a line that passes a rank takes up above and below itself."""


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
    lift = top - min([*tops.values(), *(y - _LINE_ROOM for y in lines.values())], default=top)
    tops = {id: round(y + lift, 1) for id, y in tops.items()}
    lines = {name: round(y + lift, 1) for name, y in lines.items()}
    lines = levelled(net, units, tops, lines)
    leaves, enters = _ends(net, units, tops, lines, flow)
    feet = [
        *(tops[id] + unit.height for id, unit in units.items()),
        *(y + _LINE_ROOM for y in lines.values()),
    ]
    return Placed(tops, lines, leaves, enters, max(feet, default=top))


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
        slack = min(_ONE_IN if into[head] == 1 else _MORE_IN, units[head].box.middle - _CORNER)
        if arrow.ends in docked:
            leaves[arrow.ends], enters[arrow.ends] = start, middle + _SHARED_DOCK
        elif direct and out[tail] == 1 and abs(came - middle) <= _MORE_IN:
            leaves[arrow.ends] = enters[arrow.ends] = middle
        else:
            level = abs(came - middle) <= slack
            leaves[arrow.ends], enters[arrow.ends] = start, came if level else middle
    return leaves, enters
