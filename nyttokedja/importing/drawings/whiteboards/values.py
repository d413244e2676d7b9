"""What boards in JSON hold: values of any kind in any place, and the few kinds that a reader asks for."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from nyttokedja.errors import CannotRead
from nyttokedja.importing.drawings.board import Point, Rect
from nyttokedja.importing.text_decoding import decode_text


def loaded(data: bytes) -> Any:
    """The values of a file.

    Raises:
        CannotRead: it is damaged.
    """
    try:
        return json.loads(decode_text(data)[0])
    except (ValueError, RecursionError) as error:
        raise CannotRead(
            "The file is cut off or damaged: it cannot be read as JSON. Export the board once more."
        ) from error


def mappings(held: Any) -> Iterator[Mapping[str, Any]]:
    """The mappings of a list; none where it is no list."""
    return (one for one in held if isinstance(one, dict)) if isinstance(held, list) else iter(())


def strays(held: Mapping[str, Any], *names: str) -> int:
    """How many things in these lists are no mappings, so that nobody can say what they were."""
    lists = (held.get(name) for name in names)
    return sum(not isinstance(one, dict) for found in lists if isinstance(found, list) for one in found)


def mapping(held: Any) -> Mapping[str, Any]:
    """A mapping; an empty one where it is none."""
    return held if isinstance(held, dict) else {}


def text(held: Any) -> str:
    """A text, or a number as one; "" where it is neither."""
    return str(held) if isinstance(held, str | int | float) and not isinstance(held, bool) else ""


def texts_of(held: Any) -> tuple[str, ...]:
    """The texts of a list, none empty; none where it is no list."""
    return tuple(said for one in held if (said := text(one))) if isinstance(held, list) else ()


def number(held: Any) -> float:
    """A number; 0 where it is none."""
    return float(held) if isinstance(held, int | float) and abs(held) < 1e12 else 0.0


def rect(held: Mapping[str, Any]) -> Rect | None:
    """The place of what has ``x``, ``y``, ``width`` and ``height``; None where it says no place."""
    if not isinstance(held.get("x"), int | float) or not isinstance(held.get("y"), int | float):
        return None
    return Rect(*(number(held.get(key)) for key in ("x", "y", "width", "height")))


def points(held: Any, origin: Point) -> list[Point]:
    """The places of a list, as ``{x, y}`` or ``[x, y]``, that count from another."""
    found = []
    for one in held if isinstance(held, list) else ():
        if isinstance(one, dict):
            pair = (one.get("x"), one.get("y"))
        else:
            pair = tuple(one[:2]) if isinstance(one, list) and len(one) > 1 else (None, None)
        if all(isinstance(part, int | float) for part in pair):
            found.append(Point(origin.x + number(pair[0]), origin.y + number(pair[1])))
    return found
