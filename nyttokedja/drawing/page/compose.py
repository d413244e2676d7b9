"""A draft and the engine's answer → the picture: everything placed, its size known. Lengths in px."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

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
from nyttokedja.drawing.page.bands import BETWEEN, LABEL, Band, Laid, bands_of, fitting, rows_of
from nyttokedja.drawing.page.heading import draw_heading, headline_of
from nyttokedja.drawing.page.opportunities import HAIRLINE, Opportunities, opportunities_of
from nyttokedja.drawing.routing.backward import backward_routes
from nyttokedja.drawing.routing.forward import forward_routes
from nyttokedja.drawing.routing.pen import Route
from nyttokedja.drawing.svg.elements import Element
from nyttokedja.drawing.svg.geometry import Rect
from nyttokedja.drawing.svg.theme import Theme

_Key = TypeVar("_Key")

LEAST_WIDTH, BARE_WIDTH = 720.0, 1040.0
_SLACK = 44.0  # how much higher the bands beside the opportunities may be than these


@dataclass(frozen=True, slots=True)
class Picture:
    """All that is drawn, in its place. ``top`` and ``foot`` are those of the columns."""

    subject: Subject
    theme: Theme
    draft: Draft
    canvas: Canvas
    width: float
    heading: tuple[Element, ...]
    top: float
    foot: float
    routes: tuple[Route, ...]
    offers: Opportunities | None
    laid: tuple[Laid, ...]
    hairlines: tuple[float, ...]
    below: float  # where the rows after the bands begin

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
    laid, hairlines, below = _bands(subject, draft.offers, offers, foot, width - MARGIN)
    return Picture(
        subject, theme, draft, canvas, width, tuple(heading), top, foot,
        (*routes, *back, *(offers.routes if offers else ())), offers, tuple(laid), tuple(hairlines), below,
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


def _bands(
    subject: Subject, units: Mapping[str, Unit], offers: Opportunities | None, foot: float, right: float
) -> tuple[list[Laid], list[float], float]:
    bands = bands_of(subject)
    if offers is None:
        return rows_of(bands, right, foot + HAIRLINE)
    beside, below = _beside(bands, units, offers, right) if offers.single_row else ([], offers.foot)
    laid, hairlines, end = rows_of(bands[len(beside) :], right, below)
    return [*beside, *laid], [offers.hairline, *hairlines], end


def _beside(
    bands: list[Band], units: Mapping[str, Unit], offers: Opportunities, right: float
) -> tuple[list[Laid], float]:
    """The bands that fit in the room left or right of the opportunities, and where the next row begins."""
    rects = list(offers.rects.values())
    height = max(unit.height for unit in units.values()) + _SLACK
    first, last = min(rect.x for rect in rects), max(rect.right for rect in rects)
    laid = fitting(bands, MARGIN, first - LABEL - BETWEEN, offers.hairline, height)
    laid += fitting(bands[len(laid) :], last + BETWEEN, right, offers.hairline, height)
    feet = [rect.foot for band in laid for _, rect in band.cards]
    return laid, max([offers.foot, *(foot + 14.0 for foot in feet)])


def unit_rects(unit: Unit, host: Rect) -> list[Rect]:
    """Where the docks of a unit stand when its box stands at ``host``."""
    inset = unit.box.width - unit.docks[0].box.width if unit.docks else 0.0
    return [Rect(host.x + inset, host.y + dock.top, dock.box.width, dock.box.height) for dock in unit.docks]
