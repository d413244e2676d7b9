"""The styles of boxes and arrows in DOT, in the colours of the pictures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from nyttokedja.drawing.svg.theme import LIGHT


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
}
"""Kind of box → shape, style, width in pt and peripheries; no two share all of them."""

STYLES: Mapping[str, DotStyle] = {
    kind: DotStyle(shape, style, LIGHT.kinds[kind].fill, LIGHT.kinds[kind].line, width, peripheries)
    for kind, (shape, style, width, peripheries) in _SHAPES.items()
}
"""Kind of box → its style."""

INK, SOFT, ARROW = LIGHT.ink, LIGHT.soft, LIGHT.arrow
LINK_STYLES: Mapping[str, str] = {"direct": "bold", "indirect": "dashed", "limited": "dotted"}
