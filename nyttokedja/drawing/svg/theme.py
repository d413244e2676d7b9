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
_PLAN = {"precondition": _BAND, "cost": _BAND, "note": _BAND, "elsewhere": _BAND}

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

_DARK_BAND = BoxColours("#12161B", "#A9B4C0")
DARK = Theme(
    page="#12161B",
    column="#1B2129",
    rule="#465160",
    ink="#F2F5F8",
    soft="#C9D1DA",
    arrow="#A9B4C0",
    missing="#FF9B9B",
    kinds={
        "change": BoxColours("#1C3373", "#78ABFF"),
        "behaviour": BoxColours("#554604", "#DCD23A"),
        "effect": BoxColours("#403603", "#DCD23A"),
        "benefit": BoxColours("#134A31", "#B4F2AE"),
        "drawback": BoxColours("#2C1D1A", "#CFA58A"),
        "goal": BoxColours("#2A144C", "#BF9CDA"),
        "obstacle": BoxColours("#3B1A08", "#FA8C52"),
        "risk": BoxColours("#5E2351", "#F59DB8"),
        "opportunity": BoxColours("#002B38", "#8FE9FC"),
        **dict.fromkeys(_PLAN, _DARK_BAND),
    },
    pale="#161B21",
    statuses={
        "kept": "#8A94A0",
        "touched": "#C9D1DA",
        "changed": "#A3C4FF",
        "removed": "#FFA8A0",
        "added": "#93E3AC",
    },
)

_WHITE, _GREY, _BLACK = "#FFFFFF", "#E4E4E4", "#000000"
_HAMPERING = ("drawback", "obstacle", "risk")

PRINT = Theme(
    page=_WHITE,
    column="#F2F2F2",
    rule="#8C8C8C",
    ink=_BLACK,
    soft="#262626",
    arrow=_BLACK,
    missing=_BLACK,
    kinds={kind: BoxColours(_GREY if kind in _HAMPERING else _WHITE, _BLACK) for kind in LIGHT.kinds},
    pale=_WHITE,
    statuses={
        "kept": "#6E6E6E",
        "touched": "#262626",
        "changed": _BLACK,
        "removed": _BLACK,
        "added": _BLACK,
    },
)

HIGH_CONTRAST = Theme(
    page=_WHITE,
    column=_WHITE,
    rule=_BLACK,
    ink=_BLACK,
    soft=_BLACK,
    arrow=_BLACK,
    missing="#8A0018",
    kinds={
        "change": BoxColours(_WHITE, "#14206B"),
        "behaviour": BoxColours(_WHITE, "#5A3600"),
        "effect": BoxColours(_WHITE, "#5A3600"),
        "benefit": BoxColours(_WHITE, "#0E4A1E"),
        "drawback": BoxColours(_WHITE, "#3C2521"),
        "goal": BoxColours(_WHITE, "#5A0E8A"),
        "obstacle": BoxColours(_WHITE, "#641400"),
        "risk": BoxColours(_WHITE, "#5A1A45"),
        "opportunity": BoxColours(_WHITE, "#07445E"),
        **dict.fromkeys(_PLAN, BoxColours(_WHITE, _BLACK)),
    },
    pale=_WHITE,
    statuses={
        "kept": "#4A4A4A",
        "touched": _BLACK,
        "changed": "#0B2F7A",
        "removed": "#8A0018",
        "added": "#0A4A22",
    },
)

THEMES: Mapping[str, Theme] = {
    "light": LIGHT,
    "dark": DARK,
    "print": PRINT,
    "high-contrast": HIGH_CONTRAST,
}
"""Name → theme. *print* is black on white and greys, for a printer without colours; *high-contrast* has at
least 7:1 for all text.
"""
