"""Lines that go on in the next row of ranks: how each turns, without crossing the others that do.

At the end of a row a line runs down a track right of it, back along a channel in the corridor between the
rows, down a track left of the next row, and on. Gutter g is the space between ranks g and g + 1, which is a
turn where g ends a row. Lengths in px, y downwards.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from nyttokedja.drawing.content.arrow_kinds import style_of
from nyttokedja.drawing.content.overlay import Overlay, Status
from nyttokedja.drawing.layout.layers import LayeredGraph
from nyttokedja.drawing.layout.ranks import Ranks
from nyttokedja.drawing.layout.spacing import COLUMN_FOOT, COLUMN_HEADING
from nyttokedja.model.graph import Arrow

CHANNELS_APART, _FIRST, _LAST = 10.0, 12.0, 14.0
"""From channel to channel in a corridor; from the columns above to the first, from the last to the next."""

_BACK = 18.0
"""What each arrow that leads back in a row may need below its boxes."""

Line = tuple[str, str, Status | None]
"""A line before it turns: the cell that it comes from, its style and its status."""

Edge = tuple[str, str]
"""The names of the cells before and after a turn."""


@dataclass(frozen=True, slots=True)
class Turn:
    """The numbers of the tracks of a line, from the boxes outwards, and of its channel, from above."""

    gutter: int
    out: int
    channel: int
    into: int
    leads: bool  # the first of those that share the line, which is drawn from where it begins


@dataclass(frozen=True, slots=True)
class Turning:
    """All turns by their edges, and how many channels each corridor has, by the gutter that it joins."""

    turns: Mapping[Edge, Turn]
    lines: Mapping[int, int]  # without those of backward arrows
    channels: Mapping[int, int]
    reserves: Mapping[int, float]  # below the boxes of the row that the gutter ends

    def corridor(self, gutter: int) -> float:
        """The height of what is between the columns of two rows."""
        return _FIRST + CHANNELS_APART * max(0, self.channels.get(gutter, 0) - 1) + _LAST

    def gap(self, gutter: int) -> float:
        """From the lowest box of a row to the highest of the next."""
        return COLUMN_FOOT + self.reserves.get(gutter, 0.0) + self.corridor(gutter) + COLUMN_HEADING

    def channel_up(self, gutter: int, channel: int) -> float:
        """How far above the highest box of the next row a channel runs."""
        return COLUMN_HEADING + _LAST + CHANNELS_APART * (self.channels[gutter] - 1 - channel)


NO_TURNS = Turning({}, {}, {}, {})
"""Those of a picture in one row."""


def turning_of(
    layered: LayeredGraph,
    ranks: Ranks,
    forward: Sequence[Arrow],
    backward: Sequence[Arrow],
    overlay: Overlay | None,
    y: Callable[[str], float],
) -> Turning:
    """The turns of all lines; ``y`` gives the place of a cell in its row, for the order of the lines."""
    turns: dict[Edge, Turn] = {}
    counts, channels, reserves = dict[int, int](), dict[int, int](), dict[int, float]()
    for _, gutter in ranks.rows[:-1]:
        lines = _lines(layered, gutter, forward, overlay)
        order = sorted(lines, key=lambda line: (y(line[0]), line[1:]))
        for number, line in enumerate(order):
            outer = len(order) - 1 - number
            for place, edge in enumerate(sorted(lines[line], key=lambda one: y(one[1]), reverse=True)):
                turns[edge] = Turn(gutter, outer, outer, number, leads=place == 0)
        counts[gutter] = len(lines)
        channels[gutter] = len(lines) + len(over(gutter, ranks, backward))
        row = ranks.row_of(gutter)
        inside = {arrow.target.id for arrow in backward if _rows(arrow, ranks) == (row, row)}
        reserves[gutter] = _BACK * len(inside)
    return Turning(turns, counts, channels, reserves)


def over(gutter: int, ranks: Ranks, backward: Sequence[Arrow]) -> list[Arrow]:
    """The arrows that lead back and have a channel of their own in a corridor: where they leave a row or come
    to one.
    """
    row = ranks.row_of(gutter)
    back = (arrow for arrow in backward if _rows(arrow, ranks)[0] > _rows(arrow, ranks)[1])
    return [one for one in back if row in (_rows(one, ranks)[0] - 1, _rows(one, ranks)[1])]


def along_edge(ranks: Ranks, backward: Sequence[Arrow]) -> list[Arrow]:
    """The arrows that pass rows along the left edge of the picture."""
    return [arrow for arrow in backward if _rows(arrow, ranks)[0] - _rows(arrow, ranks)[1] > 1]


def _rows(arrow: Arrow, ranks: Ranks) -> tuple[int, int]:
    """The rows of the tail and of the head."""
    tail, head = arrow.ends
    return ranks.row_of(ranks.of[tail]), ranks.row_of(ranks.of[head])


def _lines(
    layered: LayeredGraph, gutter: int, forward: Sequence[Arrow], overlay: Overlay | None
) -> dict[Line, list[Edge]]:
    """The lines that turn at this gutter, and the edges of each."""
    lines: dict[Line, dict[Edge, None]] = {}
    for arrow in forward:
        for edge in pairwise(layered.paths[arrow.ends]):
            if layered.cells[edge[0]].rank == gutter:
                status = overlay.status(arrow.ends) if overlay else None
                lines.setdefault((edge[0], style_of(arrow), status), {})[edge] = None
    return {line: list(edges) for line, edges in lines.items()}
