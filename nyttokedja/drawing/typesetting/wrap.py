"""Text and a width in px → lines that fit in it. No text is ever lost or cut short."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from nyttokedja.drawing.typesetting.hyphenation import BEFORE, compound_breaks, syllable_breaks, takes_hyphen
from nyttokedja.drawing.typesetting.metrics import width

_STEP, _NARROWEST = 6.0, 0.55
"""Lines are made even by narrowing them by so many px at a time, to no less than this part of the width."""

_FULL = 0.6
"""The part of a line that a word must fill to be broken as a compound, rather than where it fills more."""

_LONGEST = 1000
"""Letters of a word whose parts and syllables are looked for."""

_IN_COMPOUND, _ELSEWHERE = 1, 2
"""The cost of a break in a word: lines are not made even at the price of a compound broken elsewhere."""


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How text is set: size, lead (from baseline to baseline) and letter spacing in px, and weight."""

    size: float
    lead: float
    bold: bool = False
    spacing: float = 0.0

    def width(self, text: str) -> float:
        """The width of one line in px."""
        return width(text, self.size, self.bold, self.spacing)


@lru_cache(maxsize=8192)
def wrap(text: str, room: float, style: TextStyle, language: str = "sv") -> tuple[str, ...]:
    """The lines of a text in ``room`` px, as even as possible without becoming more; at least one line."""
    lines, cost = _greedy(text, room, style, language)
    if len(lines) == 1:
        return tuple(lines)
    whole = max((wide for word in text.split() if (wide := style.width(word)) <= room), default=0.0)
    least, narrow = max(room * _NARROWEST, whole), room - _STEP
    while narrow >= least:
        evener, evener_cost = _greedy(text, narrow, style, language)
        if len(evener) > len(lines) or evener_cost > cost:
            break
        lines, narrow = evener, narrow - _STEP
    return tuple(lines)


def longest_word(text: str, style: TextStyle) -> float:
    """The width in px of the widest word."""
    return max((style.width(word) for word in text.split()), default=0.0)


def _greedy(text: str, room: float, style: TextStyle, language: str) -> tuple[list[str], int]:
    """The lines, each as full as possible, and the cost of the breaks in words."""
    lines, cost = [""], 0
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if style.width(joined) <= room:
            lines[-1] = joined
            continue
        if lines == [""]:
            lines = []
        for piece, price in _broken(word, room, style, language):
            lines.append(piece)
            cost += price
    return lines, cost


def _broken(word: str, room: float, style: TextStyle, language: str) -> Iterator[tuple[str, int]]:
    """(part, cost of its break) of a word; each part but the last with its hyphen, where it takes one."""
    start = 0
    while not _fits(word, start, room, style):
        at, hyphen, cost = _break(word, start, room, style, language)
        yield word[start:at] + hyphen, cost
        start = at
    if start < len(word):
        yield word[start:], 0


def _break(word: str, start: int, room: float, style: TextStyle, language: str) -> tuple[int, str, int]:
    """(place, hyphen to add, cost) of the next break of a word after ``start``."""
    fits = start + _that_fit(word, start, room, style)
    for at in range(fits, start + 1, -1):
        if word[at - 1] in "-/–" and at < len(word):
            return at, "", _IN_COMPOUND
    dashed = start + _that_fit(word, start, room - style.width("-"), style)
    full = start + _that_fit(word, start, room * _FULL - style.width("-"), style)
    least = start + BEFORE
    if len(word) <= _LONGEST:  # a longer one is none that a dictionary knows
        if at := max(
            (at for at in compound_breaks(word, language) if max(full, least) <= at <= dashed), default=0
        ):
            return at, "-", _IN_COMPOUND
        places = compound_breaks(word, language) | syllable_breaks(word, language)
        if at := max((at for at in places if least <= at <= dashed), default=0):
            return at, "-", _ELSEWHERE
    letters = all(map(takes_hyphen, word[max(dashed - 1, start) : dashed + 1]))
    end = dashed if letters else fits
    at = start + _at_cluster(word[start : end + 1], end - start)
    return at, "-" if letters else "", _ELSEWHERE


def _fits(word: str, start: int, room: float, style: TextStyle) -> bool:
    """Whether what is left of a word fits; of a long one, no more is measured than may fit."""
    step = 256
    while start + step < len(word):
        if style.width(word[start : start + step]) > room:
            return False
        step *= 2
    return style.width(word[start:]) <= room


def _that_fit(word: str, start: int, room: float, style: TextStyle) -> int:
    """How many of the characters from a place on fit; at least one."""
    low, high = 1, 64
    while high < len(word) - start and style.width(word[start : start + high]) <= room:
        low, high = high, 2 * high
    high = min(high, len(word) - start)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if style.width(word[start : start + middle]) <= room else (low, middle - 1)
    return low


def _at_cluster(word: str, at: int) -> int:
    """The place, moved back to the start of a grapheme cluster, so that no character is cut in two."""
    place = at
    while place > 1 and (_joins(word[place]) or word[place - 1] == "\u200d"):
        place -= 1
    return place if place > 1 or at == 1 else at


def _joins(char: str) -> bool:
    joined = unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf")
    return bool(joined) or "\U0001f3fb" <= char <= "\U0001f3ff"
