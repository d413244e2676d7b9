"""The lengths that several parts of a picture share, in px."""

from __future__ import annotations

from dataclasses import dataclass

MARGIN = 28.0
"""What is left free around the whole picture."""

COLUMN_HEADING = 46.0
"""From the top of a column to its first box."""

COLUMN_PADDING, COLUMN_FOOT = 14.0, 16.0
"""What a column reaches out beside its boxes, and below the lowest of them."""

DOCK_GUTTER = 26.0
"""How much wider each dock at an arrow makes its gutter."""

HEAD_STEM, TAIL_STEM = 24.0, 20.0
"""How far from a box the stem of the first dock at an arrow's head stands, and at its tail."""


@dataclass(frozen=True, slots=True)
class Spacing:
    """How wide gutters are, and the gaps between the boxes and lines of a rank."""

    inside: float  # a gutter inside a column
    between: float  # a gutter between columns
    share: float  # of the tallest jump of an arrow in the gutter, by which it is widened
    most: float  # that it is widened by so
    boxes: float  # from box to box
    lines: float  # from a line to a line or a box
    word: float = 22.0  # more where a link word stands


WIDE = Spacing(46, 64, 0.08, 44, 18, 10)
NARROW = Spacing(38, 54, 0.06, 30, 14, 8)
