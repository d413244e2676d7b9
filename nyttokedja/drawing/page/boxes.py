"""Box and place → its elements: outline, pictogram, signs and text, in one labelled group."""

from __future__ import annotations

from nyttokedja.drawing.boxes.box import PAD, Box, Line, Sign
from nyttokedja.drawing.boxes.shapes import outline, right_edge
from nyttokedja.drawing.page.status_styles import Look, draw_badge, draw_cut, draw_disc, look_of
from nyttokedja.drawing.svg.elements import Element, element, group, number, path, words
from nyttokedja.drawing.svg.geometry import Rect
from nyttokedja.drawing.svg.icons import pictogram
from nyttokedja.drawing.svg.theme import Theme

_ICON_DOWN, _ICON = 7.5, 14.0
_DISC, _CUT_LEFT = 6.0, 10.0
"""The radius of the disc of a line's sign, and how far left of the sign's middle the dots of a cut begin."""

_RING, _DIAMOND, _SOFT_DIAMOND = 5.4, 6.6, 5.8
"""From the middle of a sign to its edge."""

_TOUCHED = {"touched": "touched", "better": "added", "worse": "missing"}
"""Which signs are the symbol of what is touched, in which colour."""


def draw_box(box: Box, x: float, y: float, label: str, theme: Theme) -> Element:
    """The group of a box with its upper left corner at (x, y), read aloud as ``label``."""
    look = look_of(box.kind, box.status, theme)
    paint = look.paint
    drawn = outline(box.kind, x, y, box.width, box.height, paint, box.chosen, look.heavier, look.dashes)
    drawn.append(pictogram(box.pictogram, x + PAD, y + _ICON_DOWN, _ICON, look.type))
    drawn += [part for sign in box.signs for part in draw_sign(sign, x, y, paint.fill, theme)]
    drawn += [_draw_line(line, x, y, look, theme) for line in box.lines]
    if box.status and box.badge:
        corner = right_edge(box.kind, Rect(x, y, box.width, box.height), box.middle)
        drawn += draw_badge(box.status, box.badge, corner, y, theme)
    states = {sign.kind for sign in box.signs} - theme.statuses.keys() | (
        {box.status} if box.status else set()
    )
    return group(
        drawn,
        role="graphics-symbol",
        aria_roledescription=box.type_word,
        aria_label=label,
        class_=" ".join(["node", box.kind, *sorted(states)]),
    )


def _draw_line(line: Line, x: float, y: float, look: Look, theme: Theme) -> Element:
    inks = {
        **theme.statuses,
        "type": look.type,
        "ink": look.ink,
        "soft": theme.soft,
        "missing": theme.missing,
    }
    type, struck = line.type, look.struck and line.ink == "ink"
    return words(
        x + line.x, y + line.y, line.text, type.size, inks[line.ink], type.bold, type.spacing,
        text_decoration="line-through" if struck else None,
    )  # fmt: skip


def draw_sign(sign: Sign, x: float, y: float, ground: str, theme: Theme) -> list[Element]:
    """The sign of a mark on a ``ground`` colour: a diamond, hollow where it is soft, or a ticked ring;
    of what has become of something, its symbol in a disc.
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
    if sign.kind == "accepted":
        tick = f"M{n(cx - 2.6)} {n(cy)}L{n(cx - 0.6)} {n(cy + 2)}L{n(cx + 2.8)} {n(cy - 2.2)}"
        ring = element(
            "circle", cx=n(cx), cy=n(cy), r=_RING, fill="none", stroke=theme.soft, stroke_width=1.2
        )
        return [ring, path(tick, stroke=theme.soft, width=1.4, stroke_linecap="round")]
    soft = sign.kind == "soft"
    r = _SOFT_DIAMOND if soft else _DIAMOND
    d = f"M{n(cx)} {n(cy - r)}L{n(cx + r)} {n(cy)}L{n(cx)} {n(cy + r)}L{n(cx - r)} {n(cy)}Z"
    if soft:
        return [path(d, stroke=theme.soft, width=1.2, stroke_linejoin="round")]
    point = f"M{n(cx)} {n(cy - 3)}V{n(cy + 1.2)}M{n(cx)} {n(cy + 3.2)}V{n(cy + 3.7)}"
    return [path(d, fill=theme.missing), path(point, stroke=ground, width=1.6, stroke_linecap="round")]
