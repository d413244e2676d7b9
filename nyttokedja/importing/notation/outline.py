"""Lines → who stands under whom: the notes as typed, the arrows between them, and what is said of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from nyttokedja.importing.model import Remark
from nyttokedja.importing.notation.targets import Target

NOWHERE = -1
"""Where an arrow begins that begins at no note."""


@dataclass(slots=True)
class Mention:
    """A note as it is typed once.

    Attributes:
        line: the number of its line.
        target: its mark and words.
        kind: what its mark or the heading above it says it is, "" where neither does.
        guess: what it is where it has no kind and an arrow: an effect, or what the arrow to it says.
        raw: its line as typed, where nothing but it is there; what an unsorted note says.
        arrows: the places in `Outline.arrows` of those that lead to it on its line.
        details: what is said of it below, in order.
    """

    line: int
    target: Target
    kind: str
    guess: str
    raw: str = ""
    arrows: list[int] = field(default_factory=list)
    details: list[Detail] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Detail:
    """What a line below a note says of it: ``key`` is a canonical key, ``because``, or "" for loose words.

    ``raw`` is the line as typed.
    """

    key: str
    value: str
    raw: str
    line: int


@dataclass(slots=True)
class DrawnArrow:
    """An arrow between two notes, by their places in `Outline.mentions`; ``implied`` has no sign."""

    tail: int
    head: int
    line: int
    hampers: bool = False
    implied: bool = False
    because: str = ""


@dataclass(slots=True)
class Outline:
    """All that the lines say, before the same words are one box."""

    mentions: list[Mention] = field(default_factory=list)
    arrows: list[DrawnArrow] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)
    comments: list[str] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
