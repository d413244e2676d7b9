"""A text that may be no chain yet → its lines and what they say, as far as that can be told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from nyttokedja.model.findings import Span
from nyttokedja.reading.decoding import LINE_BREAK
from nyttokedja.reading.outline import line_start

_BLANKS = re.compile(r"[ \t\u00a0\u202f]*")
_SIGN = re.compile(r"[^\w\s\"'\[{(]+[ \t\u00a0]*")
_AFTER_KEY = re.compile(r"(?:- +)?[^\s:#\"'\[{](?:[^:#\r\n]|:(?! )|(?<! )#)*:(?P<blank>[ \t]+)")
_COMMENT = re.compile(r"(?:[ \t]+#[^\r\n]*|[ \t]+)$")
_CLOSES = {"[": "]", "{": "}"}
_CONFLICT = re.compile(
    r"<<<<<<<.*(?:\r\n|\r|\n)(?P<ours>(?s:.*?))(?:\|\|\|\|\|\|\|(?s:.*?))?=======.*(?:\r\n|\r|\n)"
    r"(?P<theirs>(?s:.*?))>>>>>>>.*(?:\r\n|\r|\n|$)"
)


@dataclass(frozen=True)
class Line:
    """A line of a text, from ``start`` to ``end`` without its break."""

    text: str
    start: int
    end: int

    @property
    def full(self) -> Span:
        """The line with its break."""
        found = LINE_BREAK.match(self.text, self.end)
        return Span(self.start, found.end() if found else self.end)

    @property
    def indent(self) -> Span:
        """The blanks that it begins with."""
        found = _BLANKS.match(self.text, self.start, self.end)
        return Span(self.start, found.end() if found else self.start)

    @property
    def depth(self) -> int:
        """How many of them there are."""
        return self.indent.end - self.start

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing else on it."""
        return self.indent.end == self.end

    @property
    def said_end(self) -> int:
        """Where what it says ends, before blanks and a comment."""
        found = _COMMENT.search(self.text, self.indent.end, self.end)
        return found.start() if found else self.end

    @property
    def blank(self) -> Span:
        """The blanks after its key and colon."""
        found = _AFTER_KEY.match(self.text, self.indent.end, self.end)
        return Span(*found.span("blank")) if found else Span(self.indent.end, self.indent.end)

    @property
    def said(self) -> Span:
        """What it says after its key."""
        return Span(self.blank.end, max(self.said_end, self.blank.end))

    @property
    def sign(self) -> Span:
        """The dash, or what else it begins with that is no letter, with the blanks after it."""
        found = _SIGN.match(self.text, self.indent.end, self.end)
        return Span(self.indent.end, found.end() if found else self.indent.end)

    @property
    def block(self) -> Span:
        """The line and those straight below it that stand as far in or further."""
        end = self.full.end
        for line in self.below():
            if not line.is_blank and line.depth < self.depth:
                break
            end = line.full.end
        return Span(self.start, end)

    def deeper(self) -> Iterator[Line]:
        """Itself, and the lines straight below it that stand further in."""
        yield self
        for line in self.below():
            if not line.is_blank:
                if line.depth <= self.depth:
                    return
                yield line

    def below(self) -> Iterator[Line]:
        """The lines below it."""
        at = self.full.end
        while at < len(self.text):
            line = line_at(self.text, at)
            yield line
            at = line.full.end

    @property
    def before(self) -> Line | None:
        """The line above it that says something."""
        line = self
        while line.start:
            line = line_at(self.text, line.start - 1)
            if not line.is_blank:
                return line
        return None

    @property
    def holder(self) -> Line | None:
        """The nearest line above that stands less far in; a dash may stand straight below its key."""
        line = self.before
        while line is not None and line.depth + 1 - (self.is_item > line.is_item) > self.depth:
            line = line.before
        return line

    @property
    def is_item(self) -> bool:
        """Whether it begins with a dash."""
        return self.text.startswith("- ", self.indent.end)


def line_at(text: str, at: int) -> Line:
    """The line where an offset is; that of a break is the one that it ends."""
    start = line_start(text, at - 1 if text[at - 1 : at + 1] == "\r\n" else at)
    found = LINE_BREAK.search(text, start)
    return Line(text, start, found.start() if found else len(text))


def closing(text: str, at: int) -> int:
    """Where the bracket at an offset ought to end: with its line, or before one that does not fit."""
    line, waiting = line_at(text, at), list[str]()
    for n in range(at, line.said_end):
        sign = text[n]
        if sign in _CLOSES:
            waiting.append(_CLOSES[sign])
        elif sign in _CLOSES.values():
            if sign != waiting[-1]:
                return n
            waiting.pop()
    return line.said_end


def entries(text: str) -> list[str]:
    """What stands between the commas of a bracket, its own two signs taken away."""
    depth, parts = 0, [""]
    for sign in text[1:-1]:
        depth += (sign in _CLOSES) - (sign in _CLOSES.values())
        if sign == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += sign
    return [part.strip() for part in parts if part.strip()]


class Conflict(NamedTuple):
    """What git has left where two versions differ: all of it, and each of the two."""

    all: Span
    ours: Span
    theirs: Span


def conflict(text: str, at: int) -> Conflict:
    """The conflict whose first marker is at an offset or after it."""
    found = _CONFLICT.search(text, line_start(text, at))
    spans = (found.span(), found.span("ours"), found.span("theirs")) if found else ((at, at),) * 3
    return Conflict(*(Span(*span) for span in spans))
