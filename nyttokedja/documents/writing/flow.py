"""A document → what stands on its sheets one after the other: upright, and across where something is wide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import ceil

from nyttokedja.documents.model import Block, Document, Facts, Figure, Paragraph, Section, Table
from nyttokedja.documents.writing.columns import needs
from nyttokedja.drawing.typesetting.metrics import width

TYPE, SMALL = 10.0, 8.5
"""The size of the text, and that of tables, in pt."""

_LARGE = 15.0
"""That of headings."""

_LINE, _CAPTION, _HEADING, _BETWEEN = 1.35, 26.0, 38.0, 10.0
"""How high a line is, in its type, and in pt what a caption, a heading and the space between parts take."""

_LABELS = 162.0
"""The room for the labels of facts at most, in pt."""

_LONG = 6
"""A document with so many sections has a list of them."""

_BRIEF = 700
"""What introduces a wide figure stands with it on its sheet, unless it is longer than so many characters."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, 1 for the highest, and whether it begins on a new sheet, or a slip to be cut out."""

    text: str
    level: int
    starts_page: bool = False
    is_slip: bool = False


Item = Heading | Block


@dataclass(slots=True)
class Run:
    """What stands on sheets that lie the same way."""

    across: bool
    items: list[Item] = field(default_factory=list)


def is_long(document: Document) -> bool:
    """Whether it needs a list of its sections."""
    return len(document.sections) >= _LONG


def headings(document: Document) -> Iterator[Heading]:
    """Its headings, in order."""
    yield from (item for item in _items(document.sections) if isinstance(item, Heading))


def runs(document: Document, room: float) -> list[Run]:
    """The sections of a document; ``room`` is how wide an upright sheet is inside its margins, in pt.

    What is wide has a sheet across, a figure one of its own. Its heading, and a few words between the two,
    go with it, and what comes after a wide table until the next heading.
    """
    made = [Run(across=False)]
    for item in _items(document.sections):
        if not _is_wide(item, room):
            if made[-1].across and (isinstance(item, Heading) or _has_figure(made[-1].items)):
                made.append(Run(across=False))
            made[-1].items.append(item)
            continue
        if made[-1].across and _has_figure([*made[-1].items, item]):
            made.append(Run(across=True))
        elif not made[-1].across:
            before = made[-1].items
            brought = _brought(before)
            made.append(Run(across=True, items=before[len(before) - brought :]))
            del before[len(before) - brought :]
        made[-1].items.append(item)
    return [run for run in made if run.items]


def opens_across(made: Sequence[Run]) -> bool:
    """Whether a document begins on a sheet across: where its first table is wide, its title is with it."""
    return bool(made) and made[0].across and not _has_figure(made[0].items)


def height_above(item: Item, room: float) -> float:
    """About how high something is that stands above a wide figure, in pt."""
    match item:
        case Heading():
            return _HEADING + (_lines(item.text, _LARGE, room, bold=True) - 1) * _LARGE * _LINE
        case Paragraph():
            return _lines(item.text, TYPE, room) * TYPE * _LINE + 2 * _BETWEEN
        case Facts():
            beside = room - _LABELS
            lines = sum(_lines(fact.text, TYPE, beside) for fact in item.facts)
            return (lines * _LINE + len(item.facts) * 0.4) * TYPE + 2 * _BETWEEN
    return 0.0


def caption_height(caption: str, room: float) -> float:
    """About how high a caption is, in pt."""
    return _CAPTION * _lines(caption, SMALL, room)


def height_of(text: str, size: float, room: float, *, bold: bool = False) -> float:
    """About how high a text is in a type, in pt."""
    return _lines(text, size, max(room, size), bold=bold) * size * _LINE


def _lines(text: str, size: float, room: float, *, bold: bool = False) -> int:
    return sum(max(1, ceil(width(line, size, bold) / room)) for line in text.split("\n"))


def _items(sections: Iterable[Section], level: int = 1) -> Iterator[Item]:
    for section in sections:
        yield Heading(section.heading, level, section.starts_page, section.is_slip)
        yield from section.blocks
        yield from _items(section.sections, level + 1)


def _is_wide(item: Item, room: float) -> bool:
    match item:
        case Figure():
            return item.wide
        case Table():
            return needs(item, SMALL) > room
    return False


def _length(item: Paragraph | Facts) -> int:
    told = [item.text] if isinstance(item, Paragraph) else [text for fact in item.facts for text in fact]
    return sum(map(len, told))


def _has_figure(items: Iterable[Item]) -> bool:
    return any(isinstance(item, Figure) for item in items)


def _brought(items: list[Item]) -> int:
    """How many of the last items go with what is wide: its headings, and what is said briefly below them."""
    count = length = 0
    for item in reversed(items):
        if isinstance(item, Heading):
            count += 1
            length = _BRIEF + 1
        elif isinstance(item, Paragraph | Facts) and length + _length(item) <= _BRIEF:
            count += 1
            length += _length(item)
        else:
            break
    kept = items[len(items) - count :]
    return count if kept and isinstance(kept[0], Heading) else 0
