"""A draft and the engine's answer → what is in the columns, in its place, as high as it may be.

How wide and high a picture becomes is told before it is laid out, but not exactly: `true_height` says how
high its columns may be by what it has come to be. Lengths in px.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from nyttokedja.drawing.boxes.turned import length
from nyttokedja.drawing.content.details import Subject
from nyttokedja.drawing.layout.balance import balanced
from nyttokedja.drawing.layout.canvas import Canvas
from nyttokedja.drawing.layout.channels import jumps_of, rank_edges
from nyttokedja.drawing.layout.engine_input import Answer
from nyttokedja.drawing.layout.estimate import A3, SMALLEST, Around, Estimate
from nyttokedja.drawing.layout.isolated import in_file_order
from nyttokedja.drawing.layout.layers import LayeredGraph
from nyttokedja.drawing.layout.own_entries import with_own_entries
from nyttokedja.drawing.layout.placement import VerticalPlacement, place
from nyttokedja.drawing.layout.rows import by_row, stacked
from nyttokedja.drawing.layout.spacing import COLUMN_FOOT, COLUMN_HEADING, MARGIN
from nyttokedja.drawing.layout.squeeze import squeezed
from nyttokedja.drawing.layout.tracks import tracks_of
from nyttokedja.drawing.layout.trials import ENOUGH, Draft
from nyttokedja.drawing.layout.turns import Turning, turning_of
from nyttokedja.drawing.layout.word_room import word_room
from nyttokedja.drawing.page.change_marks import DISC_ROOM
from nyttokedja.drawing.routing.arrow_labels import word_lengths
from nyttokedja.drawing.svg.orientation import DOWN

_Key = TypeVar("_Key")

_READABLE_WIDE = A3[0] * SMALLEST / ENOUGH
"""The width up to which all is readable in print, so that there is room for bends by which more words find a
place.
"""

_NEAR = 1.01
"""By how much a picture is too high where it is laid out again."""


def canvas_of(draft: Draft, answer: Answer, most: float, subject: Subject) -> Canvas:
    """What is in the columns, which are to be at most so high if they can."""
    units, ranks, layered, arrow_groups = draft.units, draft.ranks, draft.layered, draft.arrow_groups
    gaps, heights = draft.spacing, draft.rank_heights

    def turning(y: Answer) -> Turning:
        groups = arrow_groups.forward, arrow_groups.backward
        return turning_of(layered, ranks, *groups, subject.overlay, y.__getitem__)

    spare = max(0.0, most - _least(draft, turning(answer))) / max(1, len(ranks.all_rows))

    def row(part: LayeredGraph, ys: Answer) -> Answer:
        ys = in_file_order(part, balanced(part, ys), gaps.boxes, gaps.lines)
        tall = max(heights[cell.rank] for cell in part.cells.values())
        return squeezed(part, ys, tall + spare, gaps.boxes, gaps.lines)

    answer = by_row(layered, ranks, answer, row) if units else answer
    turns = turning(answer)
    placed = place(layered, units, ranks, stacked(layered, ranks, answer, turns), arrow_groups, 0.0)
    low = {arrow.target.id for arrow in arrow_groups.backward}
    placed = with_own_entries(placed, layered, units, arrow_groups.forward, low)
    tracks = tracks_of(
        arrow_groups.backward, ranks, lambda one: placed.tops[one] + units[one].box.middle, turns.lines
    )
    jumps = jumps_of(layered, placed, arrow_groups.forward)
    disc = DISC_ROOM if subject.overlay else 0.0
    lengths = word_lengths(subject.words, downwards=draft.direction == DOWN)
    room = word_room(layered, placed, arrow_groups.forward, lengths, disc)
    widths = _widths(draft)
    xs = rank_edges(units, arrow_groups, ranks, tracks, gaps.with_roomy_bends, widths, jumps, room)
    if xs.right + MARGIN > _READABLE_WIDE:
        xs = rank_edges(units, arrow_groups, ranks, tracks, gaps, widths, jumps, room)
    return Canvas(units, ranks, layered, arrow_groups, placed, tracks, xs, room, turns)


def _widths(draft: Draft) -> list[float]:
    """The width of each rank: that of all boxes, or, downwards, that of its longest unit."""
    if draft.direction != DOWN:
        return [draft.width] * draft.ranks.count
    widths = [0.0] * draft.ranks.count
    for id, unit in draft.units.items():
        widths[draft.ranks.of[id]] = max(widths[draft.ranks.of[id]], length(unit))
    return widths


def lowered(placed: VerticalPlacement, by: float) -> VerticalPlacement:
    """The placement, so much further down."""

    def lower(ys: Mapping[_Key, float]) -> dict[_Key, float]:
        return {key: y + by for key, y in ys.items()}

    return VerticalPlacement(
        lower(placed.tops),
        lower(placed.lines),
        lower(placed.leaves),
        lower(placed.enters),
        placed.foot + by,
        tuple((top + by, foot + by) for top, foot in placed.rows),
    )


def _least(draft: Draft, turning: Turning) -> float:
    """The height of the columns where nothing is apart for the sake of lines."""
    heights, ranks = draft.rank_heights, draft.ranks
    least = sum(max(heights[first : last + 1], default=0.0) for first, last in ranks.all_rows)
    return least + sum(turning.gap(last) for _, last in ranks.rows[:-1])


def told_height(draft: Draft, subject: Subject, around: Around) -> float:
    """The height that the columns may have, by what is told of the picture: so that all is readable in print,
    or, in a wide picture, as high as its width allows.
    """
    if not draft.units:
        return 0.0
    width = Estimate(draft, around, word_lengths(subject.words)).width(draft.ranks.all_rows)
    return _whole(width) - around(width) - COLUMN_HEADING - COLUMN_FOOT


def true_height(draft: Draft, canvas: Canvas, most: float, width: float, height: float) -> float | None:
    """The height that the columns may have by the size that the picture has come to have; None where it
    prints no larger for being laid out again.
    """
    rows = canvas.placed.rows
    if not rows or draft.direction == DOWN or height <= _whole(width) * _NEAR:
        return None
    used = rows[-1][1] - rows[0][0]
    true = max(_whole(width) - (height - used), _least(draft, canvas.turning))
    return true if true < min(most, used) - (_NEAR - 1) * height else None


def _whole(width: float) -> float:
    """The height that a picture of this width may have."""
    return max(A3[1] * SMALLEST / ENOUGH, width * A3[1] / A3[0])
