"""How what has become of a box or an arrow looks: by symbol, word and line as well as colour.

Lengths in px.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from nyttokedja.drawing.content.overlay import Status
from nyttokedja.drawing.routing.pen import STROKES, Route, Stroke, chevron, end_of
from nyttokedja.drawing.svg.elements import Element, element, number, path, words
from nyttokedja.drawing.svg.theme import Paint, Theme
from nyttokedja.drawing.typesetting.wrap import Type

BADGE = Type(11.5, 15, bold=True)
HIGH, UP, DISC, _IN, _PAD, _SYMBOL = 18.0, 3.0, 8.5, 14.0, 8.0, 13.0
_HEAVIEST = 2.4

GONE = "7 4"
"""The dashes of what is no more."""

_SYMBOLS: Mapping[str, tuple[tuple[str, float, float], ...]] = {
    "added": (("M", -0.5, 0), ("L", 0.5, 0), ("M", 0, -0.5), ("L", 0, 0.5)),
    "removed": (("M", -0.5, 0), ("L", 0.5, 0)),
    "changed": (("M", 0, -0.55), ("L", 0.52, 0.4), ("L", -0.52, 0.4), ("L", 0, -0.55)),
    "touched": (
        ("M", -0.58, 0.16), ("C", -0.4, -0.42), ("", -0.14, -0.3), ("", 0, 0),
        ("C", 0.14, 0.3), ("", 0.4, 0.42), ("", 0.58, -0.16),
    ),
}  # fmt: skip
"""+ − Δ ~ as paths around (0, 0), in parts of a radius."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a box is drawn: colours of its outline and type word, of its text, and the outline itself.

    ``dashes`` are those of its kind where they are None.
    """

    paint: Paint
    type: str
    ink: str
    heavier: float = 0.0
    dashes: str | None = None
    struck: bool = False


def look_of(kind: str, status: Status | None, theme: Theme) -> Look:
    """The look of a box of a kind."""
    own = theme.kinds[kind]
    if status is None or status is Status.TOUCHED:
        return Look(own, own.line, theme.ink)
    line = theme.statuses[status]
    if status is Status.KEPT:
        return Look(Paint(theme.pale, line), theme.soft, theme.soft)
    if status is Status.REMOVED:
        return Look(Paint(theme.page, line), theme.soft, theme.soft, 0.4, GONE, struck=True)
    return Look(Paint(own.fill, line), own.line, theme.ink, 1.0, "")


def _stroke(style: str, status: Status | None) -> Stroke:
    """How an arrow of a style is drawn."""
    stroke = STROKES[style]
    if status is Status.REMOVED:
        return Stroke(max(stroke.width, 2.0), GONE, stroke.end)
    if status in (Status.ADDED, Status.CHANGED):
        return Stroke(max(stroke.width + 0.8, _HEAVIEST), stroke.dashes, stroke.end)
    return stroke


def draw_symbol(status: str, x: float, y: float, r: float, colour: str) -> Element:
    """The symbol of a status in the middle of a circle with radius ``r``."""
    d = " ".join(f"{step}{number(x + r * dx)} {number(y + r * dy)}" for step, dx, dy in _SYMBOLS[status])
    width = 1.9 if r > DISC - 1 else 1.5
    return path(d, stroke=colour, width=width, stroke_linecap="round", stroke_linejoin="round")


def draw_disc(status: str, x: float, y: float, r: float, theme: Theme, colour: str = "") -> list[Element]:
    """The symbol in a disc; what is only touched has an open one, dotted if it is large."""
    colour = colour or theme.statuses[status]
    hollow = status == Status.TOUCHED
    dashes = "2 2" if hollow and r > DISC - 2 else None
    fill = theme.page if hollow else colour
    disc = element(
        "circle", cx=x, cy=y, r=r, fill=fill, stroke=colour if hollow else theme.page,
        stroke_width=1.2, stroke_dasharray=dashes,
    )  # fmt: skip
    return [disc, draw_symbol(status, x, y, r, colour if hollow else theme.page)]


def draw_badge(status: Status, word: str, right: float, top: float, theme: Theme) -> list[Element]:
    """The symbol and the word of a status, on the upper edge of a box near its right end."""
    colour, hollow = theme.statuses[status], status is Status.TOUCHED
    wide = _PAD + _SYMBOL + BADGE.width(word) + _PAD
    x, middle = right - _IN - wide, top - UP
    ink = colour if hollow else theme.page
    pill = element(
        "rect", x=x, y=middle - HIGH / 2, width=wide, height=HIGH, rx=HIGH / 2,
        fill=theme.page if hollow else colour, stroke=colour, stroke_width=1.2,
    )  # fmt: skip
    symbol = draw_symbol(status, x + _PAD + 4.0, middle, 6.8, ink)
    return [pill, symbol, words(x + _PAD + _SYMBOL, middle + 4, word, BADGE.size, ink, bold=True)]


def draw_cut(x: float, y: float, way: int, theme: Theme) -> list[Element]:
    """Three dots from ``x`` on, to the left (-1) or right (1): arrows that are not drawn."""
    return [
        element("circle", cx=x + way * (5.0 + 5.0 * step), cy=y, r=1.5, fill=theme.soft) for step in range(3)
    ]


def draw_route(route: Route, status: Status | None, theme: Theme) -> list[Element]:
    """The elements of a route: its line, what stands at its end, its chevrons."""
    stroke, band = _stroke(route.style, status), route.style == "band"
    colour = theme.kinds["opportunity"].line if band else theme.arrow
    if status is not None and status is not Status.TOUCHED:
        colour = theme.statuses[status]
    cap = "round" if band else None
    dashes = stroke.dashes or None
    drawn = [path(route.d, stroke=colour, width=stroke.width, stroke_dasharray=dashes, stroke_linecap=cap)]
    if route.tip:
        drawn.append(end_of(route.tip, stroke.end, colour, theme.page, route.way))
    drawn.extend(chevron(x, y, colour) for x, y in route.chevrons)
    return drawn
