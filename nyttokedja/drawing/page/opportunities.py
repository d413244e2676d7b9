"""The band of opportunities: cards below the columns, and the dotted arrows in and out.

A card stands with its top under the lane of its first target, so that the arrow rises straight. What
cannot rise straight takes a channel between the columns and the band. Lengths in px.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from nyttokedja.drawing.boxes.docks import Unit
from nyttokedja.drawing.layout.canvas import Canvas
from nyttokedja.drawing.layout.spacing import MARGIN
from nyttokedja.drawing.page.bands import BELOW, LABEL, OFFER_DOWN
from nyttokedja.drawing.routing.pen import BEFORE_TIP, INSIDE, RADIUS, TIP, Point, Route, right_angled
from nyttokedja.drawing.svg.geometry import Rect
from nyttokedja.model.graph import Arrow

GAP = 28.0
"""Between cards, in a row and from row to row."""

PORT_IN, PORT_APART, PORT_SHARE = 36.0, 12.0, 0.65
"""Where arrows meet the top of a card: the first in, from the left, and the first out, from the right; how
far the next ones are off; and the part of the width that is left of an arrow that rises straight.
"""

_MOST_PORTS = 5
"""So many arrows into a card have places of their own; the others share the last."""

_OUT_CORNER, _IN_CORNER = 20.0, 18.0
"""How far from the corners of a card an arrow may rise straight, and how far from the left one come in so."""

CHANNEL_FIRST, CHANNEL_APART, HAIRLINE, _CHANNEL_LAST = 12.0, 10.0, 26.0, 8.0
"""From the columns to the first channel, from one to the next, from the columns to the hairline at least, and
from the last channel to the hairline at least.
"""

_RISER_IN, _RISERS_APART, _RISERS = 8.0, 5.0, 4
"""Where the arrows of lower rows rise: left of their card, and how many rows have places of their own."""

_STRAIGHT = 0.1
"""An arrow whose ends are nearer than this rises straight."""


@dataclass(frozen=True, slots=True)
class Opportunities:
    """The band in its place: where cards stand, the arrows, the hairline's y, and where the next begins."""

    rects: Mapping[str, Rect]
    routes: tuple[Route, ...]
    hairline: float
    foot: float
    single_row: bool


def opportunities_of(units: Mapping[str, Unit], canvas: Canvas, top: float, right: float) -> Opportunities:
    """Place the units of the band under columns that end at ``top``."""
    band = canvas.flow.band
    lanes = {id: _wanted(id, unit, canvas) for id, unit in units.items()}
    rows = _rows(units, lanes, right)
    lefts = {id: x for row in rows for id, x in row}
    jobs = [_job(arrow, canvas, lefts, units) for arrow in band]
    channels, deepest = _channels([(n, job) for n, job in enumerate(jobs) if job], top)
    hairline = max(top + HAIRLINE, deepest + _CHANNEL_LAST)
    rects = _rects(units, rows, hairline)
    risers = {id: _risers(id, rows, rects, hairline) for id in units}
    routes = tuple(
        _route(arrow, canvas, channels.get(number), job, rects, risers)
        for number, (arrow, job) in enumerate(zip(band, jobs, strict=True))
    )
    foot = max(rects[id].y + unit.height for id, unit in units.items()) + BELOW
    return Opportunities(rects, routes, hairline, foot, len(rows) == 1)


def _wanted(id: str, unit: Unit, canvas: Canvas) -> float | None:
    """The left edge that puts the card under the lane of its first target, else of its first source."""
    for arrow in canvas.flow.band:
        if arrow.source.id == id and arrow.target.id in canvas.ranks.of:
            return _head_lane(arrow.target.id, canvas) - PORT_SHARE * unit.box.width
    for arrow in canvas.flow.band:
        if arrow.target.id == id and arrow.source.id in canvas.ranks.of:
            return _tail_lane(arrow.source.id, canvas) - PORT_IN
    return None


def _head_lane(id: str, canvas: Canvas) -> float:
    return canvas.across.head_lane(canvas.ranks.of[id], canvas.lanes.heads["band", id])


def _tail_lane(id: str, canvas: Canvas) -> float:
    return canvas.across.tail_lane(canvas.ranks.of[id], canvas.lanes.tails["band", id])


def _rows(
    units: Mapping[str, Unit], wanted: Mapping[str, float | None], right: float
) -> list[list[tuple[str, float]]]:
    """Rows of (id, left edge): one row where it fits, as near as can be to what is wanted."""
    first = MARGIN + LABEL
    order = sorted(units, key=lambda one: (wanted[one] is None, wanted[one] or 0.0))
    width = next(iter(units.values())).box.width
    most = max(1, int((right - first + GAP) // (width + GAP)))
    if len(order) > most:
        rows = [order[at : at + most] for at in range(0, len(order), most)]
        return [[(id, first + n * (width + GAP)) for n, id in enumerate(row)] for row in rows]
    lefts: list[float] = []
    for id in order:
        free, want = lefts[-1] + width + GAP if lefts else first, wanted[id]
        lefts.append(free if want is None else max(free, want))
    limit = right - width
    for number in range(len(lefts) - 1, -1, -1):
        lefts[number] = min(lefts[number], limit)
        limit = lefts[number] - width - GAP
    return [[(id, round(left, 1)) for id, left in zip(order, lefts, strict=True)]]


@dataclass(frozen=True, slots=True)
class _Job:
    """What an arrow needs of a channel: from x to x."""

    start: float
    end: float


def _job(arrow: Arrow, canvas: Canvas, lefts: Mapping[str, float], units: Mapping[str, Unit]) -> _Job | None:
    """The stretch along a channel, or None where the arrow rises straight."""
    tail, head = arrow.ends
    out = _port_out(arrow, canvas, lefts, units) if tail in units else _tail_lane(tail, canvas)
    end = _port_in(arrow, canvas, lefts) if head in units else _head_lane(head, canvas)
    return None if abs(out - end) < _STRAIGHT else _Job(out, end)


def _port_out(arrow: Arrow, canvas: Canvas, lefts: Mapping[str, float], units: Mapping[str, Unit]) -> float:
    left, width = lefts[arrow.source.id], units[arrow.source.id].box.width
    if arrow.target.id in canvas.ranks.of:
        lane = _head_lane(arrow.target.id, canvas)
        if left + _OUT_CORNER <= lane <= left + width - _OUT_CORNER:
            return lane
    number = [a.ends for a in canvas.flow.band if a.source.id == arrow.source.id].index(arrow.ends)
    return max(left + width - PORT_IN - PORT_APART * number, left + width / 2)


def _port_in(arrow: Arrow, canvas: Canvas, lefts: Mapping[str, float]) -> float:
    into = [a.ends for a in canvas.flow.band if a.target.id == arrow.target.id]
    left = lefts[arrow.target.id]
    if arrow.source.id in canvas.ranks.of:
        lane = _tail_lane(arrow.source.id, canvas)
        if left + _IN_CORNER <= lane <= left + PORT_IN + _STRAIGHT:
            return lane
    return left + PORT_IN + PORT_APART * min(into.index(arrow.ends), _MOST_PORTS)


def _channels(jobs: Sequence[tuple[int, _Job]], top: float) -> tuple[dict[int, float], float]:
    """The y of each job's channel; jobs that lie apart share one. And the lowest y used."""
    levels: list[list[tuple[float, float]]] = []
    ys: dict[int, float] = {}
    for number, job in sorted(jobs, key=lambda pair: (abs(pair[1].end - pair[1].start), pair[0])):
        low, high = min(job.start, job.end) - RADIUS, max(job.start, job.end) + RADIUS
        fits = (n for n, spans in enumerate(levels) if all(high < a or low > b for a, b in spans))
        level = next(fits, len(levels))
        if level == len(levels):
            levels.append([])
        levels[level].append((low, high))
        ys[number] = top + CHANNEL_FIRST + CHANNEL_APART * level
    return ys, max(ys.values(), default=top)


def _rects(
    units: Mapping[str, Unit], rows: Sequence[Sequence[tuple[str, float]]], hairline: float
) -> dict[str, Rect]:
    rects: dict[str, Rect] = {}
    y = hairline + OFFER_DOWN
    for row in rows:
        for id, left in row:
            rects[id] = Rect(left, y, units[id].box.width, units[id].box.height)
        y += max(units[id].height for id, _ in row) + GAP
    return rects


def _risers(
    id: str, rows: Sequence[Sequence[tuple[str, float]]], rects: Mapping[str, Rect], hairline: float
) -> tuple[float, float] | None:
    """For a card below the first row: the x of the gap its arrows use, and the y where they turn to it."""
    for number, row in enumerate(rows):
        if number and id in dict(row):
            x = rects[id].x - _RISER_IN - _RISERS_APART * ((number - 1) % _RISERS)
            return x, rects[id].y - GAP / 2
    return None


def _route(
    arrow: Arrow,
    canvas: Canvas,
    channel: float | None,
    job: _Job | None,
    rects: Mapping[str, Rect],
    risers: Mapping[str, tuple[float, float] | None],
) -> Route:
    tail, head = arrow.ends
    start: list[Point]
    if tail in rects:
        x = job.start if job else _head_lane(head, canvas)
        start = _up(x, rects[tail].y, risers[tail])
    else:
        x, y = canvas.exit(tail, _second(tail, canvas.lanes.tails))
        start = [(x - INSIDE, y), (_tail_lane(tail, canvas), y)]
    if job and channel is not None:
        start += [(start[-1][0], channel), (_end_x(head, job, risers), channel)]
    if head in rects:
        top = rects[head].y - TIP
        down = _up(job.end if job else start[-1][0], top - BEFORE_TIP, risers[head])[::-1]
        d, runs = right_angled([*start, *down])
        return Route(arrow.ends, "band", d, runs, (down[-1][0], top), "down")
    enter = canvas.entry(head, _second(head, canvas.lanes.heads))
    d, runs = right_angled(
        [*start, (_head_lane(head, canvas), enter[1]), (enter[0] - TIP - BEFORE_TIP, enter[1])]
    )
    return Route(arrow.ends, "band", d, runs, (enter[0] - TIP, enter[1]))


def _end_x(head: str, job: _Job, risers: Mapping[str, tuple[float, float] | None]) -> float:
    riser = risers.get(head)
    return riser[0] if riser else job.end


def _up(x: float, y: float, riser: tuple[float, float] | None) -> list[Point]:
    """From a card's top to where its arrow is free to rise: straight, or by the gap beside the card above."""
    return [(x, y), (x, riser[1]), (riser[0], riser[1])] if riser else [(x, y)]


def _second(id: str, lanes: Mapping[tuple[str, str], int]) -> int:
    """1 where a backward arrow uses the box's lower half before it, else 0."""
    return int(("back", id) in lanes)


def card_order(rects: Mapping[str, Rect]) -> Iterator[str]:
    """The cards in reading order."""
    return iter(sorted(rects, key=lambda one: (rects[one].y, rects[one].x)))
