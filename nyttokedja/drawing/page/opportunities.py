"""The band of opportunities: cards below the columns, and the dotted arrows out of them and into them.

The top of a card is below the track of its first target, so that the arrow rises straight. An arrow that
cannot takes a channel, a level line between the columns and the band. Lengths in px.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from nyttokedja.drawing.boxes.docks import Unit
from nyttokedja.drawing.layout.canvas import Canvas
from nyttokedja.drawing.layout.spacing import MARGIN
from nyttokedja.drawing.layout.turns import row_of_band
from nyttokedja.drawing.page.bands import BELOW, LABEL, OPPORTUNITY_DOWN
from nyttokedja.drawing.routing.pen import BEFORE_TIP, INSIDE, RADIUS, TIP, Point, Route, right_angled
from nyttokedja.drawing.svg.geometry import Rect
from nyttokedja.model.graph import Arrow

GAP = 28.0
"""The gap between cards, in a row and from row to row."""

PORT_IN, PORT_APART, PORT_SHARE = 36.0, 12.0, 0.65
"""Where arrows meet the top of a card: the first one in, from the left, and the first one out, from the
right; the distance of the next ones; and, of an arrow that rises straight, the share of the width left of it.
"""

_MOST_PORTS = 5
"""So many arrows into a card have places of their own besides the first; the others share the last."""

_OUT_CORNER, _IN_CORNER = 20.0, 18.0
"""How far from the corners of a card an arrow may leave straight up, and from the left one enter straight
down.
"""

CHANNEL_FIRST, CHANNEL_APART, HAIRLINE, _CHANNEL_LAST = 12.0, 10.0, 26.0, 8.0
"""From the columns to the first channel, from one to the next, from the columns to the hairline at least, and
from the last channel to the hairline at least.
"""

_RISER_IN, _RISERS_APART, _RISERS = 8.0, 5.0, 4
"""How far left of their card the arrows of lower rows rise, and of how many rows each at its own place."""

_STRAIGHT = 0.1
"""An arrow whose ends are less apart than this rises straight."""


@dataclass(frozen=True, slots=True)
class PlacedOpportunities:
    """The band in its place: its cards by node id, arrows, the y of its hairline, and the top of what
    follows.
    """

    rects: Mapping[str, Rect]
    routes: tuple[Route, ...]
    hairline: float
    foot: float
    single_row: bool


def place_opportunities(
    units: Mapping[str, Unit], canvas: Canvas, top: float, right: float
) -> PlacedOpportunities:
    """The units of the band placed below columns that end at ``top``."""
    band = canvas.arrow_groups.band
    wanted = {id: _wanted(id, unit, canvas) for id, unit in units.items()}
    rows = _rows(units, wanted, right)
    lefts = {id: x for row in rows for id, x in row}
    spans = [_span(arrow, canvas, lefts, units) for arrow in band]
    channels, deepest = _channels([(n, span) for n, span in enumerate(spans) if span], top)
    hairline = max(top + HAIRLINE, deepest + _CHANNEL_LAST)
    rects = _rects(units, rows, hairline)
    risers = {id: _risers(id, rows, rects, hairline) for id in units}
    routes = tuple(
        _route(arrow, canvas, channels.get(number), span, rects, risers)
        for number, (arrow, span) in enumerate(zip(band, spans, strict=True))
    )
    foot = max(rects[id].y + unit.height for id, unit in units.items()) + BELOW
    return PlacedOpportunities(rects, routes, hairline, foot, len(rows) == 1)


def _wanted(id: str, unit: Unit, canvas: Canvas) -> float | None:
    """The left edge of a card below the track of its first target, else of its first source."""
    for arrow in canvas.arrow_groups.band:
        if _is_above(arrow, canvas):
            continue
        if arrow.source.id == id and arrow.target.id in canvas.ranks.of:
            return _head_track(arrow.target.id, canvas) - PORT_SHARE * unit.box.width
    for arrow in canvas.arrow_groups.band:
        if arrow.target.id == id and arrow.source.id in canvas.ranks.of:
            return _tail_track(arrow.source.id, canvas) - PORT_IN
    return None


def _head_track(id: str, canvas: Canvas) -> float:
    return canvas.rank_edges.head_track(canvas.ranks.of[id], canvas.tracks.heads["band", id])


def _tail_track(id: str, canvas: Canvas) -> float:
    return canvas.rank_edges.tail_track(canvas.ranks.of[id], canvas.tracks.tails["band", id])


def _rows(
    units: Mapping[str, Unit], wanted: Mapping[str, float | None], right: float
) -> list[list[tuple[str, float]]]:
    """Rows of (id, left edge): a single row if it fits, as near to what is wanted as possible."""
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
class _Span:
    """The part of a channel that an arrow takes, from x to x."""

    start: float
    end: float


def _span(
    arrow: Arrow, canvas: Canvas, lefts: Mapping[str, float], units: Mapping[str, Unit]
) -> _Span | None:
    """What an arrow takes of a channel; None where it rises straight."""
    tail, head = arrow.ends
    out = _port_out(arrow, canvas, lefts, units) if tail in units else _tail_track(tail, canvas)
    end = _port_in(arrow, canvas, lefts) if head in units else _head_track(head, canvas)
    if _is_above(arrow, canvas):
        edge = canvas.edge_track(arrow)
        return _Span(edge, end) if head in units else _Span(out, edge)
    return None if abs(out - end) < _STRAIGHT else _Span(out, end)


def _port_out(arrow: Arrow, canvas: Canvas, lefts: Mapping[str, float], units: Mapping[str, Unit]) -> float:
    left, width = lefts[arrow.source.id], units[arrow.source.id].box.width
    if arrow.target.id in canvas.ranks.of and not _is_above(arrow, canvas):
        track = _head_track(arrow.target.id, canvas)
        if left + _OUT_CORNER <= track <= left + width - _OUT_CORNER:
            return track
    number = [a.ends for a in canvas.arrow_groups.band if a.source.id == arrow.source.id].index(arrow.ends)
    return max(left + width - PORT_IN - PORT_APART * number, left + width / 2)


def _port_in(arrow: Arrow, canvas: Canvas, lefts: Mapping[str, float]) -> float:
    into = [a.ends for a in canvas.arrow_groups.band if a.target.id == arrow.target.id]
    left = lefts[arrow.target.id]
    if arrow.source.id in canvas.ranks.of and not _is_above(arrow, canvas):
        track = _tail_track(arrow.source.id, canvas)
        if left + _IN_CORNER <= track <= left + PORT_IN + _STRAIGHT:
            return track
    return left + PORT_IN + PORT_APART * min(into.index(arrow.ends), _MOST_PORTS)


def _channels(spans: Sequence[tuple[int, _Span]], top: float) -> tuple[dict[int, float], float]:
    """The y of the channel by the number of the arrow, and that of the last channel.

    Short spans come first; those that do not overlap share a channel.
    """
    levels: list[list[tuple[float, float]]] = []
    ys: dict[int, float] = {}
    for number, span in sorted(spans, key=lambda pair: (abs(pair[1].end - pair[1].start), pair[0])):
        low, high = min(span.start, span.end) - RADIUS, max(span.start, span.end) + RADIUS
        fits = (n for n, taken in enumerate(levels) if all(high < a or low > b for a, b in taken))
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
    y = hairline + OPPORTUNITY_DOWN
    for row in rows:
        for id, left in row:
            rects[id] = Rect(left, y, units[id].box.width, units[id].box.height)
        y += max(units[id].height for id, _ in row) + GAP
    return rects


def _risers(
    id: str, rows: Sequence[Sequence[tuple[str, float]]], rects: Mapping[str, Rect], hairline: float
) -> tuple[float, float] | None:
    """For a card below the first row: the x at which its arrows rise, and the y at which they turn to it."""
    for number, row in enumerate(rows):
        if number and id in dict(row):
            x = rects[id].x - _RISER_IN - _RISERS_APART * ((number - 1) % _RISERS)
            return x, rects[id].y - GAP / 2
    return None


def _route(
    arrow: Arrow,
    canvas: Canvas,
    channel: float | None,
    span: _Span | None,
    rects: Mapping[str, Rect],
    risers: Mapping[str, tuple[float, float] | None],
) -> Route:
    tail, head = arrow.ends
    points: list[Point]
    if tail in rects:
        x = span.start if span else _head_track(head, canvas)
        points = _up(x, rects[tail].y, risers[tail])
    else:
        x, y = canvas.exit(tail, _second(tail, canvas.tracks.tails))
        points = [(x - INSIDE, y), (_tail_track(tail, canvas), y)]
        if span and _is_above(arrow, canvas):
            corridor = _corridor(arrow, canvas)
            points += [(points[-1][0], corridor), (span.start, corridor)]
    if span and channel is not None:
        points += [(points[-1][0], channel), (_end_x(head, span, risers), channel)]
        if head in canvas.ranks.of and _is_above(arrow, canvas):
            corridor = _corridor(arrow, canvas)
            points += [(points[-1][0], corridor), (_head_track(head, canvas), corridor)]
    if head in rects:
        top = rects[head].y - TIP
        down = _up(span.end if span else points[-1][0], top - BEFORE_TIP, risers[head])[::-1]
        d, runs = right_angled([*points, *down])
        return Route(arrow.ends, "band", d, runs, (down[-1][0], top), "down")
    enter = canvas.entry(head, _second(head, canvas.tracks.heads))
    d, runs = right_angled(
        [*points, (_head_track(head, canvas), enter[1]), (enter[0] - TIP - BEFORE_TIP, enter[1])]
    )
    return Route(arrow.ends, "band", d, runs, (enter[0] - TIP, enter[1]))


def _is_above(arrow: Arrow, canvas: Canvas) -> bool:
    """Whether it leads to or from a row of ranks above the last one, past which it goes at the left edge."""
    return row_of_band(arrow, canvas.ranks) < len(canvas.ranks.all_rows) - 1


def _corridor(arrow: Arrow, canvas: Canvas) -> float:
    """The y of its channel below the row that it leads to or from."""
    row = row_of_band(arrow, canvas.ranks)
    return canvas.over_channel(canvas.ranks.all_rows[row][1], arrow)


def _end_x(head: str, span: _Span, risers: Mapping[str, tuple[float, float] | None]) -> float:
    riser = risers.get(head)
    return riser[0] if riser else span.end


def _up(x: float, y: float, riser: tuple[float, float] | None) -> list[Point]:
    """From the top of a card to where its arrow rises: there, or in the gap beside the card above."""
    return [(x, y), (x, riser[1]), (riser[0], riser[1])] if riser else [(x, y)]


def _second(id: str, tracks: Mapping[tuple[str, str], int]) -> int:
    """1 where a backward arrow has the first place at the lower half of the box, else 0."""
    return int(("back", id) in tracks)


def card_order(rects: Mapping[str, Rect]) -> Iterator[str]:
    """The ids of the cards in reading order."""
    return iter(sorted(rects, key=lambda one: (rects[one].y, rects[one].x)))
