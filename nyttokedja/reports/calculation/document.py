"""A document as plain values: sections of paragraphs, lists and tables, which each format lays out.

All texts are data, which no format takes for its own signs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Column(NamedTuple):
    """A column of a table: its heading, and whether it holds numbers."""

    heading: str
    is_number: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    """A table; its caption says whose it is and in which unit; its last ``totals`` rows are sums."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    totals: int = 0
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of points."""

    points: tuple[str, ...]


Block = str | Table | Listed


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it; ``name`` is the same in every language."""

    heading: str
    blocks: tuple[Block, ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A title, what it says of itself, and its sections."""

    title: str
    about: tuple[str, ...]
    sections: tuple[Section, ...]
