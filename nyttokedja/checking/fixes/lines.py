"""The lines of a file that could not be read: where they end, what they begin with, what belongs together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nyttokedja.checking.fixes.target import Ground
from nyttokedja.model.findings import Span
from nyttokedja.reading.decoding import LINE_BREAK

_LINE = re.compile(r"([ \t]*)([^\r\n]*)")
_DASHES = re.compile(r"[ \t]*(?:- +)*")
_BLOCK_OF_TEXT = re.compile(r"[|>][-+0-9]*[ \t]*(?:#.*)?")


def line_end(ground: Ground, offset: int) -> int:
    """Where the line of an offset ends."""
    found = LINE_BREAK.search(ground.text, offset)
    return found.start() if found else len(ground.text)


def lines_from(ground: Ground, start: int) -> Iterator[tuple[Span, str]]:
    """The lines from the beginning of one that are not empty, each with the blanks that it begins with."""
    while start < len(ground.text):
        end = line_end(ground, start)
        match = _LINE.match(ground.text, start, end)
        if match is not None and match[2]:
            yield Span(start, end), match[1]
        start = end + 1  # inside \r\n is an empty line


def ends_here(ground: Ground, value: Span) -> bool:
    """Whether a value ends where its span does, and not on the lines below."""
    end = line_end(ground, value.end)
    rest = ground.text[value.end : end].lstrip(" \t")
    if rest[:1] not in ("", "#"):
        return rest[0] in ",]}"
    below = next(
        (lead for at, lead in lines_from(ground, end) if ground.text[at.start + len(lead)] != "#"), ""
    )
    return len(below) <= _column(ground.lead(value.start))


def _column(before: str) -> int:
    """The column of the key or dash that a value belongs to; what goes on with it is indented more."""
    dashes = _DASHES.match(before)
    start = dashes.end() if dashes else 0
    return start if start < len(before) else max(0, len(before.rstrip(" ")) - 1)


def in_block_of_text(ground: Ground, offset: int) -> bool:
    """Whether a line may be one of a text whose key ends with ``|`` or ``>``."""
    indent = len(ground.lead(offset))
    lines = [(at, lead) for at, lead in lines_from(ground, 0) if at.end < offset]
    for at, lead in reversed(lines):
        if len(lead) < indent:
            line = ground.raw(at)
            sign = max(line.rfind("|"), line.rfind(">"))
            return _BLOCK_OF_TEXT.fullmatch(line, sign) is not None
    return False
