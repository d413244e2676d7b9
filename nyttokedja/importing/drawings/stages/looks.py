"""What the shapes of a drawing look like, counted, with what they were read as."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from nyttokedja.importing.drawings.stages.colours import colour_name, same_colour
from nyttokedja.importing.drawings.stages.readings import Reading
from nyttokedja.importing.model import LookCount

_EXAMPLES = 3
_MOST_VALUES = 12
_GUESSED = ("", "arrows")


def look_counts(readings: Sequence[Reading]) -> tuple[LookCount, ...]:
    """Fills, forms and lanes with how many shapes have each, and what they are, where all are one thing.

    Nothing where every shape says what it is.
    """
    if not any(one.kind.why in _GUESSED for one in readings):
        return ()
    found: list[LookCount] = []
    for attribute in ("fill", "shape", "lane"):
        counted = sorted(_alike(readings, attribute), key=lambda pair: -len(pair[1]))[:_MOST_VALUES]
        if len(counted) > 1 or (counted and attribute == "lane"):
            found += [_count(attribute, value, alike) for value, alike in counted]
    return tuple(found)


def _alike(readings: Iterable[Reading], attribute: str) -> Iterable[tuple[str, list[Reading]]]:
    found: dict[str, list[Reading]] = {}
    for one in readings:
        for value in _values(one, attribute):
            known = value in found or attribute != "fill"
            like = value if known else next((name for name in found if same_colour(name, value)), value)
            found.setdefault(like, []).append(one)
    return found.items()


def _values(reading: Reading, attribute: str) -> Iterator[str]:
    if attribute == "lane":
        yield from (" ".join(group.lines) for group in reading.groups if group.lines)
    elif value := reading.shape.looks.get(attribute):
        yield value


def _count(attribute: str, value: str, alike: Sequence[Reading]) -> LookCount:
    kinds = {one.kind.kinds[0] if one.kind.why not in _GUESSED else "" for one in alike}
    name = colour_name(value) if attribute == "fill" else ""
    examples = tuple(one.title for one in alike[:_EXAMPLES])
    return LookCount(attribute, value, name, len(alike), examples, kinds.pop() if len(kinds) == 1 else "")
