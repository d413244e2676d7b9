"""The lines of a file that could not be read: where they end, what they begin with, what belongs together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nyttokedja.checking.fixes.target import FixTarget
from nyttokedja.model.findings import Span
from nyttokedja.reading.decoding import LINE_BREAK

_LINE = re.compile(r"([ \t]*)([^\r\n]*)")
_DASHES = re.compile(r"[ \t]*(?:- +)*")
_BLOCK_OF_TEXT = re.compile(r"[|>][-+0-9]*[ \t]*(?:#.*)?")


def line_end(target: FixTarget, offset: int) -> int:
    """Where the line of an offset ends."""
    found = LINE_BREAK.search(target.text, offset)
    return found.start() if found else len(target.text)


def lines_from(target: FixTarget, start: int) -> Iterator[tuple[Span, str]]:
    """The lines from the beginning of one that are not empty, each with the blanks that it begins with."""
    while start < len(target.text):
        end = line_end(target, start)
        match = _LINE.match(target.text, start, end)
        if match is not None and match[2]:
            yield Span(start, end), match[1]
        start = end + 1  # inside \r\n is an empty line


def ends_here(target: FixTarget, value: Span) -> bool:
    """Whether a value ends where its span does, and not on the lines below."""
    end = line_end(target, value.end)
    rest = target.text[value.end : end].lstrip(" \t")
    if rest[:1] not in ("", "#"):
        return rest[0] in ",]}"
    below = next(
        (lead for at, lead in lines_from(target, end) if target.text[at.start + len(lead)] != "#"), ""
    )
    return len(below) <= _column(target.lead(value.start))


def _column(before: str) -> int:
    """The column of the key or dash that a value belongs to; what goes on with it is indented more."""
    dashes = _DASHES.match(before)
    start = dashes.end() if dashes else 0
    return start if start < len(before) else max(0, len(before.rstrip(" ")) - 1)


def in_block_of_text(target: FixTarget, offset: int) -> bool:
    """Whether a line may be one of a text whose key ends with ``|`` or ``>``."""
    indent = len(target.lead(offset))
    lines = [(at, lead) for at, lead in lines_from(target, 0) if at.end < offset]
    for at, lead in reversed(lines):
        if len(lead) < indent:
            line = target.raw(at)
            sign = max(line.rfind("|"), line.rfind(">"))
            return _BLOCK_OF_TEXT.fullmatch(line, sign) is not None
    return False
