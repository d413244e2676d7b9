"""The styles of boxes and arrows in DOT, in the colours of the pictures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from nyttokedja.drawing.svg.theme import LIGHT, Theme


class DotStyle(NamedTuple):
    """A box's shape, its style, its fill, and its line, which is also the colour of its type word."""

    shape: str
    style: str
    fill: str
    line: str
    width: float
    peripheries: int = 1


_SHAPES: Mapping[str, tuple[str, str, float, int]] = {
    "change": ("cds", "filled", 1.8, 1),
    "behaviour": ("box", "filled,rounded", 1.6, 1),
    "effect": ("box", "filled", 1.2, 1),
    "benefit": ("box", "filled,rounded", 2.6, 1),
    "drawback": ("box3d", "filled", 1.6, 1),
    "goal": ("box", "filled", 1.8, 2),
    "obstacle": ("octagon", "filled", 1.8, 1),
    "risk": ("box", "filled,diagonals,dashed", 1.6, 1),
    "opportunity": ("box", "filled,rounded,dotted", 1.8, 1),
    "precondition": ("component", "filled", 1.1, 1),
    "cost": ("tab", "filled", 1.1, 1),
    "note": ("note", "filled", 1.1, 1),
    "elsewhere": ("folder", "filled,dashed", 1.1, 1),
}
"""Kind of box → shape, style, width in pt and peripheries; no two share all of them."""


def styles_in(theme: Theme) -> Mapping[str, DotStyle]:
    """Kind of box → its style in the colours of a theme."""
    return {
        kind: DotStyle(shape, style, theme.kinds[kind].fill, theme.kinds[kind].line, width, peripheries)
        for kind, (shape, style, width, peripheries) in _SHAPES.items()
    }


STYLES = styles_in(LIGHT)
"""The styles where nobody chooses a theme, by which our own drawings are known again."""

LINK_STYLES: Mapping[str, str] = {"direct": "bold", "indirect": "dashed", "limited": "dotted"}
