"""What a person typed, and boxes that were listed → the boxes that are meant."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nyttokedja.importing.identity import identity
from nyttokedja.importing.returning.said import Box
from nyttokedja.model.spelling import fold, likeness

_NUMBERS = re.compile(r"\d+(?:\s*[,; ]\s*\d+)*")


def chosen(answer: str, boxes: Sequence[Box], shown: int) -> tuple[tuple[Box, ...], tuple[Box, ...]]:
    """The boxes that are meant, and where it is not clear which one is, those that may be.

    Args:
        answer: numbers of boxes from 1, or the words of one, or a part of them, or its id.
        boxes: the boxes, in the order in which they were listed.
        shown: so many of them were shown with a number.
    """
    if _NUMBERS.fullmatch(answer):
        numbers = dict.fromkeys(int(number) for number in re.findall(r"\d+", answer))
        if all(1 <= number <= min(shown, len(boxes)) for number in numbers):
            return tuple(boxes[number - 1] for number in numbers), ()
    known = identity(answer)
    same = [box for box in boxes if known == identity(box.title) or answer == box.id]
    begun = [box for box in boxes if identity(box.title).startswith(known)]
    part = [box for box in boxes if known and known in identity(box.title)]
    for found in (same, begun, part):
        if len(found) == 1:
            return (found[0],), ()
        if found:
            return (), tuple(found)
    return (), ()


def nearest_first(boxes: Sequence[Box], words: str) -> tuple[Box, ...]:
    """Boxes whose words are most like some others first; of equally like ones, in their order."""
    wanted = fold(words)
    return tuple(sorted(boxes, key=lambda box: -round(likeness(fold(box.title), wanted), 1)))
