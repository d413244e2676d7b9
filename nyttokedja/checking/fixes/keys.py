"""Fixes of keys (NK003): misspelt ones, those that lost their colon, and braces that should be brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from nyttokedja.checking.fixes.target import FixFunction, FixTarget, PartLocation, TextEdits, same
from nyttokedja.checking.fixes.texts import in_quotes
from nyttokedja.language.keywords import words
from nyttokedja.model.findings import Span
from nyttokedja.reading.parts import MappingPart
from nyttokedja.writing.quoting import quoted

_LINE = re.compile(r"[^\s][^\r\n]*")
_KEY = re.compile(r"(\w+(?:[ _]\w+){0,2})[ \t]*[:;：=][ \t]*(?=\S)")
_NOT_FIRST = "@`%*&!|>#,]}[{\"'"
_CLOSED = ('""', "''", "[]", "{}")
_IN_FLOW = set(",[]{}")


def meant(target: FixTarget, span: Span, shown: Mapping[str, Any]) -> TextEdits:
    """The key that was meant, unless it stands there already."""
    location = target.at(span)
    if location is None or location.form is None or location.holder is None:
        return ()
    name = location.form.keys.get(shown["meant"])
    sure = name not in location.holder.names and not words(target.keys).is_doubtful(shown["key"])
    return (target.replaced(location, shown["meant"]),) if sure else ()


def no_colon(target: FixTarget, span: Span, shown: Mapping[str, Any]) -> TextEdits:
    """A key, a colon and a space, on each line of a title that is such lines."""
    location = target.at(span)
    if location is None or location.form is None or location.holder is None:
        return ()
    if location.is_key:  # between braces
        known = location.form.keys.get(shown["key"]) in location.holder.names
        entry = f"{shown['key']}: {entry_text(target, shown['text'], flow=True)}"
        return () if known else ((Span(location.part.start, location.part.end), entry),)
    lines = list(_entries(target, location, shown))
    if not all(key in location.form.keys for _, key, _ in lines):
        return ()
    if target.lead(span.start).strip(" "):  # on the line of its id
        _, key, text = lines[0]
        entry = f"{{{key}: {entry_text(target, text, flow=True)}}}"
        return ((span, entry),) if len(lines) == 1 else ()
    return tuple((at, f"{key}: {entry_text(target, text)}") for at, key, text in lines)


def _entries(
    target: FixTarget, location: PartLocation, shown: Mapping[str, Any]
) -> Iterator[tuple[Span, str, str]]:
    """Where each line of a title stands, and its key and text; no key where it has none."""
    part = location.part
    for match in _LINE.finditer(target.text, part.start, part.end):
        line = match[0].rstrip()
        span = Span(match.start(), match.start() + len(line))
        if key := _KEY.match(line):
            yield span, key[1].replace(" ", "_"), line[key.end() :]
        elif same(line[len(line) - len(shown["text"]) :], shown["text"]):
            yield span, shown["key"], shown["text"]
        else:
            yield span, "", ""


def entry_text(target: FixTarget, text: str, *, flow: bool = False) -> str:
    """What follows a key's colon: as it was written, but in quotes where YAML would misread it."""
    if len(text) > 1 and text[0] + text[-1] in _CLOSED:
        return text
    misread = text[0] in _NOT_FIRST or text.startswith(("- ", "? ")) or " #" in text
    return quoted(text, target.quote) if misread or (flow and _IN_FLOW & set(text)) else text


def arrow(target: FixTarget, span: Span, _: Mapping[str, Any]) -> TextEdits:
    """Braces round nothing but ids → the brackets that were meant."""
    location = target.at(span)
    braces = location.holder if location else None
    if braces is None or braces.holder is None or not isinstance(braces.part, MappingPart):
        return ()
    nodes = target.ends.graph.nodes if target.ends else {}
    raw = target.raw(Span(braces.part.start, braces.part.end))
    if set(raw) & set(":?#") or not all(key.value in nodes for key, _ in braces.part.entries):
        return ()
    if not isinstance(braces.holder.part, MappingPart):  # brackets are there already
        return ()
    start, end = braces.part.start, braces.part.end
    return ((Span(start, start + 1), "["), (Span(end - 1, end), "]"))


def text(target: FixTarget, span: Span, _: Mapping[str, Any]) -> TextEdits:
    """Quotes round a text with a colon or a question mark, which was read as a key."""
    return ((span, in_quotes(target.raw(span), target.quote)),)


FIXES: Mapping[tuple[str, str], FixFunction] = {
    ("NK003", "meant"): meant,
    ("NK003", "case"): meant,
    ("NK003", "no-space"): no_colon,
    ("NK003", "no-colon"): no_colon,
    ("NK003", "arrow"): arrow,
    ("NK003", "text"): text,
    ("NK004", "question"): text,
}
