"""The lengths that several parts of a picture share, in px."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import inf

MARGIN = 28.0
"""The margin around the whole picture."""

COLUMN_HEADING = 46.0
"""From the top of a column to its first box."""

COLUMN_PADDING, COLUMN_FOOT = 14.0, 16.0
"""How far a column extends beside its boxes, and below the lowest of them."""

DOCK_GUTTER = 26.0
"""By how much each dock at an arrow widens its gutter."""

HEAD_STEM, TAIL_STEM = 24.0, 20.0
"""The distance from a box to the stem of the first dock at the head of an arrow into it, and at the tail of
one.
"""


@dataclass(frozen=True, slots=True)
class Spacing:
    """The widths of gutters, the spaces between ranks, and the gaps between boxes and lines in a rank."""

    inside: float  # a gutter inside a column
    in_step: float  # a gutter between ranks of one step
    between: float  # a gutter between columns
    share: float  # of the fall of the steepest arrow in a gutter, by which it is widened
    most: float  # by which it is widened for that
    boxes: float  # from box to box
    lines: float  # from a line to a line or a box
    bends: float = inf  # a gutter leaves at most this much to bends beside words
    both_words: bool = True  # whether words behind tails and words before heads each have their room

    @property
    def with_roomy_bends(self) -> Spacing:
        """The same with more left to bends."""
        return replace(self, bends=max(self.bends, _ROOMY))


_ROOMY = 36.0

WIDE = Spacing(46, 40, 64, 0.08, 44, 18, 10)
NARROW = Spacing(27, 25, 36, 0.06, 17, 10, 7, 26, both_words=False)
