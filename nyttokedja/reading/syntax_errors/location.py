"""Where a parser gave up: the text by lines, and the few lines that the mistake can stand on."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import Any, NamedTuple

import yaml

from nyttokedja.model.findings import Fault, Span

_WIDEST = 2_000
"""So much of a line is looked at; nobody writes a longer one by hand."""

_BREAK = re.compile(r"(?<=\n)|(?<=\r)(?!\n)")
_DASHES = re.compile(r"(?:-(?: +|$))*")
_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#(?:[ \t]|$)")


class SourceLine(NamedTuple):
    """A line's parts, by their columns from 0: ``  - key: value``."""

    row: int
    text: str
    indent: int
    start: int  # where what follows the dashes begins
    colon: int  # the colon that ends its key, -1 where it has none
    end: int  # where what it says ends; a comment says nothing

    @property
    def words(self) -> str:
        """What stands after the indent and the dashes."""
        return self.text[self.start : self.end]

    @property
    def key(self) -> str:
        """The key's text, or "" where the line has none."""
        return self.text[self.start : self.colon].strip() if self.colon >= 0 else ""

    @property
    def value_at(self) -> int:
        """Where the value begins: after the key's colon, else after the dashes."""
        if self.colon < 0:
            return self.start
        after = self.text[self.colon + 1 : self.end]
        return self.end - len(after.lstrip(" \t"))

    @property
    def value(self) -> str:
        """What stands after the key, or all the words of a line without one."""
        return self.text[self.value_at : self.end]

    @property
    def dash(self) -> bool:
        """Whether the line begins an item of a list."""
        return self.start > self.indent


def line_of(index: int, text: str) -> SourceLine:
    """A line taken apart, in time that grows with its length and no faster."""
    text = text[:_WIDEST].rstrip("\r\n")
    indent = len(text) - len(text.lstrip(" "))
    dashes = _DASHES.match(text, indent)
    start = dashes.end() if dashes else indent
    comment = _COMMENT.search(text, start)
    end = max(start, len((text[: comment.start()] if comment else text).rstrip(" \t")))
    return SourceLine(index, text, indent, start, _colon(text, start, end), end)


def _colon(text: str, start: int, end: int) -> int:
    if text[start : start + 1] in ("[", "{", "#"):
        return -1
    quote = text[start : start + 1]
    at = text.find(quote, start + 1) if quote in ("'", '"') else start
    while at >= 0 and (at := text.find(":", at, end)) >= 0:
        if at + 1 >= end or text[at + 1] in " \t":
            return at
        at += 1
    return -1


class Where(NamedTuple):
    """The text, the parser's words and marks, and the lines that it failed on.

    `at` is the line of the failure (of the key without a colon, where the parser looked for one), and
    `above` the nearest line above it that says something, -1 where there is none.
    """

    text: str
    lines: list[str]
    starts: list[int]
    at: int
    above: int
    problem: str
    context: str
    offset: int
    context_at: int

    @property
    def lacks_colon(self) -> bool:
        """The parser took a line for a key, and found no colon after it."""
        return "expected ':'" in self.problem

    @property
    def second_colon(self) -> bool:
        """The parser met a colon where no key can stand: in a text, or after one."""
        return "mapping values" in self.problem

    @property
    def in_block(self) -> bool:
        """The parser met something that does not fit in under what stands above."""
        return "block" in self.context and "node" not in self.context

    @property
    def in_flow(self) -> bool:
        """The parser was inside brackets."""
        return "flow" in self.context

    @property
    def outside(self) -> bool:
        """The parser had come to the end of the whole, and met more."""
        return "document start" in self.problem

    @property
    def found(self) -> str:
        """The character that the parser met, "" at the end of the file."""
        return self.text[self.offset : self.offset + 1]

    @property
    def here(self) -> SourceLine:
        """The line that failed."""
        return self.line(self.at)

    @property
    def over(self) -> SourceLine:
        """The nearest line above it that says something."""
        return self.line(self.above)

    @property
    def near(self) -> tuple[SourceLine, SourceLine]:
        """The line that failed and the one above, where the parser may have gone on."""
        return self.here, self.over

    @property
    def bare(self) -> SourceLine:
        """The line that may lack its colon or dash: this one, or the one that a key follows."""
        return self.here if self.lacks_colon else self.over

    def line(self, index: int) -> SourceLine:
        """A line taken apart; an empty one outside the text."""
        return line_of(index, self.lines[index] if 0 <= index < len(self.lines) else "")

    def index_of(self, offset: int) -> int:
        """The index of the line that an offset stands on."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def span(self, line: SourceLine, column: int, length: int = 1) -> Span:
        """A place on a line."""
        start = self.starts[line.row] + column
        return Span(start, start + max(1, length))

    def whole(self, line: SourceLine) -> Span:
        """What a line says, without indent and dashes."""
        return self.span(line, line.start, line.end - line.start)

    def upwards(self, index: int) -> Iterator[SourceLine]:
        """The lines above one that say something, nearest first."""
        for at in range(index - 1, -1, -1):
            if _says(self.lines[at]):
                yield self.line(at)

    def next(self, index: int) -> SourceLine:
        """The nearest line below that says something."""
        below = (at for at in range(index + 1, len(self.lines)) if _says(self.lines[at]))
        return self.line(next(below, -1))


def _says(line: str) -> bool:
    text = line.strip(" \t\r\n")
    return bool(text) and not text.startswith("#")


def where(text: str, error: yaml.YAMLError) -> Where:
    """Where an error is, by its own marks."""
    lines = _BREAK.split(text)
    starts = [0, *accumulate(map(len, lines))][:-1]
    problem = str(getattr(error, "problem", "") or "")
    offset = _offset(getattr(error, "problem_mark", None), len(text), 0)
    context_at = _offset(getattr(error, "context_mark", None), len(text), -1)
    at = max(0, bisect_right(starts, context_at if "expected ':'" in problem else offset) - 1)
    while at > 0 and not _says(lines[at]):
        at -= 1
    above = at - 1
    while above >= 0 and not _says(lines[above]):
        above -= 1
    context = str(getattr(error, "context", "") or "")
    return Where(text, lines, starts, at, above, problem, context, offset, context_at)


def _offset(mark: Any, length: int, default: int) -> int:
    return min(mark.index, length) if mark else default


def fault(variant: str, span: Span, **particulars: Any) -> Fault:
    """The fault of a trap."""
    return Fault("unreadable-file", span, variant=variant, particulars=particulars)
