"""A document as plain values: its head, and sections of paragraphs, lists, tables and figures.

Each format lays them out in its own way. All texts are data, which no format takes for its own signs.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import NamedTuple


class Tone(Enum):
    """What a paragraph is for: to be read, to be read first, to say what lacks or is wrong, an aside."""

    PLAIN = "plain"
    LEAD = "lead"
    MISSING = "missing"
    FAULT = "fault"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text of its own."""

    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of points."""

    points: tuple[str, ...]


class Fact(NamedTuple):
    """What something is called, and what it is: *Owner*, *Head of home care*."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts about one thing, one under the other."""

    facts: tuple[Fact, ...]


class Column(NamedTuple):
    """A column of a table: its heading, whether it holds numbers, and its share of the width."""

    heading: str
    is_number: bool = False
    share: float = 1.0


class Cell(NamedTuple):
    """A cell as people read it, and what a sheet counts with where it is a number or a day."""

    text: str
    value: Decimal | date | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table with at least one row; the first cell of each row is its heading.

    Its last ``totals`` rows are sums.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    totals: int = 0


class Spot(NamedTuple):
    """What is not cut where a figure is shown in parts, in px, and what it is called, where it is a box."""

    x: float
    y: float
    width: float
    height: float
    name: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing as SVG, ``width`` × ``height`` px, with what it shows in words.

    A `wide` one gets a landscape page of its own where the format has pages; a narrow one stands in the text.
    ``spots`` are its boxes and texts, by which one too large for a sheet is parted. A curve says in
    ``plotted`` which columns of the table next after it are its lines; the first column of it lies below.
    ``mermaid`` draws the same where a format holds no drawings but that, "" for what Mermaid cannot draw.
    """

    svg: str
    width: float
    height: float
    alt: str
    caption: str
    wide: bool = False
    spots: tuple[Spot, ...] = ()
    plotted: tuple[int, ...] = ()
    mermaid: str = ""


class KeyFigure(NamedTuple):
    """One of the few figures of a result, what it is, and what it rests on."""

    label: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """Figures side by side."""

    figures: tuple[KeyFigure, ...]


Block = Paragraph | Listed | Facts | Table | Figure | KeyFigures


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, what stands under it, and sections a level below.

    ``name`` is the same in every language: links and names of sheets are made of it. One that ``is_slip``
    can be cut out: a line is above it, and it is on one sheet where it has room on one.
    """

    name: str
    heading: str
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    starts_page: bool = False
    is_slip: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A document: what it is called and says of itself, and its sections.

    ``title`` is the chain's, ``kind`` what document of it this is; ``author`` is the organisation, "" where
    none is said. ``about`` stands under the title. ``day`` is the day that it is judged on, where known. One
    of ``one_sheet`` has room on a single A4, or else A3, in formats that have sheets.
    """

    kind: str
    title: str
    language: str
    author: str
    about: tuple[Block, ...]
    sections: tuple[Section, ...]
    day: date | None = None
    one_sheet: bool = False
