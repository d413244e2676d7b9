"""How each kind of box and arrow looks in a DOT file; the shapes say it without the colours."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Look(NamedTuple):
    """A box's shape, its style, its fill, and its line, which is also the colour of its type word."""

    shape: str
    style: str
    fill: str
    line: str
    width: float
    peripheries: int = 1


LOOKS: Mapping[str, Look] = {
    "change": Look("cds", "filled", "#C9DBFC", "#252E7A", 1.8),
    "behaviour": Look("box", "filled,rounded", "#F6E9A6", "#845000", 1.6),
    "effect": Look("box", "filled", "#FBF5D0", "#845000", 1.2),
    "benefit": Look("box", "filled,rounded", "#D4F6DB", "#2C6237", 2.6),
    "drawback": Look("box3d", "filled", "#DFD1C7", "#3C2521", 1.6),
    "goal": Look("box", "filled", "#E8DAF3", "#8524BE", 1.8, 2),
    "obstacle": Look("octagon", "filled", "#F7CCAE", "#741800", 1.8),
    "risk": Look("box", "filled,diagonals,dashed", "#F9D6DF", "#6B2453", 1.6),
    "opportunity": Look("box", "filled,rounded,dotted", "#EAF8FE", "#0F6F95", 1.8),
    "precondition": Look("component", "filled", "#FFFFFF", "#46515E", 1.1),
    "cost": Look("tab", "filled", "#FFFFFF", "#46515E", 1.1),
    "note": Look("note", "filled", "#FFFFFF", "#46515E", 1.1),
}
"""Kind of box → its look; no two share shape, style, width and peripheries."""

INK, SOFT, ARROW = "#15191E", "#3A434E", "#46515E"
LINK_STYLES: Mapping[str, str] = {"direct": "bold", "indirect": "dashed", "limited": "dotted"}
