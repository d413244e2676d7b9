"""Picture → SVG text: no scripts, ids, markers or outside resources; the same picture, the same bytes.

With ``data_attributes``, the group of a box carries the id of its node as ``data-node``, and each part of an
arrow those of its ends as ``data-source`` and ``data-target``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nyttokedja.drawing.boxes.box import Box
from nyttokedja.drawing.boxes.docks import Unit
from nyttokedja.drawing.boxes.shapes import right_edge
from nyttokedja.drawing.content.overlay import Status
from nyttokedja.drawing.layout.spacing import MARGIN
from nyttokedja.drawing.page.aria import dock_label, node_label, picture_title, summary
from nyttokedja.drawing.page.bands import LABEL_DOWN, draw_hairline, draw_label
from nyttokedja.drawing.page.boxes import draw_box
from nyttokedja.drawing.page.change_marks import discs_of, draw_discs
from nyttokedja.drawing.page.columns import draw_columns
from nyttokedja.drawing.page.compose import Picture, unit_rects
from nyttokedja.drawing.page.opportunities import card_order
from nyttokedja.drawing.page.status_styles import draw_cut, draw_route
from nyttokedja.drawing.routing.arrow_labels import draw_link_words
from nyttokedja.drawing.routing.pen import Route
from nyttokedja.drawing.routing.stems import Joint, bay_of, draw_joint, joints_of
from nyttokedja.drawing.svg.elements import Element, element, group, number, serialise, with_data, words
from nyttokedja.drawing.svg.geometry import Rect
from nyttokedja.drawing.svg.theme import Theme
from nyttokedja.drawing.typesetting.metrics import FAMILY

_CUT_UP = 16.0
"""How far above the middle of a box the sign of a cut stands at most, where an arrow has the middle."""

_EMPTY = 13.5
"""The type size of what an empty picture says."""


def svg_of(picture: Picture, *, data_attributes: bool = False) -> str:
    """The whole document."""
    subject, theme = picture.subject, picture.theme
    wide, high = number(picture.width), number(picture.height)
    root = element(
        "svg",
        element("title", text=picture_title(subject)),
        element("desc", text=summary(subject)),
        element("rect", width="100%", height="100%", fill=theme.page),
        *_body(picture, theme, data_attributes),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {wide} {high}",
        width=wide,
        height=high,
        lang=subject.words.language,
        role="graphics-document document",
        font_family=FAMILY,
    )
    return serialise(root)


def _body(picture: Picture, theme: Theme, named: bool) -> list[Element]:
    hosts = list(_hosts(picture))
    bays = [bay_of(unit, host, unit_rects(unit, host), theme.page) for unit, host in hosts if unit.docks]
    ties = [joint for unit, host in hosts for joint in _joints(unit, host, picture)]
    docks = [place for unit, host in hosts for place in unit_rects(unit, host)]
    arrows = _arrows(picture, ties, docks, theme, named)
    joints = [part for joint in ties for part in draw_joint(joint, theme)]
    right = picture.right
    body = [
        *picture.heading,
        *draw_columns(picture.canvas, picture.top, picture.foot, picture.subject.words, theme),
        *_emptiness(picture, theme),
        *(draw_hairline(y, right, theme) for y in picture.hairlines),
    ]
    if bays:
        body.append(group(bays, aria_hidden="true"))
    if arrows:
        body.append(group(arrows, aria_hidden="true", class_="arrows"))
    if cuts := list(_cuts(picture, theme)):
        body.append(group(cuts, aria_hidden="true", class_="cut"))
    body += _nodes(picture, named)
    if joints:
        body.append(group(joints, aria_hidden="true", class_="joints"))
    return [*body, *_bands(picture, theme, named), *picture.legend]


def _arrows(
    picture: Picture, ties: Sequence[Joint], docks: Sequence[Rect], theme: Theme, named: bool
) -> list[Element]:
    """The lines, those that are as they were first, with their signs and words."""
    subject, canvas = picture.subject, picture.canvas
    overlay, routes, words_ = subject.overlay, picture.routes, subject.words
    if overlay is None:
        drawn = [part for route in routes for part in _route(route, None, theme, named)]
        return drawn + draw_link_words(canvas, routes, ties, docks, words_, theme)
    order = list(Status)
    told = sorted(
        ((overlay.status(route.ends), route) for route in routes), key=lambda one: order.index(one[0])
    )
    discs = discs_of(overlay, canvas, routes, ties, docks)
    taken = [*docks, *(disc.rect for disc in discs)]
    return [
        *(part for status, route in told for part in _route(route, status, theme, named)),
        *draw_link_words(canvas, routes, ties, taken, words_, theme),
        *draw_discs(discs, theme),
    ]


def _route(route: Route, status: Status | None, theme: Theme, named: bool) -> list[Element]:
    """The parts of an arrow, with the ids of its ends if it is ``named``."""
    source, target = route.ends
    drawn = draw_route(route, status, theme)
    return [with_data(part, source=source, target=target) for part in drawn] if named else drawn


def _box(box: Box, place: Rect, label: str, picture: Picture, named: bool) -> Element:
    """The group of a box, with the id of its node if it is ``named`` and no note."""
    drawn = draw_box(box, place.x, place.y, label, picture.theme)
    return with_data(drawn, node=box.id) if named and box.id in picture.subject.graph.nodes else drawn


def _cuts(picture: Picture, theme: Theme) -> Iterator[Element]:
    """At each box of the columns the sign for its arrows that are left out."""
    subject, canvas = picture.subject, picture.canvas
    for id, (into, out) in (subject.overlay.cut if subject.overlay else {}).items():
        if id in canvas.units:
            host, kind = canvas.rect(id), canvas.units[id].box.kind
            high = min(host.height / 4, _CUT_UP)
            for many, drawn, way in ((into, subject.graph.entering, -1), (out, subject.graph.leaving, 1)):
                up = high if drawn[id] else 0.0
                x = host.x if way < 0 else right_edge(kind, host, up)
                yield from draw_cut(x, host.middle - up, way, theme) if many else ()


def _hosts(picture: Picture) -> Iterator[tuple[Unit, Rect]]:
    """The units with the places of their boxes, in reading order: by rank, then from above."""
    canvas, units = picture.canvas, picture.draft.units
    for id in sorted(units, key=lambda one: (canvas.ranks.of[one], canvas.placed.tops[one])):
        yield units[id], canvas.rect(id)
    if picture.offers:
        for id in card_order(picture.offers.rects):
            yield picture.draft.offers[id], picture.offers.rects[id]


def _joints(unit: Unit, host: Rect, picture: Picture) -> Iterator[Joint]:
    canvas = picture.canvas if unit.box.id in picture.draft.units else None
    yield from joints_of(unit, host, unit_rects(unit, host), canvas)


def _nodes(picture: Picture, named: bool) -> Iterator[Element]:
    for unit, host in _hosts(picture):
        if picture.offers and unit.box.id in picture.offers.rects:
            continue
        yield from _unit(unit, host, picture, named)


def _unit(unit: Unit, host: Rect, picture: Picture, named: bool) -> Iterator[Element]:
    yield _box(unit.box, host, node_label(unit.box, picture.subject), picture, named)
    for dock, place in zip(unit.docks, unit_rects(unit, host), strict=True):
        yield _box(dock.box, place, dock_label(dock), picture, named)


def _bands(picture: Picture, theme: Theme, named: bool) -> Iterator[Element]:
    subject, offers = picture.subject, picture.offers
    if offers:
        y = offers.hairline + LABEL_DOWN
        yield from draw_label("opportunities", picture.offers_label, y, subject.words, theme)
        for id in card_order(offers.rects):
            yield from _unit(picture.draft.offers[id], offers.rects[id], picture, named)
    for band in picture.laid:
        yield from draw_label(band.key, band.x, band.y, subject.words, theme)
        for box, place in band.cards:
            yield _box(box, place, node_label(box, subject), picture, named)


def _emptiness(picture: Picture, theme: Theme) -> Iterator[Element]:
    subject = picture.subject
    if not subject.chain.nodes:
        text = subject.overlay.empty if subject.overlay else subject.words.say("title", "empty")
        yield words(MARGIN, picture.top, text, _EMPTY, theme.soft)
