"""What uses what → an order in which everything comes after what it uses, and the circles that forbid it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def circles_among(
    uses: Mapping[str, Iterable[str]],
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """The names, each after those that it uses, and circles: names where each uses the next.

    A circle ends with the name that it begins with, the one that comes first in ``uses``. Every name that
    uses itself in the end is in a circle, or uses a name in one; not every circle is told.
    """
    place = {name: n for n, name in enumerate(uses)}
    order: dict[str, None] = {}
    circles: list[tuple[str, ...]] = []
    circular: set[str] = set()
    for start in uses:
        path: dict[str, int] = {}  # the names on the way here, and how deep each is
        waiting = [(start, iter(uses[start]))] if start not in order else []
        while waiting:
            name, rest = waiting[-1]
            path.setdefault(name, len(path))
            after = next(rest, None)
            if after is None:
                waiting.pop()
                del path[name]
                order[name] = None
            elif after in path:
                if not (name in circular and after in circular):
                    circle = list(path)[path[after] :]
                    circular.update(circle)
                    circles.append(_from_first(circle, place))
            elif after not in order:
                waiting.append((after, iter(uses[after])))
    return tuple(order), tuple(circles)


def _from_first(circle: list[str], place: Mapping[str, int]) -> tuple[str, ...]:
    at = circle.index(min(circle, key=place.__getitem__))
    return (*circle[at:], *circle[: at + 1])
