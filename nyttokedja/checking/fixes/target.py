"""Ground: the file that a fix stands on, with all of its parts by where they stand.

A fix gets the ground, the span of the finding and its particulars, and gives edits: spans, each with
the text that is to stand there instead. No edits mean that what to write is not certain.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from nyttokedja.checking.fixes.arrow_ends import Ends
from nyttokedja.language.forms import ONE_OR_SEVERAL, Form, root_form
from nyttokedja.model.findings import Span
from nyttokedja.reading.decoding import LINE_BREAK
from nyttokedja.reading.parts import ListPart, MappingPart, Part, ScalarPart
from nyttokedja.reading.source import Source
from nyttokedja.writing.quoting import scalar

Edit = tuple[Span, str]
Edits = tuple[Edit, ...]

_OPENING_QUOTE = re.compile(r"(?:[:\-,] +|[\[{])([\"'])")
_POINTING = frozenset({"link", "to", "reference", *ONE_OR_SEVERAL})
"""The `$defs` whose texts are ids, or arrows between them."""


class Spot(NamedTuple):
    """A part of a file, and where it stands.

    ``name`` is the canonical key that it is, or that holds it; ``form`` what the schema says of the part,
    or of the mapping that a key stands in. ``holder`` is what it stands in, as its ``number``\\ th part;
    ``names`` are the canonical keys of a mapping, in file order.
    """

    part: Part
    name: str
    form: Form | None
    holder: Spot | None = None
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
        bound = self.form.schema.keys() & {"enum", "pattern", "format"} or self.form.name in _POINTING
        return "string" in self._kinds and not bound

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
class Ground:
    """A source, and what the check has made of it: its arrows, where it could be read, its keys' language."""

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

    def at(self, span: Span) -> Spot | None:
        """The key or single value that a span begins in."""
        starts, spots = self._scalars
        number = bisect_right(starts, span.start) - 1
        spot = spots[number] if number >= 0 else None
        return spot if spot is not None and span.start < spot.part.end else None

    def empty_before(self, offset: int) -> Spot | None:
        """The value that is not there, whose place is before an offset and spaces."""
        lead = self.lead(offset)
        return self._empty.get(offset - len(lead) + len(lead.rstrip(" \t")))

    def replaced(self, spot: Spot, text: str) -> Edit:
        """A key or single value with another text, in the quotes that it had."""
        span = inside(self.text, spot.part)
        bare = span.start == spot.part.start
        return span, self.written(text, flow=spot.in_flow) if bare else text

    def lead(self, offset: int) -> str:
        """What stands before an offset on its line."""
        column = self.source.place(Span(offset, offset)).column
        return self.text[offset - column + 1 : offset]

    def put_before(self, key: ScalarPart, entry: str, *, flow: bool) -> Edits:
        """A new entry before that of a key: on a line of its own, or with a comma."""
        at = Span(key.start, key.start)
        if flow:
            return ((at, f"{entry}, "),)
        lead = self.lead(key.start)
        return () if lead.strip(" ") else ((at, f"{entry}{self.newline}{lead}"),)

    @cached_property
    def _spots(self) -> list[Spot]:
        root = self.source.root
        return list(_spots(Spot(root, "", root_form()))) if root is not None else []

    @cached_property
    def _scalars(self) -> tuple[list[int], list[Spot]]:
        found = [spot for spot in self._spots if spot.part.end > spot.part.start]
        return [spot.part.start for spot in found], found

    @cached_property
    def _empty(self) -> Mapping[int, Spot]:
        return {spot.part.end: spot for spot in self._spots if spot.part.end == spot.part.start}


Mend = Callable[[Ground, Span, Mapping[str, Any]], Edits]
"""(ground, the finding's span, its particulars) → what to write where; nothing where that is not certain."""


def inside(text: str, part: Part) -> Span:
    """Where the words of a key or single value stand: inside its quotes, if it is written there as it is."""
    span = Span(part.start, part.end)
    if isinstance(part, ScalarPart):
        within = Span(part.start + 1, part.end - 1)
        if same(text[within.start : within.end], part.written):
            return within
    return span


def value_of(holder: Spot, number: int) -> Spot | None:
    """What a key of a mapping holds."""
    if not isinstance(holder.part, MappingPart):
        return None
    name, form = holder.names[number], holder.form
    return Spot(holder.part.entries[number].value, name, form.within(name) if form else None, holder, number)


def same(raw: str, text: str) -> bool:
    """Whether what is written is a text that was read, whose letters are composed."""
    return unicodedata.normalize("NFC", raw) == text


def _spots(spot: Spot) -> Iterator[Spot]:
    """All keys and single values of a part, in the order of the file; it is as deep as the limits say."""
    part, form = spot.part, spot.form
    if isinstance(part, ScalarPart):
        yield spot
    elif isinstance(part, ListPart):
        for number, item in enumerate(part.items):
            yield from _spots(Spot(item, spot.name, form.item if form else None, spot, number))
    else:
        known: Mapping[str, str] = form.keys if form else {}
        holder = spot._replace(names=tuple(known.get(key.value, key.value) for key, _ in part.entries))
        for number, (name, (key, value)) in enumerate(zip(holder.names, part.entries, strict=True)):
            yield Spot(key, name, form, holder, number, is_key=True)
            held = form.within(name) if form else None
            yield from _spots(Spot(value, name, held, holder, number))
