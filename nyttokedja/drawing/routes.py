"""Canvas → the routes of the forward arrows: level in every rank, bending only in the gutters."""

from __future__ import annotations

from collections.abc import Mapping

from nyttokedja.drawing.canvas import Canvas
from nyttokedja.drawing.flow import style_of
from nyttokedja.drawing.gutters import DOCK_GUTTER
from nyttokedja.drawing.lines import TIP, Pen, Route
from nyttokedja.graph import Arrow

OUT, IN, ON = 4.0, 12.0, 4.0
HEAD_STEM, TAIL_STEM = 24.0, 20.0
HEAD_LEVEL, TAIL_LEVEL = 38.0, 34.0


def forward_routes(canvas: Canvas) -> list[Route]:
    """The routes in file order; what an earlier arrow of a fan has drawn is not drawn again."""
    drawn: set[tuple[str, str]] = set()
    stems = stem_numbers(canvas)
    return [_route(arrow, canvas, drawn, stems) for arrow in canvas.flow.forward]


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
) -> Route:
    way, across = canvas.net.stops[arrow.ends], canvas.across
    first = _first_new(way, drawn)
    drawn.update(zip(way[:-1], way[1:], strict=True))
    rank = canvas.net.cells[way[first]].rank
    if first:
        pen = Pen(across.edge(rank), canvas.placed.lines[way[first]])
    else:
        pen = Pen(across.edge(rank) + 0.8, canvas.placed.leaves[arrow.ends])
    tail_stem = stems.get(("tail", arrow.ends))
    level = OUT if tail_stem is None or first else TAIL_LEVEL + DOCK_GUTTER * tail_stem
    pen.level(across.edge(rank) + level)
    for name in way[first + 1 : -1]:
        rank = canvas.net.cells[name].rank
        pen.bend(across.left(rank) - ON, canvas.placed.lines[name])
        pen.level(across.edge(rank) + OUT)
    return _into_head(pen, arrow, canvas, stems.get(("head", arrow.ends)))


def _first_new(way: tuple[str, ...], drawn: set[tuple[str, str]]) -> int:
    """The number of the stop where the arrow leaves what is drawn already."""
    first = 0
    while first < len(way) - 2 and (way[first], way[first + 1]) in drawn:
        first += 1
    return first


def _into_head(pen: Pen, arrow: Arrow, canvas: Canvas, stem: int | None) -> Route:
    style = style_of(arrow)
    left = canvas.across.left(canvas.ranks.of[arrow.target.id])
    y = canvas.placed.enters[arrow.ends]
    pen.bend(left - (IN if stem is None else HEAD_LEVEL + DOCK_GUTTER * stem), y)
    pen.level(left - TIP - (5.0 if style == "beside" else 8.0))
    return Route(style, pen.d, tuple(pen.runs), (left - TIP, y))
