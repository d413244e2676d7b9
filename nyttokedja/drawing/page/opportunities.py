"""The band of opportunities: rows of cards with their docks below the columns. Lengths in px.

No line runs from them through the chain: a box that an opportunity may lead to, or follow from, has its
number, and the card says which boxes those are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from nyttokedja.drawing.boxes.docks import Unit
from nyttokedja.drawing.layout.spacing import MARGIN
from nyttokedja.drawing.page.bands import BELOW, CARD_DOWN, GAP, LABEL
from nyttokedja.drawing.svg.geometry import Rect

HAIRLINE = 22.0
"""From the columns to the hairline of the first band."""


@dataclass(frozen=True, slots=True)
class PlacedOpportunities:
    """The band in its place: its cards by node id, the y of its hairline, and the top of what follows."""

    rects: Mapping[str, Rect]
    hairline: float
    foot: float
    single_row: bool


def place_opportunities(units: Mapping[str, Unit], top: float, right: float) -> PlacedOpportunities:
    """The units of the band placed below columns that end at ``top``, in the order of the file."""
    hairline = top + HAIRLINE
    width = next(iter(units.values())).box.width
    most = max(1, int((right - MARGIN - LABEL + GAP) // (width + GAP)))
    ids, y = list(units), hairline + CARD_DOWN
    rects: dict[str, Rect] = {}
    for at in range(0, len(ids), most):
        row = ids[at : at + most]
        for number, id in enumerate(row):
            left = MARGIN + LABEL + number * (width + GAP)
            rects[id] = Rect(left, y, width, units[id].box.height)
        y += max(units[id].height for id in row) + GAP
    return PlacedOpportunities(rects, hairline, y - GAP + BELOW, len(ids) <= most)


def card_order(rects: Mapping[str, Rect]) -> Iterator[str]:
    """The ids of the cards in reading order."""
    return iter(sorted(rects, key=lambda one: (rects[one].y, rects[one].x)))
