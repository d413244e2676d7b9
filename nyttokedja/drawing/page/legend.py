"""The legend: the last band, with only what the picture uses. Lengths in px."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from nyttokedja.drawing.boxes.box import Box, Sign
from nyttokedja.drawing.boxes.docks import Dock
from nyttokedja.drawing.boxes.shapes import outline
from nyttokedja.drawing.content.arrow_kinds import Flow, style_of
from nyttokedja.drawing.content.overlay import Overlay, Status
from nyttokedja.drawing.content.wording import PictureWords
from nyttokedja.drawing.layout.spacing import MARGIN
from nyttokedja.drawing.page.bands import LABEL, LABEL_DOWN, draw_hairline, draw_label
from nyttokedja.drawing.page.boxes import draw_sign
from nyttokedja.drawing.page.status_styles import draw_cut, draw_disc, draw_route, look_of
from nyttokedja.drawing.routing.pen import STROKES, Route, chevron, end_of
from nyttokedja.drawing.routing.stems import BAR, RING, RISK_DASHES, STEM, sign_of
from nyttokedja.drawing.svg.elements import Element, path, words
from nyttokedja.drawing.svg.elements import number as n
from nyttokedja.drawing.svg.icons import pictogram
from nyttokedja.drawing.svg.theme import Theme
from nyttokedja.drawing.typesetting.wrap import Type

TYPE = Type(12, 28)
WIDE, HIGH, GAP, BETWEEN, BELOW = 34.0, 22.0, 8.0, 22.0, 34.0
"""The width and height of a sample, from it to its text, from a text to the next sample, and from the last
row to the foot of the picture.
"""

_BASELINE = 4.0
"""From the middle of a sample down to the baseline of its text."""

_ICON, _ICON_IN, _ICON_IN_ARROW = 12.0, 11.0, 9.0
"""The pictogram of a box: its size, and where it stands; nearer the left in a change, which has a point."""

_LINE_END, _RING_END = 8.0, 6.0
"""How far before the right end of a sample its line ends, under an arrow head and at a ring."""

_SMALL_DISC, _DISC, _DISC_IN = 6.5, 7.5, 12.0
"""The radius of the disc on a box and on an arrow, and where the latter stands."""

Draw = Callable[[float, float], list[Element]]
"""(left edge, middle y) → the elements of a sample, WIDE px wide."""

Entry = tuple[str, Draw]

_ORDER = (
    "change", "behaviour", "effect", "benefit", "drawback", "goal", "obstacle", "risk",
    "opportunity", "precondition", "cost", "note",
)  # fmt: skip


def draw_legend(
    flow: Flow,
    docks: Sequence[Dock],
    boxes: Sequence[Box],
    overlay: Overlay | None,
    words_: PictureWords,
    top: float,
    right: float,
    theme: Theme,
) -> tuple[list[Element], float]:
    """The band from ``top``, and the y of the picture's foot."""
    drawn = [draw_hairline(top, right, theme)]
    drawn += draw_label("legend", MARGIN, top + LABEL_DOWN, words_, theme)
    x, y = MARGIN + LABEL, top + HIGH
    for text, sample in _entries(flow, docks, boxes, overlay, words_, theme):
        wide = WIDE + GAP + TYPE.width(text)
        if x + wide > right and x > MARGIN + LABEL:
            x, y = MARGIN + LABEL, y + TYPE.lead
        drawn += sample(x, y)
        drawn.append(words(x + WIDE + GAP, y + _BASELINE, text, TYPE.size, theme.soft))
        x += wide + BETWEEN
    return drawn, y + BELOW


def _entries(
    flow: Flow,
    docks: Sequence[Dock],
    boxes: Sequence[Box],
    overlay: Overlay | None,
    words_: PictureWords,
    theme: Theme,
) -> Iterator[Entry]:
    kinds = {box.kind for box in boxes}
    for kind in _ORDER:
        if kind in kinds:
            yield words_.word("boxes", kind), _outlined(kind, theme)
    chosen = {box.kind for box in boxes if box.chosen}
    for kind in _ORDER:
        if kind in chosen:
            yield words_.word("boxes", "effect_goal"), _outlined(kind, theme, chosen=True)
            break
    for key, sample in (*_arrows(flow, theme), *_signs(docks, boxes, theme)):
        yield words_.word("legend", key), sample
    if overlay:
        yield from _changes(flow, boxes, overlay, words_, theme)


def _changes(
    flow: Flow, boxes: Sequence[Box], overlay: Overlay, words_: PictureWords, theme: Theme
) -> Iterator[Entry]:
    """What has become of boxes and arrows, as they look."""
    statuses = {box.status for box in boxes}
    arrows = {overlay.status(arrow.ends) for arrow in (*flow.forward, *flow.backward, *flow.band)}
    for status in reversed(Status):
        if status in statuses:
            yield words_.word("box", status), _told_box(status, theme)
    for status in reversed(Status):
        if status in arrows - {Status.KEPT}:
            yield words_.word("arrow", status), _told_arrow(status, theme)
    if overlay.cut:
        yield words_.word("legend", "cut"), lambda x, y: draw_cut(x + 8.0, y, 1, theme)


def _told_box(status: Status, theme: Theme) -> Draw:
    look = look_of("effect", status, theme)

    def draw(x: float, y: float) -> list[Element]:
        top = y - HIGH / 2 + 2
        drawn = outline(
            "effect", x, top, WIDE, HIGH - 2, look.paint, heavier=look.heavier, dashes=look.dashes
        )
        return (
            drawn
            if status is Status.KEPT
            else [*drawn, *draw_disc(status, x + WIDE - 9, top, _SMALL_DISC, theme)]
        )

    return draw


def _told_arrow(status: Status, theme: Theme) -> Draw:
    def draw(x: float, y: float) -> list[Element]:
        route = Route(("", ""), "plain", f"M{n(x)} {n(y)}H{n(x + WIDE - _LINE_END)}", (), (x + WIDE, y))
        return [*draw_route(route, status, theme), *draw_disc(status, x + _DISC_IN, y, _DISC, theme)]

    return draw


def _arrows(flow: Flow, theme: Theme) -> Iterator[Entry]:
    styles = {style_of(arrow) for arrow in (*flow.forward, *flow.backward)}
    for style in ("plain", "direct", "indirect", "limited", "beside"):
        if style in styles:
            yield "arrow" if style == "plain" else style, _arrow(style, theme)
    if flow.backward:
        yield "backward", _backward(theme)
    if flow.band:
        yield "opportunity", _arrow("band", theme)


def _signs(docks: Sequence[Dock], boxes: Sequence[Box], theme: Theme) -> Iterator[Entry]:
    for joint, kind, key in (("bar", "obstacle", "hinders"), ("ring", "risk", "risk")):
        kinds = [dock.box.kind for dock in docks if dock.joint == joint]
        if kinds:
            yield key, _joint(joint, kind if kind in kinds else kinds[0], theme)
    signs = _sign_kinds(boxes)
    if signs & {"missing", "fault"}:
        key = "both" if {"missing", "fault"} <= signs else "missing" if "missing" in signs else "fault"
        yield key, _sign("missing", theme)
    if "soft" in signs:
        yield "soft", _sign("soft", theme)
    if "accepted" in signs:
        yield "accepted", _sign("accepted", theme)


def _sign_kinds(boxes: Iterable[Box]) -> set[str]:
    return {sign.kind for box in boxes for sign in box.signs}


def _outlined(kind: str, theme: Theme, *, chosen: bool = False) -> Draw:
    paint = theme.kinds[kind]
    inset = _ICON_IN_ARROW if kind == "change" else _ICON_IN

    def draw(x: float, y: float) -> list[Element]:
        shape = outline(kind, x, y - HIGH / 2, WIDE, HIGH, paint, chosen)
        return [*shape, pictogram(kind, x + inset, y - _ICON / 2, _ICON, paint.line)]

    return draw


def _arrow(style: str, theme: Theme) -> Draw:
    stroke = STROKES[style]
    colour = theme.kinds["opportunity"].line if style == "band" else theme.arrow
    cap = "round" if style == "band" else None

    def draw(x: float, y: float) -> list[Element]:
        d = f"M{n(x)} {n(y)}H{n(x + WIDE - (_RING_END if stroke.end == 'ring' else _LINE_END))}"
        line = path(
            d, stroke=colour, width=stroke.width, stroke_dasharray=stroke.dashes or None, stroke_linecap=cap
        )
        return [line, end_of((x + WIDE, y), stroke.end, colour, theme.page)]

    return draw


def _backward(theme: Theme) -> Draw:
    def draw(x: float, y: float) -> list[Element]:
        line = path(f"M{n(x)} {n(y)}H{n(x + WIDE)}", stroke=theme.arrow, width=STROKES["plain"].width)
        return [line, chevron(x + 10, y, theme.arrow), chevron(x + 24, y, theme.arrow)]

    return draw


def _joint(joint: str, kind: str, theme: Theme) -> Draw:
    colour = theme.kinds[kind].line

    def draw(x: float, y: float) -> list[Element]:
        middle, top = x + WIDE / 2, y - 6
        dashes = RISK_DASHES if kind == "risk" else None
        start = top + (4 if joint == "ring" else 1)
        stem = path(
            f"M{n(middle)} {n(y + 10)}V{n(start)}", stroke=colour, width=STEM, stroke_dasharray=dashes
        )
        return [stem, sign_of(joint, middle, top, BAR if joint == "bar" else 2 * RING, colour, theme.page)]

    return draw


def _sign(kind: str, theme: Theme) -> Draw:
    return lambda x, y: draw_sign(Sign(kind, WIDE / 2, 0), x, y, theme.page, theme)
