"""Text and a width in px → lines that fit in it. No text is ever lost or cut short."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from nyttokedja.drawing.typesetting.hyphenation import BEFORE, seams, syllables, takes_hyphen
from nyttokedja.drawing.typesetting.metrics import width

_STEP, _NARROWEST = 6.0, 0.55
_FULL = 0.6
"""How much of a line a word must fill to be broken at a seam rather than where it fills more."""
_AT_SEAM, _ELSEWHERE = 1, 2
"""What a break in a word costs when lines are made even: none is moved from a seam for that."""


@dataclass(frozen=True, slots=True)
class Type:
    """A way to set text: size and lead (line to line) in px, weight, letter spacing in px."""

    size: float
    lead: float
    bold: bool = False
    spacing: float = 0.0

    def width(self, text: str) -> float:
        """The width of one line in px."""
        return width(text, self.size, self.bold, self.spacing)


@lru_cache(maxsize=8192)
def wrap(text: str, room: float, type: Type, language: str = "sv") -> tuple[str, ...]:
    """The lines, as even as can be without becoming more; at least one line, perhaps empty."""
    lines, cost = _greedy(text, room, type, language)
    if len(lines) == 1:
        return tuple(lines)
    whole = max((wide for word in text.split() if (wide := type.width(word)) <= room), default=0.0)
    least, narrow = max(room * _NARROWEST, whole), room - _STEP
    while narrow >= least:
        evener, evener_cost = _greedy(text, narrow, type, language)
        if len(evener) > len(lines) or evener_cost > cost:
            break
        lines, narrow = evener, narrow - _STEP
    return tuple(lines)


def longest_word(text: str, type: Type) -> float:
    """The width in px of the widest word."""
    return max((type.width(word) for word in text.split()), default=0.0)


def _greedy(text: str, room: float, type: Type, language: str) -> tuple[list[str], int]:
    """The lines, each as full as can be, and what the breaks in words cost."""
    lines, cost = [""], 0
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if type.width(joined) <= room:
            lines[-1] = joined
            continue
        if lines == [""]:
            lines = []
        for piece, price in _broken(word, room, type, language):
            lines.append(piece)
            cost += price
    return lines, cost


def _broken(word: str, room: float, type: Type, language: str) -> Iterator[tuple[str, int]]:
    """The parts of a word, each but the last with its hyphen where it needs one, and its break's cost."""
    start = 0
    while type.width(word[start:]) > room:
        at, hyphen, cost = _break(word, start, room, type, language)
        yield word[start:at] + hyphen, cost
        start = at
    if start < len(word):
        yield word[start:], 0


def _break(word: str, start: int, room: float, type: Type, language: str) -> tuple[int, str, int]:
    """Where to break what is left of the word from ``start``, the hyphen to add, and the cost."""
    fits = start + _that_fit(word[start:], room, type)
    for at in range(fits, start + 1, -1):
        if word[at - 1] in "-/–" and at < len(word):
            return at, "", _AT_SEAM
    dashed = start + _that_fit(word[start:], room - type.width("-"), type)
    full = start + _that_fit(word[start:], room * _FULL - type.width("-"), type)
    least = start + BEFORE
    if at := max((at for at in seams(word, language) if max(full, least) <= at <= dashed), default=0):
        return at, "-", _AT_SEAM
    places = seams(word, language) | syllables(word, language)
    if at := max((at for at in places if least <= at <= dashed), default=0):
        return at, "-", _ELSEWHERE
    letters = all(map(takes_hyphen, word[max(dashed - 1, start) : dashed + 1]))
    at = start + _at_cluster(word[start:], (dashed if letters else fits) - start)
    return at, "-" if letters else "", _ELSEWHERE


def _that_fit(word: str, room: float, type: Type) -> int:
    low, high = 1, len(word)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if type.width(word[:middle]) <= room else (low, middle - 1)
    return low


def _at_cluster(word: str, at: int) -> int:
    """The place moved back to where no character stands joined to the one before it."""
    place = at
    while place > 1 and (_joins(word[place]) or word[place - 1] == "\u200d"):
        place -= 1
    return place if place > 1 or at == 1 else at


def _joins(char: str) -> bool:
    joined = unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf")
    return bool(joined) or "\U0001f3fb" <= char <= "\U0001f3ff"
