"""Traps of brackets: left open, closed wrongly, and commas and colons inside them."""

from __future__ import annotations

import re

from nyttokedja.model.findings import Fault, Span
from nyttokedja.reading.quoting_hints import after_quotes, keys, quoted
from nyttokedja.reading.syntax_errors.location import Where, fault, line_of
from nyttokedja.reading.syntax_errors.quotes import after_quote_fault, of_text

_FAR = 20_000
"""So many characters before a failure are looked through for the bracket that is open."""

_CLOSING = {"[": "]", "{": "}"}
_SHARP = re.compile(r"(?:(?<=[ \t\[{,])|^)#.*", re.MULTILINE)
_QUOTED = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*'")


def after_bracket(where: Where) -> Fault | None:
    """Something after a closing bracket outside all others: a bracket too many, or text."""
    if (
        where.in_flow
        or "node" in where.context
        or not (where.in_block or where.outside or where.second_colon)
    ):
        return None
    line = where.here
    column = where.offset - where.starts[line.row]
    if where.found and where.found in "]}":
        return fault("extra-bracket", where.span(line, column), character=where.found)
    before = line.text[:column].rstrip(" \t")
    if before[-1:] not in ("]", "}") or where.index_of(where.offset) != line.row:
        return None
    text = quoted(line.value) if line.value[:1] in ("[", "{") else "."
    shown = {"character": before[-1], "text": line.text[column : line.end], "quoted": text}
    return fault("after-bracket", where.span(line, column, line.end - column), **shown)


def inside(where: Where) -> Fault | None:
    """What is wrong inside brackets, by the character that the parser met."""
    if not where.in_flow:
        return None
    opening = _opening(where)
    if opening < 0:
        return None
    return (
        _number_sign(where, opening)
        or _open_bracket(where, opening)
        or _comma(where)
        or _colon(where, opening)
        or _after(where, opening)
    )


def _opening(where: Where) -> int:
    """The offset of the innermost bracket that is open at the failure."""
    if where.text[where.context_at : where.context_at + 1] in _CLOSING:
        return where.context_at
    return _open_before(where.text, where.offset)


def _open_before(text: str, offset: int) -> int:
    start = text.rfind("\n", 0, max(0, offset - _FAR)) + 1 if offset > _FAR else 0
    part = _SHARP.sub(_blank, _QUOTED.sub(_blank, text[max(start, offset - 2 * _FAR) : offset]))
    depth = 0
    for back, character in enumerate(reversed(part), 1):
        depth += (character in "]}") - (character in "[{")
        if depth < 0:
            return offset - back
    return -1


def _blank(match: re.Match[str]) -> str:
    return "_" * len(match[0])


def _number_sign(where: Where, opening: int) -> Fault | None:
    """A comment among the parts, that swallows a text or the closing bracket."""
    part = where.text[opening : min(where.offset, opening + _FAR)]
    part = _QUOTED.sub(_blank, part)
    match = _SHARP.search(part)
    if match is None or (match[0][1:2].strip(" \t\r") == "" and not set(match[0]) & set("]}")):
        return None
    begin = max(part.rfind(mark, 0, match.start()) for mark in (",", "[", "{", ": ")) + 1
    text = re.split(r"[,\]}\r\n]", where.text[opening + begin : opening + match.end()], maxsplit=1)[0]
    span = Span(opening + match.start(), opening + len(part[: match.end()].rstrip()))
    shown = {"lost": where.text[span.start : span.end], "quoted": quoted(text)}
    return fault("number-sign", span, **shown)


def _open_bracket(where: Where, opening: int) -> Fault | None:
    bracket = where.text[opening]
    shown = {"opening": bracket, "closing": _CLOSING[bracket]}
    if where.found in ("]", "}") and where.found != _CLOSING[bracket]:
        outer = _open_before(where.text, opening)
        if outer < 0 or _CLOSING[where.text[outer]] != where.found or _ends_before(where, opening, outer):
            span = Span(where.offset, where.offset + 1)
            return fault("wrong-bracket", span, found=where.found, **shown)
    elif _is_closed(where, opening):
        return None
    return fault("open-bracket", Span(opening, opening + 1), **shown)


def _ends_before(where: Where, opening: int, outer: int) -> bool:
    """Whether the outer bracket belongs to a line of its own, left open long before."""
    return where.index_of(outer) != where.index_of(opening) and not _is_closed(where, outer)


def _is_closed(where: Where, opening: int) -> bool:
    """Whether a bracket is closed before the file ends or a line comes that stands outside it."""
    first = where.index_of(opening)
    indent = line_of(first, where.lines[first]).indent
    depth = 0
    for index in range(first, len(where.lines)):
        line = where.line(index)
        if index > first and line.words and line.indent <= indent and line.text[line.indent] not in "]}#":
            return False
        text = line.text[opening - where.starts[first] if index == first else 0 : line.end]
        for character in _QUOTED.sub("", text):
            depth += (character in "[{") - (character in "]}")
            if depth <= 0 and character in "]}":
                return True
    return False


def _comma(where: Where) -> Fault | None:
    if where.found != ",":
        return None
    return fault("extra-comma", Span(where.offset, where.offset + 1))


def _entry(where: Where, opening: int) -> Span:
    """The part around the failure, between commas and brackets."""
    text, start, end = where.text, where.offset, where.offset
    while start > max(opening + 1, where.offset - _FAR) and text[start - 1] not in ",[{":
        start -= 1
    limit = min(len(text), end + _FAR)
    while end < limit and text[end] not in ",]}\r\n":
        end += 1
    while start < end and text[start].isspace():
        start += 1
    return Span(start, max(start + 1, start + len(text[start:end].rstrip())))


def _colon(where: Where, opening: int) -> Fault | None:
    """A second colon in one part: the next key after a missing comma, or a text that has one."""
    if where.found != ":":
        return None
    span = _entry(where, opening)
    before = where.text[span.start : where.offset]
    rest, _, word = before.rstrip(" \t").rpartition(" ")
    if rest.strip() and ("\n" in rest or word in keys()):
        start = span.start + len(rest) + 1
        return fault("missing-comma", Span(start, start + len(word)), text=word)
    line = line_of(0, where.text[span.start : span.end])
    value = line.value if where.text[opening] == "{" else line.words
    if rest := after_quotes(value):
        return after_quote_fault(span, rest, value)
    return of_text(line, value, span)


def _after(where: Where, opening: int) -> Fault | None:
    """Something that stands directly after a part that has ended."""
    if where.found and where.found in "\"'[{":
        return fault("missing-comma", Span(where.offset, where.offset + 1), text=where.found)
    line = line_of(0, where.text[(span := _entry(where, opening)).start : span.end])
    value = line.words if line.words[:1] in ("'", '"') else line.value
    if rest := after_quotes(value):
        return after_quote_fault(span, rest, value)
    shown = {"opening": where.text[opening]}
    return fault("in-bracket", Span(where.offset, where.offset + 1), **shown)
