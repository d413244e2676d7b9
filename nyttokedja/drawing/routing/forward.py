"""Canvas → the routes of the forward arrows, which are level in ranks and bend in gutters only.

Gutter g is the space between ranks g and g + 1. Lengths in px.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from nyttokedja.drawing.content.arrow_kinds import style_of
from nyttokedja.drawing.layout.canvas import Canvas
from nyttokedja.drawing.layout.spacing import DOCK_GUTTER
from nyttokedja.drawing.routing.pen import BEFORE_TIP, RADIUS, TIP, Pen, Route
from nyttokedja.model.graph import Arrow

OUT, IN = 4.0, 12.0
"""How far an arrow is level behind a rank, and before one. In a gutter these are alike for all that no dock
hangs on: so lines that need not cross do not.
"""

HEAD_LEVEL, TAIL_LEVEL = 38.0, 34.0
"""The same before a head, and behind a tail, on which the stem of a dock ends."""

_STEEP, _PART, _SHARE = 60.0, 7.0, 0.5
"""A fall from which arrows are steep; how far apart steep arrows bend; the part of a gutter used for it."""

_OUTSIDE = 0.8
"""How far outside the edge of its box a line begins."""

_BEFORE_RING = 5.0
"""How far before the tip a line ends that has a ring."""


def forward_routes(canvas: Canvas) -> list[Route]:
    """The routes in file order; what is drawn for an earlier arrow of a fan is not drawn again."""
    drawn: set[tuple[str, str]] = set()
    stems = stem_numbers(canvas)
    centres = _centres(canvas, stems)
    return [_route(arrow, canvas, drawn, stems, centres) for arrow in canvas.arrow_groups.forward]


def _centres(
    canvas: Canvas, stems: Mapping[tuple[str, tuple[str, str]], int]
) -> Mapping[tuple[int, float, bool], float]:
    """(gutter, start y, falls) → the x at which the bends from there have their handles.

    It is the middle of where all lines of the gutter may bend. Steep arrows from different boxes bend apart,
    so that they do not run on each other. Those that fall from lower boxes bend first, and those that rise,
    from higher ones, level ones too: so no two lines cross that need not.
    """
    starts: dict[tuple[int, bool], dict[float, bool]] = {}  # → whether any from there is steep
    rooms: dict[int, tuple[float, float]] = {}
    for arrow in canvas.arrow_groups.forward:
        out, into = _levels(arrow, canvas, stems)
        bends = list(bends_of(arrow, canvas))
        for number, (gutter, start, end) in enumerate(bends):
            if canvas.ranks.turns_after(gutter):
                continue
            steep = starts.setdefault((gutter, end > start), {})
            steep[start] = steep.get(start, False) or abs(end - start) > _STEEP
            at_head = number == len(bends) - 1
            left, right = canvas.bends(gutter, OUT if number else out, into if at_head else IN)
            room = rooms.get(gutter) or _bends(gutter, canvas)
            rooms[gutter] = max(room[0], left), min(room[1], right)
    centres: dict[tuple[int, float, bool], float] = {}
    for (gutter, falls), steep in starts.items():
        left, right = rooms[gutter]
        last = max(0, sum(steep.values()) - 1)
        step, passed = min(_PART, _SHARE * max(0.0, right - left) / max(1, last)), 0
        for y in sorted(steep, reverse=falls):
            place = passed if steep[y] else min(last, max(0, passed - 0.5))
            centres[gutter, y, falls] = (left + right) / 2 + (place - last / 2) * step
            passed += steep[y]
    return centres


def _levels(
    arrow: Arrow, canvas: Canvas, stems: Mapping[tuple[str, tuple[str, str]], int]
) -> tuple[float, float]:
    """How far an arrow is level behind its tail and before its head."""
    tail, head = stems.get(("tail", arrow.ends)), stems.get(("head", arrow.ends))
    return (
        OUT if tail is None else TAIL_LEVEL + DOCK_GUTTER * tail,
        IN if head is None else HEAD_LEVEL + DOCK_GUTTER * head,
    )


def _bends(gutter: int, canvas: Canvas) -> tuple[float, float]:
    """(left, right) of the part of a gutter whose middle is that of bends."""
    (left, right), (first, last) = canvas.free(gutter), canvas.bends(gutter, OUT, IN)
    return max(left + OUT, first), min(right - IN, last)


def bends_of(arrow: Arrow, canvas: Canvas) -> Iterator[tuple[int, float, float]]:
    """(gutter, start y, end y) of an arrow in each gutter that it passes, from its tail."""
    path, placed = canvas.layered.paths[arrow.ends], canvas.placed
    ys = [placed.leaves[arrow.ends], *(placed.lines[name] for name in path[1:-1]), placed.enters[arrow.ends]]
    first = canvas.layered.cells[path[0]].rank
    yield from ((first + n, start, end) for n, (start, end) in enumerate(pairwise(ys)))


def stem_numbers(canvas: Canvas) -> Mapping[tuple[str, tuple[str, str]], int]:
    """("head" or "tail", ends of an arrow) → the number of the outermost stem that ends on it there."""
    numbers: dict[tuple[str, tuple[str, str]], int] = {}
    for unit in canvas.units.values():
        for end in ("head", "tail"):
            for number, dock in enumerate(unit.on_arrow(end)):
                if dock.arrow is not None:
                    numbers[end, dock.arrow] = number
    return numbers


def _route(
    arrow: Arrow,
    canvas: Canvas,
    drawn: set[tuple[str, str]],
    stems: Mapping[tuple[str, tuple[str, str]], int],
    centres: Mapping[tuple[int, float, bool], float],
) -> Route:
    path, rank_edges = canvas.layered.paths[arrow.ends], canvas.rank_edges
    first = _first_new(path, drawn)
    drawn.update(pairwise(path))
    rank = canvas.layered.cells[path[first]].rank
    if first:
        pen = Pen(rank_edges.edge(rank), canvas.placed.lines[path[first]])
    else:
        pen = Pen(canvas.rect(arrow.source.id).right + _OUTSIDE, canvas.placed.leaves[arrow.ends])
    out, into = _levels(arrow, canvas, stems)
    if not canvas.ranks.turns_after(rank):
        pen.level(canvas.bends(rank, OUT if first else out, IN)[0])
    for before, name in pairwise(path[first:-1]):
        y = canvas.placed.lines[name]
        if not _turned(pen, (before, name), y, canvas):
            # the pen itself leaves out the smallest bends
            start = _y(before, arrow, canvas)
            pen.bend(canvas.bends(rank, OUT, IN)[1], y, centres[rank, start, y > start])
        rank += 1
        if not canvas.ranks.turns_after(rank):
            pen.level(canvas.bends(rank, OUT, IN)[0])
    y, start = canvas.placed.enters[arrow.ends], _y(path[-2], arrow, canvas)
    if _turned(pen, path[-2:], y, canvas):
        start = y
    centre = centres.get((rank, start, y > start), 0.0)
    return _into_head(pen, arrow, canvas, into, centre)


def _y(name: str, arrow: Arrow, canvas: Canvas) -> float:
    """The y of an arrow where it leaves a cell of its path."""
    return canvas.placed.lines.get(name, canvas.placed.leaves[arrow.ends])


def _turned(pen: Pen, edge: Sequence[str], y: float, canvas: Canvas) -> bool:
    """Draw the line to the next row, if it goes on there, at ``y``; whether it does.

    Where others share the line, it is drawn from where it leaves that of the first.
    """
    tail, head = edge
    turn = canvas.turning.turns.get((tail, head))
    if turn is None:
        return False
    out, channel, into = canvas.turn_places(turn)
    if turn.leads:
        pen.corners((out, pen.y), (out, channel), (into, channel), (into, y), (into + RADIUS, y))
    else:
        pen.begin_at(into, channel + RADIUS)
        pen.corners((into, y), (into + RADIUS, y))
    return True


def _first_new(path: tuple[str, ...], drawn: set[tuple[str, str]]) -> int:
    """The index of the cell where the arrow leaves what is drawn already."""
    first = 0
    while first < len(path) - 2 and (path[first], path[first + 1]) in drawn:
        first += 1
    return first


def _into_head(pen: Pen, arrow: Arrow, canvas: Canvas, level: float, centre: float) -> Route:
    """The route that the pen has drawn up to the last gutter, with its end."""
    style = style_of(arrow)
    left = canvas.rank_edges.left(canvas.ranks.of[arrow.target.id])
    y = canvas.placed.enters[arrow.ends]
    pen.bend(canvas.bends(canvas.ranks.of[arrow.target.id] - 1, OUT, level)[1], y, centre)
    pen.level(left - TIP - (_BEFORE_RING if style == "beside" else BEFORE_TIP))
    return Route(arrow.ends, style, pen.d, tuple(pen.runs), (left - TIP, y))
