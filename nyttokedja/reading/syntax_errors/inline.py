"""Traps of entries that stand on the line of another: in a text, or after a section's name."""

from __future__ import annotations

from nyttokedja.language.forms import root_form
from nyttokedja.model.chain import SECTIONS
from nyttokedja.model.findings import Fault
from nyttokedja.reading.entries_in_text import InlineEntry, inline_entries, parted
from nyttokedja.reading.quoting_hints import CURLY, example, keys, quoted
from nyttokedja.reading.syntax_errors.location import SourceLine, Where, fault


def in_line(where: Where, line: SourceLine) -> Fault | None:
    """What stands on a line after its key and should not: a box after its section, entries after a text."""
    if line.start == 0 and root_form().keys.get(line.key) in SECTIONS:
        return fault("box-on-line", where.whole(line), key=line.key, text=line.value)
    if line.value[0] in CURLY or line.value.endswith("}"):
        return None
    found = inline_entries(line.key, line.value)
    return _entries(where, line, found) if found else None


def _entries(where: Where, line: SourceLine, found: tuple[InlineEntry, ...]) -> Fault:
    span, shown = where.whole(line), {"key": line.key, "text": line.value}
    unsure = next((entry for entry in found if not entry.is_sure), None)
    if unsure is None and line.key in keys() and found[0].at == 0:
        unsure = found[0]
    if unsure is not None:
        return fault("entry-in-text", span, **shown, other=unsure.key, quoted=quoted(line.value))
    entries = tuple(parted(line.key, line.value, found))
    if line.key in keys():
        return fault("entries-on-row", span, **shown, entries=entries)
    braces = example(f"{line.key}: {{{', '.join(entries)}}}")
    return fault("entries-on-line", span, **shown, entries=entries, example=braces)
