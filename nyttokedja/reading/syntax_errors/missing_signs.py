"""Traps of keys and texts: a colon too many or too few, a dash too few, a space missing."""

from __future__ import annotations

import re

from nyttokedja.language.forms import root_form
from nyttokedja.model.findings import Fault
from nyttokedja.model.ids import ARROW, as_id
from nyttokedja.reading.entries_in_text import named_forms
from nyttokedja.reading.quoting_hints import example, keys, quoted
from nyttokedja.reading.syntax_errors.inline import in_line
from nyttokedja.reading.syntax_errors.location import SourceLine, Where, fault
from nyttokedja.reading.syntax_errors.quotes import of_text

_NO_SPACE = re.compile(r"([^\s:\d'\"\[\]{}#,&*!|>%@`-][^\s:]*):([^/ \t].*)")
_EQUALS = re.compile(rf"([^\s=;：→⇒➔]+?)[ \t]*(?:{ARROW.pattern}|[=;：])[ \t]*(\S.*)")
_TIGHT_DASH = re.compile(r"-([^\s\d-].*)")
"""A dash without a space after it."""


def list_on_line(where: Where) -> Fault | None:
    """A list that begins on the line of its key."""
    line = where.here
    if "sequence entries" not in where.problem or not line.value.startswith("- "):
        return None
    item = line.value[2:].strip()
    bare = item if not re.search(r"[,:\[\]{}#\"']", item) else quoted(item).removeprefix(": ")
    shown = {"key": line.key, "example": example(f"[{bare}]") if bare != "." else bare}
    return fault("list-on-line", where.whole(line), **shown)


def colon_in_text(where: Where) -> Fault | None:
    """A colon and a space in a text without quotation marks."""
    line = where.here
    column = where.offset - where.starts[line.row]
    if not where.second_colon or not 0 <= line.colon < column:
        return None
    if line.dash and line.key not in keys() and not line.key.startswith("x-"):
        return of_text(line, line.words, where.whole(line))
    return in_line(where, line) or of_text(line, line.value, where.whole(line))


def dash_among_names(where: Where) -> Fault | None:
    """Lines with dashes and lines with names side by side: one of the two is no part of the list, or is."""
    line = where.here
    beside = next((one for one in where.upwards(line.row) if one.indent <= line.indent), None)
    if beside is None or beside.indent != line.indent or beside.dash == line.dash:
        return None
    dashed, named = (line, beside) if line.dash else (beside, line)
    if not dashed.words or named.colon < 0:
        return None
    holder = next((one.key for one in where.upwards(beside.row) if one.indent < line.indent), "")
    if _holds_list(holder):
        if named.key in keys():
            return None  # which may belong to the item
        item = quoted(named.words).removeprefix(": ")
        shown = {"text": named.words, "example": example(f"- {item}") if item != "." else "."}
        return fault("no-dash", where.whole(named), **shown)
    box = dashed.words if dashed.colon >= 0 else f"{as_id(dashed.words)}: {dashed.words}"
    return fault("dash-among-names", where.whole(dashed), text=dashed.words, example=example(box))


def _holds_list(key: str) -> bool:
    """Whether a list stands under a key wherever it may stand, as under that of the notes."""
    holders = [holder for holder in (root_form(), *named_forms()) if key in holder.keys]
    forms = [holder.within(holder.keys[key]) for holder in holders]
    return bool(forms) and all(form is not None and form.item is not None for form in forms)


def other_sign(where: Where) -> Fault | None:
    """A comma or a question mark where no text can begin with one."""
    line = where.here
    before = next(where.upwards(line.row), None)
    if line.words.startswith(", ") and before is not None and before.dash:
        rest = line.words[2:].strip()
        return fault("comma-for-dash", where.whole(line), text=rest, example=example(f"- {rest}"))
    if line.value.startswith("? "):
        shown = {"character": "?", "text": line.value, "quoted": quoted(line.value)}
        return fault("first-character", where.span(line, line.value_at, len(line.value)), **shown)
    return None


def no_key(where: Where) -> Fault | None:
    """A colon with nothing before it."""
    line = where.here
    if where.in_flow or where.found != ":" or not line.text[line.indent :].startswith(":"):
        return None
    return fault("no-key", where.span(line, line.indent, line.end - line.indent))


def no_space(where: Where) -> Fault | None:
    """A key whose colon has no ordinary space after it."""
    if not (where.lacks_colon or where.second_colon):
        return None
    line = where.bare
    match = _NO_SPACE.match(line.words)
    if match is None or line.colon >= 0:
        return None
    text = match[2].strip()
    return fault(
        "no-space", where.whole(line), key=match[1], text=text, example=example(f"{match[1]}: {text}")
    )


def _is_bare(where: Where) -> bool:
    """Whether the line that may lack something is words alone."""
    line = where.bare
    asks = where.lacks_colon or (where.second_colon and not where.lacks_colon and where.above >= 0)
    return asks and bool(line.words) and line.colon < 0 and line.words[0] not in "#[]{}\"'"


def no_dash(where: Where) -> Fault | None:
    """A line of a list without its dash."""
    line = where.bare
    if not _is_bare(where) or line.dash:
        return None
    before = next(where.upwards(line.row), None)
    if before is None or not before.dash or before.indent != line.indent:
        return None
    if line.words in keys():
        return None
    if tight := _TIGHT_DASH.fullmatch(line.words):
        return fault("tight-dash", where.whole(line), text=tight[1], example=example(f"- {tight[1]}"))
    return fault("no-dash", where.whole(line), text=line.words, example=example(f"- {line.words}"))


def no_colon(where: Where) -> Fault | None:
    """A key without its colon: alone, or with a value after it."""
    line = where.bare
    if not _is_bare(where) or line.dash or _continues(where, line):
        return None
    if tight := _TIGHT_DASH.fullmatch(line.words):
        box = example(f"{as_id(tight[1])}: {tight[1]}")
        return fault("dash-among-names", where.whole(line), text=tight[1], example=box)
    if match := _EQUALS.fullmatch(line.words):
        key, value = match.groups()
    else:
        key, _, value = line.words.partition(" ")
        if key not in keys():
            return fault("no-colon", where.whole(line), text=line.words, example=example(f"{line.words}:"))
    shown = {"key": key, "example": example(f"{key}: {value.strip()}" if value.strip() else f"{key}:")}
    return fault("no-colon-after-key", where.whole(line), **shown)


def _continues(where: Where, line: SourceLine) -> bool:
    """Whether a line goes on with the text of the one above."""
    before = next(where.upwards(line.row), None)
    return before is not None and bool(before.value) and before.start < line.indent
