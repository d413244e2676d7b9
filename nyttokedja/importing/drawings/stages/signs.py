"""Texts that say what other shapes are: headings over columns or beside rows, and legends."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from nyttokedja.importing.drawings.board import Page, Point, Rect, Shape
from nyttokedja.importing.drawings.stages.colours import rgb, same_colour
from nyttokedja.importing.drawings.stages.places import PlaceIndex, centre
from nyttokedja.importing.kind_words import kind_of_word

_LINE = 40.0
"""How far apart two headings of one row may stand."""
_BESIDE = 15.0
_WHITE = "#ffffff"


@dataclass(frozen=True, slots=True)
class Signs:
    """What the signs of a page say.

    Attributes:
        columns: shape → the kind of the heading that it stands under, or beside.
        colours: fill → the kind that a legend gives it.
        headings: the shapes that are headings.
        legends: those that are parts of a legend.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    colours: Mapping[str, str] = field(default_factory=dict)
    headings: tuple[Shape, ...] = ()
    legends: tuple[Shape, ...] = ()


def read_signs(page: Page) -> Signs:
    """The signs of a page: shapes that no arrow meets and whose whole text is a word for a kind."""
    ends = {end for connector in page.connectors for end in (connector.tail, connector.head)}
    free = [(shape, kind) for shape in page.shapes if shape.id not in ends and (kind := _kind(shape))]
    words = {shape.id for shape, _ in free}
    rest = [shape for shape in page.shapes if shape.id not in words]
    samples = _samples(free, rest)
    legends = [(shape, kind) for shape, kind in free if shape.id in samples]
    headings = [(shape, kind, shape.place) for shape, kind in free if shape.id not in samples and shape.place]
    columns: Mapping[str, str] = {}
    used: frozenset[str] = frozenset()
    for turned in (False, True):
        if not columns:
            columns, used = _under(headings, rest, turned)
    return Signs(
        columns,
        {samples[shape.id]: kind for shape, kind in legends},
        tuple(shape for shape, _, _ in headings if shape.id in used),
        tuple(shape for shape, _ in legends),
    )


def _kind(shape: Shape) -> str | None:
    return kind_of_word(" ".join(shape.lines)) if shape.lines and shape.place is not None else None


def _samples(free: Iterable[tuple[Shape, str]], rest: Sequence[Shape]) -> dict[str, str]:
    """Sign → the fill that it stands for: its own, or that of the sample beside it, if others have it."""
    plain = [shape for shape in rest if not shape.lines and _is_fill(shape.looks.get("fill", ""))]
    index = PlaceIndex((shape.id, shape.place) for shape in plain)
    fills = {shape.id: shape.looks["fill"] for shape in plain}
    used = {shape.looks["fill"] for shape in rest if shape.lines and "fill" in shape.looks}
    found = {}
    for shape, _ in free:
        fill = shape.looks.get("fill", "")
        if not _is_fill(fill) and shape.place is not None:
            left = Point(shape.place.x, centre(shape.place).y)
            near = index.near(left, _BESIDE)
            fill = fills[near[0][2]] if near else ""
        if _is_fill(fill) and any(same_colour(fill, other) for other in used):
            found[shape.id] = fill
    return found


def _is_fill(colour: str) -> bool:
    return bool(colour) and colour != "none" and not (rgb(colour) and same_colour(colour, _WHITE))


def _under(
    headings: Sequence[tuple[Shape, str, Rect]], rest: Iterable[Shape], turned: bool
) -> tuple[dict[str, str], frozenset[str]]:
    """Shape → the kind of its heading, and the headings that count; ``turned`` where they head rows."""
    placed = [(_laid(place, turned), kind, shape.id) for shape, kind, place in headings]
    rows = [row for row in _rows(placed) if len({kind for _, kind, _ in row}) > 1]
    found: dict[str, str] = {}
    used: set[str] = set()
    for shape in rest:
        if not shape.lines or shape.place is None:
            continue
        place = _laid(shape.place, turned)
        above = [row for row in rows if row[0][0].y + row[0][0].height <= place.y + place.height / 2]
        if not above:
            continue
        row = max(above, key=lambda row: row[0][0].y)
        middle = centre(place).x
        spans = [abs(centre(a[0]).x - centre(b[0]).x) for a, b in pairwise(row)]
        nearest = min(row, key=lambda head: abs(centre(head[0]).x - middle))
        if abs(centre(nearest[0]).x - middle) <= max(spans):
            found[shape.id] = nearest[1]
            used.update(id for _, _, id in row)
    return found, frozenset(used)


def _laid(place: Rect, turned: bool) -> Rect:
    return Rect(place.y, place.x, place.height, place.width) if turned else place


def _rows(placed: Iterable[tuple[Rect, str, str]]) -> list[list[tuple[Rect, str, str]]]:
    """Headings in rows from left to right, the rows from above."""
    rows: list[list[tuple[Rect, str, str]]] = []
    for one in sorted(placed, key=lambda head: (head[0].y, head[0].x)):
        if rows and one[0].y - rows[-1][0][0].y <= _LINE:
            rows[-1].append(one)
        else:
            rows.append([one])
    return [sorted(row, key=lambda head: head[0].x) for row in rows]
