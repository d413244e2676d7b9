"""Fixes of texts that hide something: swallowed words (NK005), invisible characters and escapes (NK006)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from nyttokedja.checking.fixes.target import FixFunction, FixTarget, TextEdit, TextEdits, inside, same
from nyttokedja.model.findings import Span
from nyttokedja.reading.hidden_characters import cleaned, even_spaces, seen_only, trimmed_word
from nyttokedja.reading.parts import ScalarPart
from nyttokedja.writing.quoting import is_safe

_PART_OF_BRACKETS = set(",[]{}")
_CHARACTER = re.compile(r".", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U00[0-9a-fA-F]{6}|.)|.", re.DOTALL)
_ENDS_KEY = re.compile(r":(?:\s|$)|\s#")
_MAY_BE_NUMBER = "+-.~"
_DRIVE = re.compile(r"[A-Za-z]:\\")
_MEANT = re.compile(r"\\[ntrxuU]")
"""Escapes that a writer may have meant."""


def swallowed(target: FixTarget, span: Span, shown: Mapping[str, Any]) -> TextEdits:
    """Quotes round a text and what it lost; where no text can stand, that was a comment without its space."""
    whole = Span(span.start, span.start + len(target.raw(span).rstrip()))
    sign = whole.end - len(shown["lost"])
    alone = sign == span.start
    location = target.empty_before(sign) if alone else target.at(span)
    if (
        location is None
        or not isinstance(location.part, ScalarPart)
        or (location.form is None and not location.is_own)
    ):
        return ()
    if not location.takes_text or not (alone or isinstance(location.part.value, str)):
        return ((Span(sign + 1, sign + 1), " "),)
    if (alone and location.can_be_empty) or (location.in_flow and _PART_OF_BRACKETS & set(shown["lost"])):
        return ()
    return ((whole, in_quotes(target.raw(whole), target.quote)),)


def in_quotes(raw: str, quote: str) -> str:
    """A bare text in quotes, on the lines that it stands on: both kinds are folded alike."""
    inner = raw.replace("'", "''") if quote == "'" else raw.replace("\\", "\\\\").replace('"', '\\"')
    return f"{quote}{inner}{quote}"


def invisible(target: FixTarget, span: Span, _: Mapping[str, Any]) -> TextEdits:
    """A text without what cannot be seen; in quotes, where it would now be taken for something else."""
    location = target.at(span)
    text = seen_only(location.part.written) if location and isinstance(location.part, ScalarPart) else ""
    if location is None or not isinstance(location.part, ScalarPart) or not text.strip():
        return ()
    if location.is_key and not location.part.style and _ENDS_KEY.search(text):
        return ()
    within = inside(target.text, location.part)
    raw = target.raw(within)
    edits = tuple(_unseen(raw, within.start, escapes=location.part.style == '"'))
    may_mislead = (
        not location.part.style and not location.is_key and (location.takes_text or location.form is None)
    )
    if not may_mislead or _reads_alike(text, location.part.written, flow=location.in_flow):
        return edits
    return ((within, in_quotes(seen_only(raw), target.quote)),)


def _reads_alike(text: str, before: str, *, flow: bool) -> bool:
    """Whether a bare text, that what cannot be seen was taken from, is surely read as a text still."""
    text = text.replace("\u200d", "")
    if text[0] == before[0] and not text[0].isalnum() and text[0] not in _MAY_BE_NUMBER:
        text = f"a{text[1:]}"  # what it begins with was fine before
    return is_safe(text, flow)


def _unseen(raw: str, start: int, *, escapes: bool) -> Iterator[TextEdit]:
    """What of a written text cannot be seen, and what stands instead."""
    written = list((_ESCAPE if escapes else _CHARACTER).finditer(raw))
    read = "".join(_read(match[0]) for match in written)
    for match, before, after in zip(written, read, cleaned(read), strict=True):
        if before != after:
            yield Span(start + match.start(), start + match.end()), after


def _read(written: str) -> str:
    """The one character that an escape stands for; any other is as good as a letter here."""
    if len(written) == 1:
        return written
    try:
        return chr(int(f"0x{written[2:]}", 0))
    except (ValueError, OverflowError):
        return " " if written[1] in " ntr" else "x"


def trimmed(target: FixTarget, span: Span, shown: Mapping[str, Any]) -> TextEdits:
    """A word without the spaces around it, also inside its quotes."""
    raw = target.raw(span)
    if raw[:1] in ("'", '"') and raw[-1:] == raw[:1]:
        span, raw = Span(span.start + 1, span.end - 1), raw[1:-1]
    word = trimmed_word(raw)
    return ((span, word),) if same(seen_only(word), shown["text"]) else ()


def spaced(target: FixTarget, span: Span, _: Mapping[str, Any]) -> TextEdits:
    """One ordinary space between the words of a title."""
    raw = target.raw(span)
    return () if {"\n", "\r", "\\"} & set(raw) else ((span, even_spaces(raw)),)


def backslash(target: FixTarget, span: Span, _: Mapping[str, Any]) -> TextEdits:
    """Single quotes in place of the double ones, where every backslash is just that."""
    location = target.at(span)
    if location is None:
        return ()
    written = single_quoted(target.raw(Span(location.part.start, location.part.end)))
    return ((Span(location.part.start, location.part.end), written),) if written else ()


def single_quoted(raw: str) -> str:
    """A text in double quotes, in single ones; "" where some of its backslashes may be meant as escapes."""
    inner = raw[1:-1]
    if '"' in inner or "\\\\" in inner or {"\n", "\r"} & set(inner):
        return ""
    if _MEANT.search(inner) and not _DRIVE.match(inner):
        return ""
    return in_quotes(inner, "'")


FIXES: Mapping[tuple[str, str], FixFunction] = {
    ("NK005", ""): swallowed,
    ("NK005", "all"): swallowed,
    ("NK006", ""): invisible,
    ("NK006", "backslash"): backslash,
    ("NK006", "space"): trimmed,
    ("NK006", "quoted-space"): trimmed,
    ("NK006", "spaces"): spaced,
}
