"""A draft and the engine's answer → the picture with everything in its place. Lengths in px."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import TypeVar

from nyttokedja.drawing.boxes.box import CARD, TypesetBox, typeset_card
from nyttokedja.drawing.boxes.docks import Unit
from nyttokedja.drawing.boxes.turned import inset as turned_inset
from nyttokedja.drawing.boxes.turned import length
from nyttokedja.drawing.content.details import Subject
from nyttokedja.drawing.layout.balance import balanced
from nyttokedja.drawing.layout.canvas import Canvas
from nyttokedja.drawing.layout.channels import jumps_of, rank_edges
from nyttokedja.drawing.layout.engine_input import Answer
from nyttokedja.drawing.layout.estimate import A3, SMALLEST, Around, Estimate, small_print
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
from nyttokedja.drawing.page.bands import (
    BETWEEN,
    Band,
    PlacedBand,
    bands_of,
    draw_none,
    foot_of,
    rows_of,
    side_by_side,
)
from nyttokedja.drawing.page.change_marks import DISC_ROOM
from nyttokedja.drawing.page.heading import draw_heading, title_block_of
from nyttokedja.drawing.page.legend import draw_legend
from nyttokedja.drawing.page.opportunities import HAIRLINE, PlacedOpportunities, place_opportunities
from nyttokedja.drawing.routing.arrow_labels import word_lengths
from nyttokedja.drawing.routing.backward import backward_routes
from nyttokedja.drawing.routing.forward import forward_routes
from nyttokedja.drawing.routing.pen import Route
from nyttokedja.drawing.svg.elements import Element, text_line
from nyttokedja.drawing.svg.geometry import Rect
from nyttokedja.drawing.svg.orientation import DOWN, LEFT, RIGHT, TO_THE_RIGHT, Orientation
from nyttokedja.drawing.svg.theme import LIGHT, Theme
from nyttokedja.model.chain import NodeType

_Key = TypeVar("_Key")

LEAST_WIDTH, BARE_WIDTH = 720.0, 1040.0
"""The least width of a picture, and the width of one without boxes in its columns."""

_HEADING_WIDE = 124.0
"""The width of the headings of columns that are below each other."""

_SMALL_PRINT, _SMALL_UP, _NOTE = 16.0, 2.0, 12.0
"""The height of the line that says how small a picture prints, how far its baseline is above the foot of the
legend, and the size of its type.
"""

_LEGEND = 84.0
"""About the height of a legend."""


@dataclass(frozen=True, slots=True)
class LaidOutPicture:
    """All that is drawn, in its place.

    ``heading`` and ``legend`` are elements already, since drawing them gives their size. What was looked for
    and not found is in front of the legend. See `page.places` for the places of boxes and arrows.
    """

    subject: Subject
    theme: Theme
    draft: Draft
    canvas: Canvas
    width: float
    height: float
    heading: tuple[Element, ...]
    top: float  # of the columns
    foot: float  # of the columns
    routes: tuple[Route, ...]
    opportunities: PlacedOpportunities | None
    bands: tuple[PlacedBand, ...]
    hairlines: tuple[float, ...]
    legend: tuple[Element, ...]
    orientation: Orientation = TO_THE_RIGHT
    across: tuple[float, float] | None = None  # (top, foot) of the columns before they are turned downwards

    @property
    def span(self) -> tuple[float, float]:
        """(top, foot) of the columns as they are laid out."""
        return self.across or (self.top, self.foot)

    @property
    def right(self) -> float:
        """The right end of bands and hairlines."""
        return self.width - MARGIN


def around_of(subject: Subject, theme: Theme = LIGHT) -> Around:
    """What tells how much height a picture takes above and below its columns, by its width."""
    block = title_block_of(subject)
    cards = tuple(typeset_card(one, subject, CARD) for one in subject.chain.of(NodeType.OPPORTUNITY))
    bands = [*([Band("opportunities", cards)] if cards else []), *bands_of(subject)]

    @cache
    def around(width: float) -> float:
        _, top = draw_heading(block, width, subject.words.language, theme)
        _, _, foot = rows_of(bands, width - MARGIN, HAIRLINE)
        return top + foot + _LEGEND

    return lambda width: around(round(max(LEAST_WIDTH, width), -2))


def lay_out_picture(
    subject: Subject, draft: Draft, answer: Answer, theme: Theme, direction: str = RIGHT
) -> LaidOutPicture:
    """The picture of one draft, read in a ``direction``; ``answer`` has the y of its cells."""
    most = _most(draft, around_of(subject), word_lengths(subject.words)) if draft.units else 0.0
    canvas = _canvas(draft, answer, most, subject)
    if draft.direction == DOWN and draft.units:
        return _downwards(subject, draft, canvas, theme)
    width = max(LEAST_WIDTH, canvas.rank_edges.right + MARGIN) if draft.units else BARE_WIDTH
    heading, top = draw_heading(title_block_of(subject), width, subject.words.language, theme)
    canvas = replace(canvas, placed=_lowered(canvas.placed, top + COLUMN_HEADING))
    routes = forward_routes(canvas)
    back, foot = backward_routes(canvas, subject.overlay)
    foot = foot + COLUMN_FOOT if draft.units else top
    opportunities = (
        place_opportunities(draft.opportunities, foot, width - MARGIN) if draft.opportunities else None
    )
    bands = _bands(subject, opportunities, foot, width - MARGIN)
    legend, height = _legend(subject, draft, bands, width - MARGIN, theme, direction)
    return LaidOutPicture(
        subject, theme, draft, canvas, width, height, tuple(heading), top, foot, (*routes, *back),
        opportunities, tuple(bands.placed), tuple(bands.hairlines), tuple(legend),
        Orientation(direction, width) if direction == LEFT else TO_THE_RIGHT,
    )  # fmt: skip


def _downwards(subject: Subject, draft: Draft, canvas: Canvas, theme: Theme) -> LaidOutPicture:
    """The picture of one draft, read downwards: it is laid out to the right, and turned when it is drawn."""
    start = MARGIN + _HEADING_WIDE
    canvas = replace(canvas, placed=_lowered(canvas.placed, start))
    routes = forward_routes(canvas)
    back, foot = backward_routes(canvas, subject.overlay)
    width = max(LEAST_WIDTH, foot + COLUMN_FOOT + MARGIN)
    heading, top = draw_heading(title_block_of(subject), width, subject.words.language, theme)
    columns_foot = canvas.rank_edges.right + top - MARGIN
    right = width - MARGIN
    opportunities = (
        place_opportunities(draft.opportunities, columns_foot, right) if draft.opportunities else None
    )
    bands = _bands(subject, opportunities, columns_foot, right)
    legend, height = _legend(subject, draft, bands, width - MARGIN, theme)
    return LaidOutPicture(
        subject, theme, draft, canvas, width, height, tuple(heading), top, columns_foot, (*routes, *back),
        opportunities, tuple(bands.placed), tuple(bands.hairlines), tuple(legend),
        Orientation(DOWN, 0.0, top - MARGIN), (MARGIN, foot + COLUMN_FOOT),
    )  # fmt: skip


def _canvas(draft: Draft, answer: Answer, most: float, subject: Subject) -> Canvas:
    """What is in the columns, which are to be at most so high if they can."""
    units, ranks, layered, arrow_groups = draft.units, draft.ranks, draft.layered, draft.arrow_groups
    gaps, heights = draft.spacing, draft.rank_heights

    def turning(y: Answer) -> Turning:
        groups = arrow_groups.forward, arrow_groups.backward
        return turning_of(layered, ranks, *groups, subject.overlay, y.__getitem__)

    least = sum(max(heights[first : last + 1], default=0.0) for first, last in ranks.all_rows)
    least += sum(turning(answer).gap(last) for _, last in ranks.rows[:-1])
    spare = max(0.0, most - least) / max(1, len(ranks.all_rows))

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
    xs = rank_edges(units, arrow_groups, ranks, tracks, gaps, _widths(draft), jumps, room)
    return Canvas(units, ranks, layered, arrow_groups, placed, tracks, xs, room, turns)


def _widths(draft: Draft) -> list[float]:
    """The width of each rank: that of all boxes, or, downwards, that of its longest unit."""
    if draft.direction != DOWN:
        return [draft.width] * draft.ranks.count
    widths = [0.0] * draft.ranks.count
    for id, unit in draft.units.items():
        widths[draft.ranks.of[id]] = max(widths[draft.ranks.of[id]], length(unit))
    return widths


def _lowered(placed: VerticalPlacement, by: float) -> VerticalPlacement:
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


def _most(draft: Draft, around: Around, lengths: Mapping[str, float]) -> float:
    """The height that the columns may have: so that all is readable in print, or, in a wide picture, as high
    as its width allows.
    """
    width = Estimate(draft, around, lengths).width(draft.ranks.all_rows)
    whole = max(A3[1] * SMALLEST / ENOUGH, width * A3[1] / A3[0])
    return whole - around(width) - COLUMN_HEADING - COLUMN_FOOT


@dataclass(frozen=True, slots=True)
class _Bands:
    """The bands in their places, the y of the hairlines above their rows, and the top of what follows."""

    placed: list[PlacedBand]
    hairlines: list[float]
    foot: float


def _bands(subject: Subject, opportunities: PlacedOpportunities | None, foot: float, right: float) -> _Bands:
    bands = bands_of(subject)
    if opportunities is None:
        return _Bands(*rows_of(bands, right, foot + HAIRLINE))
    last = max(rect.right for rect in opportunities.rects.values()) + BETWEEN
    below, hairlines, end = rows_of(bands, right, opportunities.foot)
    beside = side_by_side(bands, last, right, opportunities.hairline) if opportunities.single_row else []
    if beside and foot_of(beside) < end:
        return _Bands(beside, [opportunities.hairline], max(opportunities.foot, foot_of(beside)))
    return _Bands(below, [opportunities.hairline, *hairlines], end)


def _legend(
    subject: Subject, draft: Draft, bands: _Bands, right: float, theme: Theme, direction: str = RIGHT
) -> tuple[list[Element], float]:
    """What was looked for and the legend as elements, and the height of the picture."""
    none, y = draw_none(subject, bands.foot, right, theme)
    boxes = list(_boxes(draft, bands))
    if not boxes:
        return none, y + 2 * MARGIN
    drawn, height = draw_legend(
        draft.arrow_groups, draft.docks, boxes, subject.overlay, subject.words, y, right, theme, direction
    )
    told, height = _small_print(subject, right + MARGIN, height, theme)
    return [*none, *drawn, *told], height


def _small_print(subject: Subject, width: float, height: float, theme: Theme) -> tuple[list[Element], float]:
    """What is said below a picture that is small in print, and the height of the picture with it."""
    size = small_print(width, height + _SMALL_PRINT)
    if size is None:
        return [], height
    point = "." if subject.words.language == "en" else ","
    text = subject.words.say("title", "small_print", size=f"{size:.1f}".replace(".", point))
    return [text_line(MARGIN, height - _SMALL_UP, text, _NOTE, theme.soft)], height + _SMALL_PRINT


def _boxes(draft: Draft, bands: _Bands) -> Iterator[TypesetBox]:
    for unit in (*draft.units.values(), *draft.opportunities.values()):
        yield unit.box
        yield from (dock.box for dock in unit.docks)
    yield from (box for band in bands.placed for box, _ in band.cards)


def dock_rects(unit: Unit, host: Rect) -> list[Rect]:
    """The rectangles of the docks of a unit whose box is at ``host``, as it is laid out."""
    if not unit.docks:
        return []
    inset = turned_inset(unit) if unit.turned else unit.box.width - unit.docks[0].box.width
    return [Rect(host.x + inset, host.y + dock.top, dock.box.width, dock.box.height) for dock in unit.docks]
