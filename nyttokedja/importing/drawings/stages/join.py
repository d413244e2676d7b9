"""Lines that are drawn in pieces, end to end, are one line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product
from math import floor, hypot, isfinite
from typing import NamedTuple

from nyttokedja.importing.drawings.board import Connector, Point

_NEAR = 4.0
"""How near each other, in pixels, the ends of two pieces lie."""
_CROWD = 6


class _End(NamedTuple):
    """An end of a line: its tail is 0, its head 1."""

    line: int
    side: int


def joined(pieces: Iterable[Connector]) -> tuple[Connector, ...]:
    """The lines, where the loose ends of two, and of no third, meet; what is drawn there is no arrowhead."""
    lines = tuple(pieces)
    partners = _partners(lines)
    done: set[int] = set()
    found = []
    for n in range(len(lines)):
        if n not in done:
            chain = _chain(n, partners)
            done.update(end.line for end in chain)
            found.append(_one([lines[end.line] if end.side else lines[end.line].turned() for end in chain]))
    return tuple(found)


def _chain(line: int, partners: Mapping[_End, _End]) -> list[_End]:
    """The pieces that a line is a part of, in order, each with the side at which it is left."""
    start, seen = _End(line, 0), {line}
    while (before := partners.get(start)) is not None and before.line not in seen:
        start = _End(before.line, 1 - before.side)
        seen.add(before.line)
    chain = [_End(start.line, 1 - start.side)]
    seen = {start.line}
    while (after := partners.get(chain[-1])) is not None and after.line not in seen:
        chain.append(_End(after.line, 1 - after.side))
        seen.add(after.line)
    return chain


def _one(pieces: Sequence[Connector]) -> Connector:
    first, last = pieces[0], pieces[-1]
    if first is last:
        return first
    words = tuple(line for piece in pieces for line in piece.lines)
    marks = (first.marks[0], last.marks[1])
    return replace(first, head=last.head, head_at=last.head_at, marks=marks, lines=words)


def _partners(lines: Sequence[Connector]) -> Mapping[_End, _End]:
    """Each loose end → the only other one that lies where it lies."""
    ends = {end: point for n, line in enumerate(lines) for end, point in _loose(n, line)}
    cells: dict[tuple[int, int], list[_End]] = {}
    for end, point in ends.items():
        cells.setdefault((floor(point.x / _NEAR), floor(point.y / _NEAR)), []).append(end)
    only = {}
    for end, point in ends.items():
        x, y = floor(point.x / _NEAR), floor(point.y / _NEAR)
        held = [cells.get((x + dx, y + dy), ()) for dx, dy in product((-1, 0, 1), repeat=2)]
        if sum(map(len, held)) <= _CROWD:
            met = [
                other
                for cell in held
                for other in cell
                if other != end and hypot(ends[other].x - point.x, ends[other].y - point.y) <= _NEAR
            ]
            if len(met) == 1 and met[0].line != end.line:
                only[end] = met[0]
    return {end: other for end, other in only.items() if only.get(other) == end}


def _loose(n: int, line: Connector) -> Iterator[tuple[_End, Point]]:
    for side, (name, point) in enumerate(((line.tail, line.tail_at), (line.head, line.head_at))):
        if name is None and point is not None and isfinite(point.x) and isfinite(point.y):
            yield _End(n, side), point
