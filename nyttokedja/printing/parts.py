"""The parts of a picture that has several sheets → what stands on each, as the templates read it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from nyttokedja.drawing.svg.geometry import Rect
from nyttokedja.language.texts import Texts
from nyttokedja.printing.sheets import Sheets

WORDS = ("page", "sheet", "left", "right", "up", "down")
"""What sheets say besides: the texts of ``printing/pages`` that the templates fill."""

_NAMED = 40
"""So many boxes at most are named where a part of a picture is described."""


def parts_of(sheets: Sheets, boxes: Sequence[tuple[str, Rect]], said: Texts) -> Iterator[Mapping[str, Any]]:
    """Each part: its heading, what it shows, where it lies, and on which parts it goes on.

    Args:
        sheets: the parts.
        boxes: the titles of the boxes of the picture, with their places.
        said: the texts in which it is told.
    """
    for n, part in enumerate(sheets.parts, 1):
        heading = said.say("printing/pages", "part", n=n, of=len(sheets.parts))
        inside = [title for title, place in boxes if part.has(place)]
        alt = "alt" if inside else "alt_bare"
        yield {
            "heading": heading,
            "alt": said.say("printing/pages", alt, part=heading, titles=tuple(inside[:_NAMED])),
            "x": part.view.x,
            "y": part.view.y,
            "width": part.view.width,
            "height": part.view.height,
            **sheets.neighbours(part),
        }
