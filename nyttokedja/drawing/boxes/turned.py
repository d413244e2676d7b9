"""Units for a picture that is read downwards: width and height change places, and docks are beside their box.

They are laid out so, as if the picture were read to the right, and turned when they are drawn. What is
written in a box is not turned: `as_drawn` gives the box for that. Lengths in px.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nyttokedja.drawing.boxes.box import TypesetBox
from nyttokedja.drawing.boxes.docks import SIDE_FREE, Unit, unit_of
from nyttokedja.drawing.boxes.shapes import POINT


def turned(unit: Unit) -> Unit:
    """The unit as it is laid out."""
    docks = (replace(dock, box=as_drawn(dock.box)) for dock in unit.docks)
    return replace(unit_of(_turned_box(unit.box), docks), turned=True)


def as_drawn(box: TypesetBox) -> TypesetBox:
    """The box with width and height changed."""
    return replace(box, width=box.height, height=box.width)


def _turned_box(box: TypesetBox) -> TypesetBox:
    """A change has its point below its text."""
    pointed = replace(box, height=box.height + POINT) if box.kind == "change" else box
    return as_drawn(pointed)


def length(unit: Unit) -> float:
    """How long the unit is downwards, with its docks."""
    return max([unit.box.width, *(inset(unit) + dock.box.width for dock in unit.docks)])


def inset(unit: Unit) -> float:
    """How far below the upper edge of its box the docks of a unit begin."""
    stems: Sequence[float] = unit.stem_insets
    return max(stems) + SIDE_FREE if stems else 0.0
