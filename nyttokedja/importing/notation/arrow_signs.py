"""Arrows, bullets and rules as people type them, and as word processors and chats make them."""

from __future__ import annotations

import re
from typing import NamedTuple

_DASH = "[-–—−=]"
_FORWARD = rf"{_DASH}{{1,3}}\s?>|[→⇒➔➜⟶►\uf0e0\uf0e8]"
_BACK = rf"<\s?{_DASH}{{1,3}}|[←⇐\uf0df\uf0e7]"
_LEADING = re.compile(
    rf"""(?P<hampers> !\s?{_DASH}{{1,3}}\s?>? | !(?=\s|[^\W\d_]{{1,2}}\s*:) | -[!|] | [⊣⛔🚫]\ufe0f? )
       | (?P<opportunity> \+\s?[-–—−]{{1,2}}\s?>?(?!\s?\d) )
       | (?P<forward> {_FORWARD} | >(?=\s) )
       | (?P<back> {_BACK} )""",
    re.VERBOSE,
)
_GLYPH = re.compile("[→⇒➔➜⟶►←⇐\uf0e0\uf0e8\uf0df\uf0e7]")
_INLINE = re.compile(rf"\s+(?:(?P<forward>{_FORWARD})|(?P<back>{_BACK}))(?=\s|$)")
_BULLET = re.compile(
    r"""(?: [•·▪■□◦‣⁃●○\uf0b7\uf0a7](?=[^•·▪■□◦‣⁃●○]) | \*(?=\s) | §(?=\s+[^\s\d]) | [-–—](?=\s)
          | \+(?=\s) | o(?=\t|\s\s) | \d{1,3}[.)](?=\s) | [^\W\d_]\)(?=\s) ) \s*
        | [-–—](?=[^\W\d_]{1,20}\s?\d{0,3}:)""",
    re.VERBOSE,
)
_CHECKBOX = re.compile(r"\[[ xX✓✔]?\]\s+")
_RULE = re.compile(r"([-=_*~·•`])(?:\s*\1){2,}\s*")
_FENCE = re.compile(r"(```+|~~~+)\s*\w*")
"""What stands before and after text that is shown as it was typed, in Markdown."""
_LEVELS = {**dict.fromkeys("o◦○", 1), **dict.fromkeys("▪■§\uf0a7", 2)}
"""How deep a word processor's bullets stand; all others are outermost."""
_NUMBER_BEFORE = re.compile(r"(?:^|\s)[\d.,]*\d[\d.,]*\s?(?:%|[^\W\d_]+)?$")


class Beginning(NamedTuple):
    """What stands before the words of a line: a bullet and its level, and arrows."""

    bullet: bool
    level: int
    arrows: tuple[str, ...]
    rest: str


class InlineArrow(NamedTuple):
    """An arrow within a line, ``forward`` or ``back``, and where it begins and ends."""

    sign: str
    start: int
    end: int


def beginning(text: str) -> Beginning:
    """A line without its indent, parted from its bullet and arrows.

    An arrow is ``forward``, ``back``, ``hampers`` or ``opportunity``; a lone ``!`` is ``hampers?``, which it
    is only before a mark.
    """
    if text[:1].isalpha() and text[1:2] not in (")", "\t", " "):  # nearly every line without a sign
        return Beginning(bullet=False, level=0, arrows=(), rest=text)
    bullet, level = False, 0
    if not _LEADING.match(text):
        if match := _BULLET.match(text):
            bullet, level = True, _LEVELS.get(text[0], 0)
            text = text[match.end() :]
        if match := _CHECKBOX.match(text):
            bullet = True
            text = text[match.end() :]
    arrows: list[str] = []
    while match := _LEADING.match(text):
        if match[0] == "!" and arrows:
            break
        arrows.append("hampers?" if match[0] == "!" else str(match.lastgroup))
        text = text[match.end() :].lstrip()
    return Beginning(bullet, level, tuple(arrows), text)


def inline_arrow(text: str, start: int = 0) -> InlineArrow | None:
    """The first arrow within a text that is none between two numbers (``10 → 5 dagar``)."""
    if ">" not in text and "<" not in text and not _GLYPH.search(text):
        return None
    for match in _INLINE.finditer(text, start):
        number = text[match.end() + 1 : match.end() + 2].isdigit()
        between = number and _NUMBER_BEFORE.search(text[: match.start()])
        if not between:
            return InlineArrow(str(match.lastgroup), match.start(), match.end())
    return None


def is_rule(text: str) -> bool:
    """Whether a line is only drawn: ``-----``."""
    if text[:1].isalnum():
        return False
    return _RULE.fullmatch(text) is not None or _FENCE.fullmatch(text) is not None
