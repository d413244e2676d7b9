"""Which way a picture is read: what is laid out from left to right is turned, text and pictograms are not.

A picture is laid out as if it were read to the right. To the left it is mirrored; downwards, its x and y
change places. Only shapes without text are turned as they are drawn: for what has text, the place is turned,
and the text drawn in it as ever. Lengths in px.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from nyttokedja.drawing.svg.elements import Element, number
from nyttokedja.drawing.svg.geometry import Rect
from nyttokedja.model.picture_settings import DIRECTIONS

RIGHT, LEFT, DOWN = DIRECTIONS

_COMMAND = re.compile(r"([MHVLCQAZ])([^MHVLCQAZ]*)")
_ARC_RADII, _ARC_SWEEP = 2, 4


@dataclass(frozen=True, slots=True)
class Orientation:
    """A direction, and what is added to a turned x and y."""

    direction: str = RIGHT
    x: float = 0.0
    y: float = 0.0

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point comes to be."""
        if self.direction == LEFT:
            return self.x - x, y
        if self.direction == DOWN:
            return y + self.x, x + self.y
        return x, y

    def rect(self, place: Rect) -> Rect:
        """Where a rectangle comes to be."""
        (ax, ay), (bx, by) = self.point(place.x, place.y), self.point(place.right, place.foot)
        return Rect(min(ax, bx), min(ay, by), abs(bx - ax), abs(by - ay))

    def shape(self, drawn: Element) -> Element:
        """A shape of paths, circles and rectangles, turned."""
        if self.direction == RIGHT:
            return drawn
        had = drawn.attributes
        turned: dict[str, str] = {}
        if "d" in had:
            turned["d"] = self.path(had["d"])
        elif drawn.name == "circle":
            x, y = self.point(float(had["cx"]), float(had["cy"]))
            turned = {"cx": number(x), "cy": number(y)}
        elif drawn.name == "rect":
            place = Rect(*(float(had[key]) for key in ("x", "y", "width", "height")))
            place = self.rect(place)
            sides = (place.x, place.y, place.width, place.height)
            turned = dict(zip(("x", "y", "width", "height"), map(number, sides), strict=True))
        children = tuple(self.shape(child) for child in drawn.children)
        return replace(drawn, attributes={**had, **turned}, children=children)

    def path(self, d: str) -> str:
        """A path of absolute commands, turned."""
        return "".join(self._commands(d))

    def _commands(self, d: str) -> Iterator[str]:
        x = y = 0.0
        for command, written in _COMMAND.findall(d):
            values = [float(one) for one in written.split()]
            if command == "Z":
                yield command
                continue
            if command in "HV":
                values = [values[0], y] if command == "H" else [x, values[0]]
            if command == "A":
                yield self._arc(values)
            else:
                pairs = zip(values[::2], values[1::2], strict=True)
                turned = _written([one for pair in pairs for one in self.point(*pair)])
                yield ("L" if command in "HV" else command) + turned
            x, y = values[-2:]

    def _arc(self, values: Sequence[float]) -> str:
        """An arc, which goes round the other way."""
        radii = values[:_ARC_RADII] if self.direction == LEFT else values[1::-1]
        flags = [values[2], values[3], 1 - values[_ARC_SWEEP]]
        return "A" + _written([*radii, *flags, *self.point(*values[-2:])])


def _written(values: Sequence[float]) -> str:
    return " ".join(map(number, values))


TO_THE_RIGHT = Orientation()
"""That of a picture as it is laid out."""
