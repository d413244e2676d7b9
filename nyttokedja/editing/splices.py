"""Splices: the places in a text where something else comes to stand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Splice(NamedTuple):
    """From ``start`` to ``end``, offsets in a text, comes to stand another text."""

    start: int
    end: int
    text: str


def overlap(splices: Iterable[Splice]) -> bool:
    """Whether two splices are about the same place, so that they cannot be made together."""
    before = None
    for splice in sorted(splices):
        if before and (splice.start < before.end or splice[:2] == before[:2]):
            return True
        before = splice
    return False


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """The text with splices made, which do not overlap."""
    parts, at = [], 0
    for splice in sorted(splices):
        parts += [text[at : splice.start], splice.text]
        at = splice.end
    return "".join([*parts, text[at:]])
