"""Fixes of what stops a file from being read (NK001), each where one thing alone can have been meant.

Such a file has no parts: what to do is seen from its lines. What the fault hid is found afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import islice
from typing import Any

from nyttokedja.checking.fixes.boxes import is_title
from nyttokedja.checking.fixes.keys import entry_text
from nyttokedja.checking.fixes.lines import ends_here, in_block_of_text, line_end, lines_from
from nyttokedja.checking.fixes.target import FixFunction, FixTarget, TextEdit, TextEdits
from nyttokedja.checking.fixes.texts import single_quoted
from nyttokedja.language.forms import root_form
from nyttokedja.model.findings import Span
from nyttokedja.model.ids import ARROW, UniqueIds, is_id
from nyttokedja.reading.entries_in_text import inline_entries
from nyttokedja.reading.quoting_hints import CURLY, inner, keys
from nyttokedja.writing.quoting import quoted

_BEFORE_VALUE = re.compile(r".*(?:[:\-,][ \t]+|[\[{][ \t]*)", re.DOTALL)
_BOX = re.compile(r"(\w+):[ \t]+\S")
_SURELY_TEXT = "@`%*&?"
_HARD = "\u00a0"
_NAME = re.compile(r"^[ \t]*(\w+):", re.MULTILINE)
_CURLY = re.compile(f"[{CURLY}]")
_DASHED = re.compile(r"-[ \t]*(\S.*?)[ \t]*")
_SIGN = re.compile(rf"[ \t]*(?:{ARROW.pattern}|[;：=])[ \t]*")


def in_quotes(target: FixTarget, span: Span, shown: Mapping[str, Any]) -> TextEdits:
    """Quotes round a text with a colon, in place of the curly ones it may have."""
    value, curly = shown["text"], "character" in shown
    start = span.start + target.raw(span).rfind(value)
    where = Span(start, start + len(value))
    if start < span.start or (curly and inner(value) == value and len(_CURLY.findall(value)) % 2):
        return ()  # of two that belong together one is missing, nobody knows where
    if start > span.start and not _is_key(shown["key"], target.lead(span.start)):
        return ()
    if not ends_here(target, where) or inline_entries(shown["key"], value):
        return ()
    return ((where, quoted(inner(value), target.quote)),)


def braces(target: FixTarget, span: Span, shown: Mapping[str, Any]) -> TextEdits:
    """Braces round all that the line of an id says."""
    where = _text_at_end(target, span, shown)
    return ((where, f"{{{', '.join(shown['entries'])}}}"),) if ends_here(target, where) else ()


def rows(target: FixTarget, span: Span, shown: Mapping[str, Any]) -> TextEdits:
    """A line for each entry, under the first."""
    if not ends_here(target, _text_at_end(target, span, shown)):
        return ()
    lead = " " * len(target.lead(span.start))
    return ((span, f"{target.newline}{lead}".join(shown["entries"])),)


def box_on_line(target: FixTarget, span: Span, shown: Mapping[str, Any]) -> TextEdits:
    """A box on a line of its own under its section, as far in as the ones below."""
    where = _text_at_end(target, span, shown)
    after = next(((at, lead) for at, lead in lines_from(target, line_end(target, span.end))), None)
    if not _BOX.match(shown["text"]) or shown["text"].split(":")[0] in keys():
        return ()
    lead = "  "
    if after is not None and after[1]:
        lead, below = after[1], target.raw(after[0]).strip()
        if below.split(":")[0] in keys():
            return ()  # which may be told of the box, or be one
    return ((Span(where.start - _blanks(target, where.start), where.start), f"{target.newline}{lead}"),)


def _text_at_end(target: FixTarget, span: Span, shown: Mapping[str, Any]) -> Span:
    """Where the text of a line stands, which ends where the span does."""
    start = span.start + target.raw(span).rfind(shown["text"])
    return Span(start, start + len(shown["text"]))


def _blanks(target: FixTarget, offset: int) -> int:
    lead = target.lead(offset)
    return len(lead) - len(lead.rstrip(" \t"))


def _is_key(word: str, before: str) -> bool:
    """Whether a word before a colon can only be a key: in a list it may be the beginning of a text."""
    return word in keys() or (is_id(word) and "-" not in before)


def first_character(target: FixTarget, span: Span, shown: Mapping[str, Any]) -> TextEdits:
    """Quotes round a text that begins with a sign that YAML keeps for itself, and that nobody uses here."""
    text = shown["text"]
    sure = text[0] in _SURELY_TEXT and _BEFORE_VALUE.fullmatch(target.lead(span.start))
    if not sure or not ends_here(target, span):
        return ()
    return ((span, quoted(text, target.quote)),)


def no_space(target: FixTarget, span: Span, shown: Mapping[str, Any]) -> TextEdits:
    """A space after a key's colon."""
    key, text = shown["key"], shown["text"]
    is_key = key in keys() or (is_id(key) and target.lead(span.start))
    if not is_key or not text:
        return ()
    after = Span(span.start + len(key) + 1, span.end)
    return ((after, f" {entry_text(target, text)}"),)


def no_colon(target: FixTarget, span: Span, shown: Mapping[str, Any]) -> TextEdits:
    """A colon after a key that has another sign in its place."""
    key = shown["key"]
    sign = _SIGN.match(target.text, span.start + len(key), span.end)
    if sign is None or key not in keys():
        return ()
    text = target.text[sign.end() : span.end]
    return ((Span(sign.start(), span.end), f": {entry_text(target, text)}"),)


def spaces(target: FixTarget, span: Span, _: Mapping[str, Any]) -> TextEdits:
    """Ordinary spaces in place of hard ones, one for each."""
    raw = target.raw(span)
    if set(raw) - {_HARD, " "} or in_block_of_text(target, span.start):
        return ()
    return ((span, " " * len(raw)),)


def tabs(target: FixTarget, span: Span, _: Mapping[str, Any]) -> TextEdits:
    """Two spaces for each tab that lines begin with, in a file that has nothing else before its lines."""
    leads = [Span(at.start, at.start + len(lead)) for at, lead in lines_from(target, 0)]
    said = [at for at in leads if target.text[at.end] != "#"]
    if any(target.raw(at).strip("\t") for at in said):
        return ()
    return tuple((at, "  " * (at.end - at.start)) for at in leads if not target.raw(at).strip("\t"))


def tab_alone(target: FixTarget, span: Span, _: Mapping[str, Any]) -> TextEdits:
    """Nothing on a line that seems empty."""
    start, end = span.start - len(target.lead(span.start)), line_end(target, span.start)
    return ((Span(start, end), ""),)


def tab_after_dash(target: FixTarget, span: Span, _: Mapping[str, Any]) -> TextEdits:
    """A space after a dash, where its item has one line alone."""
    end = line_end(target, span.start)
    if not ends_here(target, Span(end, end)):
        return ()
    text = target.text[span.start : end].lstrip(" \t")
    return ((Span(span.start, end - len(text)), " "),)


def remark(target: FixTarget, span: Span, _: Mapping[str, Any]) -> TextEdits:
    """A line of strokes as a comment, which they may stay."""
    return () if in_block_of_text(target, span.start) else ((Span(span.start, span.start), "# "),)


def bullets(target: FixTarget, span: Span, shown: Mapping[str, Any]) -> TextEdits:
    """Dashes in place of bullets, on this line and those below with the same, if none is further in."""
    bullet = re.compile(rf"{re.escape(shown['character'])}[ {_HARD}]+")
    indent = target.lead(span.start)
    edits: list[TextEdit] = []
    if in_block_of_text(target, span.start):
        return ()
    for at, lead in lines_from(target, span.start - len(indent)):
        if len(lead) > len(indent):
            return ()
        match = bullet.match(target.text, at.start + len(lead), at.end)
        if match is None or lead != indent:
            break
        edits.append((Span(*match.span()), "- "))
    return tuple(edits)


def dash(target: FixTarget, span: Span, _: Mapping[str, Any]) -> TextEdits:
    """A dash in place of the comma before an item of a list."""
    return () if in_block_of_text(target, span.start) else ((Span(span.start, span.start + 1), "-"),)


def space_after_dash(target: FixTarget, span: Span, _: Mapping[str, Any]) -> TextEdits:
    """A space after the dash before an item of a list."""
    return ((Span(span.start + 1, span.start + 1), " "),)


def boxes(target: FixTarget, span: Span, _: Mapping[str, Any]) -> TextEdits:
    """A name in place of the dash before each title among the boxes of a section."""
    indent = target.lead(span.start).rstrip("- ")
    lead = len(target.lead(span.start)) - len(target.lead(span.start).lstrip(" "))
    ids, edits = UniqueIds(), list[TextEdit]()
    if indent or not _is_among_boxes(target, span.start, lead):
        return ()
    for match in _NAME.finditer(target.text):
        ids.keep(match[1])
    for at, blanks in lines_from(target, span.start - len(target.lead(span.start))):
        if len(blanks) < lead:
            break
        dashed = _DASHED.fullmatch(target.text, at.start + lead, at.end)
        if len(blanks) > lead or dashed is None:
            continue
        title = dashed[1]
        if not is_title(title) or not ends_here(target, Span(dashed.start(1), at.end)):
            return ()
        edits.append((Span(at.start + lead, at.end), f"{ids.make(title)}: {target.written(title)}"))
    return tuple(edits)


def _is_among_boxes(target: FixTarget, offset: int, indent: int) -> bool:
    """Whether the lines with an indent stand in a section, right under its key."""
    above = [(at, lead) for at, lead in lines_from(target, 0) if at.end < offset]
    holder = next((target.raw(at) for at, lead in reversed(above) if len(lead) < indent), "")
    key = holder.split(":")[0]
    section = root_form().within(root_form().keys.get(key, ""))
    return section is not None and section.holds_nodes


def first_line(target: FixTarget, span: Span, _: Mapping[str, Any]) -> TextEdits:
    """No spaces before the first line, where the next one has none either."""
    lines = lines_from(target, span.start)
    leads = [lead for at, lead in islice(lines, 2)]
    return ((span, ""),) if leads == [target.raw(span), ""] else ()


def soft_break(target: FixTarget, span: Span, shown: Mapping[str, Any]) -> TextEdits:
    """A space in place of each line break of a slide, where that is what the sign is."""
    if shown["character"] != "U+000B":
        return ()
    found = (Span(*match.span()) for match in re.finditer("\x0b", target.text))
    return tuple((at, " " if target.lead(at.start).strip() else "") for at in found)


def backslash(target: FixTarget, span: Span, _: Mapping[str, Any]) -> TextEdits:
    """Single quotes in place of the double ones round all that stands on a line after its key."""
    line, end = target.lead(span.start), line_end(target, span.start)
    start = span.start - len(line) + line.find('"')
    raw = target.text[start:end].rstrip(" \t")
    if '"' not in line or raw[-1] != '"':
        return ()
    written = single_quoted(raw)
    return ((Span(start, start + len(raw)), written),) if written else ()


FIXES: Mapping[tuple[str, str], FixFunction] = {
    ("NK001", "colon-in-text"): in_quotes,
    ("NK001", "curly-quotes"): in_quotes,
    ("NK001", "entries-on-line"): braces,
    ("NK001", "entries-on-row"): rows,
    ("NK001", "box-on-line"): box_on_line,
    ("NK001", "first-character"): first_character,
    ("NK001", "no-space"): no_space,
    ("NK001", "no-colon-after-key"): no_colon,
    ("NK001", "hard-space"): spaces,
    ("NK001", "tab"): tabs,
    ("NK001", "tab-alone"): tab_alone,
    ("NK001", "tab-after-dash"): tab_after_dash,
    ("NK001", "strokes"): remark,
    ("NK001", "bullet"): bullets,
    ("NK001", "dash-among-names"): boxes,
    ("NK001", "comma-for-dash"): dash,
    ("NK001", "tight-dash"): space_after_dash,
    ("NK001", "first-line"): first_line,
    ("NK001", "control-character"): soft_break,
    ("NK001", "backslash"): backslash,
}
