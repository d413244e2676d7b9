"""The blocks of documents: tables without empty columns, facts, lists, what is missing; none is empty."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from nyttokedja.documents.model import (
    Block,
    Cell,
    Column,
    Fact,
    Facts,
    Listed,
    Paragraph,
    Section,
    Table,
    Tone,
)
from nyttokedja.language.figures import Written

Said = str | Cell


def cell(text: str, value: Decimal | date | None = None) -> Cell:
    """A cell; where its text is a number that was written, that is what a sheet counts with."""
    return Cell(text, text.number if value is None and isinstance(text, Written) else value)


def table(
    caption: str, columns: Sequence[Column], rows: Iterable[Sequence[Said]], totals: int = 0
) -> Iterator[Table]:
    """A table without the columns that say nothing in any row; nothing where there is no row."""
    made = [tuple(one if isinstance(one, Cell) else cell(one) for one in row) for row in rows]
    kept = [n for n in range(len(columns)) if n == 0 or any(row[n].text for row in made)]
    if made:
        shown = (tuple(row[n] for n in kept) for row in made)
        yield Table(caption, tuple(columns[n] for n in kept), tuple(shown), totals)


def facts_of(facts: Iterable[tuple[str, str]]) -> Iterator[Facts]:
    """Those of some facts that say anything; nothing where none does."""
    if said := tuple(Fact(label, text) for label, text in facts if text):
        yield Facts(said)


def listed(points: Iterable[str]) -> Iterator[Listed]:
    """A list; nothing where there is no point."""
    if made := tuple(point for point in points if point):
        yield Listed(made)


def missing(text: str) -> Paragraph:
    """What lacks, said plainly."""
    return Paragraph(text, Tone.MISSING)


def section(
    name: str, heading: str, blocks: Iterable[Block], sections: Iterable[Section] = ()
) -> Iterator[Section]:
    """A section; nothing where nothing stands in it."""
    own, inner = tuple(blocks), tuple(sections)
    if own or inner:
        yield Section(name, heading, own, inner)
