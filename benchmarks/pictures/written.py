"""A picture's SVG, read as anybody can read it: boxes, lines, words and print. Lengths in px, y downwards.

The file carries the ids of boxes and of the ends of arrows (``data_attributes``); where things are is taken
from what is drawn alone.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, hypot

from nyttokedja.drawing.typesetting.metrics import width

Point = tuple[float, float]
Ends = tuple[str, str]

_SVG = "{http://www.w3.org/2000/svg}"
_COMMAND = re.compile(r"([MHVLCQAZ])([^MHVLCQAZ]*)")
_STEP = 3.0
"""From point to point on a line at most."""

_SIGN = 12.0
"""What an arrow has that is no larger is a sign on its line."""

_UP, _DOWN = 0.72, 0.2
"""How far the letters of a line of text are above and below its baseline, in shares of its size."""

A3 = (1134.0, 785.0)
"""An A3 landscape inside its margins, 400 × 277 mm, in pt."""


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle by its edges."""

    left: float
    top: float
    right: float
    foot: float

    def meets(self, other: Area, slack: float = 0.5) -> bool:
        """Whether they have more in common than ``slack`` px in both directions."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.foot, other.foot) - max(self.top, other.top)
        return across > slack and down > slack

    def holds(self, point: Point, inset: float = 0.0) -> bool:
        """Whether a point is inside, so far from every edge."""
        x, y = point
        return self.left + inset < x < self.right - inset and self.top + inset < y < self.foot - inset

    def distance(self, point: Point) -> float:
        """From the rectangle to a point; 0 inside."""
        x, y = point
        return hypot(max(self.left - x, 0.0, x - self.right), max(self.top - y, 0.0, y - self.foot))


@dataclass(frozen=True, slots=True)
class DrawnBox:
    """A box, a dock or a card, with the id of its node, which several may have."""

    id: str
    kind: str
    area: Area


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an arrow, as points that are near each other; ``look`` is its width and dashes.

    ``headed``: the arrow has a head of its own, and does not only join another's line.
    """

    ends: Ends
    points: tuple[Point, ...]
    look: tuple[str, str]
    headed: bool


@dataclass(frozen=True, slots=True)
class Word:
    """A text outside the boxes; ``ends`` are those of its arrow if it is at one."""

    text: str
    area: Area
    ends: Ends | None


@dataclass(frozen=True, slots=True)
class Written:
    """What an SVG holds."""

    width: float
    height: float
    boxes: tuple[DrawnBox, ...]
    lines: tuple[Line, ...]
    stems: tuple[tuple[Point, ...], ...]
    words: tuple[Word, ...]
    smallest: float  # type, in px

    @property
    def print_size(self) -> float:
        """The smallest type in pt, where the picture fills an A3 landscape."""
        return self.smallest * self._scale

    @property
    def share(self) -> float:
        """Of the sheet that it takes."""
        return self.width * self.height * self._scale**2 / (A3[0] * A3[1])

    @property
    def _scale(self) -> float:
        return min(A3[0] / self.width, A3[1] / self.height)


def read_svg(svg: str) -> Written:
    """What is drawn in a picture that was written with ``data_attributes``."""
    root = ET.fromstring(svg)
    _, _, wide, high = (float(one) for one in root.get("viewBox", "").split())
    if any(one.get("transform") for one in root.iter() if one.tag in (f"{_SVG}g", f"{_SVG}text")):
        raise ValueError("groups and texts that are moved or scaled are not measured")
    nodes = [group for group in root.iter(f"{_SVG}g") if "node" in group.get("class", "").split()]
    inside = {text for node in nodes for text in node.iter(f"{_SVG}text")}
    sizes = [float(text.get("font-size", "0")) for text in root.iter(f"{_SVG}text")]
    return Written(
        wide,
        high,
        tuple(_box(node) for node in nodes),
        tuple(_lines(root)),
        tuple(tuple(points_of(one.get("d", ""))) for one in _in_group(root, "joints") if _is_line(one)),
        tuple(_word(text) for text in root.iter(f"{_SVG}text") if text not in inside),
        min(sizes, default=0.0),
    )


def _box(group: ET.Element) -> DrawnBox:
    outline = next(iter(group))
    xs, ys = zip(*(point for points in _parts(outline.get("d", ""), 1e9) for point in points), strict=True)
    kind = group.get("class", "").split()[1]
    return DrawnBox(group.get("data-node", ""), kind, Area(min(xs), min(ys), max(xs), max(ys)))


def _in_group(root: ET.Element, name: str) -> Iterator[ET.Element]:
    for group in root.iter(f"{_SVG}g"):
        if group.get("class") == name:
            yield from group.iter(f"{_SVG}path")


def _is_line(path: ET.Element) -> bool:
    return path.get("fill") == "none"


def _lines(root: ET.Element) -> Iterator[Line]:
    parts: dict[Ends, list[ET.Element]] = {}
    for one in _in_group(root, "arrows"):
        if source := one.get("data-source"):
            parts.setdefault((source, one.get("data-target", "")), []).append(one)
    for ends, paths in parts.items():
        # the ring of a line beside the chain is a circle
        headed = any(not _is_line(one) for one in paths) or len(paths) == 1
        for one in filter(_is_line, paths):
            points = points_of(one.get("d", ""))
            look = (one.get("stroke-width", ""), one.get("stroke-dasharray", ""))
            if _extent(points) > _SIGN:
                yield Line(ends, tuple(points), look, headed)


def _extent(points: Sequence[Point]) -> float:
    xs, ys = zip(*points, strict=True)
    return float(max(max(xs) - min(xs), max(ys) - min(ys)))


def _word(text: ET.Element) -> Word:
    said, size = text.text or "", float(text.get("font-size", "0"))
    bold = text.get("font-weight", "") not in ("", "400", "normal")
    wide = width(said, size, bold, float(text.get("letter-spacing", "0")))
    x, y = float(text.get("x", "0")), float(text.get("y", "0"))
    x -= {"middle": wide / 2, "end": wide}.get(text.get("text-anchor", ""), 0.0)
    source = text.get("data-source")
    ends = (source, text.get("data-target", "")) if source else None
    return Word(said, Area(x, y - _UP * size, x + wide, y + _DOWN * size), ends)


def points_of(d: str, step: float = _STEP) -> list[Point]:
    """Points on a path, at most ``step`` px apart."""
    return [point for points in _parts(d, step) for point in points]


def _parts(d: str, step: float) -> Iterator[list[Point]]:
    at: Point = (0.0, 0.0)
    for command, written in _COMMAND.findall(d):
        numbers = [float(one) for one in re.split(r"[\s,]+", written.strip()) if one]
        if command == "Z":
            continue
        if command == "H":
            numbers = [numbers[0], at[1]]
        elif command == "V":
            numbers = [at[0], numbers[0]]
        elif command == "A":
            numbers = numbers[-2:]
        corners = list(zip(numbers[::2], numbers[1::2], strict=True))
        if command == "M":
            at = corners[0]
            yield [at]
            continue
        each = {"C": 3, "Q": 2}.get(command, 1)
        for first in range(0, len(corners), each):
            yield curve([at, *corners[first : first + each]], step)
            at = corners[first + each - 1]


def curve(corners: Sequence[Point], step: float = _STEP) -> list[Point]:
    """Points on a Bézier curve after its start, by de Casteljau's algorithm."""
    length = sum(hypot(bx - ax, by - ay) for (ax, ay), (bx, by) in pairwise(corners))
    many = max(1, ceil(length / step))
    return [_on_curve(corners, n / many) for n in range(1, many + 1)]


def _on_curve(corners: Sequence[Point], share: float) -> Point:
    while len(corners) > 1:
        corners = [(a + (c - a) * share, b + (d - b) * share) for (a, b), (c, d) in pairwise(corners)]
    return corners[0]
