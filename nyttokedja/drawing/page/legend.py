"""The legend: the last band, with a sample and a text for each thing that the picture has. Lengths in px."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from nyttokedja.drawing.boxes.box import Sign, TypesetBox
from nyttokedja.drawing.boxes.docks import Dock
from nyttokedja.drawing.boxes.shapes import outline
from nyttokedja.drawing.content.arrow_kinds import ArrowGroups, style_of
from nyttokedja.drawing.content.overlay import Overlay, Status
from nyttokedja.drawing.content.wording import PictureWords
from nyttokedja.drawing.layout.spacing import MARGIN
from nyttokedja.drawing.page.bands import LABEL, LABEL_DOWN, draw_hairline, draw_label
from nyttokedja.drawing.page.boxes import draw_number, draw_sign
from nyttokedja.drawing.page.status_styles import box_style, draw_cut, draw_disc, draw_route
from nyttokedja.drawing.routing.needs import needs_bar
from nyttokedja.drawing.routing.pen import STROKES, Route, chevron, draw_arrow_end
from nyttokedja.drawing.routing.stems import BAR, RING, RISK_DASHES, STEM, draw_mark
from nyttokedja.drawing.svg.elements import Element, path, text_line
from nyttokedja.drawing.svg.elements import number as n
from nyttokedja.drawing.svg.icons import pictogram
from nyttokedja.drawing.svg.orientation import LEFT, RIGHT, Orientation
from nyttokedja.drawing.svg.theme import Theme
from nyttokedja.drawing.typesetting.wrap import TextStyle

STYLE = TextStyle(12, 26)
WIDE, HIGH, GAP, BETWEEN, BELOW = 34.0, 22.0, 8.0, 22.0, 30.0
"""The width and height of a sample, from it to its text, from a text to the next sample, and from the last
row to the foot of the picture.
"""

_BASELINE = 4.0
"""From the middle of a sample down to the baseline of its text."""

_ICON, _ICON_IN, _ICON_IN_ARROW = 12.0, 11.0, 9.0
"""The pictogram of a box: its size and its x in the sample, which is less in a change, since that has a
point.
"""

_LINE_END, _RING_END = 8.0, 6.0
"""How far before the right end of a sample its line ends, below an arrow head and at a ring."""

_SMALL_DISC, _DISC, _DISC_IN = 6.5, 7.5, 12.0
"""The radius of the disc on a box and of that on an arrow, and the x of the latter."""

_BOX_DOWN, _DISC_BACK, _CUT_IN = 2.0, 9.0, 8.0
"""How much lower than others a box with a status begins, how far its disc is from its right end, and where
the dots of omitted arrows begin.
"""

_CHEVRONS = (10.0, 24.0)
"""Where the chevrons of a backward arrow are."""

_MARK_UP, _STEM_DOWN = 6.0, 10.0
_BAR_INSIDE, _RING_INSIDE = 1.0, 4.0
"""A stem: how far above the middle its mark is, how far below the middle it begins, and how far below its
mark it ends.
"""

Draw = Callable[[float, float], list[Element]]
"""(left edge, middle y) → the elements of a sample."""

Entry = tuple[str, Draw]
"""(text, sample)."""

_ORDER = (
    "change", "behaviour", "effect", "benefit", "drawback", "goal", "obstacle", "risk",
    "opportunity", "precondition", "cost", "note", "elsewhere",
)  # fmt: skip


def draw_legend(
    arrow_groups: ArrowGroups,
    docks: Sequence[Dock],
    boxes: Sequence[TypesetBox],
    overlay: Overlay | None,
    words: PictureWords,
    top: float,
    right: float,
    theme: Theme,
    direction: str = RIGHT,
) -> tuple[list[Element], float]:
    """The legend from ``top`` down, and the foot of the picture. Samples lie, also where a picture is read
    downwards; to the left, what points points to the left.
    """
    drawn = [draw_hairline(top, right, theme)]
    drawn += draw_label("legend", MARGIN, top + LABEL_DOWN, words, theme)
    x, y = MARGIN + LABEL, top + HIGH
    for text, sample in _entries(arrow_groups, docks, boxes, overlay, words, theme, direction):
        wide = WIDE + GAP + STYLE.width(text)
        if x + wide > right and x > MARGIN + LABEL:
            x, y = MARGIN + LABEL, y + STYLE.lead
        drawn += sample(x, y)
        drawn.append(text_line(x + WIDE + GAP, y + _BASELINE, text, STYLE.size, theme.soft))
        x += wide + BETWEEN
    return drawn, y + BELOW


def _entries(
    arrow_groups: ArrowGroups,
    docks: Sequence[Dock],
    boxes: Sequence[TypesetBox],
    overlay: Overlay | None,
    words: PictureWords,
    theme: Theme,
    direction: str,
) -> Iterator[Entry]:
    kinds = {box.kind for box in boxes}
    for kind in _ORDER:
        if kind in kinds:
            sample = _outlined(kind, theme)
            yield words.word("boxes", kind), _pointing(sample, direction) if kind == "change" else sample
    effect_goals = {box.kind for box in boxes if box.effect_goal}
    for kind in _ORDER:
        if kind in effect_goals:
            yield words.word("boxes", "effect_goal"), _outlined(kind, theme, effect_goal=True)
            break
    for key, sample in _arrows(arrow_groups, theme):
        yield words.word("legend", key), _pointing(sample, direction)
    if any(arrow.target.needs_all for arrow in (*arrow_groups.forward, *arrow_groups.backward)):
        yield words.word("legend", "needs"), _pointing(_all_of(theme), direction)
    for key, sample in _signs(docks, boxes, theme):
        yield words.word("legend", key), sample
    if overlay:
        yield from _changes(arrow_groups, boxes, overlay, words, theme)


def _changes(
    arrow_groups: ArrowGroups,
    boxes: Sequence[TypesetBox],
    overlay: Overlay,
    words: PictureWords,
    theme: Theme,
) -> Iterator[Entry]:
    """The statuses of boxes and arrows."""
    statuses = {box.status for box in boxes}
    arrows = {
        overlay.status(arrow.ends)
        for arrow in (*arrow_groups.forward, *arrow_groups.backward, *arrow_groups.band)
    }
    for status in reversed(Status):
        if status in statuses:
            yield words.word("box", status), _changed_box(status, theme)
    for status in reversed(Status):
        if status in arrows - {Status.KEPT}:
            yield words.word("arrow", status), _changed_arrow(status, theme)
    if overlay.omitted:
        yield words.word("legend", "cut"), lambda x, y: draw_cut(x + _CUT_IN, y, 1, theme)


def _changed_box(status: Status, theme: Theme) -> Draw:
    style = box_style("effect", status, theme)

    def draw(x: float, y: float) -> list[Element]:
        top = y - HIGH / 2 + _BOX_DOWN
        drawn = outline(
            "effect",
            x,
            top,
            WIDE,
            HIGH - _BOX_DOWN,
            style.colours,
            heavier=style.heavier,
            dashes=style.dashes,
        )
        if status is Status.KEPT:
            return drawn
        return [*drawn, *draw_disc(status, x + WIDE - _DISC_BACK, top, _SMALL_DISC, theme)]

    return draw


def _changed_arrow(status: Status, theme: Theme) -> Draw:
    def draw(x: float, y: float) -> list[Element]:
        route = Route(("", ""), "plain", f"M{n(x)} {n(y)}H{n(x + WIDE - _LINE_END)}", (), (x + WIDE, y))
        return [*draw_route(route, status, theme), *draw_disc(status, x + _DISC_IN, y, _DISC, theme)]

    return draw


def _arrows(arrow_groups: ArrowGroups, theme: Theme) -> Iterator[Entry]:
    styles = {style_of(arrow) for arrow in (*arrow_groups.forward, *arrow_groups.backward)}
    for style in ("plain", "direct", "indirect", "limited", "beside"):
        if style in styles:
            yield "arrow" if style == "plain" else style, _arrow(style, theme)
    if arrow_groups.backward:
        yield "backward", _backward(theme)
    if arrow_groups.band:
        yield "opportunity", lambda x, y: draw_number(x + WIDE / 2, y, "1", theme)


def _pointing(sample: Draw, direction: str) -> Draw:
    """The sample with its shapes mirrored, to the left; not its pictograms and texts."""

    def draw(x: float, y: float) -> list[Element]:
        mirror = Orientation(LEFT, 2 * x + WIDE)
        return [
            part if part.name == "text" or "transform" in part.attributes else mirror.shape(part)
            for part in sample(x, y)
        ]

    return draw if direction == LEFT else sample


def _signs(docks: Sequence[Dock], boxes: Sequence[TypesetBox], theme: Theme) -> Iterator[Entry]:
    for mark, kind, key in (("bar", "obstacle", "hinders"), ("ring", "risk", "risk")):
        kinds = [dock.box.kind for dock in docks if dock.mark == mark]
        if kinds:
            yield key, _stem(mark, kind if kind in kinds else kinds[0], theme)
    if again := [dock.box.kind for dock in docks if dock.repeated]:
        yield "again", _outlined(again[0], theme)
    signs = _sign_kinds(boxes)
    for kind in (
        "fault",
        "remark",
        "missing",
        "soft",
        "accepted",
        "uncertain",
        "reached",
        "on_course",
        "behind",
    ):
        if kind in signs:
            yield kind, _sign(kind, theme)


def _sign_kinds(boxes: Iterable[TypesetBox]) -> set[str]:
    return {sign.kind for box in boxes for sign in box.signs}


def _outlined(kind: str, theme: Theme, *, effect_goal: bool = False) -> Draw:
    colours = theme.kinds[kind]
    inset = _ICON_IN_ARROW if kind == "change" else _ICON_IN

    def draw(x: float, y: float) -> list[Element]:
        shape = outline(kind, x, y - HIGH / 2, WIDE, HIGH, colours, effect_goal)
        return [*shape, pictogram(kind, x + inset, y - _ICON / 2, _ICON, colours.line)]

    return draw


def _arrow(style: str, theme: Theme) -> Draw:
    stroke = STROKES[style]

    def draw(x: float, y: float) -> list[Element]:
        d = f"M{n(x)} {n(y)}H{n(x + WIDE - (_RING_END if stroke.end == 'ring' else _LINE_END))}"
        line = path(d, stroke=theme.arrow, width=stroke.width, stroke_dasharray=stroke.dashes or None)
        return [line, draw_arrow_end((x + WIDE, y), stroke.end, theme.arrow, theme.page)]

    return draw


def _all_of(theme: Theme) -> Draw:
    def draw(x: float, y: float) -> list[Element]:
        return [*_arrow("plain", theme)(x, y), needs_bar(x + WIDE, (y,), theme.arrow)]

    return draw


def _backward(theme: Theme) -> Draw:
    def draw(x: float, y: float) -> list[Element]:
        line = path(f"M{n(x)} {n(y)}H{n(x + WIDE)}", stroke=theme.arrow, width=STROKES["plain"].width)
        return [line, *(chevron(x + right, y, theme.arrow) for right in _CHEVRONS)]

    return draw


def _stem(mark: str, kind: str, theme: Theme) -> Draw:
    colour = theme.kinds[kind].line

    def draw(x: float, y: float) -> list[Element]:
        middle, top = x + WIDE / 2, y - _MARK_UP
        dashes = RISK_DASHES if kind == "risk" else None
        end = top + (_RING_INSIDE if mark == "ring" else _BAR_INSIDE)
        d = f"M{n(middle)} {n(y + _STEM_DOWN)}V{n(end)}"
        line = path(d, stroke=colour, width=STEM, stroke_dasharray=dashes)
        return [line, draw_mark(mark, middle, top, BAR if mark == "bar" else 2 * RING, colour, theme.page)]

    return draw


def _sign(kind: str, theme: Theme) -> Draw:
    return lambda x, y: draw_sign(Sign(kind, WIDE / 2, 0), x, y, theme.page, theme)
