"""How each status of a box or an arrow is drawn: by symbol, word and line as well as colour.

Lengths in px.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from nyttokedja.drawing.content.overlay import Status
from nyttokedja.drawing.routing.pen import STROKES, Route, Stroke, chevron, draw_arrow_end
from nyttokedja.drawing.svg.elements import Element, element, number, path, text_line
from nyttokedja.drawing.svg.theme import BoxColours, Theme
from nyttokedja.drawing.typesetting.wrap import TextStyle

BADGE = TextStyle(12, 15, bold=True)
HIGH, UP, _IN, _PAD, _SYMBOL = 18.0, 3.0, 14.0, 8.0, 13.0
"""A badge: its height, how far its middle is above the box, how far from the box's right end it stands,
what is free at its ends, and what its symbol takes.
"""

_BADGE_RADIUS, _BADGE_SYMBOL_X, _BASELINE = 6.8, 4.0, 4.0
"""The radius of the symbol of a badge, its x behind the free end, and from a middle down to a baseline."""

DISC = 8.5
"""The radius of the disc on an arrow."""

_GONE_HEAVIER, _NEW_HEAVIER, _GONE_LINE, _NEW_LINE = 0.4, 0.8, 2.0, 2.4
"""How much heavier the outline of what is removed is, and the line of what is new or changed; the least
widths of the lines of both.
"""

_OUTLINE_HEAVIER = 1.0
"""How much heavier the outline of what is new or changed is."""

_DOT, _DOTS_APART = 1.5, 5.0
"""The dots of omitted arrows: their radius, and the distance between them."""

_LARGE, _LARGE_SYMBOL, _SMALL_SYMBOL = 7.5, 1.9, 1.5
"""A symbol of a greater radius than this has the heavier of the two lines."""

_DOTTABLE, _DOTTED = 6.5, "2 2"
"""The outline of an open disc of a greater radius than this is dotted."""

GONE = "7 4"
"""The dashes of what is removed."""

_SYMBOLS: Mapping[str, tuple[tuple[str, float, float], ...]] = {
    "added": (("M", -0.5, 0), ("L", 0.5, 0), ("M", 0, -0.5), ("L", 0, 0.5)),
    "removed": (("M", -0.5, 0), ("L", 0.5, 0)),
    "changed": (("M", 0, -0.55), ("L", 0.52, 0.4), ("L", -0.52, 0.4), ("L", 0, -0.55)),
    "touched": (
        ("M", -0.58, 0.16), ("C", -0.4, -0.42), ("", -0.14, -0.3), ("", 0, 0),
        ("C", 0.14, 0.3), ("", 0.4, 0.42), ("", 0.58, -0.16),
    ),
}  # fmt: skip
"""+ − Δ ~ as paths around (0, 0), in shares of a radius."""


@dataclass(frozen=True, slots=True)
class BoxStyle:
    """The colours of a box, of its type word and of its text, and what differs in its outline.

    Where ``dashes`` are None, they are those of its kind; ``struck`` crosses out the title.
    """

    colours: BoxColours
    type: str
    ink: str
    heavier: float = 0.0
    dashes: str | None = None
    struck: bool = False


def box_style(kind: str, status: Status | None, theme: Theme) -> BoxStyle:
    """The style of a box by its kind and status; without a status, that of an ordinary picture."""
    own = theme.kinds[kind]
    if status is None or status is Status.TOUCHED:
        return BoxStyle(own, own.line, theme.ink)
    line = theme.statuses[status]
    if status is Status.KEPT:
        return BoxStyle(BoxColours(theme.pale, line), theme.soft, theme.soft)
    if status is Status.REMOVED:
        return BoxStyle(
            BoxColours(theme.page, line), theme.soft, theme.soft, _GONE_HEAVIER, GONE, struck=True
        )
    return BoxStyle(BoxColours(own.fill, line), own.line, theme.ink, _OUTLINE_HEAVIER, "")


def _stroke(style: str, status: Status | None) -> Stroke:
    """The stroke of an arrow by its style and status."""
    stroke = STROKES[style]
    if status is Status.REMOVED:
        return Stroke(max(stroke.width, _GONE_LINE), GONE, stroke.end)
    if status in (Status.ADDED, Status.CHANGED):
        return Stroke(max(stroke.width + _NEW_HEAVIER, _NEW_LINE), stroke.dashes, stroke.end)
    return stroke


def draw_symbol(status: str, x: float, y: float, r: float, colour: str) -> Element:
    """The symbol of a status in a circle of radius ``r`` around (x, y)."""
    d = " ".join(f"{step}{number(x + r * dx)} {number(y + r * dy)}" for step, dx, dy in _SYMBOLS[status])
    width = _LARGE_SYMBOL if r > _LARGE else _SMALL_SYMBOL
    return path(d, stroke=colour, width=width, stroke_linecap="round", stroke_linejoin="round")


def draw_disc(status: str, x: float, y: float, r: float, theme: Theme, colour: str = "") -> list[Element]:
    """The symbol of a status in a disc, which is open for what is touched, and dotted if it is large."""
    colour = colour or theme.statuses[status]
    hollow = status == Status.TOUCHED
    dashes = _DOTTED if hollow and r > _DOTTABLE else None
    fill = theme.page if hollow else colour
    disc = element(
        "circle", cx=x, cy=y, r=r, fill=fill, stroke=colour if hollow else theme.page,
        stroke_width=1.2, stroke_dasharray=dashes,
    )  # fmt: skip
    return [disc, draw_symbol(status, x, y, r, colour if hollow else theme.page)]


def draw_badge(status: Status, word: str, right: float, top: float, theme: Theme) -> list[Element]:
    """The symbol and the word of a status, on the upper edge of a box that ends at ``right``."""
    colour, hollow = theme.statuses[status], status is Status.TOUCHED
    wide = _PAD + _SYMBOL + BADGE.width(word) + _PAD
    x, middle = right - _IN - wide, top - UP
    ink = colour if hollow else theme.page
    pill = element(
        "rect", x=x, y=middle - HIGH / 2, width=wide, height=HIGH, rx=HIGH / 2,
        fill=theme.page if hollow else colour, stroke=colour, stroke_width=1.2,
    )  # fmt: skip
    symbol = draw_symbol(status, x + _PAD + _BADGE_SYMBOL_X, middle, _BADGE_RADIUS, ink)
    return [
        pill,
        symbol,
        text_line(
            x + _PAD + _SYMBOL, middle + _BASELINE, word, BADGE.size, ink, bold=True, aria_hidden="true"
        ),
    ]


def draw_cut(x: float, y: float, direction: int, theme: Theme) -> list[Element]:
    """Three dots from ``x`` to the left (-1) or right (1), for arrows that are omitted."""
    return [
        element("circle", cx=x + direction * _DOTS_APART * step, cy=y, r=_DOT, fill=theme.soft)
        for step in range(1, 4)
    ]


def draw_route(route: Route, status: Status | None, theme: Theme) -> list[Element]:
    """The line of a route, what ends it, and its chevrons."""
    stroke, colour = _stroke(route.style, status), theme.arrow
    if status is not None and status is not Status.TOUCHED:
        colour = theme.statuses[status]
    dashes = stroke.dashes or None
    drawn = [path(route.d, stroke=colour, width=stroke.width, stroke_dasharray=dashes)]
    if route.tip:
        drawn.append(draw_arrow_end(route.tip, stroke.end, colour, theme.page))
    drawn.extend(chevron(x, y, colour, route.towards) for x, y in route.chevrons)
    return drawn
