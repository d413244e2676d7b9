"""What a text is made of before it is written in a format: headings, paragraphs, items, and a table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, of the first level, the second or the third."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text of its own; a ``label`` says what it is, as *Owner*."""

    text: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with a number, by which others refer to it; its ``items`` are what belongs to it."""

    number: int
    text: str
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One of a list; a ``label`` says what it is."""

    text: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns' names, and rows with a cell each; "" where there is nothing."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Heading | Paragraph | Sentence | Item | Table
