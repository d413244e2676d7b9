"""Source → Outline: where each entry and item of a file stands in its text, in the order of the file.

A *child* is an entry of a mapping or an item of a list, as written; its path tells its number in each
mapping or list on the way from the root.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from nyttokedja.reading.parts import ListPart, MappingPart, Part, ScalarPart
from nyttokedja.reading.source import Source

Path = tuple[int, ...]
Container = MappingPart | ListPart

_COLON = re.compile(r"[ \t]*:")
_TRIVIA = re.compile(r"(?:[ \t\r\n,]|(?<![^ \t\r\n,\[{])#[^\r\n]*)*")


class Child(NamedTuple):
    """An entry or an item.

    It begins at ``head``, with its key or its dash, and all that it says ends at ``end``, both offsets in
    the text; ``column`` is that of its head, from 0. ``flow`` is whether it stands inside brackets.
    """

    path: Path
    key: ScalarPart | None
    value: Part
    head: int
    end: int
    column: int
    flow: bool

    @property
    def parent(self) -> Path:
        """The path of the child that holds this one; () is the file."""
        return self.path[:-1]


class Outline(NamedTuple):
    """The children of a file that could be read, by their paths, in the order of the file."""

    source: Source
    children: Mapping[Path, Child]

    def container(self, path: Path) -> Part:
        """What a child holds; the whole file for ()."""
        if path:
            return self.children[path].value
        assert self.source.root is not None
        return self.source.root

    def within(self, path: Path) -> Iterator[Child]:
        """The children that a child holds, in order."""
        part = self.container(path)
        if not isinstance(part, ScalarPart):
            for n in range(len(parts_of(part))):
                yield self.children[*path, n]


def outline(source: Source) -> Outline:
    """The outline of a source whose root could be read."""
    assert source.root is not None
    found: dict[Path, Child] = {}
    _outline(source.text, source.root, (), found)
    return Outline(source, found)


def parts_of(container: Container) -> tuple[Part, ...]:
    """The values of a mapping, or the items of a list."""
    if isinstance(container, ListPart):
        return container.items
    return tuple(entry.value for entry in container.entries)


def _outline(text: str, container: Container, path: Path, found: dict[Path, Child]) -> None:
    # a part is at most as deep as the limits say, so that this may call itself
    # the one pair in a list in brackets, [a: b], has none of its own
    at = container.start + (container.flow and text[container.start] in "[{")
    keys = [None] * len(parts_of(container))
    named = [entry.key for entry in container.entries] if isinstance(container, MappingPart) else keys
    for n, (key, value) in enumerate(zip(named, parts_of(container), strict=True)):
        head = at if n == 0 and not container.flow else _after_trivia(text, at)
        here = (*path, n)
        end = _sign_end(text, key, head) if _is_empty(value) else end_of(text, value)
        column = head - line_start(text, head)
        found[here] = Child(here, key, value, head, end, column, container.flow)
        if not isinstance(value, ScalarPart):
            _outline(text, value, here, found)
        at = end


def _is_empty(value: Part) -> bool:
    return isinstance(value, ScalarPart) and not value.style and not value.written


def _sign_end(text: str, key: ScalarPart | None, head: int) -> int:
    """Where an entry or item that holds nothing ends: the parser may see its value lines further down."""
    if key is None:
        return head + 1
    colon = _COLON.match(text, key.end)
    return colon.end() if colon else key.end


def _after_trivia(text: str, at: int) -> int:
    match = _TRIVIA.match(text, at)
    return match.end() if match else at


def line_start(text: str, at: int) -> int:
    """Where the line of an offset begins."""
    start = text.rfind("\n", 0, at) + 1
    return max(start, text.rfind("\r", start, at) + 1)  # not from the beginning: most files have none


def end_of(text: str, part: Part) -> int:
    """Where what a part says ends: the parser counts the empty lines after a block of text, too."""
    if not isinstance(part, ScalarPart):
        held = parts_of(part)
        return part.end if part.flow or not held else end_of(text, held[-1])
    if part.style not in ("|", ">"):
        return part.end
    written = text[part.start : part.end]
    if "+" in written[:3]:  # whose empty lines count
        return part.start + len(written.removesuffix("\n").removesuffix("\r"))
    return part.start + len(written.rstrip())
