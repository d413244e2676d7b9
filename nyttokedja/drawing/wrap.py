"""Text and a width in px → lines that fit in it. No text is ever lost or cut short."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from nyttokedja.drawing.metrics import width

_VOWELS = frozenset("aeiouyåäöæøéèêëáàâãíìîïóòôõúùûüýœ")
_ONSETS = frozenset(
    f"{first}{second}"
    for first, seconds in {
        "b": "jlr", "d": "jr", "f": "jlr", "g": "jlnr", "h": "jv", "k": "jlnrv",
        "p": "jlr", "s": "jklmnptv", "t": "jrv", "v": "r",
    }.items()
    for second in seconds
)  # fmt: skip
"""Consonants that begin a syllable together, in Swedish and Norwegian: never parted."""
_JOINTS = ("ings", "hets", "tions", "sjons", "skaps", "doms", "ments", "boende", "hems", "tids", "vårds")
"""Ends of first parts of compounds, where a word breaks best."""
_STEP, _NARROWEST = 6.0, 0.55


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
def wrap(text: str, room: float, type: Type) -> tuple[str, ...]:
    """The lines, as even as can be without becoming more; at least one line, perhaps empty."""
    lines = _greedy(text, room, type)
    narrow = room - _STEP
    while len(lines) > 1 and narrow >= room * _NARROWEST:
        evener = _greedy(text, narrow, type)
        if len(evener) > len(lines) or _hyphens(evener) > _hyphens(lines):
            break
        lines, narrow = evener, narrow - _STEP
    return tuple(lines)


def longest_word(text: str, type: Type) -> float:
    """The width in px of the widest word."""
    return max((type.width(word) for word in text.split()), default=0.0)


def _hyphens(lines: list[str]) -> int:
    return sum(line.endswith("-") for line in lines)


def _greedy(text: str, room: float, type: Type) -> list[str]:
    lines = [""]
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if type.width(joined) <= room:
            lines[-1] = joined
            continue
        pieces = [word] if type.width(word) <= room else list(_broken(word, room, type))
        if lines == [""]:
            lines = []
        lines.extend(pieces)
    return lines


def _broken(word: str, room: float, type: Type) -> Iterator[str]:
    """The parts of a word too long for a line, each but the last with its hyphen where it needs one."""
    while type.width(word) > room:
        at, hyphen = _break(word, room, type)
        yield word[:at] + hyphen
        word = word[at:]
    if word:
        yield word


def _break(word: str, room: float, type: Type) -> tuple[int, str]:
    """Where to break the word, and the hyphen to add: the last good place, else the last possible."""
    fits = _that_fit(word, room, type)
    for at in range(fits, 1, -1):
        if word[at - 1] in "-/–" and at < len(word):
            return at, ""
    dashed = _that_fit(word, room - type.width("-"), type)
    places = [at for at in range(3, min(dashed, len(word) - 3) + 1) if _is_syllable(word, at)]
    joints = [at for at in range(4, min(dashed, len(word) - 3) + 1) if word[:at].lower().endswith(_JOINTS)]
    if joints and joints[-1] >= dashed / 2:
        return joints[-1], "-"
    if places:
        return places[-1], "-"
    letters = word[max(dashed - 1, 0) : dashed + 1].isalpha() and not _is_wide(word[dashed - 1])
    at = _at_cluster(word, dashed if letters else fits)
    return at, "-" if letters else ""


def _that_fit(word: str, room: float, type: Type) -> int:
    low, high = 1, len(word)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if type.width(word[:middle]) <= room else (low, middle - 1)
    return low


def _is_syllable(word: str, at: int) -> bool:
    """Whether a syllable may begin here: one consonant after another, or two that begin one together."""
    before, first, second = word[at - 1].lower(), word[at].lower(), word[at + 1].lower()
    if not (before + first + second).isalpha() or first in _VOWELS:
        return False
    if second in _VOWELS:
        return before not in _VOWELS and before + first not in _ONSETS | {"ck", "ng", "nk"}
    third = word[at + 2].lower()
    return first + second in _ONSETS and third in _VOWELS and before + first not in _ONSETS


def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in "WF"


def _at_cluster(word: str, at: int) -> int:
    """The place moved back to where no character stands joined to the one before it."""
    place = at
    while place > 1 and (_joins(word[place]) or word[place - 1] == "\u200d"):
        place -= 1
    return place if place > 1 or at == 1 else at


def _joins(char: str) -> bool:
    joined = unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf")
    return bool(joined) or "\U0001f3fb" <= char <= "\U0001f3ff"
