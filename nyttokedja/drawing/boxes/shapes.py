"""The outline of each kind of box, by whose shape it is known without colours. Lengths in px."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from nyttokedja.drawing.svg.elements import Element, number, path
from nyttokedja.drawing.svg.geometry import Rect
from nyttokedja.drawing.svg.theme import BoxColours

POINT = 12.0
"""How long the point of a change is, inside its width."""

_WIDTHS = {
    "change": 1.8, "behaviour": 1.6, "effect": 1.6, "benefit": 2.0, "drawback": 1.6, "goal": 1.8,
    "obstacle": 1.8, "risk": 1.6, "opportunity": 1.8, "precondition": 1.1, "cost": 1.1, "note": 1.1,
    "elsewhere": 1.1,
}  # fmt: skip
_DASHES = {"risk": "6 3", "opportunity": "2 3", "elsewhere": "8 4"}
_CORNERS = {"octagon": 8.0, "cut": 9.0}
_SHARE_OF_HEIGHT = 3
"""A corner takes at most one part of the height in so many; so does a change's point."""

_GOAL_IN, _GOAL_RADIUS, _FINE = 4.0, 4.0, 0.9
"""The second outline of an effect goal: how far inside, the radius of its corners, the width of its line."""

_BENEFIT_RADIUS = 18.0
_BENEFIT_INNER_RADIUS = _BENEFIT_RADIUS - _GOAL_IN

Shape = Callable[[float, float, float, float], str]


def right_edge(kind: str, box: Rect, dy: float) -> float:
    """The x of a box's outline at the right, ``dy`` px above or below its middle."""
    if kind != "change":
        return box.right
    return box.right - POINT * min(1.0, abs(dy) / (box.height / 2))


def polygon(*points: tuple[float, float]) -> str:
    """A closed path through the points."""
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points) + "Z"


def rounded(x: float, y: float, w: float, h: float, radius: float) -> str:
    """A closed path around a rectangle with round corners."""
    r = min(radius, w / 2, h / 2)
    n, right, foot = number, x + w, y + h
    arc = f"A{n(r)} {n(r)} 0 0 1 "
    return (
        f"M{n(x + r)} {n(y)}H{n(right - r)}{arc}{n(right)} {n(y + r)}"
        f"V{n(foot - r)}{arc}{n(right - r)} {n(foot)}"
        f"H{n(x + r)}{arc}{n(x)} {n(foot - r)}V{n(y + r)}{arc}{n(x + r)} {n(y)}Z"
    )


def _square(x: float, y: float, w: float, h: float) -> str:
    return polygon((x, y), (x + w, y), (x + w, y + h), (x, y + h))


def _block_arrow(x: float, y: float, w: float, h: float) -> str:
    shaft = x + w - min(POINT, h / _SHARE_OF_HEIGHT)
    return polygon((x, y), (shaft, y), (x + w, y + h / 2), (shaft, y + h), (x, y + h))


def _octagon(x: float, y: float, w: float, h: float) -> str:
    c, right, foot = min(_CORNERS["octagon"], h / _SHARE_OF_HEIGHT), x + w, y + h
    return polygon(
        (x + c, y), (right - c, y), (right, y + c), (right, foot - c),
        (right - c, foot), (x + c, foot), (x, foot - c), (x, y + c),
    )  # fmt: skip


def _two_corners_cut(x: float, y: float, w: float, h: float) -> str:
    c, right, foot = min(_CORNERS["cut"], h / _SHARE_OF_HEIGHT), x + w, y + h
    return polygon(
        (x + c, y), (right, y), (right, foot - c), (right - c, foot), (x, foot), (x, y + c)
    )  # fmt: skip


def _round(radius: float) -> Shape:
    return lambda x, y, w, h: rounded(x, y, w, h, min(radius, h * 0.45))


SHAPES: Mapping[str, Shape] = {
    "change": _block_arrow,
    "behaviour": _round(7),
    "effect": _round(7),
    "benefit": _round(_BENEFIT_RADIUS),
    "drawback": _round(3),
    "goal": _square,
    "obstacle": _octagon,
    "risk": _two_corners_cut,
    "opportunity": _round(14),
    "precondition": _square,
    "cost": _square,
    "note": _square,
    "elsewhere": _square,
}


def outline(
    kind: str,
    x: float,
    y: float,
    w: float,
    h: float,
    paint: BoxColours,
    effect_goal: bool = False,
    heavier: float = 0.0,
    dashes: str | None = None,
) -> list[Element]:
    """The filled outline and the lines inside it that belong to the kind; ``chosen`` is an effektmål.

    ``dashes`` are those of the kind where they are None.
    """
    dashes = _DASHES.get(kind) if dashes is None else dashes
    shape = path(
        SHAPES[kind](x, y, w, h),
        fill=paint.fill,
        stroke=paint.line,
        width=_WIDTHS[kind] + heavier,
        stroke_dasharray=dashes or None,
        stroke_linejoin="round",
    )
    inner = _INNER.get(kind)
    lines = [inner(x, y, w, h, paint.line)] if inner else []
    if effect_goal:
        radius = _BENEFIT_INNER_RADIUS if kind == "benefit" else _GOAL_RADIUS
        inside = (x + _GOAL_IN, y + _GOAL_IN, w - 2 * _GOAL_IN, h - 2 * _GOAL_IN)
        lines.append(path(rounded(*inside, radius), stroke=paint.line, width=_FINE))
    return [shape, *lines]


def _bar(x: float, y: float, w: float, h: float, colour: str) -> Element:
    top, foot = number(y + 5), number(y + h - 5)
    return path(f"M{number(x + 4.5)} {top}V{foot}", stroke=colour, width=3, stroke_linecap="round")


def _heavy_foot(x: float, y: float, w: float, h: float, colour: str) -> Element:
    return path(f"M{number(x)} {number(y + h - 2)}H{number(x + w)}", stroke=colour, width=5)


def _second_line(x: float, y: float, w: float, h: float, colour: str) -> Element:
    return path(_square(x + 3.5, y + 3.5, w - 7, h - 7), stroke=colour, width=_FINE)


def _double_foot(x: float, y: float, w: float, h: float, colour: str) -> Element:
    return path(f"M{number(x)} {number(y + h - 3)}H{number(x + w)}", stroke=colour, width=1.1)


_INNER: Mapping[str, Callable[[float, float, float, float, str], Element]] = {
    "behaviour": _bar,
    "drawback": _heavy_foot,
    "goal": _second_line,
    "cost": _double_foot,
}
