"""Traps of single characters: tabs, hard spaces, bullets, strokes, and what no text may begin with."""

from __future__ import annotations

import re

from nyttokedja.model.findings import Fault
from nyttokedja.reading.quoting_hints import example, quoted
from nyttokedja.reading.syntax_errors.location import Where, fault, line_of

_NOT_FIRST = "@`%*&!|>"
_STROKES = re.compile(r"([=\-_~*+])\1{2,}|```+\w*")
_BULLET = re.compile(r"[*•·–—‣▪●○◦][ \u00a0]+")
_ESCAPE = re.compile(
    r"\\(?:(?P<fine>x[0-9a-fA-F]{2}|u(?![dD][89a-fA-F])[0-9a-fA-F]{4}|U00(?:0[0-9a-fA-F]|10)[0-9a-fA-F]{4}"
    r'|[0abtnvfreN_LP \t"\\/\r\n])|.|$)'
)


def tab(where: Where) -> Fault | None:
    """A tab where YAML wants spaces: in an indent, after a dash, alone on a line."""
    if where.found == "\t":
        index = where.index_of(where.offset)
        line = line_of(index, where.lines[index])
        before = line.text[: where.offset - where.starts[index]]
        if not line.text.strip(" \t"):
            return fault("tab-alone", where.span(line, len(before)))
        if before.endswith("-"):
            return fault("tab-after-dash", where.span(line, len(before)))
    for line in where.near:
        lead = line.text[: len(line.text) - len(line.text.lstrip(" \t"))]
        if "\t" in lead:
            return fault("tab", where.span(line, lead.index("\t")))
    return None


def hard_space(where: Where) -> Fault | None:
    """A space that is not the ordinary one, as indent or alone on a line."""
    for line in where.near:
        lead = line.text[: len(line.text) - len(line.text.lstrip())]
        if column := next((n + 1 for n, c in enumerate(lead) if c not in " \t"), 0):
            return fault("hard-space", where.span(line, column - 1, len(lead) - column + 1))
    return None


def strokes(where: Where) -> Fault | None:
    """A line of strokes, as under a heading."""
    below = (where.next(where.at),) if where.lacks_colon else ()
    for line in (*where.near, *below):
        text = line.text.strip()
        if _STROKES.fullmatch(text) and text != "---":
            return fault("strokes", where.span(line, line.indent, len(text)), text=text[:3])
    return None


def bullet(where: Where) -> Fault | None:
    """A list with bullets in place of dashes."""
    for line in where.near:
        match = _BULLET.match(line.text, line.start)
        if match and line.colon < 0:
            item = example(f"- {line.text[match.end() : line.end]}")
            return fault("bullet", where.whole(line), character=match[0][0], example=item)
    return None


def dots(where: Where) -> Fault | None:
    """Three dots on a line of their own, which end a document."""
    line = where.over
    if where.outside and line.text.startswith("..."):
        return fault("dots", where.span(line, 0, len(line.text)))
    return None


def first_character(where: Where) -> Fault | None:
    """A text that begins with a character that means something to YAML."""
    for offset in (where.context_at, where.offset):
        character = where.text[offset : offset + 1] if offset >= 0 else ""
        closing = "block node" in where.context and character in (",", "]", "}")
        if character and (closing or character in _NOT_FIRST):
            index = where.index_of(offset)
            line = line_of(index, where.lines[index])
            column = offset - where.starts[index]
            text = line.text[column : max(line.end, column + 1)] or character
            before = line.text[:column]
            if before.count("[") + before.count("{") > before.count("]") + before.count("}"):
                text = re.split(r"[,\]}]", text, maxsplit=1)[0].rstrip() or character
            shown = {"character": character, "text": text, "quoted": quoted(text)}
            return fault("first-character", where.span(line, column, len(text)), **shown)
    return None


def backslash(where: Where) -> Fault | None:
    """A backslash inside double quotation marks, which YAML reads as the beginning of an escape."""
    if "quoted scalar" not in where.context or not ("escape" in where.problem or "hex" in where.problem):
        return None
    start = where.context_at
    bad = next((m for m in _ESCAPE.finditer(where.text, start) if m["fine"] is None), None)
    if bad is None:
        return None
    return backslash_fault(where, start, bad.start())


def backslash_fault(where: Where, start: int, at: int) -> Fault:
    """The fault of a backslash at an offset, in a text whose quotation mark stands at ``start``."""
    index = where.index_of(start)
    line = line_of(index, where.lines[index])
    rest = line.text[start + 1 - where.starts[index] : line.end]
    text = rest.rsplit('"', 1)[0] if '"' in rest else rest
    index = where.index_of(at)
    span = where.span(where.line(index), at - where.starts[index], 2)
    return fault("backslash", span, quoted=quoted(text))
