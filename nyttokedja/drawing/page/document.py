"""Picture → SVG text: no scripts, ids, markers or outside resources; the same picture, the same bytes.

With ``data_attributes``, the group of a box carries the id of its node as ``data-node``, and each part of an
arrow, its word too, those of its ends as ``data-source`` and ``data-target``: it is a part of a page.
Without, it is a file of its own, and fits the sheet when a browser prints it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from nyttokedja.drawing.boxes.box import TypesetBox
from nyttokedja.drawing.boxes.docks import Unit
from nyttokedja.drawing.boxes.shapes import right_edge
from nyttokedja.drawing.boxes.turned import as_drawn
from nyttokedja.drawing.content.overlay import Status
from nyttokedja.drawing.layout.spacing import MARGIN
from nyttokedja.drawing.page.aria import dock_label, node_label, picture_title, summary
from nyttokedja.drawing.page.bands import LABEL_DOWN, draw_hairline, draw_label
from nyttokedja.drawing.page.boxes import draw_box
from nyttokedja.drawing.page.change_marks import draw_discs, status_discs
from nyttokedja.drawing.page.columns import draw_columns
from nyttokedja.drawing.page.compose import LaidOutPicture, dock_rects
from nyttokedja.drawing.page.opportunities import card_order
from nyttokedja.drawing.page.status_styles import draw_cut, draw_route
from nyttokedja.drawing.routing.arrow_labels import draw_pills, pills_of
from nyttokedja.drawing.routing.needs import draw_needs
from nyttokedja.drawing.routing.pen import Route
from nyttokedja.drawing.routing.stems import Stem, draw_bay, draw_stem, stems_of
from nyttokedja.drawing.svg.elements import Element, document, group, text_line, with_data
from nyttokedja.drawing.svg.geometry import Rect
from nyttokedja.drawing.svg.orientation import TO_THE_RIGHT, Orientation
from nyttokedja.drawing.svg.theme import Theme

_CUT_UP = 16.0
"""How far above the middle of a box the dots of omitted arrows are at most, where an arrow is in the middle.
"""

_PRINTED = "@page{size:landscape;margin:10mm}@media print{svg:root{width:100%;height:100%}}"
"""A browser cuts off what is wider than the sheet, unless the picture has no size of its own there."""

_EMPTY = 13.5
"""The size of the text of an empty picture."""


def svg_of(picture: LaidOutPicture, *, data_attributes: bool = False) -> str:
    """The document of a picture."""
    subject, theme = picture.subject, picture.theme
    return document(
        _body(picture, theme, data_attributes),
        title=picture_title(subject),
        alt=summary(subject),
        page=theme.page,
        width=picture.width,
        height=picture.height,
        language=subject.words.language,
        role="graphics-document document",
        style=None if data_attributes else _PRINTED,
    )


def _body(picture: LaidOutPicture, theme: Theme, named: bool) -> list[Element]:
    hosts = list(_hosts(picture))
    turned = picture.orientation
    bays = [
        _turned(unit, picture).shape(draw_bay(unit, host, dock_rects(unit, host), theme.page))
        for unit, host in hosts
        if unit.docks
    ]
    by_unit = [(unit, list(_stems(unit, host, picture))) for unit, host in hosts]
    stems = [stem for _, its in by_unit for stem in its]
    docks = [place for unit, host in hosts for place in dock_rects(unit, host)]
    arrows = _arrows(picture, stems, docks, theme, named)
    right = picture.right
    body = [
        *picture.heading,
        *draw_columns(picture.canvas, *picture.span, picture.subject.words, theme, turned),
        *_emptiness(picture, theme),
        *(draw_hairline(y, right, theme) for y in picture.hairlines),
    ]
    if bays:
        body.append(group(bays, aria_hidden="true"))
    if arrows:
        body.append(group(arrows, aria_hidden="true", class_="arrows"))
    if bars := list(draw_needs(picture.routes, picture.subject.graph.needing, theme.arrow)):
        body.append(group([turned.shape(bar) for bar in bars], aria_hidden="true", class_="needs"))
    if cuts := [turned.shape(part) for part in _cuts(picture, theme)]:
        body.append(group(cuts, aria_hidden="true", class_="cut"))
    body += _nodes(picture, named)
    if stems:
        drawn = [
            _turned(unit, picture).shape(part)
            for unit, its in by_unit
            for stem in its
            for part in draw_stem(stem, theme)
        ]
        body.append(group(drawn, aria_hidden="true", class_="joints"))
    return [*body, *_bands(picture, theme, named), *picture.legend]


def _arrows(
    picture: LaidOutPicture, stems: Sequence[Stem], docks: Sequence[Rect], theme: Theme, named: bool
) -> list[Element]:
    """The arrows with their labels and discs; those that are as they were are below the others."""
    subject, canvas = picture.subject, picture.canvas
    overlay, routes, words, turned = subject.overlay, picture.routes, subject.words, picture.orientation
    pills = pills_of(canvas, routes, stems, docks, words)
    placed = [replace(pill, rect=turned.rect(pill.rect)) for pill in pills]
    if overlay is None:
        drawn = [turned.shape(part) for route in routes for part in _route(route, None, theme, named)]
        return drawn + draw_pills(placed, theme, named=named)
    order = list(Status)
    by_status = sorted(
        ((overlay.status(route.ends), route) for route in routes), key=lambda one: order.index(one[0])
    )
    discs = status_discs(overlay, canvas, routes, stems, [*docks, *(pill.rect for pill in pills)])
    return [
        *(turned.shape(part) for status, route in by_status for part in _route(route, status, theme, named)),
        *draw_pills(placed, theme, named=named),
        *draw_discs([replace(disc, at=turned.point(*disc.at)) for disc in discs], theme),
    ]


def _route(route: Route, status: Status | None, theme: Theme, named: bool) -> list[Element]:
    """The parts of an arrow, with the ids of its ends if it is ``named``."""
    source, target = route.ends
    drawn = draw_route(route, status, theme)
    return [with_data(part, source=source, target=target) for part in drawn] if named else drawn


def _box(box: TypesetBox, place: Rect, label: str, picture: LaidOutPicture, named: bool) -> Element:
    """The group of a box, with the id of its node if it is ``named`` and no note."""
    drawn = draw_box(box, place.x, place.y, label, picture.theme, picture.orientation.direction)
    return with_data(drawn, node=box.id) if named and box.id in picture.subject.graph.nodes else drawn


def _cuts(picture: LaidOutPicture, theme: Theme) -> Iterator[Element]:
    """At each box of the columns the dots for its omitted arrows."""
    subject, canvas = picture.subject, picture.canvas
    for id, (into, out) in (subject.overlay.omitted if subject.overlay else {}).items():
        if id in canvas.units:
            host, kind = canvas.rect(id), canvas.units[id].box.kind
            high = min(host.height / 4, _CUT_UP)
            for many, drawn, direction in (
                (into, subject.graph.entering, -1),
                (out, subject.graph.leaving, 1),
            ):
                up = high if drawn[id] else 0.0
                x = host.x if direction < 0 else right_edge(kind, host, up)
                yield from draw_cut(x, host.middle - up, direction, theme) if many else ()


def _hosts(picture: LaidOutPicture) -> Iterator[tuple[Unit, Rect]]:
    """The units with the rectangles of their boxes, in reading order: by rank, then from above."""
    canvas, units = picture.canvas, picture.draft.units
    for id in sorted(units, key=lambda one: (canvas.ranks.of[one], canvas.placed.tops[one])):
        yield units[id], canvas.rect(id)
    if picture.opportunities:
        for id in card_order(picture.opportunities.rects):
            yield picture.draft.opportunities[id], picture.opportunities.rects[id]


def _stems(unit: Unit, host: Rect, picture: LaidOutPicture) -> Iterator[Stem]:
    canvas = picture.canvas if unit.box.id in picture.draft.units else None
    yield from stems_of(unit, host, dock_rects(unit, host), canvas)


def _nodes(picture: LaidOutPicture, named: bool) -> Iterator[Element]:
    for unit, host in _hosts(picture):
        if picture.opportunities and unit.box.id in picture.opportunities.rects:
            continue
        yield from _unit(unit, host, picture, named)


def _turned(unit: Unit, picture: LaidOutPicture) -> Orientation:
    """How a unit is turned; opportunities, in their band, are not."""
    in_columns = unit.box.id in picture.draft.units
    return picture.orientation if in_columns else TO_THE_RIGHT


def _unit(unit: Unit, host: Rect, picture: LaidOutPicture, named: bool) -> Iterator[Element]:
    turned = _turned(unit, picture).rect
    shown = as_drawn if unit.turned else lambda box: box
    yield _box(shown(unit.box), turned(host), node_label(unit.box, picture.subject), picture, named)
    for dock, place in zip(unit.docks, dock_rects(unit, host), strict=True):
        yield _box(shown(dock.box), turned(place), dock_label(dock), picture, named)


def _bands(picture: LaidOutPicture, theme: Theme, named: bool) -> Iterator[Element]:
    subject, opportunities = picture.subject, picture.opportunities
    if opportunities:
        y = opportunities.hairline + LABEL_DOWN
        yield from draw_label("opportunities", MARGIN, y, subject.words, theme)
        for id in card_order(opportunities.rects):
            yield from _unit(picture.draft.opportunities[id], opportunities.rects[id], picture, named)
    for band in picture.bands:
        yield from draw_label(band.key, band.x, band.y, subject.words, theme)
        for box, place in band.cards:
            yield _box(box, place, node_label(box, subject), picture, named)


def _emptiness(picture: LaidOutPicture, theme: Theme) -> Iterator[Element]:
    subject = picture.subject
    if not subject.chain.nodes:
        text = subject.overlay.empty if subject.overlay else subject.words.say("title", "empty")
        yield text_line(MARGIN, picture.top, text, _EMPTY, theme.soft)
