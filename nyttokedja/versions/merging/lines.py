"""What merging by lines is asked with and comes to; the merge itself is a function handed in."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Labels(NamedTuple):
    """What conflict markers call the three sides, and how many characters long they are.

    With a side in ``favour`` there are none: where lines collide, those of ``ours`` or ``theirs`` stand.
    """

    ours: str = "ours"
    base: str = "base"
    theirs: str = "theirs"
    size: int = 7
    favour: str = ""


class Lines(NamedTuple):
    """What merging by lines came to; ``clean`` is whether it left no conflict."""

    data: bytes
    clean: bool


LineMerge = Callable[[bytes, bytes, bytes, Labels], Lines]
"""base, ours, theirs and the labels of conflict markers → the three merged line by line."""
