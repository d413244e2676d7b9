"""Rows → tables, without the columns that nothing stands in; what is missing → the sentence that says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from nyttokedja.documents.model import Block, Cell, Column, Fact, Facts, Paragraph, Table, Tone
from nyttokedja.documents.source import Source
from nyttokedja.model.indicators import Indicator, Level, Measurement
from nyttokedja.model.periods import Period

_SHARES: Mapping[str, float] = {
    "when": 0.6, "due": 0.6, "by": 0.6, "year": 0.4, "amount": 0.7, "category": 0.7, "kind": 0.7,
    "strength": 0.5, "share": 0.5, "state": 0.6, "decided_on": 0.6, "text": 1.5, "benefit": 1.4,
    "actions": 1.6,
}  # fmt: skip
"""Column → its share of the width, where it is not that of most."""
_NUMBERS = frozenset({"amount", "share"})

Row = Sequence["Cell | str"]


def tabled(source: Source, columns: Sequence[str], rows: Iterable[Row], caption: str = "") -> Iterator[Table]:
    """The table of some rows, where there are any.

    Args:
        source: what it is of.
        columns: the names of the columns, whose headings are words of documents.
        rows: a cell for each column.
        caption: what it shows.
    """
    cells = [tuple(_cell(cell) for cell in row) for row in rows]
    used = [n for n in range(len(columns)) if n == 0 or any(row[n].text for row in cells)]
    if cells:
        made = (
            Column(source.word("columns", columns[n]), columns[n] in _NUMBERS, _SHARES.get(columns[n], 1.0))
            for n in used
        )
        yield Table(caption, tuple(made), tuple(tuple(row[n] for n in used) for row in cells))


def _cell(cell: Cell | str) -> Cell:
    return Cell(cell) if isinstance(cell, str) else cell


def facts_of(facts: Iterable[tuple[str, str]]) -> Iterator[Facts]:
    """Those of some facts that say anything; nothing where none does."""
    if said := tuple(Fact(label, text) for label, text in facts if text):
        yield Facts(said)


def or_missing(source: Source, name: str, blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks, or where there are none what is missing and who could say it."""
    return tuple(blocks) or (Paragraph(source.word("lacks", name), Tone.MISSING),)


def dated(period: Period | None) -> Cell:
    """A time as the chain writes it; a sheet has its last day."""
    return Cell(period.written, period.last) if period else Cell("")


def level(source: Source, made: Level | Measurement | None, indicator: Indicator) -> str:
    """A value with its unit and when it is of."""
    if made is None:
        return ""
    shown = made.shown if isinstance(made.shown, str) else source.said.number(made.shown)
    value = shown if indicator.scale else f"{shown} {indicator.unit}".strip()
    return f"{value} ({made.date.written})" if made.date else value


def number(source: Source, value: Decimal | float) -> Cell:
    """A number."""
    return Cell(source.said.number(float(value)), Decimal(str(value)))
