"""What must not be in a written picture: overlaps, lines through boxes and words, words at wrong arrows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from benchmarks.pictures.written import Area, DrawnBox, Ends, Line, Point, Word, Written

_SQUARE = 96.0
"""The side of the squares by which boxes are looked up."""

_EDGE = 3.0
"""A line may be so far inside the edge of a box; it ends there."""

_NEARER = 0.5
"""By so much another line must be nearer to a word."""

_FAR = 60.0
"""Lines that are so far from a word are not asked."""


def overlaps(picture: Written) -> list[tuple[str, str]]:
    """Boxes, docks and cards on each other."""
    return [(a.id, b.id) for a, b in combinations(picture.boxes, 2) if a.area.meets(b.area)]


def through_boxes(picture: Written) -> list[tuple[Ends, str]]:
    """Lines of arrows and of stems that pass a box; those of arrows may be at both of their ends."""
    squares = _squares(picture.boxes)
    found: dict[tuple[Ends, str], None] = {}
    for line in picture.lines:
        for point in line.points:
            for box in squares.get(_square(point), ()):
                # where a change narrows to its point, a line may begin inside its rectangle
                own = box.id in line.ends and box.kind == "change"
                if not own and box.area.holds(point, _EDGE):
                    found[line.ends, box.id] = None
    for stem in picture.stems:
        for point in stem:
            for box in squares.get(_square(point), ()):
                if box.area.holds(point, _EDGE):
                    found[("", ""), box.id] = None
    return list(found)


def _square(point: Point) -> tuple[int, int]:
    return int(point[0] // _SQUARE), int(point[1] // _SQUARE)


def _squares(boxes: Iterable[DrawnBox]) -> Mapping[tuple[int, int], list[DrawnBox]]:
    squares: dict[tuple[int, int], list[DrawnBox]] = {}
    for box in boxes:
        left, top = _square((box.area.left, box.area.top))
        right, foot = _square((box.area.right, box.area.foot))
        for column in range(left, right + 1):
            for row in range(top, foot + 1):
                squares.setdefault((column, row), []).append(box)
    return squares


def through_words(picture: Written) -> list[tuple[str, Ends]]:
    """Words outside the boxes that the line of another arrow or a stem passes."""
    found: list[tuple[str, Ends]] = []
    for word, lines in _near_words(picture, 0.0):
        others = [(line.ends, line.points) for line in lines if line.ends != word.ends]
        others += [(("", ""), stem) for stem in picture.stems]
        found += [(word.text, ends) for ends, points in others if any(map(word.area.holds, points))]
    return found


def on_boxes(picture: Written) -> list[tuple[str, str]]:
    """Words outside the boxes that a box covers, or another word."""
    found = [
        (word.text, box.id) for word in picture.words for box in picture.boxes if word.area.meets(box.area)
    ]
    at_arrows = [word for word in picture.words if word.ends]
    for word in at_arrows:
        for other in picture.words:
            alike = (other.text, other.ends) == (word.text, word.ends)  # a halo below its word
            if not alike and word.area.meets(other.area):
                found.append((word.text, other.text))
    return found


def at_wrong_arrows(picture: Written) -> list[tuple[str, Ends, Ends]]:
    """Words of arrows that are nearer to the line of another one, with the ends of both."""
    found = []
    for word, lines in _near_words(picture, _FAR):
        if word.ends is None:
            continue
        own = [line for line in picture.lines if line.ends == word.ends]
        far = min((_distance(word.area, line) for line in own), default=1e9)
        others = [line for line in lines if not any(_shared(line, one) for one in own)]
        nearest = min(others, key=lambda line: _distance(word.area, line), default=None)
        if nearest is not None and _distance(word.area, nearest) < far - _NEARER:
            found.append((word.text, word.ends, nearest.ends))
    return found


def _near_words(picture: Written, far: float) -> Iterator[tuple[Word, list[Line]]]:
    bounds = [(line, _bounds(line)) for line in picture.lines]
    for word in picture.words:
        around = Area(word.area.left - far, word.area.top - far, word.area.right + far, word.area.foot + far)
        yield word, [line for line, area in bounds if around.meets(area, -1.0)]


def _bounds(line: Line) -> Area:
    xs, ys = zip(*line.points, strict=True)
    return Area(min(xs), min(ys), max(xs), max(ys))


def _distance(area: Area, line: Line) -> float:
    return min(area.distance(point) for point in line.points)


def _shared(one: Line, other: Line) -> bool:
    """Whether both are the same line for a part of their way: a fan out of a box, or what joins into one."""
    if one.ends == other.ends:
        return True
    fan = one.ends[0] == other.ends[0] and one.look == other.look
    return fan or (one.ends[1] == other.ends[1] and not (one.headed and other.headed))


def faults(picture: Written) -> dict[str, list[tuple[object, ...]]]:
    """All of these by what they are called; nothing but empty lists for a sound picture."""
    return {
        "boxes on boxes": list(overlaps(picture)),
        "lines through boxes": list(through_boxes(picture)),
        "lines through words": list(through_words(picture)),
        "words on boxes or words": list(on_boxes(picture)),
        "words nearer another arrow": list(at_wrong_arrows(picture)),
    }
