"""Parts of a comment → as much of them as one comment holds, the weightiest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple, Protocol

MOST_CHARACTERS = 65_000
"""GitHub refuses a comment of more than 65 536; others take more."""


def size(text: str) -> int:
    """How long a text is to a platform, which counts in units of UTF-16."""
    return len(text) + sum(character > "\uffff" for character in text)


class Rank(IntEnum):
    """What a part is, the weightiest first."""

    HEADING = 0
    CONSEQUENCES = 1
    PICTURE = 2
    FINDINGS = 3
    TABLE = 4
    REST = 5


class Fitted(NamedTuple):
    """What there was room for, and whether that is the whole."""

    text: str
    whole: bool


class Part(Protocol):
    """Something that can be said at length or shorter."""

    @property
    def rank(self) -> Rank:
        """What it is."""

    def within(self, room: int) -> Fitted:
        """As much of it as there is room for; no text at all where that is nothing."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Lines of which any number can be kept, between a head and a tail that each of them needs."""

    rank: Rank
    rows: Sequence[str]
    more: Callable[[int], str] = str  # what is said of so many that are left out
    head: str = ""
    tail: str = ""

    def within(self, room: int) -> Fitted:
        """As many of the lines as there is room for."""
        whole = self.head + "\n".join(self.rows) + self.tail
        if size(whole) <= room:
            return Fitted(whole, whole=True)
        left = room - size(self.head + self.tail) - size(self._rest(len(self.rows)))
        n = 0
        while n < len(self.rows) and size(self.rows[n]) < left:
            left -= size(self.rows[n]) + 1
            n += 1
        kept = "\n".join(self.rows[:n]) + self._rest(len(self.rows) - n)
        return Fitted(self.head + kept + self.tail if n else "", whole=False)

    def _rest(self, n: int) -> str:
        return f"\n\n{self.more(n)}"


def fitted(sections: Sequence[Sequence[Part]], room: int) -> list[list[Fitted]]:
    """The parts of each section that there is room for; one whose heading has no room has none.

    Parts of one rank share what those above them have left.
    """
    found: dict[tuple[int, int], Fitted] = {}
    places = [(s, p, part) for s, parts in enumerate(sections) for p, part in enumerate(parts)]
    for rank in Rank:
        alike = [place for place in places if place[2].rank is rank]
        for n, (s, p, part) in enumerate(alike):
            headless = rank is not Rank.HEADING and not found[s, 0].text
            found[s, p] = Fitted("", whole=False) if headless else part.within(room // (len(alike) - n))
            if found[s, p].text:
                room -= size(found[s, p].text) + 2
    return [[found[s, p] for p in range(len(parts))] for s, parts in enumerate(sections)]
