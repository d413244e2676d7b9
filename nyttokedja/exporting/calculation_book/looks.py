"""How cells look, by the names that cells have for it, and how many lines their texts take."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import wrap
from typing import Any

from nyttokedja.exporting.calculation_book.plan import Cell

_BLUE, _PALE, _YELLOW, _GREY, _RED = "#DCE6F1", "#F2F2F2", "#FFF8DC", "#666666", "#B00020"
_MONEY, _HOURS, _SHARE, _ANY = "#,##0", "#,##0", "0.0%", "[>=10000]#,##0;General"
_INPUT = {"bg_color": _YELLOW, "border": 1, "border_color": "#CCCCCC"}
_LINED = {"border": 1, "border_color": "#DDDDDD"}
_WRAPPED = {"text_wrap": True}
_HEAD = {"bold": True, "bg_color": _BLUE, "border": 1, "border_color": "#BBBBBB", **_WRAPPED}

LOOKS: Mapping[str, Mapping[str, Any]] = {
    "title": {"bold": True, "font_size": 14},
    "section": {"bold": True, "font_size": 12},
    "head": _HEAD,
    "head_number": {**_HEAD, "align": "right"},
    "head_year": {**_HEAD, "num_format": "0", "align": "right"},
    "block": {"bold": True, "font_size": 12, "bg_color": _BLUE, **_WRAPPED},
    "block_about": {"bg_color": _BLUE, **_WRAPPED},
    "text": {**_LINED, **_WRAPPED},
    "wrapped": _WRAPPED,
    "label": {**_LINED, **_WRAPPED},
    "name": {**_LINED, "font_color": _GREY, "shrink": True},
    "note": {"italic": True, "font_color": _GREY, **_WRAPPED},
    "formula": {**_LINED, "italic": True, "font_color": _GREY, **_WRAPPED},
    "fault": {**_LINED, "font_color": _RED, **_WRAPPED},
    "fixed": _LINED,
    "fixed_year": {**_LINED, "num_format": "0", "align": "right"},
    "year": {**_LINED, "num_format": "0", "align": "right"},
    "helper": {**_LINED, "num_format": "0", "align": "right", "font_color": _GREY},
    "free": {"border": 1, "border_color": "#999999", "num_format": _ANY},
    "input": {**_INPUT, **_WRAPPED, "num_format": "@", "indent": 1},
    "input_number": {**_INPUT, "num_format": _ANY},
    "input_share": {**_INPUT, "num_format": "General"},
    "input_rate": {**_INPUT, "num_format": "0.0%"},
    "input_year": {**_INPUT, "num_format": "0"},
    "default": {**_INPUT, "num_format": _ANY, "font_color": "#999999"},
    "linked": {**_LINED, "num_format": _ANY, "font_color": _GREY},
    "number": {**_LINED, "num_format": _ANY},
    "money": {**_LINED, "num_format": _MONEY},
    "money_bold": {**_LINED, "num_format": _MONEY, "bold": True},
    "hours": {**_LINED, "num_format": _HOURS},
    "ratio": {**_LINED, "num_format": "0.00", "align": "right"},
    "share": {**_LINED, "num_format": _SHARE, "align": "right"},
    "discount": {**_LINED, "num_format": "0.000000"},
}
"""Name of a look → how it is written, without what all have in common."""


def lines(cell: Cell, width: int) -> int:
    """How many lines a cell's text takes at most, in a width in characters, words kept whole."""
    if not isinstance(cell.value, str) or not LOOKS[cell.look].get("text_wrap"):
        return 1
    larger = int(LOOKS[cell.look].get("font_size", 11))
    room = max(1, width * 11 // larger)
    return sum(max(1, len(wrap(line, room))) for line in cell.value.split("\n"))
