"""What a text that can be read holds, and its writer does not see: signs, escapes, lost words, bullets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nyttokedja.model.findings import Fault, Span
from nyttokedja.reading.quoting_hints import example, quoted

INVISIBLE = re.compile(
    "[\x85\xad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\u2800\u3164"
    "\ufeff\uffa0\ufff9-\ufffb\U000e0001\U000e0020-\U000e007f]"
)
HARD_SPACES = "\u00a0\u2007\u202f"
"""Spaces that look like the ordinary one, and are not: a word with one at its end is another word."""
_SPACES = "\x85\u2028\u2029\u2800\u3164\uffa0"
"""What looks like a break or a space, so that the words around it stay apart."""
_ODD_SPACES = re.compile(rf"[ {HARD_SPACES}]{{2,}}|(?<=[^\W\d_])[{HARD_SPACES}](?=[^\W\d_])")
"""More than one space, or a hard one between two words; one at a figure or a sign is good typography."""
_EMOJI = re.compile("[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]")
_FLAG = re.compile("\U0001f3f4[\U000e0020-\U000e007e]{1,8}\U000e007f")  # of Scotland, say
_SWALLOWED = re.compile(r"[ \t]+#[^\s#!](?:(?![ \t]#(?:[ \t\r\n]|\Z))[^\r\n])*")
"""A sign and what it swallows; what a later one with a space after it says was meant as a comment."""
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_NOBODY_MEANS = frozenset("NLP_0abvfe")
"""What follows a backslash in double quotes only where a path or the sign itself was meant."""
_DRIVE = re.compile(r'"[A-Za-z]:(\\[^\\])')
_BULLET = re.compile(r"([*•·‣▪●○◦–—])[ \u00a0]+([^\r\n]*)")
_DASHES = "–—"  # which also begin lines that are said


def invisible(text: str) -> tuple[str, ...]:
    """The invisible characters of a text, as ``U+200B``, but for those that make up an emoji."""
    found = dict.fromkeys(text[at] for at in unseen(text))
    return tuple(f"U+{ord(character):04X}" for character in found)


def unseen(text: str) -> Iterator[int]:
    """Where the invisible characters of a text stand, but for those that make up an emoji."""
    text = _FLAG.sub(lambda flag: "\U0001f3f4" * len(flag[0]), text)
    for match in INVISIBLE.finditer(text):
        if not (match[0] == "\u200d" and _EMOJI.match(text, match.end()) and match.start()):
            yield match.start()


def seen_only(text: str) -> str:
    """A text without what cannot be seen."""
    return "".join(cleaned(text))


def cleaned(text: str) -> list[str]:
    """What stands for each character of a text: itself, nothing, or a space for a break between words."""
    hidden = set(unseen(text))
    kept: list[str] = []
    last, gap = " ", -1
    for at, character in enumerate(text):
        kept.append("" if at in hidden else character)
        if at not in hidden:
            if gap >= 0 and not (last.isspace() or character.isspace()):
                kept[gap] = " "
            last, gap = character, -1
        elif character in _SPACES:
            gap = at
    return kept


def trimmed_word(text: str) -> str:
    """A word without the spaces, ordinary and hard, around it."""
    return text.strip(f" {HARD_SPACES}")


def odd_spaces(text: str) -> bool:
    """Whether a title has two spaces in a row, or a hard one between words."""
    may_be = "  " in text or not text.isprintable()  # as hard spaces are
    return may_be and _ODD_SPACES.search(text) is not None


def even_spaces(text: str) -> str:
    """A text with one ordinary space between its words."""
    return _ODD_SPACES.sub(" ", text)


def escape(raw: str) -> int:
    """Where in a double-quoted text an escape stands that nobody means; -1 where none does."""
    for match in _ESCAPE.finditer(raw):
        if match[1] in _NOBODY_MEANS:
            return match.start()
    drive = _DRIVE.match(raw)
    return drive.start(1) if drive else -1


def escaped(source: str, start: int, end: int, at: int) -> tuple[Span, dict[str, str]]:
    """The place of an escape in a double-quoted text, and what is said of it."""
    raw = source[start + 1 : end - 1]
    return Span(start + at, start + at + 2), {"text": raw, "quoted": quoted(raw)}


def swallowed(source: str, start: int, end: int, text: str) -> Fault | None:
    """The words that a # makes a comment after a text, or in place of it."""
    match = _SWALLOWED.match(source, end)
    if match is None or not (text or source[end - 1 : end] in (":", "-")):
        return None
    lost = match[0].strip()
    whole = f"{text}{match[0].rstrip()}" if text else lost
    at = start if text else match.end() - len(match[0].lstrip())
    shown = {"lost": lost, "quoted": quoted(whole)}
    return Fault("swallowed-text", Span(at, match.end()), "" if text else "all", shown)


def bullets(source: str, start: int, end: int) -> Fault | None:
    """A list with bullets in place of dashes, which YAML reads as one text."""
    match = _BULLET.match(source, start, end)
    if match is None:
        return None
    before = source[max(0, start - 200) : start].rstrip(" ")
    again = re.search(rf"[\r\n][ ]*{re.escape(match[1])}[ \u00a0]", source[start:end])
    if not before.endswith(("\n", "\r")) or (match[1] in _DASHES and not again):
        return None
    shown = {"character": match[1], "example": example(f"- {match[2].strip()}")}
    return Fault("unreadable-file", Span(start, match.end()), "bullet", shown)


def hard_indent(source: str, start: int, written: str) -> int:
    """How many hard spaces a key that is first on its line begins with."""
    lead = len(written) - len(written.lstrip())
    line = source[max(0, start - 200) : start].rstrip(" ")
    return lead if lead and (not line or line.endswith(("\n", "\r"))) else 0
