"""Everything placed: what routes, joints and bands are drawn against. Lengths in px."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from nyttokedja.drawing.boxes.docks import Unit
from nyttokedja.drawing.boxes.shapes import right_edge
from nyttokedja.drawing.content.arrow_kinds import Flow
from nyttokedja.drawing.layout.channels import Across
from nyttokedja.drawing.layout.layers import Net
from nyttokedja.drawing.layout.placement import Placed
from nyttokedja.drawing.layout.ranks import Ranks
from nyttokedja.drawing.layout.spacing import COLUMN_PADDING, DOCK_GUTTER, HEAD_STEM, TAIL_STEM
from nyttokedja.drawing.layout.tracks import Lanes
from nyttokedja.drawing.svg.geometry import Rect
from nyttokedja.drawing.svg.theme import Theme

_END_DOWN, _ENDS_APART, _END_INSIDE = 16.0, 8.0, 5.0
"""How far below a box's middle the first right-angled line ends at most; how much lower the next one, and how
far from the box's edge the last.
"""


@dataclass(frozen=True, slots=True)
class Canvas:
    """The units of the columns with their places."""

    units: Mapping[str, Unit]
    ranks: Ranks
    net: Net
    flow: Flow
    placed: Placed
    lanes: Lanes
    across: Across

    def rect(self, id: str) -> Rect:
        """Where the box of a node stands."""
        box = self.units[id].box
        return Rect(self.across.left(self.ranks.of[id]), self.placed.tops[id], box.width, box.height)

    def exit(self, id: str, number: int) -> tuple[float, float]:
        """Where a right-angled line leaves the lower half of a box."""
        host = self.rect(id)
        dy = self._below_middle(host, number)
        return right_edge(self.units[id].box.kind, host, dy), host.middle + dy

    def entry(self, id: str, number: int) -> tuple[float, float]:
        """Where a right-angled line enters the lower half of a box; the upper where that is full.

        An arrow that has a dock at its head comes in first in the lower half, where others come in too.
        """
        host = self.rect(id)
        number += any(dock.end == "head" and dock.shared for dock in self.units[id].docks)
        dy = self._below_middle(host, number)
        if number > 1 and dy < self._below_middle(host, 0) + _ENDS_APART * number:
            dy = -self._below_middle(host, 0)
        return host.x, host.middle + dy

    def free(self, gutter: int) -> tuple[float, float]:
        """The part of a gutter, from x to x, that neither lanes nor the stems of docks use."""
        across, (tails, heads) = self.across, self.lanes.counts.get(gutter, (0, 0))
        left, right = across.edge(gutter), across.left(gutter + 1)
        if tails:
            left = across.tail_lane(gutter, tails - 1)
        elif across.tail_docks[gutter]:
            left += TAIL_STEM + DOCK_GUTTER * (across.tail_docks[gutter] - 1)
        if heads:
            right = across.head_lane(gutter + 1, heads - 1)
        elif across.head_docks[gutter + 1]:
            right -= HEAD_STEM + DOCK_GUTTER * (across.head_docks[gutter + 1] - 1)
        return left, right

    @staticmethod
    def _below_middle(host: Rect, number: int) -> float:
        first = min(host.height / 4, _END_DOWN)
        return min(first + _ENDS_APART * number, host.height / 2 - _END_INSIDE)


def background_at(canvas: Canvas, x: float, theme: Theme) -> str:
    """The colour of what is behind the boxes at ``x``: a column's, or the page's."""
    for column in canvas.ranks.columns:
        left = canvas.across.left(column.first) - COLUMN_PADDING
        if left <= x <= canvas.across.edge(column.last) + COLUMN_PADDING:
            return theme.column
    return theme.page
