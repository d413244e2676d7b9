"""Layered graph and the engine's answer → the y of every unit, line and end of an arrow.

All y in px, downwards.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from nyttokedja.drawing.boxes.docks import Unit
from nyttokedja.drawing.content.arrow_kinds import ArrowGroups, count_ends
from nyttokedja.drawing.layout.engine_input import Answer
from nyttokedja.drawing.layout.layers import LayeredGraph
from nyttokedja.drawing.layout.ranks import Ranks, Span
from nyttokedja.drawing.layout.straighten import straightened

_ONE_IN, _MORE_IN = 14.0, 3.0
"""How far from the middle of its head an arrow may enter to stay level: a single one, one of several."""

_CORNER, _SHARED_DOCK = 10.0, 10.0
"""How far from a corner arrows enter at least; how far below the middle one enters that carries a dock."""

_LINE_ROOM = 8.0
"""The space above a line that passes a rank, and below it."""


@dataclass(frozen=True, slots=True)
class VerticalPlacement:
    """The y of units, lines and the ends of arrows."""

    tops: Mapping[str, float]  # node id → top of its unit
    lines: Mapping[str, float]  # name of a dummy → its y
    leaves: Mapping[tuple[str, str], float]  # ends of an arrow → y where it leaves its tail
    enters: Mapping[tuple[str, str], float]  # ends of an arrow → y where it enters its head
    foot: float  # of the lowest unit or line
    rows: tuple[tuple[float, float], ...] = ()  # (top, foot) of the units and lines of each row of ranks


def place(
    layered: LayeredGraph,
    units: Mapping[str, Unit],
    ranks: Ranks,
    answer: Answer,
    arrow_groups: ArrowGroups,
    top: float,
) -> VerticalPlacement:
    """The placement with the topmost unit at ``top``, and with lines straightened."""
    tops = {id: answer[layered.names[id]] - unit.height / 2 for id, unit in units.items()}
    lines = {cell.name: answer[cell.name] for cell in layered.cells.values() if cell.unit is None}
    shift = top - min([*tops.values(), *(y - _LINE_ROOM for y in lines.values())], default=top)
    tops = {id: round(y + shift, 1) for id, y in tops.items()}
    lines = {name: round(y + shift, 1) for name, y in lines.items()}
    lines = straightened(layered, units, tops, lines)
    leaves, enters = _ends(layered, units, tops, lines, arrow_groups)
    spans = {
        **{layered.names[id]: (tops[id], tops[id] + unit.height) for id, unit in units.items()},
        **{name: (y - _LINE_ROOM, y + _LINE_ROOM) for name, y in lines.items()},
    }
    rows = tuple(_extent(spans, layered, row, top) for row in ranks.all_rows)
    return VerticalPlacement(tops, lines, leaves, enters, rows[-1][1] if rows else top, rows)


def _extent(
    spans: Mapping[str, tuple[float, float]], layered: LayeredGraph, row: Span, top: float
) -> tuple[float, float]:
    """(top, foot) of what stands in the ranks of a row."""
    found = [span for name, span in spans.items() if row[0] <= layered.cells[name].rank <= row[1]]
    return min((upper for upper, _ in found), default=top), max((lower for _, lower in found), default=top)


def _ends(
    layered: LayeredGraph,
    units: Mapping[str, Unit],
    tops: Mapping[str, float],
    lines: Mapping[str, float],
    arrow_groups: ArrowGroups,
) -> tuple[dict[tuple[str, str], float], dict[tuple[str, str], float]]:
    """(y at the tail, y at the head) by the ends of each forward arrow."""
    out, into = count_ends((*arrow_groups.forward, *arrow_groups.backward))
    docked = {
        dock.arrow for unit in units.values() for dock in unit.docks if dock.end == "head" and dock.shared
    }
    leaves, enters = {}, {}
    for arrow in arrow_groups.forward:
        tail, head = arrow.ends
        start = tops[tail] + units[tail].box.middle
        middle = tops[head] + units[head].box.middle
        last = layered.paths[arrow.ends][-2]
        comes_from, direct = lines.get(last, start), last not in lines
        slack = min(_ONE_IN if into[head] == 1 else _MORE_IN, units[head].box.middle - _CORNER)
        if arrow.ends in docked:
            leaves[arrow.ends], enters[arrow.ends] = start, middle + _SHARED_DOCK
        elif direct and out[tail] == 1 and abs(comes_from - middle) <= _MORE_IN:
            leaves[arrow.ends] = enters[arrow.ends] = middle
        else:
            level = abs(comes_from - middle) <= slack
            leaves[arrow.ends], enters[arrow.ends] = start, comes_from if level else middle
    return leaves, enters
