"""Fixes of boxes: those that have no name of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from nyttokedja.checking.fixes.lines import lines_from
from nyttokedja.checking.fixes.target import FixFunction, FixTarget, PartLocation, TextEdit, TextEdits
from nyttokedja.model.findings import Span
from nyttokedja.model.ids import UniqueIds
from nyttokedja.reading.outline import end_of
from nyttokedja.reading.parts import Entry, MappingPart, ScalarPart


def named(target: FixTarget, span: Span, _: Mapping[str, Any]) -> TextEdits:
    """A name made of its title on a line above each box, whose lines go further in."""
    title = target.at(span)
    holder = title.holder if title is not None else None
    if holder is None or not isinstance(holder.part, MappingPart) or holder.part.flow:
        return ()
    entries = tuple(_nameless(holder))
    lead = target.lead(span.start)
    start, end = span.start - len(lead), end_of(target.text, entries[-1].value)
    if lead.strip(" ") or not lead:
        return ()
    ids, edits = new_ids(target), list[TextEdit]()
    names = {start: ids.make(title) for start, title in _titles(holder, entries)}
    for at, blanks in lines_from(target, start):
        if at.start > end:
            break
        first = at.start + len(blanks)
        name = f"{lead}{names[first]}:{target.newline}" if first in names else ""
        edits.append((Span(at.start, at.start), f"{name}  "))
    return tuple(edits)


def new_ids(target: FixTarget) -> UniqueIds:
    """Gives names that no box of a file has."""
    ids = UniqueIds()
    for section in target.source.root.entries if target.source.root else ():
        for key, _ in section.value.entries if isinstance(section.value, MappingPart) else ():
            ids.keep(key.value)
    return ids


def _nameless(holder: PartLocation) -> Iterator[Entry]:
    """The entries of a section that are what a box says, up to its first box with a name."""
    assert isinstance(holder.part, MappingPart)
    node = holder.form.within("") if holder.form else None
    for entry in holder.part.entries:
        if node is None or entry.key.value not in node.keys:
            return
        yield entry


def _titles(holder: PartLocation, entries: Iterable[Entry]) -> Iterator[tuple[int, str]]:
    """Where the entries stand that are titles, and what those say."""
    node = holder.form.within("") if holder.form else None
    for key, value in entries:
        if node is not None and node.keys[key.value] == "title" and isinstance(value, ScalarPart):
            yield key.start, value.written


FIXES: Mapping[tuple[str, str], FixFunction] = {("NK003", "no-name"): named}
