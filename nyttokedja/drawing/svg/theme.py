"""The colours, as one frozen table: what a picture looks like and nothing else.

Each kind of box has a fill, and a line that is also the colour of its type word and pictogram.
The colours support; outline, pictogram and word say the type without them. A test holds text on
its fill to 4.5:1 and an outline on page and column to 3:1.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paint:
    """The colours of one kind of box."""

    fill: str
    line: str


@dataclass(frozen=True, slots=True)
class Theme:
    """All the colours of a picture, as ``#RRGGBB``."""

    page: str
    column: str
    rule: str
    ink: str
    soft: str
    arrow: str
    missing: str
    kinds: Mapping[str, Paint]
    pale: str  # the fill of what is as it was, in the picture of a change
    statuses: Mapping[str, str]  # the line of what has become of something


_BAND = Paint("#FFFFFF", "#46515E")
_PLAN = {"precondition": _BAND, "cost": _BAND, "note": _BAND}

LIGHT = Theme(
    page="#FFFFFF",
    column="#F3F5F8",
    rule="#C3CAD3",
    ink="#15191E",
    soft="#3A434E",
    arrow="#46515E",
    missing="#B00020",
    kinds={
        "change": Paint("#C9DBFC", "#252E7A"),
        "behaviour": Paint("#F6E9A6", "#845000"),
        "effect": Paint("#FBF5D0", "#845000"),
        "benefit": Paint("#D4F6DB", "#2C6237"),
        "drawback": Paint("#DFD1C7", "#3C2521"),
        "goal": Paint("#E8DAF3", "#8524BE"),
        "obstacle": Paint("#F7CCAE", "#741800"),
        "risk": Paint("#F9D6DF", "#6B2453"),
        "opportunity": Paint("#EAF8FE", "#0F6F95"),
        **_PLAN,
    },
    pale="#F8F9FA",
    statuses={
        "kept": "#6F7883",
        "touched": "#3A434E",
        "changed": "#1D4FA8",
        "removed": "#A8200D",
        "added": "#1A6237",
    },
)
