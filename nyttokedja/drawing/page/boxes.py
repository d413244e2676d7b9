"""Box and position → its SVG group: outline, pictogram, signs and text, with a label. Lengths in px."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nyttokedja.drawing.boxes.box import (
    NUMBER,
    NUMBER_GAP,
    NUMBER_HIGH,
    NUMBER_LAMP,
    NUMBER_PAD,
    POINT_ROOM,
    Sign,
    TextLine,
    TypesetBox,
    number_width,
    pad_of,
)
from nyttokedja.drawing.boxes.shapes import outline, right_edge
from nyttokedja.drawing.page.status_styles import BoxStyle, box_style, draw_badge, draw_cut, draw_disc
from nyttokedja.drawing.svg.elements import Element, element, group, number, path, text_line
from nyttokedja.drawing.svg.geometry import Rect
from nyttokedja.drawing.svg.icons import pictogram
from nyttokedja.drawing.svg.orientation import DOWN, LEFT, RIGHT, Orientation
from nyttokedja.drawing.svg.theme import Theme

_ICON_DOWN, _ICON = 7.5, 14.0
"""From the top of the box to the pictogram, and its size."""

_DISC, _CUT_LEFT = 6.0, 10.0
"""The radius of a disc as a sign, and how far left of the middle of a sign the dots of a cut begin."""

_RING, _DIAMOND, _SOFT_DIAMOND = 5.4, 6.6, 5.8
"""From the middle of a sign to its edge or corner."""

_NUMBER_BASELINE = 4.0
"""From the middle of the number of an opportunity to its baseline."""

_STROKED: Mapping[str, Sequence[tuple[str, float, float]]] = {
    "reached": (("M", -4, 0), ("L", -1, 3), ("L", 4.2, -3.4)),
    "on_course": (("M", -4.4, 0), ("L", 4.4, 0), ("M", 1.2, -3.2), ("L", 4.4, 0), ("L", 1.2, 3.2)),
    "behind": (("M", 0, -4.4), ("L", 0, 4.4), ("M", -3.2, 1.2), ("L", 0, 4.4), ("L", 3.2, 1.2)),
    "uncertain": (
        ("M", -2.4, -1.8), ("C", -2.4, -5.6), ("", 2.8, -5.6), ("", 2.8, -2.2), ("C", 2.8, -0.2), ("", 0, 0),
        ("", 0, 1.6), ("M", 0, 4.2), ("L", 0, 4.3),
    ),
}  # fmt: skip
"""A tick, an arrow onwards, one downwards and a question mark, around (0, 0)."""

_TOUCHED = {"touched": "touched", "better": "added", "worse": "missing"}
"""Sign drawn with the symbol of `Status.TOUCHED` → the status whose colour it has."""


def draw_box(
    box: TypesetBox, x: float, y: float, label: str, theme: Theme, direction: str = RIGHT
) -> Element:
    """The group of a box with its upper left corner at (x, y).

    ``label`` is what screen readers say of it, once: the texts in it are hidden from them. What points
    somewhere points in the ``direction`` in which the picture is read.
    """
    style = box_style(box.kind, box.status, theme)
    colours = style.colours
    drawn = outline(
        box.kind, x, y, box.width, box.height, colours, box.effect_goal, style.heavier, style.dashes
    )
    corner = right_edge(box.kind, Rect(x, y, box.width, box.height), box.middle)
    if box.kind == "change" and direction == LEFT:
        mirrored = Orientation(LEFT, 2 * x + box.width)
        drawn = [mirrored.shape(part) for part in drawn]
        x, corner = x + POINT_ROOM, x + box.width
    elif box.kind == "change" and direction == DOWN:
        upright = outline(
            box.kind, y, x, box.height, box.width, colours, heavier=style.heavier, dashes=style.dashes
        )
        drawn, corner = [Orientation(DOWN).shape(part) for part in upright], x + box.width
    drawn.append(pictogram(box.pictogram, x + pad_of(box.width), y + _ICON_DOWN, _ICON, style.type))
    drawn += [part for sign in box.signs for part in draw_sign(sign, x, y, colours.fill, theme)]
    drawn += [_draw_line(line, x, y, style, theme) for line in box.lines]
    if box.status and box.badge:
        drawn += draw_badge(box.status, box.badge, corner, y, theme)
    states = {sign.kind for sign in box.signs} - theme.statuses.keys() | (
        {box.status} if box.status else set()
    )
    return group(
        drawn,
        role="graphics-symbol",
        aria_label=label,
        class_=" ".join(["node", box.kind, *sorted(states)]),
    )


def _draw_line(line: TextLine, x: float, y: float, box: BoxStyle, theme: Theme) -> Element:
    inks = {
        **theme.statuses,
        "type": box.type,
        "ink": box.ink,
        "soft": theme.soft,
        "missing": theme.missing,
    }
    style, struck = line.style, box.struck and line.ink == "ink"
    return text_line(
        x + line.x, y + line.y, line.text, style.size, inks[line.ink], style.bold, style.spacing,
        text_decoration="line-through" if struck else None, aria_hidden="true",
    )  # fmt: skip


def draw_sign(sign: Sign, x: float, y: float, background: str, theme: Theme) -> list[Element]:
    """The sign of an annotation, a diamond or a tick in a ring, a tick for what is reached, or of a status.

    (x, y) is the corner of the box that the sign is in, ``background`` the colour around it.
    """
    cx, cy, n = x + sign.x, y + sign.y, number
    if sign.kind in _TOUCHED:
        return draw_disc(
            "touched", cx, cy, _DISC, theme, theme.statuses.get(_TOUCHED[sign.kind], theme.missing)
        )
    if sign.kind in theme.statuses:
        return draw_disc(sign.kind, cx, cy, _DISC, theme)
    if sign.kind == "cut":
        return draw_cut(cx - _CUT_LEFT, cy, 1, theme)
    if sign.kind in _STROKED:
        moves = " ".join(f"{step}{n(cx + x)} {n(cy + y)}" for step, x, y in _STROKED[sign.kind])
        ink = theme.ink if sign.kind == "behind" else theme.soft
        return [path(moves, stroke=ink, width=1.8, stroke_linecap="round", stroke_linejoin="round")]
    if sign.kind == "number":
        return draw_number(cx, cy, sign.text, theme)
    if sign.kind == "accepted":
        tick = f"M{n(cx - 2.6)} {n(cy)}L{n(cx - 0.6)} {n(cy + 2)}L{n(cx + 2.8)} {n(cy - 2.2)}"
        ring = element(
            "circle", cx=n(cx), cy=n(cy), r=_RING, fill="none", stroke=theme.soft, stroke_width=1.2
        )
        return [ring, path(tick, stroke=theme.soft, width=1.4, stroke_linecap="round")]
    plain = sign.kind in ("soft", "missing")
    r = _SOFT_DIAMOND if plain else _DIAMOND
    d = f"M{n(cx)} {n(cy - r)}L{n(cx + r)} {n(cy)}L{n(cx)} {n(cy + r)}L{n(cx - r)} {n(cy)}Z"
    if sign.kind == "soft":
        return [path(d, stroke=theme.soft, width=1.2, stroke_linejoin="round")]
    if sign.kind == "missing":
        return [path(d, fill=theme.ink)]
    point = f"M{n(cx)} {n(cy - 3)}V{n(cy + 1.2)}M{n(cx)} {n(cy + 3.2)}V{n(cy + 3.7)}"
    if sign.kind == "remark":
        outline_ = path(d, fill=background, stroke=theme.ink, width=1.2, stroke_linejoin="round")
        return [outline_, path(point, stroke=theme.ink, width=1.6, stroke_linecap="round")]
    return [path(d, fill=theme.missing), path(point, stroke=background, width=1.6, stroke_linecap="round")]


def draw_number(x: float, y: float, number: str, theme: Theme) -> list[Element]:
    """The lamp and the number of an opportunity, in a pill with its middle at (x, y)."""
    colours, wide = theme.kinds["opportunity"], number_width(number)
    left = x - wide / 2
    pill = element(
        "rect", x=left, y=y - NUMBER_HIGH / 2, width=wide, height=NUMBER_HIGH, rx=NUMBER_HIGH / 2,
        fill=colours.fill, stroke=colours.line, stroke_width=1.2, stroke_dasharray="2 2",
    )  # fmt: skip
    lamp = pictogram("opportunity", left + NUMBER_PAD, y - NUMBER_LAMP / 2, NUMBER_LAMP, colours.line)
    text = text_line(
        left + NUMBER_PAD + NUMBER_LAMP + NUMBER_GAP,
        y + _NUMBER_BASELINE,
        number,
        NUMBER.size,
        colours.line,
        bold=True,
        aria_hidden="true",
    )
    return [pill, lamp, text]
