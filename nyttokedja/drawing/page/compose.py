"""A draft and the engine's answer → the picture with everything in its place. Lengths in px."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from nyttokedja.drawing.boxes.box import CARD, TypesetBox, typeset_card
from nyttokedja.drawing.boxes.docks import Unit
from nyttokedja.drawing.boxes.turned import inset as turned_inset
from nyttokedja.drawing.content.details import Subject
from nyttokedja.drawing.layout.canvas import Canvas
from nyttokedja.drawing.layout.engine_input import Answer
from nyttokedja.drawing.layout.estimate import Around, print_size, small_print
from nyttokedja.drawing.layout.spacing import COLUMN_FOOT, COLUMN_HEADING, MARGIN
from nyttokedja.drawing.layout.trials import Draft
from nyttokedja.drawing.page.bands import (
    BETWEEN,
    CARDS,
    Band,
    PlacedBand,
    bands_of,
    draw_none,
    foot_of,
    rows_of,
    side_by_side,
)
from nyttokedja.drawing.page.canvases import canvas_of, lowered, told_height, true_height
from nyttokedja.drawing.page.heading import draw_heading, place_heading, title_block_of
from nyttokedja.drawing.page.legend import draw_legend
from nyttokedja.drawing.page.opportunities import HAIRLINE, PlacedOpportunities, place_opportunities
from nyttokedja.drawing.routing.backward import backward_routes
from nyttokedja.drawing.routing.forward import forward_routes
from nyttokedja.drawing.routing.pen import Route
from nyttokedja.drawing.svg.elements import Element, text_line
from nyttokedja.drawing.svg.geometry import Rect
from nyttokedja.drawing.svg.orientation import DOWN, LEFT, RIGHT, TO_THE_RIGHT, Orientation
from nyttokedja.drawing.svg.theme import LIGHT, Theme
from nyttokedja.model.chain import NodeType

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
    first = [Band("opportunities", cards)] if cards else []
    tried = [[*first, *bands_of(subject, width)] for width in CARDS]

    @cache
    def around(width: float) -> float:
        _, top = place_heading(block, width, subject.words.language, theme)
        foot = min(rows_of(bands, width - MARGIN, HAIRLINE)[2] for bands in tried)
        return top + foot + _LEGEND

    return lambda width: around(round(max(LEAST_WIDTH, width), -2))


def lay_out_picture(
    subject: Subject, draft: Draft, answer: Answer, theme: Theme, direction: str = RIGHT
) -> LaidOutPicture:
    """The picture of one draft, read in a ``direction``; ``answer`` has the y of its cells."""
    most = told_height(draft, subject, around_of(subject))
    picture = _laid_out(subject, draft, canvas_of(draft, answer, most, subject), theme, direction)
    true = true_height(draft, picture.canvas, most, picture.width, picture.height)
    if true is None:
        return picture
    again = _laid_out(subject, draft, canvas_of(draft, answer, true, subject), theme, direction)
    return max(picture, again, key=lambda one: print_size(one.width, one.height))


def _laid_out(subject: Subject, draft: Draft, canvas: Canvas, theme: Theme, direction: str) -> LaidOutPicture:
    if draft.direction == DOWN and draft.units:
        return _downwards(subject, draft, canvas, theme)
    width = max(LEAST_WIDTH, canvas.rank_edges.right + MARGIN) if draft.units else BARE_WIDTH
    heading, top = draw_heading(title_block_of(subject), width, subject.words.language, theme)
    canvas = replace(canvas, placed=lowered(canvas.placed, top + COLUMN_HEADING))
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
    canvas = replace(canvas, placed=lowered(canvas.placed, start))
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


@dataclass(frozen=True, slots=True)
class _Bands:
    """The bands in their places, the y of the hairlines above their rows, and the top of what follows."""

    placed: list[PlacedBand]
    hairlines: list[float]
    foot: float


def _bands(subject: Subject, opportunities: PlacedOpportunities | None, foot: float, right: float) -> _Bands:
    """The bands with cards of the width with which they take least height."""
    tried = (_placed(bands_of(subject, width), opportunities, foot, right) for width in CARDS)
    return min(tried, key=lambda bands: bands.foot)


def _placed(
    bands: Sequence[Band], opportunities: PlacedOpportunities | None, foot: float, right: float
) -> _Bands:
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
