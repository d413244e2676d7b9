"""A page of draw.io → its cells with their styles, words and absolute places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from math import isfinite

from nyttokedja.importing.drawings.board import Point, Rect
from nyttokedja.importing.drawings.drawio.file import Cell, Diagram
from nyttokedja.importing.drawings.markup import html_lines, plain_lines

_PLACEHOLDER = re.compile(r"%([^%\s<>]{1,60})%")
_LIGHT_DARK = re.compile(r"light-dark\(\s*([^,()]+)\s*,.*")
_COLOUR = re.compile(r"#[0-9a-f]{3}(?:[0-9a-f]{3}(?:[0-9a-f]{2})?)?|[a-z]+")
_NO_COLOURS = frozenset({"none", "default", "inherit"})
_DEEPEST = 100
_MOST_PLACED = 40


class Cells:
    """The cells of a page, by their ids; what they are in, and where they stand."""

    def __init__(self, diagram: Diagram) -> None:
        self.page = diagram.name
        self.of = {cell.id: cell for cell in diagram.cells if cell.id}
        self.inside: dict[str, list[Cell]] = {}
        for cell in self.of.values():
            self.inside.setdefault(cell.parent, []).append(cell)
        self._origins: dict[str, Point] = {}

    def above(self, cell: Cell) -> Iterator[Cell]:
        """What a cell is in, from the innermost; a circle ends."""
        seen = {cell.id}
        parent = self.of.get(cell.parent)
        while parent is not None and parent.id not in seen and len(seen) < _DEEPEST:
            seen.add(parent.id)
            yield parent
            parent = self.of.get(parent.parent)

    def is_layer(self, cell: Cell) -> bool:
        """Whether a cell is a layer: one that is in the cell that all are in."""
        parent = self.of.get(cell.parent)
        return not cell.vertex and not cell.edge and parent is not None and not parent.parent

    def origin(self, cell: Cell) -> Point:
        """Where what is in a cell counts from."""
        if cell.id not in self._origins:
            x = y = 0.0
            for one in (cell, *self.above(cell)):
                if one.id in self._origins:
                    x, y = x + self._origins[one.id].x, y + self._origins[one.id].y
                    break
                if one.vertex:
                    own = self._offset(one)
                    x, y = x + own.x, y + own.y
            self._origins[cell.id] = Point(x, y)
        return self._origins[cell.id]

    def place(self, cell: Cell) -> Rect | None:
        """Where a cell is drawn on the page."""
        width, height = (_number(cell.geometry.get(key)) for key in ("width", "height"))
        if not cell.geometry or width < 0 or height < 0:
            return None
        x, y = self.origin(cell)
        if 45 < _number(style_of(cell.style).get("rotation")) % 180 < 135:
            x, y, width, height = x + (width - height) / 2, y + (height - width) / 2, height, width
        return Rect(x, y, width, height)

    def point(self, cell: Cell, end: str) -> Point | None:
        """Where an end of an edge is drawn: ``sourcePoint`` or ``targetPoint``."""
        if end not in cell.points:
            return None
        parent = self.of.get(cell.parent)
        x, y = self.origin(parent) if parent is not None else (0.0, 0.0)
        return Point(x + _number(cell.points[end].get("x")), y + _number(cell.points[end].get("y")))

    def lines(self, cell: Cell) -> tuple[str, ...]:
        """The words of a cell."""
        text = cell.value
        if "%" in text and cell.data.get("placeholders") == "1":
            text = self._filled(text, cell)
        return html_lines(text) if style_of(cell.style).get("html") == "1" else plain_lines(text)

    def _offset(self, cell: Cell) -> Point:
        x, y = (_number(cell.geometry.get(key)) for key in ("x", "y"))
        parent = self.of.get(cell.parent)
        if cell.geometry.get("relative") == "1" and parent is not None:
            width, height = (_number(parent.geometry.get(key)) for key in ("width", "height"))
            offset = cell.points.get("offset", {})
            x, y = x * width + _number(offset.get("x")), y * height + _number(offset.get("y"))
        return Point(x, y)

    def _filled(self, text: str, cell: Cell) -> str:
        """A text with what its ``%name%`` stand for, in the cell or in what it is in."""
        held = [cell.data, *(one.data for one in self.above(cell)), {"page": self.page}]

        def meant(match: re.Match[str]) -> str:
            return next((data[match[1]] for data in held if match[1] in data), match[0])

        return _PLACEHOLDER.sub(meant, text, count=_MOST_PLACED)


@lru_cache(maxsize=4096)
def style_of(style: str) -> Mapping[str, str]:
    """A style's settings; the names of styles in it are those without a value."""
    settings = {}
    for part in style.split(";"):
        key, equals, value = part.partition("=")
        if key.strip():
            settings[key.strip()] = value.strip() if equals else ""
    return settings


def looks_of(style: Mapping[str, str]) -> Mapping[str, str]:
    """What a cell looks like, as a board has it."""
    colours = {"fill": "fillColor", "line": "strokeColor", "font": "fontColor"}
    looks = {name: _colour(style.get(key, "")) for name, key in colours.items()}
    named = next((name for name, value in style.items() if not value), "")
    looks["shape"] = "image" if "image" in style else style.get("shape", "") or named or _plain_form(style)
    return {name: value for name, value in looks.items() if value}


def _plain_form(style: Mapping[str, str]) -> str:
    return "rounded" if style.get("rounded") == "1" else "rectangle"


def _colour(written: str) -> str:
    colour = _LIGHT_DARK.sub(r"\1", written).strip().lower()
    return colour if _COLOUR.fullmatch(colour) and colour not in _NO_COLOURS else ""


def _number(written: str | None) -> float:
    try:
        number = float(written or 0)
    except ValueError:
        return 0.0
    return number if isfinite(number) else 0.0
