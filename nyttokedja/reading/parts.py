"""The parts of a file's data, with their places: `ScalarPart`, `ListPart` and `MappingPart`.

Places are offsets into the text, in characters from 0; ``end`` is the offset after the last character.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple, Protocol, TypeVar

from nyttokedja.model.findings import Span

_Made = TypeVar("_Made", bound=tuple[Any, ...])


class _Maker(Protocol):
    def __call__(self, kind: type[_Made], values: Iterable[Any], /) -> _Made: ...


make: _Maker = tuple.__new__
"""A named tuple of its values: its own constructor is a function in Python, and a file has thousands."""


class ScalarPart(NamedTuple):
    """One value. `written` is its text as parsed, `style` its quote, "|" or ">", or "" for plain."""

    value: Any
    written: str
    style: str
    start: int
    end: int


class ListPart(NamedTuple):
    """A list of parts."""

    items: tuple[Part, ...]
    flow: bool
    start: int
    end: int


class Entry(NamedTuple):
    """A key and what it holds."""

    key: ScalarPart
    value: Part


class MappingPart(NamedTuple):
    """Keys and values, in file order; keys may repeat until `translation` has seen them."""

    entries: tuple[Entry, ...]
    flow: bool
    start: int
    end: int


Part = ScalarPart | ListPart | MappingPart


def span_of(part: Part) -> Span:
    """Where a part stands."""
    return make(Span, (part.start, part.end))


def plain(part: Part) -> Any:
    """The bare data of a part: dict, list, str, int, float, bool or None."""
    if isinstance(part, ScalarPart):
        return part.value
    if isinstance(part, ListPart):
        return [plain(item) for item in part.items]
    return {key.value: plain(value) for key, value in part.entries}
