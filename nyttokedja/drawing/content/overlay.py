"""What the picture of a change shows besides its chain: the status of each box and arrow, and texts about it.

`nyttokedja.drawing.changes` makes it of a comparison; `page.status_styles` knows how each `Status` is drawn.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from nyttokedja.drawing.content.annotations import Annotation

Ends = tuple[str, str]


class Status(StrEnum):
    """What a change has done to a box or an arrow. One that is `TOUCHED` is affected, not changed itself."""

    KEPT = "kept"
    TOUCHED = "touched"
    CHANGED = "changed"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class SignedText:
    """A text after the sign of an annotation or a status; ``strong`` ones are bold and in its colour."""

    sign: str
    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class TitleBlock:
    """The texts of the title block, from above.

    ``meaning`` is what a change means, in large type; ``closing`` comes last, in small type.
    """

    kind: str
    title: str
    meta: tuple[str, ...]
    counts: tuple[SignedText, ...] = ()
    labelled: tuple[tuple[str, str], ...] = ()
    rows: tuple[SignedText, ...] = ()
    meaning: tuple[SignedText, ...] = ()
    closing: str = ""


LOCATION_ROWS = frozenset({"needed", "offers", "leads", "follows"})
"""The rows of a box that say where it belongs, which are shown where nothing has changed."""


@dataclass(frozen=True, slots=True)
class BoxOverlay:
    """The status of a box, its annotations, and which of its rows are shown (None: all)."""

    status: Status
    annotations: tuple[Annotation, ...] = ()
    rows: frozenset[str] | None = LOCATION_ROWS


_KEPT = BoxOverlay(Status.KEPT)


@dataclass(frozen=True, slots=True)
class Overlay:
    """The overlay of a chain. A box or an arrow that is not in it is as it was.

    ``omitted`` is node id → how many arrows into its box, and out of it, are not drawn. ``title`` and
    ``summary`` are read by screen readers, ``empty`` is shown where there is no box.
    """

    title_block: TitleBlock
    title: str
    summary: str
    empty: str
    nodes: Mapping[str, BoxOverlay]
    arrows: Mapping[Ends, Status]
    omitted: Mapping[str, tuple[int, int]]

    def box(self, id: str) -> BoxOverlay:
        """The overlay of the box of a node."""
        return self.nodes.get(id, _KEPT)

    def status(self, ends: Ends) -> Status:
        """The status of an arrow."""
        return self.arrows.get(ends, Status.KEPT)
