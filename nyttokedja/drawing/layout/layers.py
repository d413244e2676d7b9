"""Units and ranks → Net: the cells and edges that the layout engine orders and places.

An arrow that passes ranks gets one dummy cell in each; the arrows of one style and status from one box
share theirs, so that a fan is one line that branches late.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from nyttokedja.drawing.boxes.docks import Unit
from nyttokedja.drawing.content.arrow_kinds import style_of
from nyttokedja.drawing.content.overlay import Overlay, Status
from nyttokedja.drawing.layout.ranks import Ranks
from nyttokedja.model.graph import Arrow


@dataclass(frozen=True, slots=True)
class Cell:
    """What takes room in a rank: a unit, or a dummy, where ``unit`` is None. ``name`` is n0, n1 …"""

    name: str
    rank: int
    unit: Unit | None = None


@dataclass(frozen=True, slots=True)
class Net:
    """Cells by name, edges between neighbouring ranks, and the stops of every forward arrow.

    The stops are cell names: the tail's, the dummies', the head's.
    """

    cells: Mapping[str, Cell]
    edges: tuple[tuple[str, str], ...]
    names: Mapping[str, str]  # node id → cell name
    stops: Mapping[tuple[str, str], tuple[str, ...]]
    ranks: int


def net_of(
    units: Mapping[str, Unit], ranks: Ranks, forward: Sequence[Arrow], overlay: Overlay | None = None
) -> Net:
    """The net of the units, in file order."""
    cells: dict[str, Cell] = {}
    names: dict[str, str] = {}
    for id, unit in units.items():
        names[id] = name = f"n{len(cells)}"
        cells[name] = Cell(name, ranks.of[id], unit)
    trunks: dict[tuple[str, str, Status | None, int], str] = {}
    stops: dict[tuple[str, str], tuple[str, ...]] = {}
    edges: dict[tuple[str, str], None] = {}
    for arrow in forward:
        tail, head = arrow.ends
        status = overlay.status(arrow.ends) if overlay else None
        between = []
        for rank in range(ranks.of[tail] + 1, ranks.of[head]):
            key = (tail, style_of(arrow), status, rank)
            if key not in trunks:
                trunks[key] = name = f"n{len(cells)}"
                cells[name] = Cell(name, rank)
            between.append(trunks[key])
        stops[arrow.ends] = way = (names[tail], *between, names[head])
        edges.update(dict.fromkeys(pairwise(way)))
    return Net(cells, tuple(edges), names, stops, ranks.count)
