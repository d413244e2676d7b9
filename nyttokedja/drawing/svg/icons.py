"""The pictograms: a path for each kind of box, in a square of 16 × 16 with a stroke of 1.5."""

from __future__ import annotations

from nyttokedja.drawing.svg.elements import Element, number, path

PICTOGRAMS = {
    "change": "M2 5.5H13M10 2.5L13 5.5L10 8.5M14 11.5H3M6 8.8L3 11.5L6 14.2",
    "behaviour": "M8 2.2A2.6 2.6 0 1 1 8 7.4A2.6 2.6 0 1 1 8 2.2Z"
    "M2.8 14.2C2.8 11 5 9.6 8 9.6S13.2 11 13.2 14.2",
    "effect": "M3.6 8A.9 .9 0 1 1 1.8 8A.9 .9 0 1 1 3.6 8Z"
    "M6 4.6A5 5 0 0 1 6 11.4M9.2 2.8A8 8 0 0 1 9.2 13.2M12.4 1.2A11 11 0 0 1 12.4 14.8",
    "benefit": "M8 1.6L9.9 5.8L14.4 6.3L11 9.4L12 13.9L8 11.6L4 13.9L5 9.4L1.6 6.3L6.1 5.8Z",
    "drawback": "M8 1.8V10.6M4.2 7L8 10.8L11.8 7M2.4 14H13.6",
    "goal": "M8 1.6A6.4 6.4 0 1 1 8 14.4A6.4 6.4 0 1 1 8 1.6Z"
    "M8 5A3 3 0 1 1 8 11A3 3 0 1 1 8 5ZM8 7.4A.6 .6 0 1 1 8 8.6A.6 .6 0 1 1 8 7.4Z",
    "obstacle": "M8 1.6A6.4 6.4 0 1 1 8 14.4A6.4 6.4 0 1 1 8 1.6ZM4.4 7H11.6V9H4.4Z",
    "risk": "M8 1.8L15 14H1ZM8 6V9.6M8 11.6V12.2",
    "opportunity": "M5.8 11V10C4.4 9.2 3.4 7.9 3.4 6.2A4.6 4.6 0 0 1 12.6 6.2"
    "C12.6 7.9 11.6 9.2 10.2 10V11ZM6.2 13.6H9.8",
    "precondition": "M2.5 2.5H13.5V13.5H2.5Z",
    "met": "M2.5 2.5H13.5V13.5H2.5ZM5 8.2L7.2 10.6L11.2 5.4",
    "cost": "M2 4.6C2 2.4 14 2.4 14 4.6S2 6.8 2 4.6Z"
    "M2 4.6V8C2 10.2 14 10.2 14 8V4.6M2 8V11.4C2 13.6 14 13.6 14 11.4V8",
    "elsewhere": "M8 3.5H2.5V13.5H12.5V8M9.5 2H14V6.5M14 2L7.5 8.5",
    "note": "M2.5 2H10L13.5 5.5V14H2.5ZM10 2V5.5H13.5",
}


def pictogram(name: str, x: float, y: float, side: float, colour: str) -> Element:
    """The pictogram with its upper left corner at (x, y), ``side`` px high and wide."""
    return path(
        PICTOGRAMS[name],
        stroke=colour,
        width=1.5,
        stroke_linejoin="round",
        stroke_linecap="round",
        transform=f"translate({number(x)} {number(y)}) scale({side / 16:.3f})",
    )
