"""Units and ranks → the layered graph that the layout engine orders and places.

Its nodes are called cells. An arrow that passes ranks has a dummy cell in each of them; arrows of the same
style and status from the same box share dummies, so that a fan is one line that branches late.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from nyttokedja.drawing.boxes.docks import Unit
from nyttokedja.drawing.content.overlay import Overlay
from nyttokedja.drawing.layout.fans import FanKey, fan_key
from nyttokedja.drawing.layout.ranks import Ranks
from nyttokedja.model.graph import Arrow


@dataclass(frozen=True, slots=True)
class Cell:
    """What takes up space in a rank: a unit, or a dummy, whose ``unit`` is None. Names are n0, n1 …"""

    name: str
    rank: int
    unit: Unit | None = None


@dataclass(frozen=True, slots=True)
class LayeredGraph:
    """Cells by name, edges between adjacent ranks, and the path of every forward arrow.

    A path is the names of cells: that of the tail, the dummies, that of the head.
    """

    cells: Mapping[str, Cell]
    edges: tuple[tuple[str, str], ...]
    names: Mapping[str, str]  # node id → cell name
    paths: Mapping[tuple[str, str], tuple[str, ...]]  # by the ends of the arrow
    ranks: int


def layered_graph(
    units: Mapping[str, Unit], ranks: Ranks, forward: Sequence[Arrow], overlay: Overlay | None = None
) -> LayeredGraph:
    """The layered graph of the units, in file order."""
    cells: dict[str, Cell] = {}
    names: dict[str, str] = {}
    for id, unit in units.items():
        names[id] = name = f"n{len(cells)}"
        cells[name] = Cell(name, ranks.of[id], unit)
    lines: dict[FanKey, list[str]] = {}  # the dummies of each fan, from left to right
    paths: dict[tuple[str, str], tuple[str, ...]] = {}
    edges: dict[tuple[str, str], None] = {}
    for arrow in forward:
        tail, head = arrow.ends
        first = ranks.of[tail] + 1
        many = ranks.of[head] - first
        line = lines.setdefault(fan_key(arrow, overlay), []) if many else []
        for rank in range(first + len(line), first + many):
            line.append(name := f"n{len(cells)}")
            cells[name] = Cell(name, rank)
        between = line[:many]
        paths[arrow.ends] = path = (names[tail], *between, names[head])
        edges.update(dict.fromkeys(pairwise(path)))
    return LayeredGraph(cells, tuple(edges), names, paths, ranks.count)
