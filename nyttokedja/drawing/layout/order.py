"""Layered graph → the order of the cells in each rank, from above: as in the file where crossings allow.

Each rank is first ordered by where its lines lead and come from, and in part by the file. Then single cells
move to where their lines cross least, and of such places to the one that is nearest to where they lead; and
cells together with all that hangs on them alone, where that saves much. A cell never moves for little, and
neighbours that cross as much either way are as in the file: so one more box turns few others.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from nyttokedja.drawing.layout.layers import LayeredGraph
from nyttokedja.drawing.layout.net import Net

_SWEEPS, _ROUNDS, _HANGING = 2, 6, 2
"""How often all ranks are ordered to and fro, how often their cells are moved at most, and how often then
cells with what hangs on them.
"""

_MOST = 200_000
"""So many pairs of cells are compared in all rounds, about; in a huge chain there are fewer rounds."""

Order = Sequence[Sequence[str]]
"""Names of cells by rank, from above; those without edges are left out."""

_Cells = tuple[tuple[str, int, tuple[int, int], bool], ...]
"""Name, rank, place in the file and whether it is a box, of each cell."""


def order_of(layered: LayeredGraph) -> Order:
    """The order of the cells that have edges."""
    boxes = {name: number for number, name in enumerate(layered.names.values())}
    places = {name: (number, 0) for name, number in boxes.items()}
    for path in layered.paths.values():
        for number, name in enumerate(path[1:-1], 1):
            places.setdefault(name, (boxes[path[0]], number))
    cells = tuple(
        (cell.name, cell.rank, places[cell.name], cell.name in boxes) for cell in layered.cells.values()
    )
    return _ordered(cells, layered.edges, layered.ranks)


@lru_cache(maxsize=64)  # trials that differ in the width of boxes alone have the same order
def _ordered(cells: _Cells, edges: tuple[tuple[str, str], ...], many: int) -> Order:
    net = Net(cells, edges, many)
    net.follow(range(1, many), -1, file=0.0)
    for _ in range(_SWEEPS):
        net.follow(range(many - 2, -1, -1), 1)
        net.follow(range(1, many), -1)
    rounds = min(_ROUNDS, _MOST // max(1, sum(len(rank) ** 2 for rank in net.ranks)))
    _settle(net, rounds)
    for _ in range(_HANGING if rounds == _ROUNDS else 0):
        if not net.rehang():
            break
        _settle(net, rounds)
    for rank in range(many):
        net.as_in_file(rank)
    return net.order


def _settle(net: Net, rounds: int) -> None:
    many = len(net.ranks)
    for number in range(rounds):
        ranks = range(many) if number % 2 else range(many - 1, -1, -1)
        if not sum([net.settle(rank) for rank in ranks]):
            break
