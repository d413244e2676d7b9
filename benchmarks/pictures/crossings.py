"""How often arrows cross: in a written picture, and in plain Graphviz's of the same chain."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import hypot
from typing import Any

from benchmarks.pictures.realistic import COLUMN
from benchmarks.pictures.written import Ends, Line, Point, Written, curve

_SQUARE = 48.0
_AT_END, _AT_SAME_END = 3.0, 24.0
"""Lines that meet so near an end of one of them do not cross; nor so near a box that is an end of both."""

_ON, _BESIDE = 0.3, (4.0, 9.0)
"""A line that is so near another, so far from where they meet, runs on it: it joins or leaves it there."""

_Segment = tuple[Line, Point, Point]


def crossings(lines: Sequence[Line]) -> list[tuple[Ends, Ends, Point]]:
    """Where the lines of two arrows cross, and whose they are."""
    squares: dict[tuple[int, int], list[_Segment]] = {}
    found: dict[tuple[Ends, Ends, tuple[int, int]], tuple[Ends, Ends, Point]] = {}
    for line in lines:
        for a, b in zip(line.points, line.points[1:], strict=False):
            for square in _squares(a, b):
                others = squares.setdefault(square, [])
                for other, c, d in others:
                    if other.ends != line.ends and (at := _crossing(a, b, c, d)) and _counts(at, line, other):
                        found[line.ends, other.ends, (round(at[0] / 4), round(at[1] / 4))] = (
                            line.ends,
                            other.ends,
                            at,
                        )
                others.append((line, a, b))
    return list(found.values())


def _squares(a: Point, b: Point) -> Iterator[tuple[int, int]]:
    for column in range(int(min(a[0], b[0]) // _SQUARE), int(max(a[0], b[0]) // _SQUARE) + 1):
        for row in range(int(min(a[1], b[1]) // _SQUARE), int(max(a[1], b[1]) // _SQUARE) + 1):
            yield column, row


def _crossing(a: Point, b: Point, c: Point, d: Point) -> Point | None:
    """Where two segments cross, unless one only touches the other; a line may turn on the other's point."""
    p, q = _side(c, d, a), _side(c, d, b)
    r, s = _side(a, b, c), _side(a, b, d)
    # of the ends of a segment, the first belongs to it and the last to the next
    if (p >= 0) == (q >= 0) or (r >= 0) == (s >= 0):
        return None
    share = p / (p - q)
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share


def _side(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _counts(at: Point, line: Line, other: Line) -> bool:
    if any(_apart(at, end) < _AT_END for one in (line, other) for end in (one.points[0], one.points[-1])):
        return False
    places = [place for place in (0, -1) if line.ends[place] == other.ends[place]]
    if any(_apart(at, one.points[place]) < _AT_SAME_END for place in places for one in (line, other)):
        return False
    return not places or not (_runs_on(at, line, other) or _runs_on(at, other, line))


def _runs_on(at: Point, line: Line, other: Line) -> bool:
    """Whether a line runs on another before or behind a point where they meet."""
    least, most = _BESIDE
    beside = (point for point in line.points if least < _apart(at, point) < most)
    near = [pair for pair in pairwise(other.points) if _apart(at, pair[0]) < 2 * most]
    return any(_distance(point, a, b) < _ON for point in beside for a, b in near)


def _distance(point: Point, a: Point, b: Point) -> float:
    """From a point to a segment."""
    length = _apart(a, b)
    if not length:
        return _apart(point, a)
    share = ((point[0] - a[0]) * (b[0] - a[0]) + (point[1] - a[1]) * (b[1] - a[1])) / length**2
    share = min(1.0, max(0.0, share))
    return _apart(point, (a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])))


def _apart(a: Point, b: Point) -> float:
    return hypot(a[0] - b[0], a[1] - b[1])


def crossings_in(picture: Written) -> int:
    """The crossings of the arrows of a written picture."""
    return len(crossings(picture.lines))


def crossings_by_dot(dot: str, program: str) -> int:
    """The crossings of the arrows of a chain, where plain Graphviz draws what we export for it.

    What hampers a box is no arrow, and is not counted.
    """
    run = subprocess.run([program, "-Tjson"], input=dot.encode(), capture_output=True, check=True, timeout=60)
    drawn: Any = json.loads(run.stdout)
    kinds = {one["_gvid"]: one.get("class", "") for one in drawn["objects"]}
    names = {one["_gvid"]: one["name"] for one in drawn["objects"]}
    chain = {*COLUMN, "behaviour", "opportunity"}
    lines = [
        Line((names[edge["tail"]], names[edge["head"]]), _spline(edge["pos"]), ("", ""), headed=True)
        for edge in drawn.get("edges", ())
        if edge.get("style") != "invis"
        and "pos" in edge
        and {kinds[edge["tail"]], kinds[edge["head"]]} <= chain
    ]
    return len(crossings(lines))


def _spline(pos: str) -> tuple[Point, ...]:
    """Points on a spline of Graphviz: ``e,x,y`` is the tip of its head, then a start and triples."""
    written = [one.split(",") for one in pos.split()]
    corners = [(float(one[-2]), float(one[-1])) for one in written if one[0] not in ("e", "s")]
    points = [corners[0]]
    for first in range(1, len(corners) - 2, 3):
        points += curve([points[-1], *corners[first : first + 3]])
    points += [(float(one[1]), float(one[2])) for one in written if one[0] == "e"]
    return tuple(points)
