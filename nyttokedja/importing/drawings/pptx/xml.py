"""The parts of a presentation's XML that drawings are made of: names, texts, colours, places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import cos, radians, sin
from typing import NamedTuple
from xml.etree.ElementTree import Element

from nyttokedja.importing.clean_text import cleaned
from nyttokedja.importing.drawings.board import Mark, Point, Rect

_OOXML = "http://schemas.openxmlformats.org"
A = f"{{{_OOXML}/drawingml/2006/main}}"
P = f"{{{_OOXML}/presentationml/2006/main}}"
R = f"{{{_OOXML}/officeDocument/2006/relationships}}"
_EMU = 9525
_FARTHEST = 10**12
_TURN = 60_000
_NO_LINES = ("none", "")
_SEEN_FIELDS = ("slidenum", "datetime")


class Spread(NamedTuple):
    """How the numbers of a group become those of the slide."""

    wide: float = 1.0
    high: float = 1.0
    x: float = 0.0
    y: float = 0.0

    def place(self, place: Rect) -> Rect:
        """A place on the slide."""
        x, y = self.x + place.x * self.wide, self.y + place.y * self.high
        return Rect(x, y, place.width * self.wide, place.height * self.high)

    def within(self, group: Element | None) -> Spread:
        """That of what is in a group, by the group's ``xfrm``."""
        outer, inner = _rect(group, "off", "ext"), _rect(group, "chOff", "chExt")
        if outer is None or inner is None:
            return self
        wide = outer.width / inner.width if inner.width else 1.0
        high = outer.height / inner.height if inner.height else 1.0
        placed = self.place(outer)
        wide, high = self.wide * wide, self.high * high
        return Spread(wide, high, placed.x - inner.x * wide, placed.y - inner.y * high)


def place_of(xfrm: Element | None, spread: Spread) -> Rect | None:
    """Where a shape is drawn on the slide; None where its layout says it."""
    place = _rect(xfrm, "off", "ext")
    if place is None or xfrm is None:
        return None
    if 45 < number(xfrm.get("rot")) / _TURN % 180 < 135:
        x, y, width, height = place
        place = Rect(x + (width - height) / 2, y + (height - width) / 2, height, width)
    return spread.place(place)


def ends_of(xfrm: Element | None, spread: Spread) -> tuple[Point | None, Point | None]:
    """Where a line begins and ends on the slide."""
    place = _rect(xfrm, "off", "ext")
    if place is None or xfrm is None:
        return None, None
    left, right = place.x, place.x + place.width
    top, bottom = place.y, place.y + place.height
    if xfrm.get("flipH") in ("1", "true"):
        left, right = right, left
    if xfrm.get("flipV") in ("1", "true"):
        top, bottom = bottom, top
    middle = Point(place.x + place.width / 2, place.y + place.height / 2)
    angle = radians(number(xfrm.get("rot")) / _TURN)
    begin, end = (
        spread.place(Rect(*_turned(Point(x, y), middle, angle), 0, 0))
        for x, y in ((left, top), (right, bottom))
    )
    return Point(begin.x, begin.y), Point(end.x, end.y)


def _turned(point: Point, middle: Point, angle: float) -> Point:
    x, y = point.x - middle.x, point.y - middle.y
    return Point(middle.x + x * cos(angle) - y * sin(angle), middle.y + x * sin(angle) + y * cos(angle))


def _rect(xfrm: Element | None, corner: str, size: str) -> Rect | None:
    at = xfrm.find(A + corner) if xfrm is not None else None
    ext = xfrm.find(A + size) if xfrm is not None else None
    if at is None or ext is None:
        return None
    numbers = (at.get("x"), at.get("y"), ext.get("cx"), ext.get("cy"))
    return Rect(*(number(one) / _EMU for one in numbers))


def number(written: str | None) -> int:
    """A whole number as the file has it; 0 for none, and for what nobody can have drawn."""
    try:
        found = int(written or 0)
    except ValueError:
        return 0
    return found if abs(found) < _FARTHEST else 0


def paragraphs(body: Element | None) -> tuple[str, ...]:
    """The paragraphs of a text, each of a line or several, none empty; numbers of slides are left out."""
    if body is None:
        return ()
    texts = ("".join(_runs(one)) for one in body.iter(f"{A}p"))
    found = ("\n".join(line for line in map(cleaned, text.split("\n")) if line) for text in texts)
    return tuple(text for text in found if text)


def _runs(paragraph: Element) -> Iterator[str]:
    for one in paragraph:
        if one.tag == f"{A}br":
            yield "\n"
        elif one.tag == f"{A}r" or (
            one.tag == f"{A}fld" and not one.get("type", "").startswith(_SEEN_FIELDS)
        ):
            yield one.findtext(f"{A}t") or ""


def mark_of(line: Element | None, end: str) -> Mark:
    """What is drawn at an end of a line: its ``headEnd`` is where it begins."""
    at = line.find(A + end) if line is not None else None
    kind = at.get("type", "none") if at is not None else "none"
    if kind in _NO_LINES:
        return Mark.NONE
    return Mark.OTHER if kind in ("oval", "diamond") else Mark.ARROW


class Palette:
    """The colours of a theme, by what shapes call them."""

    def __init__(self, theme: Element | None, master: Element | None) -> None:
        scheme = theme.find(f".//{A}clrScheme") if theme is not None else None
        self._colours = {
            one.tag.removeprefix(A): said
            for one in (scheme if scheme is not None else ())
            if (said := _said(one))
        }
        mapped = master.find(f"{P}clrMap") if master is not None else None
        self._names: Mapping[str, str] = dict(mapped.attrib) if mapped is not None else {}

    def colour(self, paint: Element | None) -> str:
        """The colour that a fill, line or reference has, without its shades, as ``#rrggbb``; "" for none."""
        if paint is None:
            return ""
        for name in ("srgbClr", "sysClr"):
            if (one := paint.find(f".//{A}{name}")) is not None:
                return _hex(one)
        scheme = paint.find(f".//{A}schemeClr")
        name = scheme.get("val", "") if scheme is not None else ""
        return self._colours.get(self._names.get(name, name), "")


def _said(slot: Element) -> str:
    return next((_hex(one) for one in slot if one.tag in (f"{A}srgbClr", f"{A}sysClr")), "")


def _hex(colour: Element) -> str:
    written = (colour.get("lastClr") or colour.get("val") or "").lower()
    plain = len(written) == 6 and all(digit in "0123456789abcdef" for digit in written)
    return f"#{written}" if plain else ""
