"""A wide figure → its sheet across: A4 where it can be read there, else A3, else parts of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nyttokedja.documents.model import Figure, Spot
from nyttokedja.drawing.svg.geometry import Rect
from nyttokedja.printing.sheets import LEAST, NATURAL, Sheets, sheets_of

A4, A3 = (595.28, 841.89), (841.89, 1190.55)
"""Upright, in pt."""

_ENOUGH = 0.85
"""So near to the size that a picture is made for it may come, beside a heading, before it is parted."""


@dataclass(frozen=True, slots=True)
class Placed:
    """How a wide figure is put on paper: its sheet, upright, its scale there in pt a px, and its parts."""

    paper: tuple[float, float]
    scale: float
    parts: Sheets | None = None


def placed(figure: Figure, margin: float, above: float, below: float) -> Placed:
    """Where a wide figure goes.

    Args:
        figure: the figure.
        margin: that of sheets across, in pt.
        above: the height of what stands above it on its sheet.
        below: that of its caption.
    """
    scale = 0.0
    for paper in (A4, A3):
        scale = _scale(figure, _room(paper, margin, above + below))
        if not figure.spots or scale >= LEAST * _ENOUGH:
            return Placed(paper, scale)
    spots = [_rect(spot) for spot in figure.spots]
    whole = Rect(0.0, 0.0, figure.width, figure.height)
    return Placed(A3, scale, sheets_of(whole, spots, _room(A3, margin, below), LEAST, NATURAL))


def boxes_of(figure: Figure) -> Sequence[tuple[str, Rect]]:
    """The boxes of a figure by what they are called, with their places."""
    return [(spot.name, _rect(spot)) for spot in figure.spots if spot.name]


def _rect(spot: Spot) -> Rect:
    return Rect(spot.x, spot.y, spot.width, spot.height)


def _room(paper: tuple[float, float], margin: float, taken: float) -> tuple[float, float]:
    high, wide = paper
    inside = high - 2 * margin
    return wide - 2 * margin, max(inside - taken, inside / 3)


def _scale(figure: Figure, room: tuple[float, float]) -> float:
    return min(room[0] / max(figure.width, 1.0), room[1] / max(figure.height, 1.0), NATURAL)
