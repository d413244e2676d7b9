"""What points and lines of a curve look like: a shape of its own for each, so that no colour is needed."""

from __future__ import annotations

from collections.abc import Iterator

from nyttokedja.drawing.svg.elements import Element, circle, number, path
from nyttokedja.drawing.svg.theme import Theme

LINE, THIN_LINE = 2.2, 1.2
"""The widths in px of what was measured and of the target, and of the course."""
DASHES = "7 4"
_R = 4.6


def draw_measured(x: float, y: float, theme: Theme) -> Element:
    """A filled disc."""
    return circle(x, y, _R, fill=theme.statuses["changed"], stroke=theme.page, width=1.2)


def draw_baseline(x: float, y: float, theme: Theme) -> Element:
    """An open square."""
    d = f"M{number(x - _R)} {number(y - _R)} h{number(2 * _R)} v{number(2 * _R)} h{number(-2 * _R)} Z"
    return path(d, fill=theme.page, stroke=theme.ink, width=1.8)


def draw_target(x: float, y: float, theme: Theme) -> Iterator[Element]:
    """An open diamond."""
    r = _R * 1.35
    to, back = number(r), number(-r)
    d = f"M{number(x)} {number(y - r)} l{to} {to} l{back} {to} l{back} {back} Z"
    yield path(d, fill=theme.page, stroke=theme.kinds["goal"].line, width=2.0)
