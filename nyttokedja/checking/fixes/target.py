"""FixTarget: the file that fixes are made for, with its keys and single values by their offsets.

A fix is a function: (target, span of the finding, its particulars) → edits, each a span and the text that
replaces it. No edits mean that what to write is not certain.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from nyttokedja.checking.fixes.arrow_ends import Ends
from nyttokedja.language.forms import POINTING, Form, root_form
from nyttokedja.model.findings import Span
from nyttokedja.reading.decoding import LINE_BREAK
from nyttokedja.reading.parts import ListPart, MappingPart, Part, ScalarPart
from nyttokedja.reading.source import Source
from nyttokedja.writing.quoting import scalar

TextEdit = tuple[Span, str]
TextEdits = tuple[TextEdit, ...]

_OPENING_QUOTE = re.compile(r"(?:[:\-,] +|[\[{])([\"'])")


class PartLocation(NamedTuple):
    """A part of a file, and where it stands.

    ``name`` is the canonical key that it is, or that holds it; ``form`` what the schema says of the part,
    or of the mapping that a key stands in. ``holder`` is what it stands in, as its ``number``\\ th part;
    ``names`` are the canonical keys of a mapping, in file order.
    """

    part: Part
    name: str
    form: Form | None
    holder: PartLocation | None = None
    number: int = 0
    is_key: bool = False
    names: tuple[str, ...] = ()

    @property
    def in_flow(self) -> bool:
        """Whether it stands inside brackets."""
        holder = self.holder.part if self.holder else None
        return isinstance(holder, MappingPart | ListPart) and holder.flow

    @property
    def takes_text(self) -> bool:
        """Whether a value can be any text: not one of a list, a date, an id."""
        if self.form is None:
            return self.is_own
        return "string" in self._kinds and not self.form.takes_word

    @property
    def can_be_empty(self) -> bool:
        """Whether nothing need stand here."""
        return self.form is None or "null" in self._kinds

    @property
    def _kinds(self) -> tuple[str, ...]:
        kinds = self.form.schema.get("type", ()) if self.form else ()
        return (kinds,) if isinstance(kinds, str) else tuple(kinds)

    @property
    def is_own(self) -> bool:
        """Whether it stands under a key that begins with ``x-``, which the format leaves free."""
        return self.name.startswith("x-") or (self.holder is not None and self.holder.is_own)


@dataclass(frozen=True)
class FixTarget:
    """A source, the arrow ends of its chain (None without one), and the language of its keys."""

    source: Source
    ends: Ends | None = None
    keys: str = "sv"

    @property
    def text(self) -> str:
        """The text of the file."""
        return self.source.text

    @cached_property
    def newline(self) -> str:
        """How the file ends its lines."""
        match = LINE_BREAK.search(self.text)
        return match[0] if match else "\n"

    @cached_property
    def quote(self) -> str:
        """The quotes that the file prefers: double ones, where it does not mostly use the single ones."""
        used = _OPENING_QUOTE.findall(self.text)
        return "'" if used.count("'") > used.count('"') else '"'

    def written(self, text: str, *, flow: bool = False) -> str:
        """A text as the file would have it, in quotes where it needs them."""
        return scalar(text, flow, self.quote)

    def raw(self, span: Span) -> str:
        """What stands in a span."""
        return self.text[span.start : span.end]

    def at(self, span: Span) -> PartLocation | None:
        """The key or single value that a span begins in."""
        starts, locations = self._scalars
        number = bisect_right(starts, span.start) - 1
        location = locations[number] if number >= 0 else None
        return location if location is not None and span.start < location.part.end else None

    def names_any(self, ids: Collection[str]) -> bool:
        """Whether an arrow or a pointer is to one of these ids."""
        found = (location for location in self._locations if location.form and location.form.name in POINTING)
        return any(
            isinstance(location.part, ScalarPart) and location.part.value in ids and not location.is_key
            for location in found
        )

    def named(self, *names: str) -> Iterator[PartLocation]:
        """The keys and single values that are, or stand under, some canonical keys."""
        return (location for location in self._locations if location.name in names)

    def keys_within(self, name: str) -> Iterator[PartLocation]:
        """The keys of all mappings that stand under a canonical key."""
        keys = (location for location in self._locations if location.is_key and location.holder)
        return (location for location in keys if location.holder and location.holder.name == name)

    def empty_before(self, offset: int) -> PartLocation | None:
        """The value that is not there, whose place is before an offset and spaces."""
        lead = self.lead(offset)
        return self._empty.get(offset - len(lead) + len(lead.rstrip(" \t")))

    def replaced(self, location: PartLocation, text: str) -> TextEdit:
        """A key or single value with another text, in the quotes that it had."""
        span = inside(self.text, location.part)
        bare = span.start == location.part.start
        return span, self.written(text, flow=location.in_flow) if bare else text

    def lead(self, offset: int) -> str:
        """What stands before an offset on its line."""
        column = self.source.place(Span(offset, offset)).column
        return self.text[offset - column + 1 : offset]

    def put_before(self, key: ScalarPart, entry: str, *, flow: bool) -> TextEdits:
        """A new entry before that of a key: on a line of its own, or with a comma."""
        at = Span(key.start, key.start)
        if flow:
            return ((at, f"{entry}, "),)
        lead = self.lead(key.start)
        return () if lead.strip(" ") else ((at, f"{entry}{self.newline}{lead}"),)

    @cached_property
    def _locations(self) -> list[PartLocation]:
        root = self.source.root
        return list(_locations(PartLocation(root, "", root_form()))) if root is not None else []

    @cached_property
    def _scalars(self) -> tuple[list[int], list[PartLocation]]:
        found = [location for location in self._locations if location.part.end > location.part.start]
        return [location.part.start for location in found], found

    @cached_property
    def _empty(self) -> Mapping[int, PartLocation]:
        return {
            location.part.end: location
            for location in self._locations
            if location.part.end == location.part.start
        }


FixFunction = Callable[[FixTarget, Span, Mapping[str, Any]], TextEdits]
"""(target, span of the finding, its particulars) → edits; none where what to write is not certain."""


def inside(text: str, part: Part) -> Span:
    """Where the words of a key or single value stand: inside its quotes, if it is written there as it is."""
    span = Span(part.start, part.end)
    if isinstance(part, ScalarPart):
        within = Span(part.start + 1, part.end - 1)
        if same(text[within.start : within.end], part.written):
            return within
    return span


def value_of(holder: PartLocation, number: int) -> PartLocation | None:
    """What a key of a mapping holds."""
    if not isinstance(holder.part, MappingPart):
        return None
    name, form = holder.names[number], holder.form
    return PartLocation(
        holder.part.entries[number].value, name, form.within(name) if form else None, holder, number
    )


def same(raw: str, text: str) -> bool:
    """Whether what is written is a text that was read, whose letters are composed."""
    return unicodedata.normalize("NFC", raw) == text


def _locations(location: PartLocation) -> Iterator[PartLocation]:
    """All keys and single values of a part, in the order of the file; it is as deep as the limits say."""
    part, form = location.part, location.form
    if isinstance(part, ScalarPart):
        yield location
    elif isinstance(part, ListPart):
        for number, item in enumerate(part.items):
            yield from _locations(
                PartLocation(item, location.name, form.item if form else None, location, number)
            )
    else:
        known: Mapping[str, str] = form.keys if form else {}
        holder = location._replace(names=tuple(known.get(key.value, key.value) for key, _ in part.entries))
        for number, (name, (key, value)) in enumerate(zip(holder.names, part.entries, strict=True)):
            yield PartLocation(key, name, form, holder, number, is_key=True)
            held = form.within(name) if form else None
            yield from _locations(PartLocation(value, name, held, holder, number))
