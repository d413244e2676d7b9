"""bytes → Source: the text, its data as parts that know their place, and what was wrong with it.

The parser's events are flat, so every guard (size, depth, anchors, aliases, tags …) comes before
anything recursive runs. A part is a `Scalar`, `Sequence` or `Mapping`; `plain` gives its bare data.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

import yaml

from nyttokedja.decoding import decode, forbidden
from nyttokedja.findings import Fault, Place, Span
from nyttokedja.scalars import value_of
from nyttokedja.syntax import explain

_BREAK = re.compile(r"\r\n|\r|\n")
_SWALLOWED = re.compile(r"[ \t]+#[^\s#!][^\r\n]*")
# line breaks to YAML 1.1, so to PyYAML, but not to YAML 1.2, so not to editors: kept from the parser
_OLD_BREAKS = "\x85\u2028\u2029"
_STAND_INS = "\ue085\ue028\ue029"
_INVISIBLE = re.compile("[\x85\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_EMOJI = re.compile("[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]")


class Limits(NamedTuple):
    """What is refused as too much: bytes a file, nodes a chain, depth, characters a text."""

    file: int = 10_000_000
    nodes: int = 20_000
    depth: int = 16
    scalar: int = 20_000


LIMITS = Limits()


class Scalar(NamedTuple):
    """One value. `written` is its text as parsed, `style` its quote, "|" or ">", or "" for plain."""

    value: Any
    written: str
    style: str
    start: int
    end: int


class Sequence(NamedTuple):
    """A list of parts."""

    items: tuple[Part, ...]
    flow: bool
    start: int
    end: int


class Entry(NamedTuple):
    """A key and what it holds."""

    key: Scalar
    value: Part


class Mapping(NamedTuple):
    """Keys and values, in file order; keys may repeat until `nyttokedja.vocabulary` has seen them."""

    entries: tuple[Entry, ...]
    flow: bool
    start: int
    end: int


Part = Scalar | Sequence | Mapping


def span_of(part: Part) -> Span:
    """Where a part stands."""
    return Span(part.start, part.end)


def plain(part: Part) -> Any:
    """The bare data of a part: dict, list, str, int, float, bool or None."""
    if isinstance(part, Scalar):
        return part.value
    if isinstance(part, Sequence):
        return [plain(item) for item in part.items]
    return {key.value: plain(value) for key, value in part.entries}


@dataclass(frozen=True)
class Source:
    """A file that was read: `root` is None where it could not be, and `faults` says why."""

    name: str
    text: str
    root: Mapping | None
    faults: tuple[Fault, ...] = ()

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in _BREAK.finditer(self.text))]

    def place(self, span: Span) -> Place:
        """The span as line and column, both counted from 1 in characters."""
        return Place(*self._position(span.start), *self._position(max(span)))

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
    composer = _Composer(text, limits)
    try:
        root = composer.compose()
    except _Refused as refused:
        return Source(name, text, None, (refused.fault,))
    except yaml.YAMLError as error:
        return Source(name, text, None, (explain(text, error),))
    return Source(name, text, root, tuple(composer.faults))


def _events(text: str) -> Iterator[Any]:
    if any(character in text for character in _OLD_BREAKS):
        text = text.translate(str.maketrans(_OLD_BREAKS, _STAND_INS))
    yield from yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


class _Composer:
    """Events → parts, with a stack of open collections in place of recursion."""

    def __init__(self, text: str, limits: Limits) -> None:
        self.text = text
        self.limits = limits
        self.faults: list[Fault] = []
        self._swap = any(c in text for c in _OLD_BREAKS)
        self._normal = unicodedata.is_normalized("NFC", text)
        self._sharp = " #" in text or "\t#" in text
        self._hidden = "\\" in text or _INVISIBLE.search(text) is not None

    def compose(self) -> Mapping:
        root: Part | None = None
        open_: list[tuple[Any, list[Part]]] = []
        documents = 0
        for event in _events(self.text):
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
            if open_:
                open_[-1][1].append(part)
            else:
                root = part
        return self._whole(root)

    def _whole(self, root: Part | None) -> Mapping:
        if root is None or (isinstance(root, Scalar) and root.value is None):
            raise _Refused("empty", 0, 0)
        if not isinstance(root, Mapping):
            raise _Refused("not-a-mapping", root.start, root.start)
        return root

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

    def _scalar(self, event: Any) -> Scalar:
        start, end = event.start_mark.index, event.end_mark.index
        if event.anchor is not None or event.tag is not None:
            self._guard(event)
        text = self._restored(event.value)
        if len(text) > self.limits.scalar:
            self._refuse("too-long", event, limit=self.limits.scalar)
        if event.style:  # only a quoted text can hold what is forbidden, as an escape
            if event.style == '"' and (character := forbidden(text)):
                self._refuse("control-character", event, character=character)
            self._look_for_invisible(start, end, text)
            return Scalar(text, text, event.style, start, end)
        self._look_for_swallowed(start, end, text)
        self._look_for_invisible(start, end, text)
        try:
            value = value_of(text)
        except OverflowError:
            value = text
            self.faults.append(Fault("wrong-value", Span(start, end), variant="huge-number"))
        return Scalar(value, text, "", start, end)

    def _restored(self, text: str) -> str:
        if self._swap:
            text = text.translate(str.maketrans(_STAND_INS, _OLD_BREAKS))
        return text if self._normal else unicodedata.normalize("NFC", text)

    def _look_for_swallowed(self, start: int, end: int, text: str) -> None:
        if self._sharp and text and (match := _SWALLOWED.match(self.text, end)):
            shown = {"lost": match[0].strip(), "whole": text + match[0].rstrip()}
            self.faults.append(Fault("swallowed-text", Span(start, match.end()), particulars=shown))

    def _look_for_invisible(self, start: int, end: int, text: str) -> None:
        if self._hidden and (found := invisible(text)):
            shown = {"characters": found, "text": text}
            self.faults.append(Fault("invisible-character", Span(start, end), particulars=shown))

    def _close(self, opened: Any, parts: list[Part], closing: Any) -> Part:
        start, flow = opened.start_mark.index, bool(opened.flow_style)
        end = closing.end_mark.index if flow else (parts[-1].end if parts else start)
        if type(opened) is yaml.SequenceStartEvent:
            return Sequence(tuple(parts), flow, start, end)
        return Mapping(tuple(map(Entry, map(_key, parts[::2]), parts[1::2])), flow, start, end)


def _key(part: Part) -> Scalar:
    if not isinstance(part, Scalar):
        raise _Refused("complex-key", part.start, part.end)
    if part.written == "<<" and not part.style:
        raise _Refused("merge-key", part.start, part.end)
    return part if isinstance(part.value, str) else part._replace(value=part.written)


def invisible(text: str) -> tuple[str, ...]:
    """The invisible characters of a text, as ``U+200B``, but for those that join an emoji."""
    found = dict.fromkeys(
        match[0]
        for match in _INVISIBLE.finditer(text)
        if not (match[0] == "\u200d" and _EMOJI.match(text, match.end()) and match.start())
    )
    return tuple(f"U+{ord(character):04X}" for character in found)
