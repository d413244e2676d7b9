"""Board: what a drawing program holds, before anybody says what it means. Every reader of one makes it.

Lengths are in pixels of 1/96 inch, from the top left of a page, y downwards, whatever the program counts in.
Texts are plain: each reader resolves its own markup.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import NamedTuple

OUR_HEADING = "nyttokedja_heading"
"""What our own drawings call the words of a column's heading in its data."""


class Point(NamedTuple):
    """A place on a page."""

    x: float
    y: float


class Rect(NamedTuple):
    """A place on a page, with a size."""

    x: float
    y: float
    width: float
    height: float


class Mark(Enum):
    """What is drawn at an end of an arrow."""

    NONE = "none"
    ARROW = "arrow"
    BAR = "bar"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Shape:
    """Something drawn that may be a box.

    Attributes:
        id: its own on the board, and the same the next time if ``lasting``.
        lines: its words, a line each, none empty.
        place: where it is drawn; None where the program does not say.
        looks: ``fill``, ``line``, ``font`` (colours as ``#rrggbb`` in small letters, or the program's name
            for one) and ``shape`` (its name for a form), as far as they are said.
        groups: ids of the groups that it is in, from the outermost to the innermost.
        tags: words that the program has put on it.
        data: what else is said of it, by name; ours is ``nyttokedja_typ`` and ``nyttokedja_id``.
        note: a description or comment that belongs to it.
        lasting: whether its id is the same the next time that the board is saved.
    """

    id: str
    lines: tuple[str, ...] = ()
    place: Rect | None = None
    looks: Mapping[str, str] = field(default_factory=dict)
    groups: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    data: Mapping[str, str] = field(default_factory=dict)
    note: str = ""
    lasting: bool = True


@dataclass(frozen=True, slots=True)
class Group:
    """A frame, lane, container, layer or section: what shapes stand in; never a box itself.

    ``sort`` is one of those five words; ``groups`` are those that it is in, from the outermost; ``name`` is
    what the file calls it where nobody sees that, but it may say what is in it.
    """

    id: str
    lines: tuple[str, ...] = ()
    place: Rect | None = None
    looks: Mapping[str, str] = field(default_factory=dict)
    groups: tuple[str, ...] = ()
    sort: str = "container"
    name: str = ""


@dataclass(frozen=True, slots=True)
class Connector:
    """A line between two shapes or groups; an end that is fastened to nothing has its place instead.

    ``marks`` are those at its tail and at its head; ``lines`` its words; ``looks`` as a shape's, and
    ``dashed``.
    """

    id: str
    tail: str | None
    head: str | None
    tail_at: Point | None = None
    head_at: Point | None = None
    marks: tuple[Mark, Mark] = (Mark.NONE, Mark.ARROW)
    lines: tuple[str, ...] = ()
    looks: Mapping[str, str] = field(default_factory=dict)

    def turned(self) -> Connector:
        """The same line, drawn the other way."""
        tail, head = self.marks
        return replace(
            self,
            tail=self.head,
            head=self.tail,
            tail_at=self.head_at,
            head_at=self.tail_at,
            marks=(head, tail),
        )


@dataclass(frozen=True, slots=True)
class Page:
    """A page, slide or board, in the order in which it is drawn."""

    name: str = ""
    shapes: tuple[Shape, ...] = ()
    connectors: tuple[Connector, ...] = ()
    groups: tuple[Group, ...] = ()

    @property
    def things(self) -> tuple[Shape | Group, ...]:
        """All that an arrow may end at."""
        return (*self.groups, *self.shapes)


@dataclass(frozen=True, slots=True)
class Board:
    """A whole drawing.

    ``unread`` counts what the reader has seen and left, by a kind of ``exchange.toml``'s ``unread``:
    pictures, hidden shapes, slides … . ``language`` is that of its words, "" where it does not say.
    """

    title: str = ""
    pages: tuple[Page, ...] = ()
    unread: Mapping[str, int] = field(default_factory=dict)
    language: str = ""
