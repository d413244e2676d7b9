"""Canvas → the routes of the backward arrows, by right angles.

Out of the lower half of the tail, down or up a lane right of it, along a channel to the left, a lane
left of the head, into its lower half. The arrows into one head share lane and channel, unless something
else has become of them. A channel runs through the nearest gap that is wide enough, below all boxes where
there is none; chevrons on it say that it leads back.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nyttokedja.drawing.content.arrow_kinds import style_of
from nyttokedja.drawing.content.overlay import Overlay, Status
from nyttokedja.drawing.layout.canvas import Canvas
from nyttokedja.drawing.routing.pen import BEFORE_TIP, INSIDE, RADIUS, TIP, Point, Route, right_angled
from nyttokedja.model.graph import Arrow

CLEAR, _LESS_BELOW, LINE_CLEAR = 14.0, 2.0, 11.0
"""How far a channel stays from a box, how much less from its foot, and how far from a line."""

CHANNEL_GAP, WORD_GAP = 10.0, 18.0
"""How far channels stay from each other, and from one on which a word stands."""

BELOW, _FOOT = 12.0, 6.0
"""How far below all boxes a channel runs that finds no gap; how far above it the foot of the boxes may be."""

_NARROW_GAP = 12.0
"""A gap so low that its middle is offered too."""

_CHEVRONS_APART = 360.0

_SAME = 0.1
"""Two lanes nearer than this are one."""

Channel = tuple[float, int, int, float]
"""y, first rank, last rank, and the room above it: more where a word stands on it."""


def backward_routes(canvas: Canvas, overlay: Overlay | None = None) -> tuple[list[Route], float]:
    """The routes, and the y below which nothing of the columns reaches."""
    routes: list[Route] = []
    channels: list[Channel] = []
    for arrows in _by_head(canvas.flow.backward, overlay):
        y = _channel(arrows, canvas, channels)
        routes.extend(_routes(arrows, y, canvas))
    return routes, max([canvas.placed.foot, *(channel[0] - _FOOT for channel in channels)])


def _by_head(arrows: Sequence[Arrow], overlay: Overlay | None) -> list[list[Arrow]]:
    groups: dict[tuple[str, Status | None], list[Arrow]] = {}
    for arrow in arrows:
        status = overlay.status(arrow.ends) if overlay else None
        groups.setdefault((arrow.target.id, status), []).append(arrow)
    return list(groups.values())


def _channel(arrows: Sequence[Arrow], canvas: Canvas, channels: list[Channel]) -> float:
    head = arrows[0].target.id
    first = canvas.ranks.of[head]
    last = max(canvas.ranks.of[arrow.source.id] for arrow in arrows)
    above = WORD_GAP if any(arrow.link.strength for arrow in arrows) else CHANNEL_GAP
    walls = sorted(_walls(first, last, above, canvas, channels))
    below = max([canvas.placed.foot + BELOW, *(foot for _, foot in walls)])
    ends = [canvas.entry(head, 0)[1], *(canvas.exit(arrow.source.id, 0)[1] for arrow in arrows)]
    y = min([*_gaps(walls), below], key=lambda y: (sum(abs(y - end) for end in ends), y))
    channels.append((y, first, last, above))
    return y


def _walls(
    first: int, last: int, above: float, canvas: Canvas, channels: Sequence[Channel]
) -> Iterator[tuple[float, float]]:
    """What a channel through these ranks must not touch, as spans of y with their clearance."""
    for id, unit in canvas.units.items():
        if first <= canvas.ranks.of[id] <= last:
            top = canvas.placed.tops[id]
            yield top - CLEAR, top + unit.height + CLEAR - _LESS_BELOW
    for name, y in canvas.placed.lines.items():
        if first <= canvas.net.cells[name].rank <= last:
            yield y - LINE_CLEAR, y + LINE_CLEAR
    for y, from_rank, to_rank, gap in channels:
        if from_rank <= last and to_rank >= first:
            yield y - gap, y + above


def _gaps(walls: Sequence[tuple[float, float]]) -> Iterator[float]:
    """The edges of the free spans between the walls, which are sorted."""
    reach = walls[0][1] if walls else 0.0
    for top, foot in walls:
        if top > reach:
            yield from (reach, top, (reach + top) / 2) if top - reach < _NARROW_GAP else (reach, top)
        reach = max(reach, foot)


def _routes(arrows: Sequence[Arrow], y: float, canvas: Canvas) -> Iterator[Route]:
    head = arrows[0].target.id
    x = canvas.across.head_lane(canvas.ranks.of[head], canvas.lanes.heads["back", head])
    enter = canvas.entry(head, 0)
    ends: list[Point] = [(x, y), (x, enter[1]), (enter[0] - TIP - BEFORE_TIP, enter[1])]
    tail_lanes = [(_tail_lane(arrow, canvas), arrow) for arrow in arrows]
    reached: float | None = None
    for lane, arrow in sorted(tail_lanes, key=lambda pair: -pair[0]):
        start = canvas.exit(arrow.source.id, 0)
        way = [(start[0] - INSIDE, start[1]), (lane, start[1]), (lane, y)]
        if reached is None:
            d, runs = right_angled([*way, *ends])
            yield Route(
                arrow.ends,
                style_of(arrow),
                d,
                runs,
                (enter[0] - TIP, enter[1]),
                "right",
                _chevrons(x, lane, y),
                (lane, y),
            )
        elif reached - lane > _SAME:
            d, runs = right_angled([*way, (lane - 2 * RADIUS, y)])
            yield Route(arrow.ends, style_of(arrow), d, runs, join=(lane, y))
        else:
            d, runs = right_angled(way)
            yield Route(arrow.ends, style_of(arrow), d, runs, join=(lane, y))
        reached = lane


def _tail_lane(arrow: Arrow, canvas: Canvas) -> float:
    tail = arrow.source.id
    return canvas.across.tail_lane(canvas.ranks.of[tail], canvas.lanes.tails["back", tail])


def _chevrons(left: float, right: float, y: float) -> tuple[Point, ...]:
    """Points along a channel, evenly and away from its corners."""
    length = right - left
    count = max(1, round(length / _CHEVRONS_APART))
    return tuple((left + length * (n + 0.5) / count, y) for n in range(count))
