"""Whether a file lost its indentation: all keys stand at the left."""

from __future__ import annotations

from itertools import pairwise

from nyttokedja.language.forms import root_form
from nyttokedja.model.chain import SECTIONS
from nyttokedja.model.findings import Fault, Span
from nyttokedja.reading.parts import Entry, MappingPart, Part, ScalarPart, span_of

_FEWEST = 2
"""One stray key is a line that was not indented; several are a file."""


def lost_indentation(root: MappingPart) -> Fault | None:
    """The one fault of a file without indents, at the first such key; None where some have them."""
    known = root_form().keys
    if root.flow or any(
        known.get(key.value) in SECTIONS and _is_indented(value) for key, value in root.entries
    ):
        return None
    stray = [entry.key for entry in root.entries if entry.key.value not in known and not _is_own(entry)]
    after = (
        key.key
        for section, key in pairwise(root.entries)
        if known.get(section.key.value) in SECTIONS and _is_empty(section) and key.key.value not in known
    )
    first = next(after, None)
    if first is None or len(stray) < _FEWEST:
        return None
    shown = {"section": next(s.key.written for s, k in pairwise(root.entries) if k.key is first)}
    return Fault("unreadable-file", Span(*span_of(first)), "flat", shown)


def kept(root: MappingPart) -> MappingPart:
    """What a file without indents says of itself, which is read all the same."""
    known, there = root_form().keys, set[str]()
    entries: list[Entry] = []
    for entry in root.entries:
        name = known.get(entry.key.value)
        if name not in (None, *SECTIONS, *there) and isinstance(entry.value, ScalarPart):
            there.add(str(name))
            entries.append(entry)
    return root._replace(entries=tuple(entries))


def _is_indented(value: Part) -> bool:
    return isinstance(value, MappingPart) and not value.flow


def _is_empty(entry: Entry) -> bool:
    return isinstance(entry.value, ScalarPart) and entry.value.value is None


def _is_own(entry: Entry) -> bool:
    return str(entry.key.value).startswith("x-")
