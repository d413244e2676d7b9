"""The colours of pictures, in one table.

Each kind of box has a fill, and a line that is also the colour of its type word and pictogram. Outline,
pictogram and word show the type without colours too. Tests hold the contrast of text on its fill to at least
4.5:1, and that of outlines on page and column to at least 3:1.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BoxColours:
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
    kinds: Mapping[str, BoxColours]
    pale: str  # the fill of what is unchanged, in the picture of a change
    statuses: Mapping[str, str]  # status → the colour of its lines and signs


_BAND = BoxColours("#FFFFFF", "#46515E")
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
        "change": BoxColours("#C9DBFC", "#252E7A"),
        "behaviour": BoxColours("#F6E9A6", "#845000"),
        "effect": BoxColours("#FBF5D0", "#845000"),
        "benefit": BoxColours("#D4F6DB", "#2C6237"),
        "drawback": BoxColours("#DFD1C7", "#3C2521"),
        "goal": BoxColours("#E8DAF3", "#8524BE"),
        "obstacle": BoxColours("#F7CCAE", "#741800"),
        "risk": BoxColours("#F9D6DF", "#6B2453"),
        "opportunity": BoxColours("#EAF8FE", "#0F6F95"),
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
