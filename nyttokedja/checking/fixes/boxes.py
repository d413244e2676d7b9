"""Fixes of boxes without a name of their own, and of titles that stand where boxes or notes should."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from nyttokedja.checking.fixes.lines import lines_from
from nyttokedja.checking.fixes.target import (
    FixFunction,
    FixTarget,
    PartLocation,
    TextEdit,
    TextEdits,
    value_of,
)
from nyttokedja.language.forms import Form
from nyttokedja.language.keywords import words
from nyttokedja.model.findings import Span
from nyttokedja.model.ids import UniqueIds
from nyttokedja.reading.outline import end_of
from nyttokedja.reading.parts import Entry, ListPart, MappingPart, Part, ScalarPart

_WALL = 2
"""So many lines are a wall of notes; one may be a sentence."""


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


def of_lines(target: FixTarget, span: Span, _: Mapping[str, Any]) -> TextEdits:
    """A box of each line of a text where a section's boxes should stand, if each begins as a title does."""
    location = target.at(span)
    if location is None or not isinstance(location.part, ScalarPart) or location.part.style:
        return ()
    end, start = location.part.end, location.part.start
    lines = lines_from(target, start - len(target.lead(start)))
    texts = [Span(at.start + len(lead), at.end) for at, lead in lines if at.start < end]
    titles = [target.raw(at).removeprefix("-").strip() for at in texts]  # dashes without their spaces
    if len(titles) < _WALL or target.lead(start).strip() or not all(map(is_title, titles)):
        return ()
    ids = new_ids(target)
    made = [f"{ids.make(title)}: {target.written(title)}" for title in titles]
    return tuple(zip(texts, made, strict=True))


def of_items(target: FixTarget, span: Span, _: Mapping[str, Any]) -> TextEdits:
    """A box of each item of a list that stands where a section's boxes should."""
    key = target.at(span)
    held = value_of(key.holder, key.number) if key is not None and key.holder else None
    if key is None or held is None or not isinstance(held.part, ListPart):
        return ()
    if any(_is_none(item, held.form) for item in held.part.items):
        return _none_alone(target, key.part, held.part)
    if held.part.flow:
        return ()
    ids, edits = new_ids(target), list[TextEdit]()
    deeper = "" if target.lead(held.part.items[0].start).startswith(" ") else "  "
    for item in held.part.items:
        lead = target.lead(item.start)
        if not isinstance(item, ScalarPart) or not isinstance(item.value, str) or item.style in ("|", ">"):
            return ()
        dash = Span(item.start - len(lead) + lead.find("-"), item.start)
        if target.raw(dash).rstrip() != "-":
            return ()
        edits.append((dash, f"{deeper}{ids.make(item.written)}: "))
    return tuple(edits)


def _is_none(item: Part, form: Form | None) -> bool:
    """Whether an item of a list is the word that says that there are no boxes."""
    return isinstance(item, ScalarPart) and form is not None and form.values.get(item.written) == "none"


def _none_alone(target: FixTarget, key: Part, part: ListPart) -> TextEdits:
    """The word for no boxes on the line of its section, if the list says nothing else."""
    where = Span(key.end, part.end if part.flow else part.items[-1].end)
    between = target.raw(Span(key.end, part.items[0].start))
    if len(part.items) > 1 or between.strip(" \r\n:-[") or "#" in target.raw(where):
        return ()
    item = part.items[0]
    return ((where, f": {target.raw(Span(item.start, item.end))}"),)


def without_dashes(target: FixTarget, span: Span, _: Mapping[str, Any]) -> TextEdits:
    """Spaces in place of the dashes before what a box says."""
    held = _held(target, span)
    if held is None or not isinstance(held.part, ListPart) or held.part.flow:
        return ()
    leads = [(item.start, target.lead(item.start)) for item in held.part.items]
    if any(lead.strip(" ") != "-" for _, lead in leads) or len({len(lead) for _, lead in leads}) > 1:
        return ()
    return tuple((Span(start - len(lead), start), " " * len(lead)) for start, lead in leads)


def of_groups(target: FixTarget, span: Span, _: Mapping[str, Any]) -> TextEdits:
    """A list of notes of several lists under headings, which become the tags of their notes."""
    held = _held(target, span)
    form = held.form.item if held is not None and held.form is not None else None
    if held is None or form is None:
        return ()
    text, tags = (words(target.keys).key(name, form.name) for name in ("text", "tags"))
    return tuple(
        (at, f"{lead}- {{{text}: {_in_braces(target, item)}, {tags}: [{_in_braces(target, group)}]}}")
        for at, lead, group, item in _grouped(target, held)
    )


def of_titles(target: FixTarget, span: Span, _: Mapping[str, Any]) -> TextEdits:
    """A box of each title of the lists in a section, whose names become tags, if nothing names those."""
    held = _held(target, span)
    form = held.form.within("") if held is not None and held.form is not None else None
    if held is None or form is None:
        return ()
    found = _grouped(target, held)
    headings = {group.value for _, _, group, _ in found}
    if len(found) == len(headings) or target.names_any(headings):
        return ()  # one title each may be that of the box
    if not all(is_title(item.written) for *_, item in found):
        return ()
    title, tags = (words(target.keys).key(name, form.name) for name in ("title", "tags"))
    ids = new_ids(target, held.part)
    return tuple(
        (
            at,
            f"{lead}{ids.make(item.written)}: {{{title}: {_in_braces(target, item)}, "
            f"{tags}: [{_in_braces(target, group)}]}}",
        )
        for at, lead, group, item in found
    )


def _held(target: FixTarget, span: Span) -> PartLocation | None:
    """What a key holds that a finding is at."""
    key = target.at(span)
    return value_of(key.holder, key.number) if key is not None and key.holder else None


def _grouped(target: FixTarget, held: PartLocation) -> list[tuple[Span, str, ScalarPart, ScalarPart]]:
    """The items of lists under headings: where each is to stand, what comes before it there, both parts.

    None where anything else stands among them.
    """
    if not isinstance(held.part, MappingPart) or held.part.flow:
        return []
    found: list[tuple[Span, str, ScalarPart, ScalarPart]] = []
    for group, items in held.part.entries:
        if (
            not isinstance(items, ListPart)
            or items.flow
            or "#" in target.text[group.end : items.items[0].start]
        ):
            return []
        lead = target.lead(group.start)
        for number, item in enumerate(items.items):
            if not isinstance(item, ScalarPart) or item.style:
                return []
            start = item.start - len(target.lead(item.start)) if number else group.start
            found.append((Span(start, item.end), lead if number else "", group, item))
    return found


def _in_braces(target: FixTarget, item: ScalarPart) -> str:
    return target.written(item.written, flow=True)


def is_title(text: str) -> bool:
    """Whether a line begins as one does that is pasted from a note, and does not end in the middle."""
    return text[0].isupper() and text[-1] not in ",;:" and ": " not in text and " #" not in text


def new_ids(target: FixTarget, gone: Part | None = None) -> UniqueIds:
    """Gives names that no box of a file has, but for those of a section that are about to go."""
    ids = UniqueIds()
    for section in target.source.root.entries if target.source.root else ():
        if section.value is gone:
            continue
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


FIXES: Mapping[tuple[str, str], FixFunction] = {
    ("NK003", "no-name"): named,
    ("NK004", "section"): of_lines,
    ("NK004", "not-list-but-section"): of_items,
    ("NK004", "groups"): of_groups,
    ("NK004", "titles"): of_titles,
    ("NK004", "dashed-entries"): without_dashes,
}
