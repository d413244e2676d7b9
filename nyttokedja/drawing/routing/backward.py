"""Canvas → the routes of the backward arrows, at right angles. Lengths in px.

A route leaves the lower half of its tail, follows a track right of it, a channel to the left and a track left
of its head, and enters the lower half of that. The arrows of one style and status into one head share track
and channel. A channel is a level line through the nearest gap that is high enough, or below all boxes;
chevrons on it show that it leads back.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import fsum

from nyttokedja.drawing.content.arrow_kinds import style_of
from nyttokedja.drawing.content.overlay import Overlay, Status
from nyttokedja.drawing.layout.canvas import Canvas
from nyttokedja.drawing.routing.pen import BEFORE_TIP, INSIDE, RADIUS, TIP, Point, Route, right_angled
from nyttokedja.model.graph import Arrow

CLEAR, _LESS_BELOW, LINE_CLEAR = 14.0, 2.0, 11.0
"""The distance of a channel from a box, by how much it is less from the foot, and from a line."""

CHANNEL_GAP, WORD_GAP = 10.0, 18.0
"""The distance of channels from each other, and above one with a label."""

BELOW, _FOOT = 12.0, 6.0
"""How far below all boxes a channel is that finds no gap; how far above a channel the columns may end."""

_NARROW_GAP = 12.0
"""In a gap less high than this, a channel may be in the middle too."""

_CHEVRONS_APART = 360.0
"""A channel has one chevron in so many px."""

_SAME = 0.1
"""Tracks nearer than this are the same."""

Channel = tuple[float, int, int, float]
"""(y, first rank, last rank, distance of what is above it)."""


def backward_routes(canvas: Canvas, overlay: Overlay | None = None) -> tuple[list[Route], float]:
    """The routes, and the foot of what is in the columns."""
    routes: list[Route] = []
    channels: list[Channel] = []
    row = canvas.ranks.row_of
    over = [
        arrow
        for arrow in canvas.arrow_groups.backward
        if len({row(one) for one in _ranks(arrow, canvas)}) > 1
    ]
    for arrows in _by_head([arrow for arrow in canvas.arrow_groups.backward if arrow not in over], overlay):
        y = _channel(arrows, canvas, channels)
        routes.extend(_routes(arrows, y, canvas))
    routes.extend(_over_rows(arrow, canvas) for arrow in over)
    last = len(canvas.ranks.all_rows) - 1
    feet = (y - _FOOT for y, first, _, _ in channels if row(first) == last)
    return routes, max([canvas.placed.foot, *feet])


def _ranks(arrow: Arrow, canvas: Canvas) -> tuple[int, int]:
    """The ranks of the tail and of the head."""
    return canvas.ranks.of[arrow.source.id], canvas.ranks.of[arrow.target.id]


def _over_rows(arrow: Arrow, canvas: Canvas) -> Route:
    """The route of an arrow into a row above: through the corridor above its tail, and along the left edge of
    the picture past the rows between, if there are any, to the corridor below its head.
    """
    tail, head = arrow.ends
    corridors = [canvas.ranks.all_rows[row][1] for row in _rows_past(arrow, canvas)]
    channels = [canvas.over_channel(gutter, arrow) for gutter in (corridors[0], corridors[-1])]
    start, enter = canvas.exit(tail, 0), canvas.entry(head, 0)
    out = _tail_track(arrow, canvas)
    x = canvas.rank_edges.head_track(canvas.ranks.of[head], canvas.tracks.heads["back", head])
    points = [(start[0] - INSIDE, start[1]), (out, start[1]), (out, channels[0])]
    if len(corridors) > 1:
        edge = canvas.edge_track(arrow)
        points += [(edge, channels[0]), (edge, channels[1])]
    from_x = points[-1][0]
    points += [(x, channels[1]), (x, enter[1]), (enter[0] - TIP - BEFORE_TIP, enter[1])]
    d, runs = right_angled(points)
    chevrons = _chevrons(min(x, from_x), max(x, from_x), channels[1])
    towards = "left" if x < from_x else "right"
    tip = (enter[0] - TIP, enter[1])
    return Route(
        arrow.ends, style_of(arrow), d, runs, tip, chevrons=chevrons, towards=towards, join=points[2]
    )


def _rows_past(arrow: Arrow, canvas: Canvas) -> list[int]:
    """The rows from the one above the tail up to that of the head."""
    tail, head = (canvas.ranks.row_of(rank) for rank in _ranks(arrow, canvas))
    return list(range(tail - 1, head - 1, -1))


def _by_head(arrows: Sequence[Arrow], overlay: Overlay | None) -> list[list[Arrow]]:
    """The arrows in lists of the same head, style and status."""
    groups: dict[tuple[str, str, Status | None], list[Arrow]] = {}
    for arrow in arrows:
        status = overlay.status(arrow.ends) if overlay else None
        groups.setdefault((arrow.target.id, style_of(arrow), status), []).append(arrow)
    return list(groups.values())


def _channel(arrows: Sequence[Arrow], canvas: Canvas, channels: list[Channel]) -> float:
    """The y of the channel of arrows into one head, which is added to the ``channels`` there are."""
    head = arrows[0].target.id
    first = canvas.ranks.of[head]
    last = max(canvas.ranks.of[arrow.source.id] for arrow in arrows)
    above = WORD_GAP if any(arrow.link.strength for arrow in arrows) else CHANNEL_GAP
    walls = sorted(_walls(first, last, above, canvas, channels))
    row = canvas.placed.rows[canvas.ranks.row_of(first)]
    below = max([row[1] + BELOW, *(foot for _, foot in walls)])
    ends = [canvas.entry(head, 0)[1], *(canvas.exit(arrow.source.id, 0)[1] for arrow in arrows)]
    y = min([*_gaps(walls), below], key=lambda y: (fsum(abs(y - end) for end in ends), y))
    channels.append((y, first, last, above))
    return y


def _walls(
    first: int, last: int, above: float, canvas: Canvas, channels: Sequence[Channel]
) -> Iterator[tuple[float, float]]:
    """(top, foot) of what a channel through these ranks must keep out of."""
    for id, unit in canvas.units.items():
        if first <= canvas.ranks.of[id] <= last:
            top = canvas.placed.tops[id]
            yield top - CLEAR, top + unit.height + CLEAR - _LESS_BELOW
    for name, y in canvas.placed.lines.items():
        if first <= canvas.layered.cells[name].rank <= last:
            yield y - LINE_CLEAR, y + LINE_CLEAR
    for y, from_rank, to_rank, gap in channels:
        if from_rank <= last and to_rank >= first:
            yield y - gap, y + above


def _gaps(walls: Sequence[tuple[float, float]]) -> Iterator[float]:
    """The y at which a channel may be, at the edges of the gaps between the walls, which are sorted."""
    reached = walls[0][1] if walls else 0.0
    for top, foot in walls:
        if top > reached:
            yield from (reached, top)
            if top - reached < _NARROW_GAP:
                yield (reached + top) / 2
        reached = max(reached, foot)


def _routes(arrows: Sequence[Arrow], y: float, canvas: Canvas) -> Iterator[Route]:
    """The routes of arrows into one head along the channel at ``y``; those behind the first join it."""
    head = arrows[0].target.id
    x = canvas.rank_edges.head_track(canvas.ranks.of[head], canvas.tracks.heads["back", head])
    enter = canvas.entry(head, 0)
    to_head: list[Point] = [(x, y), (x, enter[1]), (enter[0] - TIP - BEFORE_TIP, enter[1])]
    tracks = [(_tail_track(arrow, canvas), arrow) for arrow in arrows]
    reached: float | None = None
    for track, arrow in sorted(tracks, key=lambda pair: -pair[0]):
        start = canvas.exit(arrow.source.id, 0)
        to_channel = [(start[0] - INSIDE, start[1]), (track, start[1]), (track, y)]
        if reached is None:
            d, runs = right_angled([*to_channel, *to_head])
            tip = (enter[0] - TIP, enter[1])
            chevrons = _chevrons(x, track, y)
            yield Route(arrow.ends, style_of(arrow), d, runs, tip, chevrons=chevrons, join=(track, y))
        else:
            along = [(track - 2 * RADIUS, y)] if reached - track > _SAME else []
            d, runs = right_angled([*to_channel, *along])
            yield Route(arrow.ends, style_of(arrow), d, runs, join=(track, y))
        reached = track


def _tail_track(arrow: Arrow, canvas: Canvas) -> float:
    tail = arrow.source.id
    return canvas.rank_edges.tail_track(canvas.ranks.of[tail], canvas.tracks.tails["back", tail])


def _chevrons(left: float, right: float, y: float) -> tuple[Point, ...]:
    """Points on a channel, at even distances and away from its corners."""
    length = right - left
    count = max(1, round(length / _CHEVRONS_APART))
    return tuple((left + length * (n + 0.5) / count, y) for n in range(count))
