"""Canvas → the routes of the forward arrows: level in every rank, bending only in the gutters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from nyttokedja.drawing.content.arrow_kinds import style_of
from nyttokedja.drawing.layout.canvas import Canvas
from nyttokedja.drawing.layout.spacing import DOCK_GUTTER
from nyttokedja.drawing.routing.pen import BEFORE_TIP, TIP, Pen, Route
from nyttokedja.model.graph import Arrow

OUT, IN, ON = 4.0, 12.0, 4.0
"""How far an arrow runs level from a box, into its head, and before a rank that it passes."""

HEAD_LEVEL, TAIL_LEVEL = 38.0, 34.0
"""The same at an end that carries the stem of a dock."""

_STEEP, _PART, _SHARE = 60.0, 7.0, 0.5
"""A fall that is steep; how far steep arrows in a gutter are parted; the part of the gutter used for it."""

_OFF = 0.8
"""How far from the edge of its box a line begins."""

_BEFORE_RING = 5.0
"""How far before its tip a line ends that has a ring there."""


def forward_routes(canvas: Canvas) -> list[Route]:
    """The routes in file order; what an earlier arrow of a fan has drawn is not drawn again."""
    drawn: set[tuple[str, str]] = set()
    stems, centres = stem_numbers(canvas), _centres(canvas)
    return [_route(arrow, canvas, drawn, stems, centres) for arrow in canvas.flow.forward]


def _centres(canvas: Canvas) -> Mapping[tuple[int, float, bool], float]:
    """(gutter, start y, falls) → the x round which the bends from there are drawn.

    It is the middle of what is free of lanes. Steep arrows from different boxes are parted, those that
    fall from lower boxes first, so that they neither run on each other nor cross without need.
    """
    starts: dict[tuple[int, bool], set[float]] = {}
    steep: set[tuple[int, bool, float]] = set()
    for arrow in canvas.flow.forward:
        for gutter, start, end in bends_of(arrow, canvas):
            starts.setdefault((gutter, end > start), set()).add(start)
            if abs(end - start) > _STEEP:
                steep.add((gutter, end > start, start))
    centres: dict[tuple[int, float, bool], float] = {}
    for (gutter, falls), ys in starts.items():
        left, right = canvas.free(gutter)
        parted = sorted((y for y in ys if (gutter, falls, y) in steep), reverse=falls)
        step = min(_PART, _SHARE * (right - left - OUT - IN) / max(1, len(parted) - 1))
        for y in ys:
            number = parted.index(y) - (len(parted) - 1) / 2 if y in parted else 0.0
            centres[gutter, y, falls] = (left + OUT + right - IN) / 2 + number * step
    return centres


def bends_of(arrow: Arrow, canvas: Canvas) -> Iterator[tuple[int, float, float]]:
    """(gutter, start y, end y) of an arrow in every gutter that it passes."""
    way, placed = canvas.net.stops[arrow.ends], canvas.placed
    ys = [placed.leaves[arrow.ends], *(placed.lines[name] for name in way[1:-1]), placed.enters[arrow.ends]]
    first = canvas.net.cells[way[0]].rank
    yield from ((first + n, start, end) for n, (start, end) in enumerate(pairwise(ys)))


def stem_numbers(canvas: Canvas) -> Mapping[tuple[str, tuple[str, str]], int]:
    """("head" or "tail", arrow ends) → the number of the outermost stem on the arrow there."""
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
    way, across = canvas.net.stops[arrow.ends], canvas.across
    first = _first_new(way, drawn)
    drawn.update(pairwise(way))
    rank = canvas.net.cells[way[first]].rank
    if first:
        pen = Pen(across.edge(rank), canvas.placed.lines[way[first]])
    else:
        pen = Pen(across.edge(rank) + _OFF, canvas.placed.leaves[arrow.ends])
    tail_stem = stems.get(("tail", arrow.ends))
    level = OUT if tail_stem is None or first else TAIL_LEVEL + DOCK_GUTTER * tail_stem
    pen.level(across.edge(rank) + level)
    start = pen.y  # the pen itself leaves out the smallest bends
    for name in way[first + 1 : -1]:
        y = canvas.placed.lines[name]
        pen.bend(across.left(rank + 1) - ON, y, centres[rank, start, y > start])
        rank, start = rank + 1, y
        pen.level(across.edge(rank) + OUT)
    y = canvas.placed.enters[arrow.ends]
    centre = centres[rank, start, y > start]
    return _into_head(pen, arrow, canvas, stems.get(("head", arrow.ends)), centre)


def _first_new(way: tuple[str, ...], drawn: set[tuple[str, str]]) -> int:
    """The number of the stop where the arrow leaves what is drawn already."""
    first = 0
    while first < len(way) - 2 and (way[first], way[first + 1]) in drawn:
        first += 1
    return first


def _into_head(pen: Pen, arrow: Arrow, canvas: Canvas, stem: int | None, centre: float) -> Route:
    style = style_of(arrow)
    left = canvas.across.left(canvas.ranks.of[arrow.target.id])
    y = canvas.placed.enters[arrow.ends]
    pen.bend(left - (IN if stem is None else HEAD_LEVEL + DOCK_GUTTER * stem), y, centre)
    pen.level(left - TIP - (_BEFORE_RING if style == "beside" else BEFORE_TIP))
    return Route(arrow.ends, style, pen.d, tuple(pen.runs), (left - TIP, y))
