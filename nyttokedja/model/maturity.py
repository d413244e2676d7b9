"""How mature an organisation is: statements with an anchor a level, and how many chose each level.

Nothing here holds what one person has answered.
"""

from __future__ import annotations

from dataclasses import dataclass

from nyttokedja.model.chain import Action
from nyttokedja.model.periods import Period

LEVELS = 5
"""So many levels there are, the first the lowest."""
AREAS = ("change", "steering")
"""What statements are about: the questions in a change, and steering."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement that people answer with a level.

    ``anchors`` say, level by level, what one sees where that level holds; none where nobody has said.
    ``area`` is one of `AREAS`, or "" where it is of none.
    """

    id: str
    title: str
    text: str
    anchors: tuple[str, ...] = ()
    area: str = ""

    def anchor(self, level: int) -> str:
        """What one sees at a level; "" where that is not said."""
        return self.anchors[level - 1] if self.anchors else ""


@dataclass(frozen=True, slots=True)
class StatementSet:
    """Statements in the order in which they are asked, and the word for each level, the lowest first."""

    statements: tuple[Statement, ...]
    levels: tuple[str, ...]
    language: str


@dataclass(frozen=True, slots=True)
class Tally:
    """A statement, and how many chose each level; no ``counts`` where so few answered that none are kept.

    ``target`` is the level aimed at, 0 where none is set; ``actions`` are what is to be done to get there.
    """

    statement: Statement
    counts: tuple[int, ...] | None
    target: int = 0
    actions: tuple[Action, ...] = ()


@dataclass(frozen=True, slots=True)
class Compiled:
    """The answers of a group at one time: how many answered, and a tally a statement.

    ``levels`` are the words for the levels where they are others than ours.
    """

    language: str
    answers: int
    tallies: tuple[Tally, ...]
    day: Period | None = None
    levels: tuple[str, ...] = ()
