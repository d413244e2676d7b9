"""A Word file → the sheet that its documents are on: its size, margins, head and foot."""

from __future__ import annotations

from typing import Any

from nyttokedja.documents.writing.paper import A4
from nyttokedja.documents.writing.word.body import Sheet
from nyttokedja.documents.writing.word.markup import TWIPS
from nyttokedja.documents.writing.word.xml import W, told

_LEAST = 200.0
"""No sheet is narrower between its margins, whatever a template says, in pt."""


def sheet_of(file: Any) -> Sheet:
    """The sheet of a file's last section; head and foot are those that it has of earlier ones, too."""
    sections = list(file.element.body.iter(f"{W}sectPr"))
    if not sections:
        return Sheet(A4, "", A4[0] - 144.0, A4[1] - 144.0)
    shared: dict[tuple[str, str], str] = {}
    for section in sections:
        for one in section:
            if one.tag in (f"{W}headerReference", f"{W}footerReference"):
                shared[one.tag, one.get(f"{W}type", "default")] = told(one)
    last = sections[-1]
    size, margins = last.find(f"{W}pgSz"), last.find(f"{W}pgMar")
    wide, high = A4
    if size is not None:
        wide, high = sorted((_number(size, "w", wide), _number(size, "h", high)))
    sides, ends = _edges(margins, "left", "right"), _edges(margins, "top", "bottom")
    rest = "".join(
        told(one)
        for one in last
        if one.tag.removeprefix(W) in ("pgBorders", "pgNumType", "cols", "titlePg", "docGrid")
    )
    said = told(margins) if margins is not None else ""
    room, tall = max(wide - sides, _LEAST), max(high - ends, _LEAST)
    return Sheet((wide, high), said, room, tall, "".join(shared.values()), rest)


def _edges(margins: Any, *sides: str) -> float:
    """What two margins take together; that above or below is negative where it holds against any head."""
    return sum(abs(_number(margins, side, 72.0)) for side in sides) if margins is not None else 144.0


def _number(element: Any, name: str, otherwise: float) -> float:
    try:
        return float(element.get(f"{W}{name}", "")) / TWIPS
    except ValueError:
        return otherwise
