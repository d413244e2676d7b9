"""A draft and the engine's answer → the picture: everything placed, its size known. Lengths in px."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from nyttokedja.drawing.boxes.box import Box
from nyttokedja.drawing.boxes.docks import Unit
from nyttokedja.drawing.content.details import Subject
from nyttokedja.drawing.layout.balance import balanced
from nyttokedja.drawing.layout.canvas import Canvas
from nyttokedja.drawing.layout.channels import across
from nyttokedja.drawing.layout.engine_input import Answer
from nyttokedja.drawing.layout.isolated import in_file_order
from nyttokedja.drawing.layout.placement import Placed, place
from nyttokedja.drawing.layout.spacing import COLUMN_FOOT, COLUMN_HEADING, MARGIN
from nyttokedja.drawing.layout.tracks import lanes_of
from nyttokedja.drawing.layout.trials import Draft
from nyttokedja.drawing.page.bands import (
    BELOW,
    BETWEEN,
    LABEL,
    Band,
    Laid,
    bands_of,
    draw_none,
    fitting,
    rows_of,
)
from nyttokedja.drawing.page.heading import draw_heading, headline_of
from nyttokedja.drawing.page.legend import draw_legend
from nyttokedja.drawing.page.opportunities import HAIRLINE, Opportunities, opportunities_of
from nyttokedja.drawing.routing.backward import backward_routes
from nyttokedja.drawing.routing.forward import forward_routes
from nyttokedja.drawing.routing.pen import Route
from nyttokedja.drawing.svg.elements import Element
from nyttokedja.drawing.svg.geometry import Rect
from nyttokedja.drawing.svg.theme import Theme

_Key = TypeVar("_Key")

LEAST_WIDTH, BARE_WIDTH = 720.0, 1040.0
"""The least width of a picture, and the width of one without boxes in its columns."""

_SLACK = 44.0
"""How much higher the bands beside the opportunities may be than these."""


@dataclass(frozen=True, slots=True)
class Picture:
    """All that is drawn, in its place. ``top`` and ``foot`` are those of the columns.

    ``heading`` and ``legend`` are drawn already, since their size is known only then; the latter begins with
    what was looked for and not found.
    """

    subject: Subject
    theme: Theme
    draft: Draft
    canvas: Canvas
    width: float
    height: float
    heading: tuple[Element, ...]
    top: float
    foot: float
    routes: tuple[Route, ...]
    offers: Opportunities | None
    offers_label: float  # the x of their label
    laid: tuple[Laid, ...]
    hairlines: tuple[float, ...]
    legend: tuple[Element, ...]

    @property
    def right(self) -> float:
        """The x where bands and hairlines end."""
        return self.width - MARGIN


def picture_of(subject: Subject, draft: Draft, answer: Answer, theme: Theme) -> Picture:
    """Place everything."""
    canvas = _canvas(draft, answer)
    width = max(LEAST_WIDTH, canvas.across.right + MARGIN) if draft.units else BARE_WIDTH
    heading, top = draw_heading(headline_of(subject), width, subject.words.language, theme)
    canvas = replace(canvas, placed=_lowered(canvas.placed, top + COLUMN_HEADING))
    routes = forward_routes(canvas)
    back, foot = backward_routes(canvas, subject.overlay)
    foot = foot + COLUMN_FOOT if draft.units else top
    offers = opportunities_of(draft.offers, canvas, foot, width - MARGIN) if draft.offers else None
    bands = _bands(subject, draft.offers, offers, foot, width - MARGIN)
    legend, height = _legend(subject, draft, bands, width - MARGIN, theme)
    return Picture(
        subject, theme, draft, canvas, width, height, tuple(heading), top, foot,
        (*routes, *back, *(offers.routes if offers else ())), offers, bands.offers_label, tuple(bands.laid),
        tuple(bands.hairlines), tuple(legend),
    )  # fmt: skip


def _canvas(draft: Draft, answer: Answer) -> Canvas:
    units, ranks, net, flow = draft.units, draft.ranks, draft.net, draft.flow
    answer = in_file_order(net, balanced(net, answer), draft.spacing.boxes, draft.spacing.lines)
    placed = place(net, units, answer, flow, 0.0)
    lanes = lanes_of(flow.backward, flow.band, ranks, lambda one: placed.tops[one] + units[one].box.middle)
    xs = across(net, units, placed, flow.forward, ranks, lanes, draft.spacing, draft.width)
    return Canvas(units, ranks, net, flow, placed, lanes, xs)


def _lowered(placed: Placed, by: float) -> Placed:
    def lower(ys: Mapping[_Key, float]) -> dict[_Key, float]:
        return {key: y + by for key, y in ys.items()}

    return Placed(
        lower(placed.tops), lower(placed.lines), lower(placed.leaves), lower(placed.enters), placed.foot + by
    )


@dataclass(frozen=True, slots=True)
class _Bands:
    """The bands in their places, the y of the hairlines above their rows, and where the next row begins."""

    laid: list[Laid]
    hairlines: list[float]
    foot: float
    offers_label: float = MARGIN


def _bands(
    subject: Subject, units: Mapping[str, Unit], offers: Opportunities | None, foot: float, right: float
) -> _Bands:
    bands = bands_of(subject)
    if offers is None:
        return _Bands(*rows_of(bands, right, foot + HAIRLINE))
    before, after = _beside(bands, units, offers, right) if offers.single_row else ([], [])
    beside = [*before, *after]
    feet = [rect.foot + BELOW for band in beside for _, rect in band.cards]
    laid, hairlines, end = rows_of(bands[len(beside) :], right, max([offers.foot, *feet]))
    # the label stands at its cards where a band stands before them, else at the left edge
    label = min(rect.x for rect in offers.rects.values()) - LABEL if before else MARGIN
    return _Bands([*beside, *laid], [offers.hairline, *hairlines], end, label)


def _beside(
    bands: list[Band], units: Mapping[str, Unit], offers: Opportunities, right: float
) -> tuple[list[Laid], list[Laid]]:
    """The bands that fit in the room left of the opportunities, and those right of them."""
    rects = list(offers.rects.values())
    height = max(unit.height for unit in units.values()) + _SLACK
    first, last = min(rect.x for rect in rects), max(rect.right for rect in rects)
    before = fitting(bands, MARGIN, first - LABEL - BETWEEN, offers.hairline, height)
    after = fitting(bands[len(before) :], last + BETWEEN, right, offers.hairline, height)
    return before, after


def _legend(
    subject: Subject, draft: Draft, bands: _Bands, right: float, theme: Theme
) -> tuple[list[Element], float]:
    """What was looked for and the legend, drawn, and the height of the picture."""
    none, y = draw_none(subject, bands.foot, right, theme)
    boxes = list(_boxes(draft, bands))
    if not boxes:
        return none, y + 2 * MARGIN
    legend, height = draw_legend(
        draft.flow, draft.docks, boxes, subject.overlay, subject.words, y, right, theme
    )
    return [*none, *legend], height


def _boxes(draft: Draft, bands: _Bands) -> Iterator[Box]:
    for unit in (*draft.units.values(), *draft.offers.values()):
        yield unit.box
        yield from (dock.box for dock in unit.docks)
    yield from (box for band in bands.laid for box, _ in band.cards)


def unit_rects(unit: Unit, host: Rect) -> list[Rect]:
    """Where the docks of a unit stand when its box stands at ``host``."""
    inset = unit.box.width - unit.docks[0].box.width if unit.docks else 0.0
    return [Rect(host.x + inset, host.y + dock.top, dock.box.width, dock.box.height) for dock in unit.docks]
