"""Parts of a comment → as much of them as one comment may hold, the most important first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple, Protocol

from nyttokedja.language.safe_text import utf_16_length

MAX_CHARACTERS = 65_000
"""GitHub refuses a comment of more than 65 536; others take more."""


class Rank(IntEnum):
    """The kind of a part, the most important first."""

    HEADING = 0
    CONSEQUENCES = 1
    PICTURE = 2
    FINDINGS = 3
    TABLE = 4
    REST = 5


class Excerpt(NamedTuple):
    """As much of a part as fits, and whether that is the whole."""

    text: str
    whole: bool


class Part(Protocol):
    """A part that can be cut to a limit."""

    @property
    def rank(self) -> Rank:
        """Its kind."""

    def within(self, limit: int) -> Excerpt:
        """As much of it as fits in so many UTF-16 code units; "" where nothing does."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Lines of which any number can be kept, between a head and a tail that each of them needs."""

    rank: Rank
    rows: Sequence[str]
    more: Callable[[int], str] = str  # the sentence about so many that are left out
    head: str = ""
    tail: str = ""

    def within(self, limit: int) -> Excerpt:
        """As many of the lines as fit."""
        whole = self.head + "\n".join(self.rows) + self.tail
        if utf_16_length(whole) <= limit:
            return Excerpt(whole, whole=True)
        left = limit - utf_16_length(self.head + self.tail) - utf_16_length(self._rest(len(self.rows)))
        n = 0
        while n < len(self.rows) and utf_16_length(self.rows[n]) < left:
            left -= utf_16_length(self.rows[n]) + 1
            n += 1
        kept = "\n".join(self.rows[:n]) + self._rest(len(self.rows) - n)
        return Excerpt(self.head + kept + self.tail if n else "", whole=False)

    def _rest(self, n: int) -> str:
        return f"\n\n{self.more(n)}"


def fit(sections: Sequence[Sequence[Part]], limit: int) -> list[list[Excerpt]]:
    """The parts of each section that fit; a section whose heading does not fit gets none.

    Parts of one rank share what those above them have left.
    """
    found: dict[tuple[int, int], Excerpt] = {}
    places = [(s, p, part) for s, parts in enumerate(sections) for p, part in enumerate(parts)]
    for rank in Rank:
        alike = [place for place in places if place[2].rank is rank]
        for n, (s, p, part) in enumerate(alike):
            headless = rank is not Rank.HEADING and not found[s, 0].text
            found[s, p] = Excerpt("", whole=False) if headless else part.within(limit // (len(alike) - n))
            if found[s, p].text:
                limit -= utf_16_length(found[s, p].text) + 2
    return [[found[s, p] for p in range(len(parts))] for s, parts in enumerate(sections)]
