"""What a picture tells upon its chain: what has become of each box and arrow, and what to say of it.

Made by those who know what has happened; the drawing knows only how each `Status` looks (`looks`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from nyttokedja.drawing.content.annotations import Mark

Ends = tuple[str, str]


class Status(StrEnum):
    """What has become of a box or an arrow. One that is `TOUCHED` is not changed itself."""

    KEPT = "kept"
    TOUCHED = "touched"
    CHANGED = "changed"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Signed:
    """Some words after a sign; ``strong`` ones cry."""

    sign: str
    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Headline:
    """What stands in a title block, from above."""

    kind: str
    title: str
    meta: tuple[str, ...]
    counts: tuple[Signed, ...] = ()
    labelled: tuple[tuple[str, str], ...] = ()
    rows: tuple[Signed, ...] = ()


PLACE = frozenset({"needed"})
"""The rows of a box that say where it belongs."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of a box: its status, words of its own, and which of its rows (None: all)."""

    status: Status
    marks: tuple[Mark, ...] = ()
    rows: frozenset[str] | None = PLACE


_KEPT = Told(Status.KEPT)


@dataclass(frozen=True, slots=True)
class Overlay:
    """What is told of a chain. A box or an arrow that is not named is as it was.

    ``cut`` is id → how many arrows into a box, and out of it, are left out. ``title`` and ``summary`` are
    for the reading, ``empty`` stands where there is no box.
    """

    headline: Headline
    title: str
    summary: str
    empty: str
    nodes: Mapping[str, Told]
    arrows: Mapping[Ends, Status]
    cut: Mapping[str, tuple[int, int]]

    def told(self, id: str) -> Told:
        """What is told of a box."""
        return self.nodes.get(id, _KEPT)

    def status(self, ends: Ends) -> Status:
        """What has become of an arrow."""
        return self.arrows.get(ends, Status.KEPT)
