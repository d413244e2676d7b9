"""Box and place → its elements: outline, pictogram, signs and text, in one labelled group."""

from __future__ import annotations

from nyttokedja.drawing.boxes import PAD, Box, Line, Sign
from nyttokedja.drawing.elements import Element, element, group, number, path, words
from nyttokedja.drawing.icons import pictogram
from nyttokedja.drawing.outlines import outline
from nyttokedja.drawing.theme import Paint, Theme


def draw_box(box: Box, x: float, y: float, label: str, theme: Theme) -> Element:
    """The group of a box with its upper left corner at (x, y), read aloud as ``label``."""
    paint = theme.kinds[box.kind]
    drawn = outline(box.kind, x, y, box.width, box.height, paint, box.chosen)
    drawn.append(pictogram(box.pictogram, x + PAD, y + 7.5, 14, paint.line))
    drawn += [part for sign in box.signs for part in draw_sign(sign, x, y, paint.fill, theme)]
    drawn += [_draw_line(line, x, y, paint, theme) for line in box.lines]
    states = sorted({sign.kind for sign in box.signs})
    return group(
        drawn,
        role="graphics-symbol",
        aria_roledescription=box.type_word,
        aria_label=label,
        class_=" ".join(["node", box.kind, *states]),
    )


def _draw_line(line: Line, x: float, y: float, paint: Paint, theme: Theme) -> Element:
    inks = {"type": paint.line, "ink": theme.ink, "soft": theme.soft, "missing": theme.missing}
    type = line.type
    return words(x + line.x, y + line.y, line.text, type.size, inks[line.ink], type.bold, type.spacing)


def draw_sign(sign: Sign, x: float, y: float, ground: str, theme: Theme) -> list[Element]:
    """The sign of a mark on a ``ground`` colour: a diamond, hollow where it is soft, or a ticked ring."""
    cx, cy, n = x + sign.x, y + sign.y, number
    if sign.kind == "accepted":
        tick = f"M{n(cx - 2.6)} {n(cy)}L{n(cx - 0.6)} {n(cy + 2)}L{n(cx + 2.8)} {n(cy - 2.2)}"
        ring = element("circle", cx=n(cx), cy=n(cy), r=5.4, fill="none", stroke=theme.soft, stroke_width=1.2)
        return [ring, path(tick, stroke=theme.soft, width=1.4, stroke_linecap="round")]
    soft = sign.kind == "soft"
    r = 5.8 if soft else 6.6
    d = f"M{n(cx)} {n(cy - r)}L{n(cx + r)} {n(cy)}L{n(cx)} {n(cy + r)}L{n(cx - r)} {n(cy)}Z"
    if soft:
        return [path(d, stroke=theme.soft, width=1.2, stroke_linejoin="round")]
    point = f"M{n(cx)} {n(cy - 3)}V{n(cy + 1.2)}M{n(cx)} {n(cy + 3.2)}V{n(cy + 3.7)}"
    return [path(d, fill=theme.missing), path(point, stroke=ground, width=1.6, stroke_linecap="round")]
