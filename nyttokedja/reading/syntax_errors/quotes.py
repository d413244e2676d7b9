"""Traps of quotation marks: left open, closed too early, or not straight."""

from __future__ import annotations

import re

from nyttokedja.model.findings import Fault, Span
from nyttokedja.reading.quoting_hints import CURLY, after_quotes, example, inner, keys, quoted
from nyttokedja.reading.syntax_errors.characters import backslash_fault
from nyttokedja.reading.syntax_errors.location import SourceLine, Where, fault

_OPENS_HERE = re.compile(r"(?:^|[:\-,\[{])[ \t]*$")


def open_quote(where: Where) -> Fault | None:
    """A quotation mark that is never closed, or that a later text's opening one closes."""
    opener = -1
    if "quoted scalar" in where.context and ("end of stream" in where.problem or "document" in where.problem):
        opener = where.context_at
    elif where.in_block or where.in_flow:
        opener = _closed_by_a_later(where)
    if opener < 0:
        return None
    line = where.line(where.index_of(opener))
    column = opener - where.starts[line.row]
    if where.text[opener] == '"' and line.text.endswith('\\"') and '"' not in line.text[column + 1 : -2]:
        return backslash_fault(where, opener, where.starts[line.row] + len(line.text) - 2)
    return fault("open-quote", Span(opener, opener + 1), character=where.text[opener])


def _closed_by_a_later(where: Where) -> int:
    """The offset of the quotation mark that is open, where another one's opening closed it."""
    start = where.starts[where.index_of(where.offset)]
    before = where.text[start : where.offset].rstrip(" \t")
    if not before or before[-1] not in "'\"" or not _OPENS_HERE.search(before[:-1][-_WIDEST:]):
        return -1
    opener = where.text.rfind(before[-1], 0, start + len(before) - 1)
    return opener if 0 <= opener < start else -1


_WIDEST = 200


def after_quote(where: Where) -> Fault | None:
    """Text after the closing quotation mark."""
    for line in where.near:
        value = line.key if line.key[:1] in ("'", '"') else line.value
        rest = after_quotes(value)
        if rest and not rest.startswith(("#", ":")):
            return after_quote_fault(where.whole(line), rest, value)
    return None


def after_quote_fault(span: Span, rest: str, value: str) -> Fault:
    """The fault of a value with text after its closing quotation mark."""
    return fault("after-quote", span, text=rest, quoted=quoted(inner(value)))


def of_text(line: SourceLine, value: str, span: Span) -> Fault:
    """The fault of a colon in a text: in curly quotation marks, which are none, or in none."""
    shown = {"text": value, "quoted": quoted(inner(value)), "key": line.key}
    if value[:1] and value[0] in CURLY:
        return fault("curly-quotes", span, character=value[0], **shown)
    if value.rstrip().endswith("}") and "{" not in value and value.partition(":")[0].strip() in keys():
        return fault("no-brace", span, key=line.key, example=example(f"{line.key}: {{{value}"))
    return fault("colon-in-text", span, **shown)
