"""One more box in a chain, which lengthens no path: what that moves in the written picture."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from benchmarks.pictures.realistic import COLUMN, Box, Recipe, title_of
from benchmarks.pictures.written import Written


def one_more(chain: Recipe, seed: int) -> Recipe:
    """The chain with one more box after its tail or last of its section, where people would write it."""
    dice = random.Random(f"edit {seed}")
    columns = chain.columns
    beside = dice.choice([box for box in columns if box.level > 0])
    tail = dice.choice([box for box in columns if box.level == beside.level - 1])
    kind = beside.kind if beside.kind != "drawback" else "benefit"
    later = [box for box in columns if box.level > beside.level and kind != "goal"]
    links = {dice.choice(later).id: ""} if later and dice.random() < 0.6 else {}
    new = Box(kind, "ny", title_of(dice), beside.level, links)
    boxes = [replace(box, links={**box.links, "ny": ""}) if box is tail else box for box in chain.boxes]
    alike = [number for number, box in enumerate(boxes) if box.kind == kind]
    at = (dice.choice(alike) if dice.random() < 0.5 else alike[-1]) + 1
    return replace(chain, boxes=(*boxes[:at], new, *boxes[at:]))


@dataclass(frozen=True, slots=True)
class Moved:
    """What an edit did to the boxes that were there: the size class changed or not; how many changed rank;
    of the pairs in one rank before and after, how many turned.
    """

    resized: bool
    ranks: int
    pairs: int
    turned: int


def moved(before: Written, after: Written) -> Moved:
    """What differs between two pictures."""
    old, new = _places(before), _places(after)
    kept = [id for id in old if id in new]
    pairs = [
        (one, other)
        for one, other in combinations(kept, 2)
        if old[one][0] == old[other][0] and new[one][0] == new[other][0]
    ]
    turned = sum((old[a][1] < old[b][1]) != (new[a][1] < new[b][1]) for a, b in pairs)
    ranks = sum(old[id][0] != new[id][0] for id in kept)
    return Moved(size_class(before) != size_class(after), ranks, len(pairs), turned)


def size_class(picture: Written) -> tuple[float, int]:
    """The width of the boxes, where 0 stands for the natural one, and the number of the ranks."""
    boxes = [box for box in picture.boxes if box.kind in _KINDS]
    wide = max((box.area.right - box.area.left for box in boxes), default=0.0)
    return 0.0 if wide >= _NATURAL else round(wide), len({round(box.area.left) for box in boxes})


_KINDS = {*COLUMN, "behaviour"}
_NATURAL = 220.0
"""Boxes are so wide at least where nothing narrows them."""


def _places(picture: Written) -> dict[str, tuple[int, float]]:
    """Id → (number of the rank, y of the middle) of the boxes in columns."""
    boxes = {box.id: box.area for box in picture.boxes if box.kind in _KINDS}
    lefts = sorted({round(area.left) for area in boxes.values()})
    return {id: (lefts.index(round(area.left)), (area.top + area.foot) / 2) for id, area in boxes.items()}


def edits(chain: Recipe, count: int, seed: int) -> Iterator[Recipe]:
    """So many chains, each with another box more."""
    yield from (one_more(chain, 1000 * seed + number) for number in range(count))
