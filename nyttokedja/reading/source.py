"""bytes → Source: the text, its data as parts that know their place, and what was wrong with it.

The parser's events are flat, so every guard (size, depth, anchors, aliases, tags …) comes before
anything recursive runs.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import yaml

from nyttokedja.language.scalars import value_of
from nyttokedja.model.findings import Fault, Place, Span
from nyttokedja.reading.decoding import LINE_BREAK, decode, forbidden
from nyttokedja.reading.hidden_characters import (
    HARD_SPACES,
    INVISIBLE,
    bullets,
    escape,
    escaped,
    hard_indent,
    invisible,
    swallowed,
)
from nyttokedja.reading.limits import LIMITS, Limits
from nyttokedja.reading.parts import Entry, ListPart, MappingPart, Part, ScalarPart, make
from nyttokedja.reading.quoting_hints import question, quoted
from nyttokedja.reading.yaml_events import events, loaders, without_old_breaks


@dataclass(frozen=True)
class Source:
    """A file that was read: `root` is None where it could not be, and `faults` says why."""

    name: str
    text: str
    root: MappingPart | None
    faults: tuple[Fault, ...] = ()

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in LINE_BREAK.finditer(self.text))]

    def place(self, span: Span) -> Place:
        """The span as line and column, both counted from 1 in characters."""
        return Place(*self._position(span.start), *self._position(max(span)))

    def start(self, span: Span) -> tuple[int, int]:
        """The line and the column at which a span begins, counted from 1."""
        return self._position(span.start)

    def span(self, place: Place) -> Span:
        """Where a place of this file is in its text."""
        line, column, end_line, end_column = place
        return Span(self._starts[line - 1] + column - 1, self._starts[end_line - 1] + end_column - 1)

    def line(self, number: int) -> str:
        """The text of a line, counted from 1, without its break; "" past the end."""
        if number > len(self._starts):
            return ""
        start = self._starts[number - 1]
        end = self._starts[number] if number < len(self._starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    def _position(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, min(offset, len(self.text)))
        return line, min(offset, len(self.text)) - self._starts[line - 1] + 1


class _Refused(Exception):
    def __init__(self, variant: str, start: int, end: int, **particulars: Any) -> None:
        self.fault = Fault("unreadable-file", Span(start, end), variant=variant, particulars=particulars)


def read(data: bytes, name: str = "", limits: Limits = LIMITS) -> Source:
    """Read a file's bytes. Never raises: what is wrong is in the source's faults."""
    text, fault = decode(data, limits.file)
    if fault is not None:
        return Source(name, text, None, (fault,))
    failure: yaml.YAMLError | None = None
    for loader in loaders(len(text)):
        composer = _Composer(text, limits)
        try:
            root = composer.compose(loader)
        except _Refused as refused:
            return Source(name, text, None, (refused.fault,))
        except yaml.YAMLError as error:
            failure = error  # the next parser may know better, and the last one's word counts
        else:
            return Source(name, text, root, tuple(composer.faults))
    from nyttokedja.reading.syntax_errors.explain import explain  # many patterns, for files that fail

    assert failure is not None
    return Source(name, text, None, (explain(text, failure),))


class _Composer:
    """Events → parts, with a stack of open collections in place of recursion.

    What a file has no sign of anywhere is not looked for in each of its texts.
    """

    def __init__(self, text: str, limits: Limits) -> None:
        self.text = text
        self.limits = limits
        self.faults: list[Fault] = []
        self._parsed, self._breaks = without_old_breaks(text)
        self._normal = unicodedata.is_normalized("NFC", text)
        self._as_is = self._normal and not self._breaks
        self._marked = "&" in text or "!" in text
        self._sharp = " #" in text or "\t#" in text
        self._hidden = "\\" in text or INVISIBLE.search(text) is not None
        self._hard = any(space in text for space in HARD_SPACES)

    def compose(self, loader: Any) -> MappingPart:
        root: Part | None = None
        open_: list[tuple[Any, list[Part]]] = []
        documents = parts = 0
        most_parts, most_siblings = self.limits.parts, self.limits.entries
        for event in events(self._parsed, loader):
            kind = type(event)
            if kind is yaml.ScalarEvent:
                part: Part = self._scalar(event)
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                self._guard(event)
                open_.append((event, []))
                if len(open_) > self.limits.depth:
                    self._refuse("too-deep", event, depth=self.limits.depth)
                continue
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                part = self._close(*open_.pop(), event)
            elif kind is yaml.AliasEvent:
                self._refuse("alias", event, text=event.anchor)
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                self._document(event, documents)
                continue
            else:
                continue
            parts += 1
            if not open_:
                root = part
                continue
            siblings = open_[-1][1]
            siblings.append(part)
            if parts > most_parts or len(siblings) > most_siblings:
                self._not_too_many(parts, *open_[-1])
        return self._whole(root)

    def _whole(self, root: Part | None) -> MappingPart:
        if root is None or (isinstance(root, ScalarPart) and root.value is None):
            raise _Refused("empty", 0, 0)
        if not isinstance(root, MappingPart):
            raise _Refused("not-a-mapping", root.start, root.start)
        return root

    def _not_too_many(self, parts: int, opened: Any, siblings: list[Part]) -> None:
        if parts > self.limits.parts:
            raise _Refused("too-many-parts", 0, 0, limit=_grouped(self.limits.parts))
        most = self.limits.entries
        if len(siblings) > most * (1 + (type(opened) is yaml.MappingStartEvent)):
            self._refuse("too-many-entries", opened, limit=_grouped(most))

    def _document(self, event: Any, count: int) -> None:
        if count > 1:
            self._refuse("several-documents", event)
        if event.version or event.tags:
            self._refuse("directive", event)

    def _guard(self, event: Any) -> None:
        if event.anchor is not None:
            self._refuse("anchor", event, text=event.anchor)
        if event.tag is not None:
            self._refuse("tag", event, text=event.tag)

    def _refuse(self, variant: str, event: Any, **particulars: Any) -> None:
        raise _Refused(variant, event.start_mark.index, event.end_mark.index, **particulars)

    def _scalar(self, event: Any) -> ScalarPart:
        start, end = event.start_mark.index, event.end_mark.index
        if self._marked:
            self._guard(event)
        text = event.value if self._as_is else self._restored(event.value)
        if len(text) > self.limits.scalar:
            self._refuse("too-long", event, limit=self.limits.scalar)
        if event.style:
            if self._hidden:
                self._quoted(event, text)
            return make(ScalarPart, (text, text, event.style, start, end))
        if self._sharp and (fault := swallowed(self.text, start, end, text)):
            self.faults.append(fault)
        if text and not text[0].isalnum() and (fault := bullets(self.text, start, end)):
            raise _Refused(fault.variant, *fault.span, **fault.particulars)
        if self._hidden:
            self._look_for_invisible(start, end, text)
        if self._hard and not hard_indent(self.text, start, text):
            text = self._trimmed(start, end, text)
        try:
            value = value_of(text)
        except OverflowError:
            value = text
            self.faults.append(Fault("wrong-value", Span(start, end), variant="huge-number"))
        return make(ScalarPart, (value, text, "", start, end))

    def _trimmed(self, start: int, end: int, text: str) -> str:
        bare = text.strip(HARD_SPACES)
        if bare in ("", text):
            return text
        self.faults.append(Fault("invisible-character", Span(start, end), "space", {"text": bare}))
        return bare

    def _quoted(self, event: Any, text: str) -> None:
        """Only a quoted text can hold what is forbidden, as an escape."""
        start, end = event.start_mark.index, event.end_mark.index
        if event.style == '"':
            raw = self.text[start:end]
            at, character = escape(raw), forbidden(text)
            if character.startswith("U+D") and at < 0:
                at = raw.casefold().find("\\ud")
            if at >= 0:
                span, shown = escaped(self.text, start, end, at)
                if character:
                    raise _Refused("backslash", span.start, span.end, **shown)
                self.faults.append(Fault("invisible-character", span, "backslash", shown))
                return
            if character:
                self._refuse("control-character", event, character=character)
        self._look_for_invisible(start, end, text)

    def _restored(self, text: str) -> str:
        text = text.translate(self._breaks)
        return text if self._normal else unicodedata.normalize("NFC", text)

    def _look_for_invisible(self, start: int, end: int, text: str) -> None:
        if found := invisible(text):
            shown = {"characters": found, "text": text}
            self.faults.append(Fault("invisible-character", Span(start, end), particulars=shown))

    def _close(self, opened: Any, parts: list[Part], closing: Any) -> Part:
        start, flow = opened.start_mark.index, bool(opened.flow_style)
        end = closing.end_mark.index if flow else (parts[-1].end if parts else start)
        if type(opened) is yaml.SequenceStartEvent:
            return make(ListPart, (tuple(parts), flow, start, end))
        keys = [
            part
            if isinstance(part, ScalarPart) and isinstance(part.value, str) and part.written[:1].isalnum()
            else self._key(part)
            for part in parts[::2]
        ]
        entries = tuple([make(Entry, pair) for pair in zip(keys, parts[1::2], strict=False)])
        return make(MappingPart, (entries, flow, start, end))

    def _key(self, part: Part) -> ScalarPart:
        if isinstance(part, MappingPart) and not part.flow and (found := question(self.text, part.start)):
            start, said = found
            shown = {"character": "?", "text": said, "quoted": quoted(said)}
            raise _Refused("first-character", start, start + len(said), **shown)
        key = _key(part)
        if not key.style and (lead := hard_indent(self.text, key.start, key.written)):
            raise _Refused("hard-space", key.start, key.start + lead)
        return key


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", "\u00a0")


def _key(part: Part) -> ScalarPart:
    if not isinstance(part, ScalarPart):
        raise _Refused("complex-key", part.start, part.end)
    if part.written == "<<" and not part.style:
        raise _Refused("merge-key", part.start, part.end)
    return part if isinstance(part.value, str) else part._replace(value=part.written)
