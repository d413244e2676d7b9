"""Where things stand on a page, asked of an index, so that a board of thousands is read in a second."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product
from math import floor, hypot

from nyttokedja.importing.drawings.board import Point, Rect

_CELL = 128.0
_MOST_CELLS = 64
_FARTHEST = 1e7


def centre(place: Rect) -> Point:
    """The middle of a place."""
    return Point(place.x + place.width / 2, place.y + place.height / 2)


def area(place: Rect) -> float:
    """The size of a place in square pixels."""
    return place.width * place.height


def gap(one: Rect, other: Rect) -> float:
    """How far two places are from each other; 0 where they meet."""
    across = max(one.x - other.x - other.width, 0.0, other.x - one.x - one.width)
    down = max(one.y - other.y - other.height, 0.0, other.y - one.y - one.height)
    return hypot(across, down)


class PlaceIndex:
    """Named places by the squares of a grid that they lie in; a place that is no number is left out."""

    def __init__(self, places: Iterable[tuple[str, Rect | None]]) -> None:
        self._places = {name: place for name, place in places if place is not None and _is_sound(place)}
        self._large: list[str] = []
        self._cells: dict[tuple[int, int], list[str]] = {}
        for name, place in self._places.items():
            cells = _cells(place, 0)
            if cells is None:
                self._large.append(name)
            for cell in cells or ():
                self._cells.setdefault(cell, []).append(name)

    def near(self, point: Point, within: float = 0.0) -> list[tuple[float, float, str]]:
        """The places at most so far from a point, as gap, area and name: the nearest and smallest first."""
        return self.beside(Rect(point.x, point.y, 0, 0), within)

    def beside(self, place: Rect, within: float) -> list[tuple[float, float, str]]:
        """The places at most so far from another, as gap, area and name: the nearest and smallest first."""
        if not _is_sound(place):
            return []
        found = ((gap(self._places[name], place), name) for name in self._around(place, within))
        return sorted((far, area(self._places[name]), name) for far, name in found if far <= within)

    def inside(self, outer: Rect) -> Iterator[str]:
        """The names of the places whose middles lie in a place that is as large, or larger."""
        if _is_sound(outer):
            for name in self._around(outer, 0):
                place = self._places[name]
                middle = centre(place)
                if not gap(outer, Rect(*middle, 0, 0)) and area(place) <= area(outer):
                    yield name

    def _around(self, place: Rect, within: float) -> Iterable[str]:
        cells = _cells(place, within)
        if cells is None:
            return self._places
        found = (name for cell in cells for name in self._cells.get(cell, ()))
        return dict.fromkeys((*found, *self._large))


def _cells(place: Rect, within: float) -> list[tuple[int, int]] | None:
    """The squares that a place lies in; None where they are too many."""
    left, right = (floor(x / _CELL) for x in (place.x - within, place.x + place.width + within))
    top, bottom = (floor(y / _CELL) for y in (place.y - within, place.y + place.height + within))
    if (right - left + 1) * (bottom - top + 1) > _MOST_CELLS:
        return None
    return list(product(range(left, right + 1), range(top, bottom + 1)))


def _is_sound(place: Rect) -> bool:
    return all(abs(value) < _FARTHEST for value in place) and place.width >= 0 and place.height >= 0
